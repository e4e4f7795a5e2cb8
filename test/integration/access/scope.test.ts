/**
 * An agent sees nothing of others: whatever is asked or written, the answers are those of a database that never had the
 * others' rows.
 */
import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { type Column, fieldOf, type Resource } from '../../../src/resources/resource.ts'
import type { Answer } from '../../helpers/api.ts'
import { makeKey } from '../../helpers/keys.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { sampleRow, sampleValue } from '../../helpers/sample-row.ts'
import { closed, decisiveColumns, limited, type Side, startSide } from './two-agents.ts'

interface Request {
  readonly method: string
  readonly path: string
  readonly body?: object
}

const get = (path: string): Request => ({ method: 'GET', path })

function columnOf(resource: Resource, name: string): Column {
  const column = resource.columns.find((known) => known.name === name)
  if (!column) throw new Error(`${resource.name} has no ${name}`)
  return column
}

/** Lists by what the rows hold, and by what is behind their references. */
function listsOf(resource: Resource): Request[] {
  const list = `/api/${resource.name}/`
  const queries = ['limit=1000', 'limit=2', 'limit=2&page=2']
  for (const column of resource.columns.filter(({ secret }) => !secret).slice(0, 4)) {
    queries.push(`ordering=-${fieldOf(column)}`, `-${fieldOf(column)}__is_null=true`)
  }
  const behind = (prefix: string, of: Resource, depth: number): void => {
    for (const [from, relation] of Object.entries(of.relations)) {
      const target = resources.get(relation.resource)
      // Further on only what is somebody's.
      if (!target || (depth === 2 && !limited.includes(target))) continue
      const other = sampleValue(columnOf(target, relation.column).type, 2)
      const name = `${prefix}${from}__${relation.column}`
      queries.push(`${name}=${other}`, `${name}__is_null=true`, ...(depth < 2 ? [`-${name}=${other}`] : []))
      if (depth < 2) behind(`${prefix}${from}__`, target, depth + 1)
    }
  }
  behind('', resource, 1)
  for (const column of Object.keys(resource.relations)) queries.push(`expand=${fieldOf(columnOf(resource, column))}`)
  for (const other of limited) {
    for (const [column, { resource: to }] of Object.entries(other.relations)) {
      if (to === resource.name) queries.push(`expand=${other.name}:${fieldOf(columnOf(other, column))}`)
    }
  }
  const [key = ''] = resource.primaryKey
  const [reference] = Object.keys(resource.relations)
  queries.push('agg=count', `agg=count,max(${key})&group=${reference ?? key}`, 'count=exact&limit=1')
  if (reference !== undefined) {
    const where = { or: [{ [`${reference}__is_null`]: true }, { not: { [`${reference}__in`]: ['2', '3'] } }] }
    queries.push(`where=${encodeURIComponent(JSON.stringify(where))}`)
  }
  if (resource.search) queries.push('search=1', 'search=2', 'search=a%201')
  return queries.map((query) => get(`${list}?${query}`))
}

/** Values of references, by field. */
function referencesOf(resource: Resource, columns: readonly string[], seed: number): Record<string, unknown> {
  const values = columns.map((name) => {
    const column = columnOf(resource, name)
    return [fieldOf(column), sampleValue(column.type, seed)]
  })
  return Object.fromEntries(values)
}

const OTHERS = [2, 3, 9]

/**
 * @param mine - keys of rows
 * @param others - keys of rows
 * @returns writes to rows that are not there or another's, such as would give a row to another, and such as would refer
 *   to another's row, apart from those that do nothing of it
 */
