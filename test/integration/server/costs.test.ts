/**
 * What a request costs the whole server, counted without a clock: statements, and queries compiled once it is warm. How
 * long things take is for `npm run bench` to say.
 */
import { MysqlQueryCompiler } from 'kysely'
import mysql from 'mysql2'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

interface Command {
  readonly sql?: string
}

/** Through which everything goes that the driver sends. */
const prototype = Object.getPrototypeOf(
  (mysql as unknown as { Connection: new () => object }).Connection.prototype,
) as {
  addCommand(command: Command): Command
}

describeDatabase('requests cost', () => {
  let api: TestApi
  let statements: string[]
  const compiling = vi.spyOn(MysqlQueryCompiler.prototype, 'compileQuery')

  beforeAll(async () => {
    const sending = prototype.addCommand
    vi.spyOn(prototype, 'addCommand').mockImplementation(function (this: unknown, command) {
      // Who is logged in, and what engines the tables have, is looked at every second, whatever is asked.
      const { sql = '' } = command
      if (sql !== '' && !/`user`|information_schema\.engines/.test(sql)) statements.push(sql)
      return sending.call(this as typeof prototype, command)
    })
    statements = []
    api = await startTestApi({ engine: 'InnoDB', rows: true })
  })
  afterAll(async () => {
    await api.close()
    vi.restoreAllMocks()
  })
  beforeEach(() => {
    statements = []
  })

  const group = (nth: number): unknown => ({ name: `Group ${nth}` })
  let number = 0
  const makeGroup = async (): Promise<string> => {
    const { json } = await api.request('POST', '/api/cardgroup/', { body: group(number++) })
    return `/api/cardgroup/${(json as { id: number }).id}/`
  }
  const cursorOf = async (query: string): Promise<string> => {
    const { json } = await api.request('GET', `/api/call/?limit=5&${query}&cursor=`)
    return `/api/call/?limit=5&${query}&cursor=${(json as { meta: { next_cursor: string } }).meta.next_cursor}`
  }

  it.each<
    [what: string, count: number, method: string, path: (nth: number) => string | Promise<string>, body?: unknown]
  >([
    ['nothing of the database', 0, 'GET', () => '/api/'],
    ['a row: one', 1, 'GET', (nth) => `/api/card/${nth}/`],
    ['a list: one', 1, 'GET', (nth) => `/api/call/?card_id=${nth}&ordering=-starttime`],
    ['a page deep in a list: one', 1, 'GET', (nth) => `/api/call/?page=${200 + nth}`],
    ['a page by cursor: one', 1, 'GET', () => cursorOf('ordering=id')],
    [
      'figures: one',
      1,
      'GET',
      (nth) => `/api/call/?agg=count,sum(buycost)&group=starttime:day&tz=Europe/Paris&id__gt=${nth}`,
    ],
    [
      'filters put together: one',
      1,
      'GET',
      (nth) => `/api/card/?where={"or":[{"id":${nth}},{"not":{"status":${nth}}}]}`,
    ],
    ['a search: one', 1, 'GET', (nth) => `/api/card/?search=${nth}`],
    ['a page whose list is counted: two', 2, 'GET', (nth) => `/api/call/?card_id__gt=${nth}&count=exact`],
    ['a list of one page that is counted: one', 1, 'GET', (nth) => `/api/card/?id__lt=${nth}&count=exact`],
    ['rows with what they refer to: two', 2, 'GET', (nth) => `/api/callerid/?id__gt=${nth}&expand=id_cc_card`],
    ['and with who refers to those: three', 3, 'GET', () => '/api/callerid/?expand=id_cc_card.callerid&limit=20'],
    ['through a relation: one', 1, 'GET', (nth) => `/api/callerid/?id_cc_card__lastname=${nth}`],
    ['a new row: in a transaction, read again, and its audit', 5, 'POST', () => '/api/cardgroup/', group(0)],
    ['a changed row: the same, and before it', 6, 'PUT', makeGroup, group(1)],
    ['a refill', 14, 'POST', (nth) => `/custom_api/refill/${nth}`, { credit: '0.5' }],
    ['a charge', 13, 'POST', (nth) => `/custom_api/extra_charge/${nth}`, { amount: '0.5' }],
  ])('%s', async (_, count, method, path, body) => {
    // The second time it is another request of the same kind.
    for (const nth of [1, 2]) {
      const to = await path(nth)
      statements = []
      compiling.mockClear()
      const { status } = await api.request(method, to, body === undefined ? {} : { body })
      expect(status).toBe(200)
    }
    expect([compiling.mock.calls.length, statements.length]).toEqual([0, count])
  })

  it('a compilation where nobody has asked such a thing before', async () => {
    compiling.mockClear()
    await api.request('GET', '/api/call/?sessiontime__between=1,2&src__icontains=7&ordering=-buycost')
    expect(compiling).toHaveBeenCalledTimes(1)
  })

  it('no text for a row: the bytes of all are made one, whether they are five or five hundred', async () => {
    const texts = vi.spyOn(Buffer.prototype, 'toString')
    const made = async (path: string): Promise<number> => {
      await api.request('GET', path)
      texts.mockClear()
      await api.request('GET', path)
      return texts.mock.calls.length
    }
    try {
      expect(await made('/api/country/?limit=200')).toBe(await made('/api/country/?limit=5'))
      expect(await made('/api/call/?limit=200')).toBe(await made('/api/call/?limit=5'))
      // The control: what true and false are stored as is read by a function, for each row.
      expect(await made('/api/card/?limit=200')).toBeGreaterThan(await made('/api/card/?limit=5'))
    } finally {
      texts.mockRestore()
    }
  })

  it('and to look for those that depend on a row, a statement for each that might', async () => {
    const path = await makeGroup()
    statements = []
    expect((await api.request('DELETE', path)).status).toBe(200)
    expect(statements.length).toBeLessThan(20)
  })
})
