/**
 * A second opinion on the document and the answers: requests made up from it, as in `test/fuzz/`, through Prism.
 *
 * Prism is too slow for the whole document, so it gets that of a user who may use a few tables and calls of plugins.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../generated/index.ts'
import { keysThere } from '../fuzz/check.ts'
import { type MadeUp, requests } from '../fuzz/requests.ts'
import { basicAuth, startTestApi, type TestApi } from '../helpers/api.ts'
import { describeDatabase } from '../helpers/mariadb.ts'
import { PRIVATE_DIRECTORY } from '../helpers/mariadb-template.ts'
import { Contract, type Document } from '../recorder/contract.ts'
import { type Prism, startPrism, type Violation, violationsIn } from './prism.ts'
import { asDocumented, OVERRULED, UNASKED } from './shortcomings.ts'

/** The same requests each time, and others where someone asks for many. */
const { A2B_TEST_RUNS: ASKED } = process.env
const RUNS = ASKED === undefined ? { numRuns: 600, seed: 20_261_127 } : { numRuns: Number(ASKED) }

/** A wide table, a long one, one whose key has two columns, and what plugins answer. */
const GRANTS = ['card:*', 'call:*', 'callerid:*', 'agenttariffgroup:*', 'reports:traffic', 'money:refill']
const USER = { name: 'prism', password: 'a password for second opinions' } as const
const folder = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-prism`)

describeDatabase('Prism', () => {
  let api: TestApi
  let document: Document
  const running: Prism[] = []
  beforeAll(async () => {
    const env = { A2B_AUTH_DEFAULT_ROLE: 'none' }
    api = await startTestApi({ rows: true, engine: 'InnoDB', logLevel: 'silent', env })
    const user = { username: USER.name, password: USER.password, email: '' }
    const { json } = await api.request('POST', '/api/user/', { body: user })
    for (const grant of GRANTS) {
      const body = { user: (json as { id: number }).id, grant }
      expect((await api.request('POST', '/api/grant/', { body })).status, grant).toBe(200)
    }
    document = (await api.request('GET', '/openapi.json', { as: USER })).json as Document
    mkdirSync(folder, { recursive: true })
  })
  afterAll(async () => {
    for (const prism of running) await prism.close()
    await api?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function prismWith(name: string, given: Document): Promise<Prism> {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify(given))
    const prism = await startPrism(file, api.url)
    running.push(prism)
    return prism
  }

  /** @returns what Prism has against the answer, or against a request that was not refused */
  async function judged(
    prism: Prism,
    { method, path, headers, body }: Pick<MadeUp, 'method' | 'path'> & Partial<MadeUp>,
  ): Promise<{ readonly status: number; readonly violations: readonly Violation[] }> {
    const answer = await fetch(prism.url + path, {
      method,
      headers: { ...headers, Authorization: basicAuth(USER.name, USER.password) },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(60_000),
    })
    await answer.text()
    const { status } = answer
    const isRefused = status >= 400
    const violations = violationsIn(answer.headers).filter(({ location: [where] }) => where !== 'request' || !isRefused)
    return { status, violations }
  }

  // First, while there are rows.
  it('control: an answer and a request that the document does not have are found', async () => {
    // oxlint-disable-next-line typescript/no-explicit-any -- reaches into a document at will
    const other = structuredClone(document) as any
    for (const schema of ['AgentTariffgroup', 'AgentTariffgroup.Part'])
      other.components.schemas[schema].properties.id_agent = { type: 'boolean' }
    other.components.schemas['Callerid.New'].properties.cid.maxLength = 3
    const prism = await prismWith('other.json', other)
    const answer = await judged(prism, { method: 'GET', path: '/api/agenttariffgroup/' })
    expect(answer.status).toBe(200)
    expect(answer.violations[0]?.location.slice(0, 2)).toEqual(['response', 'body'])
    const headers = { 'Content-Type': 'application/json' }
    const request = await judged(prism, { method: 'POST', path: '/api/callerid/', headers, body: '{"cid":"44123"}' })
    expect(request.status).toBe(200)
    expect(request.violations[0]?.location.slice(0, 2)).toEqual(['request', 'body'])
  })

  it('a number beyond every double is refused where Prism does not make null of it', async () => {
    const body = `{"cid":"44124","id":${'9'.repeat(5000)}}`
    const { status } = await api.request('POST', '/api/callerid/', {
      as: USER,
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    expect(status).toBe(422)
  })

  it('has nothing against what is answered, nor against what is taken', { timeout: 3_600_000 }, async () => {
    const prism = await prismWith('openapi.json', document)
    const contract = new Contract(document)
    const keys = await keysThere(api, contract, resources)
    const statuses = new Map<number, number>()
    const unasked = new Map<string | undefined, number>()
    const found: string[] = []
    const count = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const sampled of fc.sample(requests(contract, keys), RUNS)) {
      const template = contract.find(sampled.method, sampled.path.replace(/\?.*$/s, ''))?.template
      const reason =
        template === undefined ? 'what the document does not have' : UNASKED.find(({ is }) => is(sampled))?.what
      if (template === undefined || reason !== undefined) {
        count(unasked, reason)
        continue
      }
      const made = asDocumented(sampled, template)
      const { status, violations } = await judged(prism, made).catch((error: Error) => {
        throw new Error(`Prism failed at ${JSON.stringify(made)}`, { cause: error })
      })
      count(statuses, status)
      if (status >= 500) found.push(`${status}, of ${JSON.stringify(made).slice(0, 1000)}`)
      for (const violation of violations) {
        const { location, code, message } = violation
        if (OVERRULED.some(({ is }) => is(violation, made))) continue
        found.push(`${status} ${location.join('.')}: ${code} ${message}, of ${JSON.stringify(made).slice(0, 1000)}`)
      }
    }
    const told = (counts: Map<unknown, number>) => [...counts].map(([what, many]) => `${many} x ${what}`).join(', ')
    process.stdout.write(`Prism: ${told(statuses)}. Not asked: ${told(unasked)}\n`)
    expect(found).toEqual([])
    // Requests that are all refused at the door would tell nothing.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(RUNS.numRuns / 20)
  })
})
