import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { expect, it, vi } from 'vitest'
import { createTestDatabase, describeDatabase, startTestServer } from '../../helpers/mariadb.ts'

describeDatabase('the shared test server', () => {
  it('gives every caller an empty database of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
    const connection = await createConnection(one.url)
    await connection.query('create table t (id int)')
    const [rows] = await connection.query<RowDataPacket[]>('select database() as name, @@global.sql_mode as mode')
    expect(rows).toEqual([{ name: one.name, mode: '' }])
    await connection.changeUser({ database: other.name })
    await expect(connection.query('select * from t')).rejects.toMatchObject({ code: 'ER_NO_SUCH_TABLE' })
    await connection.end()
    await one.drop()
    await other.drop()
    await expect(createConnection(one.url)).rejects.toMatchObject({ code: 'ER_BAD_DB_ERROR' })
  })
})

describeDatabase('a test server of its own', () => {
  it('runs in the sql_mode asked for, in UTC, without a port', async () => {
    const server = await startTestServer({ sqlMode: 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION' })
    const connection = await createConnection(server.url('mysql'))
    const [rows] = await connection.query<RowDataPacket[]>(
      'select @@global.sql_mode as mode, @@time_zone as zone, @@skip_networking as deaf, @@character_set_server as charset',
    )
    await connection.end()
    await server.stop()
    expect(rows).toEqual([
      { mode: 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', zone: '+00:00', deaf: 1, charset: 'utf8mb4' },
    ])
  })

  it('lets the temporary tables of other servers be, its own lie in its directory', async () => {
    const shared = mkdtempSync(join(tmpdir(), 'a2b-tmpdir-'))
    // As another server would have it there while it sorts.
    const table = join(shared, '#sql-temptable-1a-2b-3c.MAI')
    writeFileSync(table, '')
    vi.stubEnv('TMPDIR', shared)
    const server = await startTestServer()
    vi.unstubAllEnvs()
    await server.stop()
    expect(existsSync(table)).toBe(true)
    rmSync(shared, { recursive: true })
  })

  it('leaves nothing behind when stopped', async () => {
    const server = await startTestServer()
    const directory = dirname(dirname(server.socketPath))
    expect(existsSync(directory)).toBe(true)
    await server.stop()
    expect(existsSync(directory)).toBe(false)
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH')
  })
})
