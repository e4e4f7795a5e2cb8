/**
 * Every operation of every table and view, made from the descriptors: what the generated code promises, it does. That every
 * answer is what its OpenAPI document says, the recorder sees to.
 */
import { createConnection } from 'mysql2/promise'
import { describe, expect, it } from 'vitest'
import { fieldOf, type Column, type Resource } from '../../src/resources/resource.ts'
import type { Answer, TestApi } from './api.ts'
import { sampleRow, sampleValue } from './sample-row.ts'
import { expectTags } from './tags.ts'

/** The tables that a view of A2Billing shows. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  callplanlcr: ['tariffgroupplan', 'tariffgroup', 'ratecard', 'prefix'],
  sipbuddiesempty: ['sipbuddies'],
}

export interface Served {
  readonly resources: ReadonlyMap<string, Resource>
}

/**
 * Declares the tests of one database.
 *
 * @param api - asked for when a test runs; its tables are empty
 * @param only - names of resources; left out: all of them
 */
export function testEveryResource({ resources }: Served, api: () => TestApi, only?: readonly string[]): void {
  const all = [...resources.values()].filter(({ name }) => only?.includes(name) ?? true)

  function ask(method: string, path: string, body?: unknown): Promise<Answer> {
    return api().request(method, path, body === undefined ? {} : { body })
  }

  describe.each(all.map((resource) => [resource.name, resource] as const))('%s', (name, resource) => {
    const list = `/api/${name}/`

    it('lists', async () => {
      const answer = await ask('GET', list)
      expect(answer.status).toBe(200)
      expect(answer.json).toEqual({ meta: { model: name, next: '', page: 1, previous: '' }, objects: [] })
    })

    if (resource.readOnly !== undefined) {
      it('shows a row that the database has', async () => {
        const tables = (VIEWS[name] ?? [name]).map((base) => resources.get(base) as Resource)
        const connection = await createConnection(api().database.url)
        try {
          await connection.query("set sql_mode = ''")
          // With the same number in every column, keys included, so that a view finds them together.
          for (const { table, columns } of tables) {
            const row = Object.fromEntries(columns.map((column) => [column.name, sampleValue(column.type, 1)]))
            await connection.query('insert into ?? set ?', [table, row])
          }
          const listed = await ask('GET', list)
          // A column that a view blanks out is CHAR(0), whose sample is as empty.
          const fields = resource.columns.map((column) => [fieldOf(column), sampleValue(column.type, 1)])
          expect(listed.json).toMatchObject({ objects: [Object.fromEntries(fields)] })
          if (resource.primaryKey.length > 0) {
            const [row] = (listed.json as { objects: unknown[] }).objects
            const read = await ask('GET', `${list}${keyOf(resource, row)}/`)
            expect([read.status, read.json]).toEqual([200, row])
            await expectTags(api(), `${list}${keyOf(resource, row)}/`, false)
          }
        } finally {
          for (const { table } of tables) await connection.query('delete from ??', [table])
          await connection.end()
        }
      })
    }

    if (resource.primaryKey.length === 0) {
      it('has no rows with an address', async () => {
        expect((await api().request('GET', `${list}1/`)).status).toBe(404)
      })
    } else if (resource.readOnly) {
      it('cannot be written to', async () => {
        for (const [method, path] of [
          ['POST', list],
          ['PUT', `${list}1/`],
          ['DELETE', `${list}1/`],
        ] as const) {
          const answer = await api().request(method, path, { body: {} })
          expect([method, answer.status]).toEqual([method, 405])
          expect(answer.headers.get('Allow')).toMatch(/GET/)
        }
        expect((await ask('GET', `${list}1/`)).status).toBe(404)
      })
    } else {
      it('creates, reads, changes and deletes', () => livesAndDies())
    }

    async function livesAndDies(): Promise<void> {
      const sent = sampleRow(resource, 1)
      const created = await ask('POST', list, sent)
      expect(created.status, created.text).toBe(200)
      expect(created.json).toMatchObject(sent)
      const key = keyOf(resource, created.json)
      const path = `${list}${key}/`
      expect((await ask('GET', path)).json).toEqual(created.json)
      expect((await ask('GET', path.slice(0, -1))).json).toEqual(created.json)
      await expectTags(api(), path, true)
      const listed = await ask('GET', `${list}?${fieldOf(keyColumn(resource))}=${key.split(',')[0]}`)
      expect(listed.json).toMatchObject({ objects: [created.json] })

      const again = await ask('POST', list, { ...sent, ...keyValues(resource, created.json) })
      expect(again.status).toBe(409)

      expect((await ask('PUT', path, {})).json).toEqual(created.json)
      for (const [index, method] of (['PUT', 'PATCH', 'POST'] as const).entries()) {
        const changes = changesFor(resource, index + 2)
        const changed = await ask(method, path, changes)
        expect([method, changed.status, changed.text]).toEqual([method, 200, changed.text])
        expect(changed.json).toMatchObject(changes)
      }

      // The only row there is: what filters find is this one.
      const found = `${list}?${fieldOf(keyColumn(resource))}=${key.split(',')[0]}`
      const headers = { Prefer: 'max-affected=1' }
      const changes = changesFor(resource, 5)
      // A table of nothing but its key has nothing to change.
      if (Object.keys(changes).length > 0) {
        const updated = await api().request('PATCH', found, { headers, body: changes })
        expect([updated.status, updated.text]).toEqual([200, updated.text])
      }

      expect(await ask('DELETE', path)).toMatchObject({ status: 200, json: { deleted: 1 } })
      expect((await ask('GET', path)).status).toBe(404)
      expect((await ask('DELETE', path)).status).toBe(404)
      expect((await ask('PUT', path, {})).status).toBe(404)

      for (const [index, method] of (['POST', 'DELETE'] as const).entries()) {
        const another = await ask('POST', list, sampleRow(resource, index + 3))
        expect(another.status, another.text).toBe(200)
        const removed = await ask(method, `${list}${keyOf(resource, another.json)}/delete/`)
        expect(removed).toMatchObject({ status: 200, json: { deleted: 1 } })
      }
      const last = await ask('POST', list, sampleRow(resource, 5))
      const lastKey = keyOf(resource, last.json).split(',')[0]
      const removed = await api().request('DELETE', `${list}?${fieldOf(keyColumn(resource))}=${lastKey}`, { headers })
      expect([removed.status, removed.text]).toEqual([200, removed.text])
    }
  })
}

function keyColumn(resource: Resource): Column {
  const column = resource.columns.find((candidate) => candidate.name === resource.primaryKey[0])
  if (!column) throw new Error(`${resource.name} has no key`)
  return column
}

function keyOf(resource: Resource, row: unknown): string {
  return Object.values(keyValues(resource, row)).join(',')
}

function keyValues(resource: Resource, row: unknown): Record<string, unknown> {
  return Object.fromEntries(resource.primaryKey.map((name) => [name, (row as Record<string, unknown>)[name]]))
}

/** Every column a change may name, with other values than before. */
function changesFor(resource: Resource, seed: number): Record<string, unknown> {
  return Object.fromEntries(
    resource.columns
      .filter((column) => !column.writable && !resource.primaryKey.includes(column.name))
      .map((column) => [fieldOf(column), sampleValue(column.type, seed)]),
  )
}
