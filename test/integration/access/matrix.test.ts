/**
 * Every resource, every operation, every role that comes with the API: what is allowed works, and what is forbidden
 * answers 403 and changes nothing in any table.
 */
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { type Operation, OPERATIONS } from '../../../src/access.ts'
import type { Metadata } from '../../../src/metadata/metadata.ts'
import { fieldOf, type Resource } from '../../../src/resources/resource.ts'
import { ROLES } from '../../../src/users/roles.ts'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { makeKey } from '../../helpers/keys.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { sampleRow } from '../../helpers/sample-row.ts'
import { insertSample, isTable, sampleKey } from '../../helpers/table-rows.ts'

interface Role {
  readonly name: string
  readonly grants: readonly [string, ...string[]]
  /** Whole names, `card:*` or `*`. */
  readonly permissions: readonly string[]
}

const MASKS = ['card.email', 'card.lastname', 'call.src', 'country.countryname', 'logrefill.description']
const EVERY = [...resources.keys()].map((name) => `${name}:*`)

const roles: readonly Role[] = [
  ...Object.entries(ROLES).map(([name, { permissions }]): Role => ({ name, grants: [`role:${name}`], permissions })),
  { name: 'masked', grants: ['role:administrator', ...MASKS.map((mask) => `mask:${mask}`)], permissions: ['*'] },
  { name: 'list only', grants: ['card:list', 'call:list'], permissions: ['card:list', 'call:list'] },
  // Resources that are closed to agents are looked at in scope.test.ts.
  { name: 'every resource by its name', grants: EVERY as [string, ...string[]], permissions: EVERY },
]

interface Request {
  readonly operation: Operation
  readonly method: string
  readonly path: string
  readonly body?: object
}

function requestsFor(resource: Resource, seed: number): Request[] {
  const list = `/api/${resource.name}/`
  const lists: Request[] = [
    { operation: 'list', method: 'GET', path: list },
    { operation: 'export', method: 'GET', path: `${list}?format=ndjson` },
  ]
  if (resource.primaryKey.length === 0) return lists
  const row = `${list}${encodeURIComponent(sampleKey(resource, 1))}/`
  const reads: Request[] = [...lists, { operation: 'get', method: 'GET', path: row }]
  if (resource.readOnly !== undefined) return reads
  return [
    ...reads,
    { operation: 'create', method: 'POST', path: list, body: withoutMasked(resource, sampleRow(resource, seed)) },
    { operation: 'update', method: 'PUT', path: row, body: {} },
    { operation: 'update', method: 'PATCH', path: row, body: changeOf(resource) },
    { operation: 'update', method: 'POST', path: row, body: changeOf(resource) },
    { operation: 'delete', method: 'DELETE', path: row },
    { operation: 'delete', method: 'POST', path: `${row}delete/` },
    { operation: 'delete', method: 'DELETE', path: `${row}delete/` },
  ]
}

function withoutMasked({ name }: Resource, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !MASKS.includes(`${name}.${field}`)))
}

/** One field of those that may be changed, to what it is: other values may be taken. */
function changeOf(resource: Resource): Record<string, unknown> {
  const column = resource.columns.find(({ name, writable }) => {
    return writable === undefined && !resource.primaryKey.includes(name) && !MASKS.includes(`${resource.name}.${name}`)
  })
  const value = column && sampleRow(resource, 1)[fieldOf(column)]
  return column ? { [fieldOf(column)]: value } : {}
}

function isAllowed(role: Role, resource: string, operation: Operation): boolean {
  if (operation === 'export' && !isAllowed(role, resource, 'list')) return false
  const { permissions } = role
  return ['*', `${resource}:*`, `${resource}:${operation}`].some((permission) => permissions.includes(permission))
}

