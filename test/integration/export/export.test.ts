/** Exports through the whole server: what arrives, in which form, for whom. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

interface List {
  readonly objects: readonly Record<string, unknown>[]
}

describeDatabase('an export', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine: 'InnoDB' })
  })
  afterAll(() => api.close())

  const get = (path: string, headers: Record<string, string> = {}) => api.request('GET', path, { headers })

  it('as NDJSON has the objects of the list, byte for byte, and all of them', async () => {
    const list = await get('/api/call/?limit=1000&ordering=-starttime')
    const { text, status, headers } = await get('/api/call/?format=ndjson&ordering=-starttime')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="call.ndjson"')
    const lines = text.split('\n')
    expect(lines.pop()).toBe('')
    const objects = list.text.slice(list.text.indexOf('[') + 1, -2)
    expect(lines.slice(0, 1000).join(',')).toBe(objects)
    const rows = await countOf('call')
    expect(rows).toBeGreaterThan(1000)
    expect(lines.length).toBe(rows)
  })
  async function countOf(resource: string): Promise<number> {
    let count = 0
    for (let page = 1; ; page++) {
      const { json } = await get(`/api/${resource}/?limit=1000&page=${page}`)
      count += (json as List).objects.length
      if ((json as List).objects.length < 1000) return count
    }
  }
})
