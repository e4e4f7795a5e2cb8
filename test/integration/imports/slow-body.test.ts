/** A large file on a slow line: it may take longer than other bodies, as long as something of it comes. */
import { request as httpRequest } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, basicAuth, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase('a body that comes slowly', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ env: { A2B_REQUEST_TIMEOUT: '2' } })
  })
  afterAll(() => api.close())

  /** @param pause - milliseconds before each piece but the first */
  async function send(path: string, type: string, pieces: readonly string[], pause: number): Promise<string> {
    const request = httpRequest(api.url + path, {
      method: 'POST',
      headers: {
        Authorization: basicAuth(ADMIN.name, ADMIN.password),
        'Content-Type': type,
        'Idempotency-Key': `slow-${pause}`,
        'Transfer-Encoding': 'chunked',
      },
    })
    const answered = new Promise<string>((resolve, reject) => {
      request.once('error', reject).once('response', (response) => {
        response.resume().once('end', () => resolve(String(response.statusCode)))
      })
    })
    answered.catch(() => undefined)
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await Promise.race([delay(pause), answered.catch(() => undefined)])
      request.write(piece)
    }
    if (pause < 2000) request.end()
    return answered.finally(() => request.destroy())
  }

  const FILE = ['name\n', 'a\n', 'b\n', 'c\n']

  it('of a file is waited for while something of it comes', async () => {
    expect(await send('/api/import/cardgroup/', 'text/csv', FILE, 800)).toBe('200')
  })

  it('of a file is not waited for when nothing comes', async () => {
    expect(await send('/api/import/cardgroup/', 'text/csv', FILE, 60_000)).toBe('408')
  })

  it('of JSON is waited for as long as A2B_REQUEST_TIMEOUT says', async () => {
    expect(await send('/custom_api/refill/1', 'application/json', ['{', '}'], 60_000)).toBe('408')
    // In all, not from one piece to the next.
    expect(await send('/custom_api/refill/1', 'application/json', ['{', ' ', ' ', ' '], 1000)).toBe('408')
  })
})
