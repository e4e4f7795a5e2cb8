/** The client's imports: typed, told about while they go on, and gone on with when the connection breaks. SQL says what was stored. */
import { createClient, InterruptedImportError, ProblemError } from 'a2billing-api/client'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase('imports of the client', () => {
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    api = await startTestApi({ rows: true })
    connection = await createConnection({ uri: api.database.url })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const clientOf = (fetch?: (request: Request) => Promise<Response>) =>
    createClient({
      baseUrl: api.url,
      credentials: ADMIN,
      retry: { attempts: 4, wait: async () => {} },
      ...(fetch && { fetch }),
    })
  const count = async (where: string): Promise<number> =>
    Number((await connection.query<RowDataPacket[]>(`select count(*) n from ${where}`))[0][0]?.['n'])
  const lines = (prefix: string, number: number): string =>
    Array.from({ length: number }, (_, index) => `${prefix}${index},33,0.5\n`).join('')
  const HEAD = 'dialprefix,destination,rateinitial\n'

  it('stores a price list with a field for every line, and tells how far it is', async () => {
    const told: number[] = []
    const report = await clientOf().import('ratecard', HEAD + lines('9970', 150), {
      set: { idtariffplan: 1 },
      onProgress: ({ done }) => told.push(done),
    })
    expect(report).toEqual({
      resource: 'ratecard',
      lines: 150,
      done: 150,
      created: 150,
      updated: 0,
      failed: 0,
      problems: [],
    })
    expect(told).toEqual([0, 100, 150])
    expect(await count("cc_ratecard where dialprefix like '9970%' and idtariffplan = 1")).toBe(150)
  })

  it('throws what is wrong with a file, and tells what failed of one that was stored', async () => {
    const wrong = clientOf().import('ratecard', `${HEAD}1,33,x\n2,33,1\n`)
    await expect(wrong).rejects.toThrow(ProblemError)
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_lines', errors: [{ line: 2, pointer: '/rateinitial' }] })
    const file = new Blob(['username,useralias,uipass,tariff,credit\nimp1,imp1,x,1,0\nimp1,imp2,x,1,0\n'])
    const { created, problems } = await clientOf().import('card', file)
    expect([created, problems.map(({ line, code }) => [line, code])]).toEqual([1, [[3, 'duplicate_key']]])
    const changed = await clientOf().import('card', 'username,city\nimp1,Lyon\n', {
      on: 'username',
      set: { useralias: 'imp1', uipass: 'x', tariff: 1, credit: '0' },
    })
    expect([changed.updated, await count("cc_card where username = 'imp1' and city = 'Lyon'")]).toEqual([1, 1])
  })

  it('goes on where the connection broke, each line once', async () => {
    let cut = 0
    const cutting = async (request: Request): Promise<Response> => {
      const response = await fetch(request)
      if (!request.url.includes('/api/import/') || cut >= 2 || !response.body) return response
      cut++
      const reader = response.body.getReader()
      let pieces = 0
      const broken = new ReadableStream({
        async pull(controller) {
          const { value } = await reader.read()
          controller.enqueue(value)
          if (++pieces < 2) return
          await reader.cancel()
          // Once as a proxy does that ends what it has as if it were whole.
          if (cut === 1) controller.close()
          else controller.error(new TypeError('terminated'))
        },
      })
      return new Response(broken, { status: response.status, headers: response.headers })
    }
    const report = await clientOf(cutting).import('ratecard', HEAD + lines('9971', 1000), { set: { idtariffplan: 1 } })
    expect([cut, report.created, report.failed]).toEqual([2, 1000, 0])
    expect(await count("cc_ratecard where dialprefix like '9971%'")).toBe(1000)
  })

  it('says by which key to go on, when it has tried often enough', async () => {
    const never = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))
    const broken = clientOf(never).import('ratecard', `${HEAD}1,33,1\n`, { idempotencyKey: 'mine' })
    await expect(broken).rejects.toThrow(InterruptedImportError)
    await expect(broken).rejects.toMatchObject({ idempotencyKey: 'mine' })
  })

  it('tries without doing', async () => {
    const file = HEAD + lines('9972', 3)
    expect(await clientOf().import('ratecard', file, { dryRun: true })).toMatchObject({ created: 3 })
    expect(await count("cc_ratecard where dialprefix like '9972%'")).toBe(0)
  })
})
