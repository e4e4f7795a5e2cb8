import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import { examine } from '../../../src/doctor/doctor.ts'
import type { Report } from '../../../src/doctor/finding.ts'
import type { ServerFacts } from '../../../src/operator/facts.ts'
import { resources } from '../../../generated/index.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { noDrift } from '../../helpers/drift.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

const NURSE = { name: 'nurse', password: 'a password of her own' } as const
const CLERK = { name: 'clerk', password: 'a password of his own' } as const

describeDatabase('/api/doctor/', () => {
  let api: TestApi
  const checkDrift = () => noDrift('', new URL('file:///'))
  beforeAll(async () => {
    api = await startTestApi({ rows: true })
    for (const [{ name, password }, grants] of [
      [NURSE, ['doctor:read']],
      [CLERK, ['card:*', 'secrets:read']],
    ] as const) {
      const { status, json } = await api.request('POST', '/api/user/', { body: { username: name, password } })
      expect(status).toBe(200)
      const { id } = json as { id: number }
      for (const grant of grants) {
        const given = await api.request('POST', '/api/grant/', { body: { user: id, grant } })
        expect(given.status, given.text).toBe(200)
      }
    }
  })
  afterAll(() => api.close())

  it('finds what `a2b doctor` finds', async () => {
    const answer = await api.request('GET', '/api/doctor/')
    expect(answer.status).toBe(200)
    const db = openDb({ url: api.database.url, connectionLimit: 2 })
    try {
      const expected = await examine({ db, resources, poolSize: 10, checkDrift })
      const served = answer.json as Report
      expect(served.checks).toEqual(expected.checks)
      expect(served.findings.map(({ code }) => code)).toEqual(expected.findings.map(({ code }) => code))
      // The control: such a database is not well, so something was compared.
      expect(served.findings.map(({ code }) => code)).toContain('commits-not-durable')
    } finally {
      await db.close()
    }
  })

  it('tells what runs', async () => {
    const answer = await api.request('GET', '/api/doctor/server/')
    const { node, database, schema, plugins } = answer.json as ServerFacts
    expect(node).toBe(process.versions.node)
    expect(database).toEqual({ name: api.database.name, version: expect.stringContaining('MariaDB') })
    expect(schema).toEqual({ status: 'equal', differences: [] })
    expect(plugins.find(({ name }) => name === 'refill')?.routes).toEqual(['POST /custom_api/refill/{card_id}/'])
  })

  it.each(['/api/doctor/', '/api/doctor/server/'])('%s is there for who may, and nobody else', async (path) => {
    expect((await api.request('GET', path, { as: NURSE })).status).toBe(200)
    expect((await api.request('GET', path, { as: CLERK })).status).toBe(403)
    expect((await api.request('GET', path, { as: null })).status).toBe(401)
    expect((await api.request('GET', `${path}?repair=1`)).status).toBe(400)
    expect((await api.request('POST', path, { body: {} })).status).toBe(405)
  })
})
