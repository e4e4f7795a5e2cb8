/** `search=` on a database: the rows that it finds are those that a look at every row finds. */
import * as fc from 'fast-check'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

interface List {
  readonly meta: { readonly next: string; readonly next_cursor?: string | null }
  readonly objects: readonly { readonly id: number }[]
}

describeDatabase.each([{ engine: 'InnoDB' as const }, { engine: undefined }])('a search, $engine', ({ engine }) => {
  let api: TestApi
  let connection: Connection
  const plain = new Map<string, string>()
  const folded = (text: string): string => Array.from(text.toLowerCase(), (char) => plain.get(char) ?? char).join('')
  /** Every text of a customer, by id. */
  let texts: Map<number, readonly string[]>

  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine })
    connection = await createConnection(api.database.url)
    await connection.query("update cc_card set lastname = 'O%Neil_!', email = 'a\\\\b@x.org' where id = 7")
    await connection.query("update cc_card set lastname = 'MÜLLER' where id = 8")
    // One that refers to nobody, and a second of somebody's.
    await connection.query("insert into cc_callerid (cid, id_cc_card) values ('55500011', -1), ('55500012', 9)")
    const [cards] = await connection.query<RowDataPacket[]>(
      'select id, username, useralias, lastname, firstname, email, phone from cc_card',
    )
    const [callerIds] = await connection.query<RowDataPacket[]>('select id_cc_card, cid from cc_callerid')
    const behind = Map.groupBy(callerIds, (row) => row['id_cc_card'] as number)
    const written = cards.map(({ id, ...own }) => {
      const others = (behind.get(id as number) ?? []).map((row) => String(row['cid']))
      return [id as number, [...Object.values(own).map(String), ...others]] as const
    })
    // Which letter another one is to the database is for the database to say.
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    for (const char of new Set(written.flatMap(([, all]) => [...all.join('').toLowerCase()]))) {
      const [[row]] = await connection.query<RowDataPacket[]>(
        'select find_in_set(convert(? using utf8mb4) collate utf8mb4_general_ci, ?) as at',
        [char, [...letters].join()],
      )
      const at = row?.['at'] as number
      if (at > 0 && char !== ',') plain.set(char, letters.charAt(at - 1))
    }
    texts = new Map(written.map(([id, all]) => [id, all.map(folded)]))
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const get = async (query: string): Promise<List> => {
    const { json, status, text } = await api.request('GET', `/api/card/?${query}`)
    expect(status, text).toBe(200)
    return json as List
  }
  const found = async (text: string): Promise<number[]> => {
    const { objects } = await get(`limit=1000&search=${encodeURIComponent(text)}`)
    return objects.map(({ id }) => id)
  }
  const expected = (text: string): number[] => {
    const words = folded(text).split(/\s+/).filter(Boolean)
    const has = (all: readonly string[]): boolean => words.every((word) => all.some((one) => one.includes(word)))
    return [...texts].flatMap(([id, all]) => (has(all) ? [id] : [])).sort((a, b) => a - b)
  }

  it('finds by any part of any text, by several words, and by caller ids', async () => {
    const all = [...texts.values()].flat()
    const piece = fc
      .tuple(fc.constantFrom(...all.filter(Boolean)), fc.nat(), fc.integer({ min: 1, max: 8 }))
      .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length))
    const words = fc.array(fc.oneof(piece, fc.constantFrom('%', '_', '!', '\\', '%25', "'", '"', '\n')), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(words, async (some) => {
        expect(await found(some.join(' '))).toEqual(expected(some.join(' ')))
      }),
      { numRuns: 80, seed: 20_261_126 },
    )
  })

  it.each([
    ['o%neil', [7]],
    ['_!', [7]],
    ['a\\b', [7]],
    ['müller', [8]],
    ['MULLER', [8]],
    ['55500011', []],
    ['55500012', [9]],
  ])('of %j finds %j', async (text, want) => {
    expect(await found(text)).toEqual(want)
  })

  it('is another condition beside filters, in every order, on every page and in exports', async () => {
    const all = await found('a')
    expect(all.length).toBeGreaterThan(50)
    const descending = await get('search=a&ordering=-id&limit=1000&id__gt=10')
    expect(descending.objects.map(({ id }) => id)).toEqual(all.filter((id) => id > 10).reverse())
    const pages: number[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { meta, objects }: List = await get(`search=a&limit=30&cursor=${cursor}`)
      pages.push(...objects.map(({ id }) => id))
      cursor = meta.next_cursor ?? null
    }
    expect(pages).toEqual(all)
    const { text } = await api.request('GET', '/api/card/?search=a&format=ndjson')
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: number }).id),
    ).toEqual(all)
    const { meta } = await get('search=a&limit=30&cursor=')
    const { status, text: refusal } = await api.request('GET', `/api/card/?search=b&cursor=${meta.next_cursor}`)
    expect([status, refusal]).toEqual([400, expect.stringContaining('The cursor is not of this list.')])
  })
})
