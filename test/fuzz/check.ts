/** Sends requests that are made up, and looks after each whether it was answered as the document has it, and left what it should. */
import * as fc from 'fast-check'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { expect } from 'vitest'
import type { Resource } from '../../src/resources/resource.ts'
import { createPasswords } from '../../src/users/password.ts'
import type { TestApi } from '../helpers/api.ts'
import { Contract, type Document } from '../recorder/contract.ts'
import { recorder } from '../recorder/current.ts'
import { type MadeUp, requests } from './requests.ts'

/** Has a number that is not made up: nobody takes the sender his rights. */
const SENDER = { id: 424_242, name: 'fuzzer', password: 'a password for made-up requests' } as const

/** Beside the table that is written to, what else a write may change. */
const ALWAYS = [
  'cc_card',
  'cc_logrefill',
  'cc_logpayment',
  'cc_charge',
  'a2b_audit',
  'a2b_money_movement',
  'user',
  'a2b_users_grant',
  'a2b_users_key',
]

/** What may change the sum of balances: movements of money, and cards that come and go. */
const MOVING = /^(refillCard|chargeCard|createCard|importRows|removeCard(_by\w+)?)$/

export interface FuzzOptions {
  readonly api: TestApi
  /** To the database behind it. */
  readonly connection: Connection
  readonly resources: ReadonlyMap<string, Resource>
  readonly runs: number
  /** Repeats a run; a fresh one unless given. */
  readonly seed?: number
}

export interface Fuzzed {
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>
  /** The smallest request that was found to go wrong, and how; undefined where none was. */
  readonly failure: string | undefined
}

export async function fuzz({ api, connection, resources, runs, seed }: FuzzOptions): Promise<Fuzzed> {
  await addSender(connection)
  const contract = new Contract((await api.request('GET', '/openapi.json', { as: null })).json as Document)
  const keys = await keysThere(api, contract, resources)
  const statuses = new Map<number, number>()

  async function stateOf(resource: string): Promise<{ sums: unknown; balances: unknown }> {
    const tables = [...new Set([...ALWAYS, resources.get(resource)?.table ?? 'cc_card'])]
    const [sums] = await connection.query<RowDataPacket[]>('checksum table ??', [tables])
    const [balances] = await connection.query('select cast(sum(credit) as char) from cc_card')
    return { sums: sums.map((row) => [row['Table'], row['Checksum']]), balances }
  }

  async function holds({ method, path, headers, body }: MadeUp): Promise<void> {
    const [, resource = ''] = /^\/api\/([^/?]+)/.exec(path) ?? []
    const before = await stateOf(resource)
    const answer = await api.request(method, path, { as: SENDER, headers, ...(body !== undefined && { body }) })
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const told = `${answer.status} ${answer.text.slice(0, 500)}`
    expect(recorder.takeMismatches().join('\n')).toBe('')
    // An id near the highest there is leaves few for those after it: this says so, and needs the operator.
    if (!answer.text.includes('has no number left')) expect(answer.status, told).toBeLessThan(500)
    const after = await stateOf(resource)
    if (answer.status >= 400 || ['GET', 'HEAD', 'OPTIONS'].includes(method)) expect(after, told).toEqual(before)
    const operation = contract.find(method, path.replace(/\?.*$/s, ''))?.operation.operationId ?? ''
    if (!MOVING.test(operation)) expect(after.balances, told).toEqual(before.balances)
  }

  const details = await fc.check(fc.asyncProperty(requests(contract, keys), holds), {
    numRuns: runs,
    ...(seed !== undefined && { seed }),
  })
  const [found] = details.counterexample ?? []
  const failure = details.failed
    ? `seed ${details.seed}, path ${details.counterexamplePath}: ${JSON.stringify(found)}\n${details.errorInstance}`
    : undefined
  return { statuses, failure }
}

async function addSender(connection: Connection): Promise<void> {
  const hash = await createPasswords({ cost: { ln: 4, r: 8, p: 1 } }).hash(SENDER.password)
  const sql = 'insert ignore into `user` (id, username, password, active, admin) values (?, ?, ?, 1, 1)'
  await connection.query(sql, [SENDER.id, SENDER.name, hash])
}

/** Of some rows of each resource, as in their addresses. */
export async function keysThere(
  api: TestApi,
  contract: Contract,
  resources: ReadonlyMap<string, Resource>,
): Promise<Map<string, string[]>> {
  const names = contract.all().flatMap(({ template }) => /^\/api\/([^/]+)\/\{key\}\/$/.exec(template)?.[1] ?? [])
  const keys = new Map<string, string[]>()
  for (const name of new Set(names)) {
    const { primaryKey = ['id'] } = resources.get(name) ?? {}
    const { json } = await api.request('GET', `/api/${name}/?limit=20`)
    // A server that fails at lists is not looked at here.
    const { objects: rows = [] } = json as { objects?: Record<string, unknown>[] }
    const addresses = rows.map((row) => encodeURIComponent(primaryKey.map((column) => String(row[column])).join()))
    keys.set(
      name,
      addresses.filter((address) => address !== String(SENDER.id)),
    )
  }
  return keys
}