function writesTo(
  resource: Resource,
  mine: readonly string[],
  others: readonly string[],
): { readonly refused: Request[]; readonly allowed: Request[] } {
  const path = `/api/${resource.name}/`
  const refused: Request[] = [...others, '99'].flatMap((key) => [
    { method: 'PUT', path: `${path}${key}/`, body: {} },
    { method: 'PATCH', path: `${path}${key}/`, body: { nothing: 1 } },
    { method: 'PATCH', path: `${path}${key}/`, body: changeOf(resource) },
    { method: 'DELETE', path: `${path}${key}/` },
  ])
  const allowed: Request[] = []
  const all = Object.keys(resource.relations)
  const decisive = decisiveColumns(resource)
  const isSomebodys = (column: string): boolean => {
    const target = resources.get(resource.relations[column]?.resource ?? '')
    return target !== undefined && (limited.includes(target) || closed.includes(target))
  }
  for (const column of all) {
    if (columnOf(resource, column).writable !== undefined || resource.primaryKey.includes(column)) continue
    for (const seed of OTHERS) {
      const body = referencesOf(resource, [column], seed)
      ;(isSomebodys(column) ? refused : allowed).push({ method: 'PATCH', path: `${path}${mine[0]}/`, body })
    }
  }
  const create = (seed: number, ...values: object[]): Request => {
    return { method: 'POST', path, body: Object.assign(sampleRow(resource, seed), ...values) }
  }
  const own = referencesOf(resource, decisive, 1)
  const mayBeMine = all.some((column) => isSomebodys(column) && !decisive.includes(column)) ? refused : allowed
  for (const seed of OTHERS) {
    refused.push(create(10, referencesOf(resource, all, seed)))
    mayBeMine.push(create(10, referencesOf(resource, all, seed), own))
  }
  allowed.push(create(11, referencesOf(resource, all, 1)))
  const { [Object.keys(own)[0] ?? '']: _, ...lacking } = create(12, referencesOf(resource, all, 1)).body as typeof own
  refused.push({ method: 'POST', path, body: lacking })
  return { refused, allowed }
}

/** To another value, of a column that refers to nothing. */
function changeOf(resource: Resource): object {
  const column = resource.columns.find(({ name, writable, type }) => {
    const isReference = Object.hasOwn(resource.relations, name) || resource.primaryKey.includes(name)
    return writable === undefined && !isReference && type.kind === 'text'
  })
  return column ? { [fieldOf(column)]: sampleValue(column.type, 8) } : {}
}

