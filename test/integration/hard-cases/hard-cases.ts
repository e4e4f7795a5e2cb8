/**
 * A schema that is hard on everybody (schema.sql), the whole way: introspected, generated, and served for a file of tests.
 */
import { readFileSync } from 'node:fs'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterAll, beforeAll, expect } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import type { Snapshot } from '../../../codegen/introspection/snapshot.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import {
  type ExactAnswer,
  generateByTheLines,
  type GeneratedApi,
  type GeneratedProject,
  serveProject,
  writeProject,
} from '../../helpers/generated-api.ts'
import { createTestDatabase, type TestDatabase } from '../../helpers/mariadb.ts'

const SCHEMA = readFileSync(new URL('schema.sql', import.meta.url), 'utf8')

export type Row = Record<string, unknown>

/** The way from SQL to served rows; the members are there once the tests run. */
export class HardCases {
  database!: TestDatabase
  connection!: Connection
  snapshot!: Snapshot
  generated!: ReturnType<typeof generateByTheLines>
  project!: GeneratedProject
  api!: GeneratedApi

  /** @param name - of the folder that is generated, unique among files of tests */
  async open(name: string): Promise<void> {
    this.database = await createTestDatabase()
    this.connection = await createConnection({ uri: this.database.url, charset: 'utf8mb4', multipleStatements: true })
    await this.connection.query(`set names utf8mb4; set sql_mode = ''; ${SCHEMA}`)
    this.snapshot = await introspect(this.database.url)
    this.generated = generateByTheLines(this.snapshot)
    this.project = await writeProject(`hard-cases-${name}`, this.generated)
    this.api = await serveProject(this.project, this.database.url)
    await this.connection.query(`insert into person (id, code, name) values (1, 'a', 'Ann');
      insert into key_pair (a, b) values ('x', 'y')`)
  }

  async close(): Promise<void> {
    await this.api?.close()
    this.project?.remove()
    await this.connection?.end()
    await this.database?.drop()
  }

  readonly ask = (method: string, path: string, body?: unknown): Promise<ExactAnswer> =>
    this.api.request(method, path, body)

  readonly list = async (path: string): Promise<Row[]> => {
    const answer = await this.ask('GET', path)
    expect(answer.status, answer.text).toBe(200)
    return (answer.json as { objects: Row[] }).objects
  }

  readonly create = async (resource: string, body: unknown): Promise<Row> => {
    const answer = await this.ask('POST', `/api/${resource}/`, body)
    expect(answer.status, answer.text).toBe(200)
    return answer.json as Row
  }

  readonly resource = (table: string): Resource => {
    const found = [...this.api.resources.values()].find((candidate) => candidate.table === table)
    if (!found) throw new Error(`no resource of ${table}`)
    return found
  }
}

/** Opens before the tests of the block that calls it, and closes behind them. */
export function useHardCases(name: string): HardCases {
  const hard = new HardCases()
  beforeAll(() => hard.open(name))
  afterAll(() => hard.close())
  return hard
}

/** As the last part of a URL. */
export function addressOf({ primaryKey }: Resource, row: Row): string {
  const parts = primaryKey.map((name) => String(row[name]))
  const escaped = parts.length === 1 ? parts : parts.map((part) => part.replace(/[%,]/g, encodeURIComponent))
  return `${encodeURIComponent(escaped.join(','))}/`
}
