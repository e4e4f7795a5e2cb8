/**
 * A canary in every secret column of every table: whoever lacks `secrets:read` finds it in no byte of any answer, and
 * nobody finds it in a line of the log or a row of the audit, whatever was asked, written or refused.
 */
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { type Column, fieldOf, type Resource } from '../../../src/resources/resource.ts'
import { ROLES } from '../../../src/users/roles.ts'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { makeKey } from '../../helpers/keys.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { sampleRow } from '../../helpers/sample-row.ts'
import { insertSample, isTable, sampleKey } from '../../helpers/table-rows.ts'

interface Secret {
  readonly resource: Resource
  readonly column: Column
  /** Another one in each column, all beginning alike: some hold four characters. */
  readonly canary: string
}

/** A character that nothing else here has. */
const MARK = '秘'

const secrets: readonly Secret[] = [...resources.values()]
  .flatMap((resource) =>
    resource.columns.flatMap((column) =>
      column.secret && holdsText(column) ? [{ resource, column, canary: '' }] : [],
    ),
  )
  .map((secret, index) => ({ ...secret, canary: `${MARK}${MARK}${String(index + 10)}` }))

/** The view of SIP accounts without their secrets has columns that hold nothing. */
function holdsText({ type }: Column): boolean {
  return !('maxLength' in type) || type.maxLength !== 0
}

/** As bytes might tell it: as it is, escaped in JSON or a URL, or in Base64, of the secrets themselves. */
function sings(text: string): boolean {
  const songs = [MARK, '\\u79d8', encodeURIComponent(MARK), ...secrets.map(({ canary }) => base64(canary))]
  return songs.some((song) => text.includes(song))
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64').replaceAll('=', '')
}

function canariesOf({ name }: Resource, as: (column: Column) => string): Record<string, string> {
  const own = secrets.filter(({ resource }) => resource.name === name)
  return Object.fromEntries(own.map(({ column, canary }) => [as(column), canary]))
}