describeDatabase('an agent', () => {
  let both: Side
  let alone: Side
  let asked = 0
  let written = 0

  beforeAll(async () => {
    both = await startSide(false)
    alone = await startSide(true)
  })
  afterAll(async () => {
    await both.close()
    await alone.close()
  })

  async function send(
    side: Side,
    { method, path, body }: Request,
    as: 'agent' | 'everybody' = 'agent',
  ): Promise<Answer> {
    return side.api.request(method, path, { ...side[as], ...(body && { body }) })
  }

  function shown({ status, text }: Answer): string {
    return `${status} ${text.replace(/"request_id":"[^"]*"/, '')}`
  }

  /** Sends to both sides. @returns what differs */
  async function toldApart(requests: readonly Request[], as?: 'everybody'): Promise<unknown[]> {
    const told: unknown[] = []
    for (const request of requests) {
      const [one, other] = [await send(both, request, as), await send(alone, request, as)]
      asked++
      if (request.method !== 'GET' && one.status === 200) written++
      if (shown(one) !== shown(other)) told.push([request, shown(one).slice(0, 300), shown(other).slice(0, 300)])
    }
    return told
  }

  async function keysOf(side: Side, { table, primaryKey }: Resource): Promise<string[]> {
    const [rows] = await side.connection.query<RowDataPacket[]>('select ?? from ?? order by ??', [
      primaryKey,
      table,
      primaryKey,
    ])
    return rows.map((row) => primaryKey.map((column) => String(row[column])).join())
  }

  describe.each(limited.map((resource) => [resource.name, resource] as const))('%s', (name, resource) => {
    it('are only their own rows, in lists, by filters and through relations', async () => {
      expect(await toldApart(listsOf(resource))).toEqual([])
      const list = get(`/api/${name}/?limit=1000`)
      // The control: there is something to see, and who is not limited does see it.
      expect((await send(both, list)).text).toContain('"objects":[{')
      expect(await toldApart([list], 'everybody')).not.toEqual([])
    })

    if (resource.primaryKey.length > 0) {
      it('are found, changed and made only where they are their own', async () => {
        const mine = await keysOf(alone, resource)
        const others = (await keysOf(both, resource)).filter((key) => !mine.includes(key))
        expect([mine.length, others.length].every((count) => count > 0)).toBe(true)
        expect(await toldApart([...mine, ...others, '99'].map((key) => get(`/api/${name}/${key}/`)))).toEqual([])
        for (const key of mine) expect((await send(both, get(`/api/${name}/${key}/`))).status).toBe(200)
        for (const key of others) expect((await send(both, get(`/api/${name}/${key}/`))).status).toBe(404)
        if (resource.readOnly !== undefined) return
        const { refused, allowed } = writesTo(resource, mine, others)
        const before = [await checksum(both, resource), await checksum(alone, resource), written]
        expect(await toldApart(refused)).toEqual([])
        expect([await checksum(both, resource), await checksum(alone, resource), written]).toEqual(before)
        const rows = await rowsAt(both, resource, others)
        expect(await toldApart(allowed)).toEqual([])
        expect(await rowsAt(both, resource, others)).toEqual(rows)
        expect(await toldApart([get(`/api/${name}/?limit=1000`)])).toEqual([])
      })
    }
  })

  async function checksum(side: Side, { table }: Resource): Promise<unknown> {
    const [rows] = await side.connection.query<RowDataPacket[]>('checksum table ??', [table])
    return rows[0]?.['Checksum']
  }

  async function rowsAt(side: Side, resource: Resource, keys: readonly string[]): Promise<string[]> {
    const rows: string[] = []
    for (const key of keys) rows.push((await send(side, get(`/api/${resource.name}/${key}/`), 'everybody')).text)
    return rows
  }

  /** Of the API's own, too: who may use it, and what everybody did. */
  const own = ['user', 'key', 'grant', 'usersession', 'audit']

  it.each([...closed.map(({ name }) => name), ...own])('sees nothing of %s', async (name) => {
    expect(await toldApart([get(`/api/${name}/`), get(`/api/${name}/61/`)])).toEqual([])
    const { status, json } = await send(both, get(`/api/${name}/`))
    expect([status, json]).toEqual([403, expect.objectContaining({ detail: expect.stringContaining(name) })])
  })

  it.each(['refill', 'extra_charge'])('moves only the money of their own customers: %s', async (call) => {
    const move = (card: string): Request => {
      return { method: 'POST', path: `/custom_api/${call}/${card}`, body: { credit: '1', amount: '1' } }
    }
    const before = written
    const others = ['62', '63', '99'].map(move)
    expect(await toldApart([...others, move('61')])).toEqual([])
    expect(written - before).toBe(1)
    for (const request of others) expect((await send(both, request)).status).toBe(404)
    expect((await send(both, move('62'), 'everybody')).status).toBe(200)
  })

  it('is told of others’ rows only that they are in the way of a delete', async () => {
    // Mine, and another's customer uses it.
    await both.connection.query('insert into cc_did_use (id, id_cc_card, id_did) values (97, 62, 64)')
    const { status, json } = await send(both, { method: 'DELETE', path: '/api/did/64/' })
    expect([status, json]).toEqual([
      409,
      expect.objectContaining({ detail: 'Other rows refer to this did; remove or change those first.' }),
    ])
    const seen = await send(both, { method: 'DELETE', path: '/api/did/64/' }, 'everybody')
    expect(seen.json).toMatchObject({ detail: 'Rows of diduse refer to this did; remove or change those first.' })
  })

  it('with a scope that means nothing sees nothing, and the log names it', async () => {
    const key = await makeKey(both.connection, 'broken', ['card:list', 'scope:card?id_gruop=5'])
    const before = both.api.warnings.length
    const answers = await Promise.all(['card', 'country'].map((name) => both.api.request('GET', `/api/${name}/`, key)))
    expect(answers.map(({ status }) => status)).toEqual([500, 403])
    expect(JSON.stringify(both.api.warnings.slice(before))).toContain(
      'The scope \\"id_gruop=5\\" of card cannot be used',
    )
  })

  it('was asked often, and let write what is theirs', () => {
    expect(limited.length).toBeGreaterThan(40)
    expect(asked).toBeGreaterThan(2000)
    expect(written).toBeGreaterThan(60)
  })
})
