/** `expand=` on the demo: what is put into a row is what its own address and its own list answer. */
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { fieldOf } from '../../../src/resources/resource.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

type Row = Readonly<Record<string, unknown>>
interface List {
  readonly objects: readonly Row[]
}

describeDatabase.each([{ engine: 'InnoDB' as const }, { engine: undefined }])('expand, $engine', ({ engine }) => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ rows: true, engine })
    const connection = await createConnection(api.database.url)
    // References that lead nowhere, and one in other letters and with a space behind.
    await connection.query("insert into cc_callerid (cid, id_cc_card) values ('1', -1), ('2', 999999)")
    await connection.query("update cc_card set country = 'deu ' where id = 1")
    await connection.end()
  })
  afterAll(() => api.close())

  const get = async (path: string): Promise<unknown> => {
    const { json, status, text } = await api.request('GET', path)
    expect(status, text).toBe(200)
    return json
  }
  const listOf = async (path: string): Promise<readonly Row[]> => ((await get(path)) as List).objects

  it('puts in what each reference of every table leads to', async () => {
    let [found, orphans] = [0, 0]
    for (const { name, relations, columns } of resources.values()) {
      for (const [column, relation] of Object.entries(relations)) {
        const field = columns.map((own) => (own.name === column ? fieldOf(own) : '')).find(Boolean) ?? ''
        const rows = await listOf(`/api/${name}/?limit=8`)
        const expanded = await listOf(`/api/${name}/?limit=8&expand=${field}`)
        expect(expanded.length).toBe(rows.length)
        const wanted = new Map<unknown, unknown>()
        for (const [index, row] of rows.entries()) {
          const value = row[field]
          if (value !== null && !wanted.has(value)) {
            const filter = `${relation.column}__eq=${encodeURIComponent(String(value))}`
            const [one] = await listOf(`/api/${relation.resource}/?${filter}&limit=1`)
            wanted.set(value, one ?? null)
          }
          const want = value === null ? null : wanted.get(value)
          expect(expanded[index], `${name}.${field} of ${String(value)}`).toEqual({ ...row, [field]: want })
          if (want) found++
          else orphans++
        }
      }
    }
    expect(Math.min(found, orphans)).toBeGreaterThan(50)
  })

  it('puts in who refers to a row, and says where the others are', async () => {
    let [whole, more] = [0, 0]
    for (const { name, relations, columns, primaryKey } of resources.values()) {
      for (const [column, { resource, column: to }] of Object.entries(relations)) {
        if (primaryKey.length === 0) continue
        const field = columns.map((own) => (own.name === column ? fieldOf(own) : '')).find(Boolean) ?? ''
        const member = `${name}:${field}`
        for (const row of await listOf(`/api/${resource}/?limit=2&expand=${member}`)) {
          const all = await listOf(`/api/${name}/?${field}__eq=${encodeURIComponent(String(row[to]))}&limit=21`)
          const { next, objects } = row[member] as List & { readonly next: string }
          expect(objects, `${resource} ${member}`).toEqual(all.slice(0, 20))
          expect(next === '').toBe(all.length <= 20)
          if (next === '') whole += all.length
          else {
            more++
            expect((await listOf(next))[0]).toEqual(all[20])
          }
        }
      }
    }
    expect(Math.min(whole, more)).toBeGreaterThan(20)
  })

  it('goes on, of a list as of a row, and chooses what is shown on the way', async () => {
    const query =
      'expand=id_cc_card.id_group,id_cc_card.callerid&fields=cid,id_cc_card.id_group.name,id_cc_card.callerid.cid'
    const [first] = await listOf(`/api/callerid/?limit=1&${query}`)
    expect(first).toEqual({
      id: 1,
      cid: expect.any(String),
      id_cc_card: {
        id: 1,
        id_group: { id: 1, name: 'DEFAULT' },
        callerid: { next: '', objects: [{ id: 1, cid: (first as Row)['cid'] }] },
      },
    })
    expect(await get(`/api/callerid/1/?${query}`)).toEqual(first)
  })

  it('finds a text in other letters, as filters do', async () => {
    const [row] = await listOf('/api/card/?id=1&expand=country&fields=country.countrycode')
    const [filtered] = await listOf('/api/card/?id=1&country__countrycode__is_null=false&fields=id')
    expect(row?.['country'] === null).toBe(filtered === undefined)
  })

  it.each([
    ['card', 'expand=id_grup', 'card has no relation "id_grup", at character 1 of "expand". Did you mean "id_group"?'],
    ['card', 'expand=call.card_id.call.card_id', 'The path "call.card_id.call.card_id" has more than 3 relations.'],
    ['card', 'expand=uipass', 'card has no relation "uipass", at character 1 of "expand".'],
    ['card', 'expand=callerid,', 'card has no relation "", at character 10 of "expand".'],
    ['card', 'limit=1000&expand=call.card_id.call', 'More than 20000 rows would be put into'],
    ['callerid', 'format=ndjson&expand=id_cc_card', 'The parameter "expand" cannot be given for an export'],
  ])('%s?%s is refused', async (name, query, detail) => {
    const { json } = await api.request('GET', `/api/${name}/?${query}`)
    const { status, errors } = json as { status: number; errors: { parameter: string; detail: string }[] }
    expect([status, errors[0]?.parameter]).toEqual([400, 'expand'])
    expect(errors[0]?.detail.startsWith(detail), errors[0]?.detail).toBe(true)
  })
})
