/** Every table of the hard cases: its rows are listed, created, read, found, changed and deleted. */
import { describe, expect, it } from 'vitest'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { writeName } from '../../../src/resources/query-name.ts'
import { type Column, fieldOf, type Resource } from '../../../src/resources/resource.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { sampleRow, sampleValue } from '../../helpers/sample-row.ts'
import { addressOf, type Row, useHardCases } from './hard-cases.ts'

describeDatabase('the hard cases', () => {
  const hard = useHardCases('every-table')
  const { ask, create } = hard

  describe('every resource', () => {
    it('is listed', async () => {
      for (const name of hard.api.resources.keys())
        expect([name, (await ask('GET', `/api/${name}/`)).status]).toEqual([name, 200])
      const { resources } = (await hard.api.request('GET', '/api/')).json as { resources: Row }
      const own = BUILT_IN.flatMap(({ resources: ours = [] }) => ours.map(({ name }) => name))
      expect(Object.keys(resources).sort()).toEqual([...hard.api.resources.keys(), ...own].sort())
    })

    it('with a key is created, read, found, changed and deleted', { timeout: 120_000 }, async () => {
      const writable = [...hard.api.resources.values()].filter(({ readOnly }) => readOnly === undefined)
      expect(writable.length).toBeGreaterThan(90)
      for (const one of writable) {
        await livesAndDies(one).catch((cause: Error) => {
          throw new Error(`${one.table}: ${cause.message}`, { cause })
        })
      }
      expect([...asked.keys()].sort()).toEqual([200, 400])
      expect(asked.get(200)).toBeGreaterThan(500)
    })

    /** What a sample cannot know: what a check, a period or a reference asks for. */
    const GIVEN: Readonly<Record<string, Row>> = {
      booking: { first_day: '2026-01-01', last_day: '2026-01-02' },
      letter: { sender: 1, receiver: 1 },
      others: { checked: '[1]' },
      pair_child: { a: 'x', b: 'y' },
    }

    /** In the words of a list, each of which is understood of a column or refused with a reason. */
    async function isAskedFor({ name, relations }: Resource, column: Column): Promise<void> {
      const field = fieldOf(column)
      const say = (word: string, text: string): string => `${word}=${encodeURIComponent(writeName(text))}`
      const queries = [
        ...(Object.hasOwn(relations, column.name) ? [say('expand', field)] : []),
        `${say('fields', field)}&labels=1&decimals=string`,
        `${say('agg', `max(${field})`)}&decimals=string`,
        `${say('agg', `distinct(${field})`)}&${say('group', field)}`,
        `${say('agg', `sum(${field})`)}`,
        `${say('group', `${field}:week`)}&tz=Europe/Paris`,
      ]
      for (const query of queries) {
        const { status, text } = await ask('GET', `/api/${name}/?${query}`)
        expect([200, 400], `${name}?${query}: ${text}`).toContain(status)
        asked.set(status, (asked.get(status) ?? 0) + 1)
      }
    }
    const asked = new Map<number, number>()

    async function livesAndDies(one: Resource): Promise<void> {
      const given = GIVEN[one.table] ?? {}
      const isFree = (field: string): boolean => !Object.hasOwn(one.relations, field) && !Object.hasOwn(given, field)
      const body = { ...sampleRow(one, 1), ...given }
      for (const field of Object.keys(one.relations)) if (!Object.hasOwn(given, field)) delete body[field]
      const path = `/api/${one.name}/`
      const created = await create(one.name, body)
      expect(created).toEqual(expect.objectContaining(body))
      const row = path + addressOf(one, created)
      expect((await ask('GET', row)).json).toEqual(created)
      const changes = Object.fromEntries(
        one.columns
          .filter((column) => !column.writable && !one.primaryKey.includes(column.name) && isFree(column.name))
          .map((column) => [fieldOf(column), sampleValue(column.type, 2)]),
      )
      const changed = await ask('PATCH', row, changes)
      expect([changed.status, changed.json]).toEqual([200, expect.objectContaining(changes)])
      expect((await ask('GET', row)).json).toEqual(changed.json)
      for (const column of one.columns) await isAskedFor(one, column)
      expect((await ask('DELETE', row)).status).toBe(200)
      expect((await ask('GET', row)).status).toBe(404)
    }
  })
})