describeDatabase('canaries', () => {
  let api: TestApi
  let connection: Connection
  let answers = 0
  const keys: Record<string, Pick<RequestOptions, 'as' | 'headers'>> = {}
  const blind = [...Object.keys(ROLES).filter((name) => name !== 'administrator'), 'every resource']

  beforeAll(async () => {
    api = await startTestApi({ logLevel: 'trace' })
    connection = await createConnection(api.database.url)
    await connection.query("set sql_mode = ''")
    const every = [...resources.keys()].map((name) => `${name}:*`)
    for (const name of blind.slice(0, -1)) keys[name] = await makeKey(connection, name, [`role:${name}`])
    keys['every resource'] = await makeKey(connection, 'every', every as [string, ...string[]])
    keys['seeing'] = await makeKey(connection, 'seeing', ['secrets:read', ...every])
    for (const resource of resources.values()) {
      if (isTable(resource))
        await insertSample(
          connection,
          resource,
          1,
          canariesOf(resource, ({ name }) => name),
        )
    }
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  async function ask(role: string, method: string, path: string, body?: object): Promise<Answer> {
    answers++
    return api.request(method, path, { ...keys[role], ...(body && { body }) })
  }

  /** Everything that can be asked of a resource, with what answers and refuses. */
  async function askEverything(role: string, resource: Resource): Promise<[string, Answer][]> {
    const { name, primaryKey } = resource
    const list = `/api/${name}/`
    const row = `${list}${encodeURIComponent(sampleKey(resource, 1))}/`
    const asked: [string, Answer][] = []
    const add = async (method: string, path: string, body?: object): Promise<void> => {
      asked.push([`${role} ${method} ${path}`, await ask(role, method, path, body)])
    }
    await add('GET', list)
    for (const format of ['csv', 'ndjson']) await add('GET', `${list}?format=${format}`)
    const own = secrets.filter((secret) => secret.resource === resource)
    for (const { column } of own) {
      // What is asked for must not come back in the answer either: so not the canary, which an error may repeat.
      for (const query of ['__like=%25', '__is_null=false', '__gt=0']) {
        await add('GET', `${list}?${fieldOf(column)}${query}`)
      }
      await add('GET', `${list}?ordering=${fieldOf(column)}`)
    }
    for (const from of Object.keys(resource.relations)) {
      const target = resources.get(resource.relations[from]?.resource ?? '')
      for (const { column } of secrets.filter((secret) => secret.resource === target)) {
        await add('GET', `${list}?${from}__${fieldOf(column)}__like=%25`)
      }
    }
    if (primaryKey.length === 0) return asked
    await add('GET', row)
    if (resource.readOnly !== undefined || own.length === 0) return asked
    const canaries = canariesOf(resource, fieldOf)
    await add('PUT', row, {})
    await add('PATCH', row, canaries)
    await add('POST', list, { ...sampleRow(resource, 1), ...canaries })
    await add('POST', list, { ...sampleRow(resource, 2), ...canaries, nothing: 1 })
    // Each role makes a row of its own, and tries to remove it.
    const seed = 3 + blind.indexOf(role)
    await add('POST', list, { ...sampleRow(resource, seed), ...canaries })
    await add('DELETE', `${list}${encodeURIComponent(sampleKey(resource, seed))}/`)
    return asked
  }

  it('sit in every secret column', async () => {
    expect(secrets.length).toBeGreaterThan(30)
    for (const { resource, column, canary } of secrets) {
      const sql = 'select count(*) as found from ?? where ?? = ?'
      const [rows] = await connection.query<RowDataPacket[]>(sql, [resource.table, column.name, canary])
      expect([resource.name, column.name, rows[0]?.['found']]).toEqual([resource.name, column.name, 1])
    }
  })

  it.each(blind)('sing to nobody who may not read secrets: %s', async (role) => {
    const heard: string[] = []
    for (const resource of resources.values()) {
      for (const [request, { text, headers }] of await askEverything(role, resource)) {
        if (sings(text) || sings(JSON.stringify([...headers]))) heard.push(request)
      }
    }
    for (const path of ['/openapi.json', '/api/', '/', '/health/ready', '/health/schema']) {
      if (sings((await ask(role, 'GET', path)).text)) heard.push(path)
    }
    expect(heard).toEqual([])
  })

  it('sing to who may', async () => {
    const silent: string[] = []
    for (const { resource, column, canary } of secrets) {
      const { text } = await ask('seeing', 'GET', `/api/${resource.name}/`)
      if (!text.includes(canary) && !text.includes(base64(canary))) silent.push(`${resource.name}.${column.name}`)
    }
    expect(silent).toEqual([])
    const heard = (await askEverything('seeing', resources.get('card')!)).filter(([, { text }]) => sings(text))
    expect(heard.length).toBeGreaterThanOrEqual(3)
  })

  it('and the hashes of passwords and keys sing to nobody at all', async () => {
    await connection.query('update user set email = ?', [`${MARK}@example.org`])
    await connection.query('insert into a2b_users_grant (user_id, grant_text) values (1, ?)', ['card:list'])
    const [rows] = await connection.query<RowDataPacket[]>(
      'select password as hash from user union all select hash from a2b_users_key',
    )
    const hashes = rows.map((row) => String(row['hash']))
    expect(hashes.length).toBeGreaterThan(5)
    const heard: string[] = []
    for (const resource of ['user', 'key', 'grant', 'usersession', 'audit', 'movement']) {
      for (const path of [`/api/${resource}/?limit=1000`, `/api/${resource}/1/`]) {
        const { status, text } = await api.request('GET', path)
        if (path.endsWith('1000')) expect([path, status]).toEqual([path, 200])
        if (text.includes(MARK) || hashes.some((hash) => text.includes(hash))) heard.push(path)
      }
    }
    expect(heard).toEqual([])
  })

  it('are not in a log of what fails, though the statement holds them', async () => {
    const before = api.warnings.length
    await connection.query('alter table cc_card drop column loginkey')
    try {
      const path = `/api/card/${sampleKey(resources.get('card')!, 1)}/`
      const { status, text } = await ask('every resource', 'PATCH', path, { loginkey: `${MARK}${MARK}99` })
      expect([status, sings(text)]).toEqual([503, false])
    } finally {
      await connection.query("alter table cc_card add column loginkey varchar(40) not null default ''")
    }
    expect(api.warnings.slice(before).some(({ level }) => level === 'error')).toBe(true)
  })

  it('were not heard by the log or the audit', async () => {
    expect(answers).toBeGreaterThan(1500)
    const lines = api.warnings.map((line) => JSON.stringify(line))
    expect(lines.length).toBeGreaterThanOrEqual(answers)
    expect(lines.filter(sings)).toEqual([])
    const [audit] = await connection.query<RowDataPacket[]>('select * from a2b_audit')
    const rows = audit.map((row) => JSON.stringify(row))
    expect(rows.filter((row) => row.includes('uipass')).length).toBeGreaterThan(0)
    expect(rows.filter(sings)).toEqual([])
    // The control: an audit that kept values would have been heard.
    expect(sings(JSON.stringify({ uipass: [null, secrets[0]?.canary] }))).toBe(true)
  })
})