describeDatabase('what each role may do', () => {
  let api: TestApi
  let connection: Connection
  let tables: string[]
  const keys = new Map<string, Pick<RequestOptions, 'as' | 'headers'>>()
  const counts = { allowed: 0, forbidden: 0, deleted: 0 }

  beforeAll(async () => {
    api = await startTestApi()
    connection = await createConnection(api.database.url)
    await connection.query("set sql_mode = ''")
    for (const { name, grants } of roles) keys.set(name, await makeKey(connection, name, grants))
    for (const resource of resources.values()) if (isTable(resource)) await insertSample(connection, resource, 1)
    const [found] = await connection.query<RowDataPacket[]>('show full tables where table_type = "BASE TABLE"')
    // A key's last use is written, when it is used.
    tables = found.map((row) => String(Object.values(row)[0])).filter((name) => name !== 'a2b_users_key')
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  function send(role: Role, { method, path, body }: Request): Promise<Answer> {
    const key = keys.get(role.name)
    return api.request(method, path, { ...key, ...(body && { body }) })
  }

  async function checksums(): Promise<Record<string, unknown>> {
    const [rows] = await connection.query<RowDataPacket[]>('checksum table ??', [tables])
    return Object.fromEntries(rows.map((row) => [row['Table'], row['Checksum']]))
  }

  it('is asked of every table', async () => {
    expect(tables.length).toBeGreaterThan(95)
    expect(tables).toContain('a2b_audit')
    expect(Object.values(await checksums()).filter((sum) => sum === null)).toEqual([])
  })

  describe.each([...resources.values()].map((resource) => [resource.name, resource] as const))(
    '%s',
    (name, resource) => {
      it('changes nothing where it is forbidden', async () => {
        const before = await checksums()
        const wrong: unknown[] = []
        for (const role of roles) {
          for (const request of requestsFor(resource, 2)) {
            if (isAllowed(role, name, request.operation)) continue
            counts.forbidden++
            const { status, json } = await send(role, request)
            const { type } = json as { type: string }
            if (status !== 403 || !type.endsWith('forbidden'))
              wrong.push([role.name, request.method, request.path, status])
          }
        }
        expect(wrong).toEqual([])
        expect(await checksums()).toEqual(before)
      })

      it('works where it is allowed', async () => {
        const wrong: unknown[] = []
        for (const [index, role] of roles.entries()) {
          for (const request of requestsFor(resource, index + 2)) {
            if (!isAllowed(role, name, request.operation)) continue
            counts.allowed++
            const { status, text } = await send(role, request)
            const isDelete = request.operation === 'delete'
            // Every other row has the same number in its references; and what one has deleted, the next does not find.
            if (status === 409 && isDelete) continue
            if (status === 200 && isDelete) {
              counts.deleted++
              await insertSample(connection, resource, 1)
            } else if (status !== 200) wrong.push([role.name, request.method, request.path, text])
            if (role.name !== 'masked') continue
            const shown = MASKS.filter((mask) => mask.startsWith(`${name}.`)).map((mask) => mask.split('.')[1])
            if (shown.some((field) => text.includes(`"${field}":`))) wrong.push([request.method, request.path, text])
          }
        }
        expect(wrong).toEqual([])
      })
    },
  )

  it('is what /api/metadata/ says, to each', async () => {
    for (const role of roles) {
      const answer = await send(role, { operation: 'list', method: 'GET', path: '/api/metadata/' })
      const told = (answer.json as Metadata).resources.map(({ name, operations }) => [name, operations] as const)
      const wanted = [...resources.values()]
        .filter(({ name }) => isAllowed(role, name, 'list'))
        .map((resource) => {
          const there = new Set(requestsFor(resource, 2).map(({ operation }) => operation))
          const may = (asked: Operation): boolean => there.has(asked) && isAllowed(role, resource.name, asked)
          return [resource.name, Object.fromEntries(OPERATIONS.map((asked) => [asked, may(asked)]))] as const
        })
      const served = told.filter(([name]) => resources.has(name))
      expect(served).toEqual(wanted.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    }
  })

  it('is what /openapi.json shows, to each', async () => {
    for (const role of roles) {
      const answer = await send(role, { operation: 'list', method: 'GET', path: '/openapi.json' })
      const { paths } = answer.json as { paths: Record<string, Record<string, unknown>> }
      const shown = [...resources.keys()].map((name) => {
        const own = Object.entries(paths).filter(([path]) => path.startsWith(`/api/${name}/`))
        const methods = own.flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
        return [name, methods.filter((method) => !method.startsWith('parameters ')).toSorted()] as const
      })
      const wanted = [...resources.values()].map((resource) => {
        const there = requestsFor(resource, 2).filter(
          ({ operation }) => operation !== 'export' && isAllowed(role, resource.name, operation),
        )
        const row = encodeURIComponent(resource.primaryKey.length > 0 ? sampleKey(resource, 1) : '')
        const ofRows = there.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(`/${row}/`, '/{key}/')}`)
        // Who may change or delete a row may do so with all that meet filters.
        const ofLists = ofRows.flatMap(
          (name) => /^(patch|delete) (.*)\{key\}\/$/.exec(name)?.slice(1, 3).join(' ') ?? [],
        )
        return [resource.name, [...ofRows, ...ofLists].toSorted()] as const
      })
      expect(shown, role.name).toEqual(wanted)
    }
  })

  it.each(['refill', 'extra_charge'])('of money: %s', async (call) => {
    const body = { credit: '1', amount: '1' }
    const path = `/custom_api/${call}/${sampleKey(resources.get('card')!, 1)}`
    const permission = call === 'refill' ? 'money:refill' : 'money:charge'
    const statuses: Record<string, number> = {}
    const before = await checksums()
    for (const role of roles.filter(
      ({ permissions }) => !permissions.some((held) => ['*', permission].includes(held)),
    )) {
      statuses[role.name] = (await send(role, { operation: 'update', method: 'POST', path, body })).status
    }
    expect(statuses).toEqual({ none: 403, support: 403, 'list only': 403, 'every resource by its name': 403 })
    expect(await checksums()).toEqual(before)
    const clerk = roles.find(({ name }) => name === 'clerk')!
    expect((await send(clerk, { operation: 'update', method: 'POST', path, body })).status).toBe(200)
    // The control: what is allowed does show in the sums.
    expect(await checksums()).not.toEqual(before)
  })

  it('is a list and no more where the key is masked, and makes nothing that needs what is masked', async () => {
    const row = `/api/card/${sampleKey(resources.get('card')!, 1)}/`
    const body = sampleRow(resources.get('card')!, 20)
    const { username: _, ...lacking } = body
    const asked: [mask: string, method: string, path: string, body?: object][] = [
      ['card.id', 'GET', '/api/card/'],
      ['card.id', 'GET', row],
      ['card.id', 'PATCH', row, { lastname: 'x' }],
      ['card.id', 'DELETE', row],
      ['card.id', 'POST', '/api/card/', body],
      ['card.username', 'GET', row],
      ['card.username', 'POST', '/api/card/', lacking],
    ]
    const statuses: number[] = []
    for (const [mask, method, path, sent] of asked) {
      const key = await makeKey(connection, mask, ['role:administrator', `mask:${mask}`])
      const { status, text } = await api.request(method, path, { ...key, ...(sent && { body: sent }) })
      statuses.push(status)
      expect(text).not.toContain(`"${mask.split('.')[1]}":`)
    }
    expect(statuses).toEqual([200, 403, 403, 403, 403, 200, 403])
  })

  it('was asked often', () => {
    expect(counts.forbidden).toBeGreaterThan(2000)
    expect(counts.allowed).toBeGreaterThan(2000)
    expect(counts.deleted).toBeGreaterThan(300)
  })
})
