import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSchema } from '../../../scripts/demo/create.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'

// Each test starts the command several times, on a machine that may be busy.
describeDatabase('the commands of plugins', { timeout: 180_000 }, () => {
  let database: TestDatabase
  let cwd: string
  beforeAll(async () => {
    database = await createTestDatabase()
    await createSchema({ url: database.url, database: database.name })
    cwd = mkdtempSync(join(tmpdir(), 'a2b-commands-'))
    const load = [join(import.meta.dirname, 'fixtures/tools.ts')]
    writeFileSync(join(cwd, 'a2b.config.ts'), `export default ${JSON.stringify({ plugins: { load } })}\n`)
    await query(
      "insert into cc_card (username, useralias, uipass) values ('ann', 'a', ''), ('anna', 'b', ''), ('bob', 'c', '')",
    )
  })
  afterAll(async () => {
    rmSync(cwd, { recursive: true })
    await database.drop()
  })

  async function query(sql: string): Promise<unknown[]> {
    const connection = await createConnection({ uri: database.url, rowsAsArray: true })
    try {
      await connection.query("set sql_mode = ''")
      const [rows] = await connection.query<RowDataPacket[]>(sql)
      return rows
    } finally {
      await connection.end()
    }
  }
  const a2b = (...words: string[]) => runA2b(words, { A2B_DATABASE_URL: database.url }, undefined, cwd)
  const tables = async () => (await query("show tables like 'a2b\\_tools'")).length
  const steps = () => query("select id from a2b_migration where owner = 'tools' order by id")

  it('run on the tables that the plugin declares, and give their exit code', async () => {
    expect(await a2b('tools', 'cards', 'an', '--shout')).toMatchObject({ code: 0, out: 'ANN\nANNA\n' })
    expect(await a2b('tools', 'cards', 'zoe')).toMatchObject({ code: 1, out: '' })
  })

  it('are explained, and refused when they are mistyped', async () => {
    expect(await a2b('--help')).toMatchObject({ code: 0, out: expect.stringContaining('commands of the plugin tools') })
    expect(await a2b('tools', 'cards')).toMatchObject({ code: 2, err: expect.stringContaining("argument 'beginning'") })
    expect(await a2b('tool')).toMatchObject({ code: 2, err: expect.stringContaining("unknown command 'tool'") })
  })

  it('write for who is at the keyboard', async () => {
    expect(await a2b('tools', 'add')).toMatchObject({ code: 0 })
    expect(await query("select user_id, user_name like '% (a2b)' from a2b_audit where resource = 'tool'")).toEqual([
      [0, 1],
    ])
    await query('delete from a2b_tools where id = 7')
  })

  it('fail in the name of the plugin', async () => {
    const { code, err } = await a2b('tools', 'break')
    expect([code, err]).toEqual([2, expect.stringContaining('Plugin "tools", command break')])
  })

  it('are listed with what else there is', async () => {
    const { code, out } = await a2b('plugin', 'list')
    expect(code).toBe(0)
    for (const line of [
      'A2B_REFILL_VAT, default "compat"',
      'A2B_TOOLS_LIMIT, default 3',
      'a2b tools cards <beginning> [more...]',
      'POST /custom_api/refill/:card_id, needs money:refill',
    ]) {
      expect(out).toContain(line)
    }
  })

  it('made the tables, which go when they are told to, and come again', async () => {
    expect([await tables(), await steps(), await query('select id from a2b_tools')]).toEqual([
      1,
      [['001'], ['002']],
      [[1]],
    ])
    expect(await a2b('plugin', 'down', 'tools')).toMatchObject({
      code: 1,
      out: 'delete from a2b_tools;\ndrop table if exists a2b_tools;\nNothing was done yet. Add --yes to do this.\n',
    })
    expect(await tables()).toBe(1)
    expect(await a2b('plugin', 'down', 'tools', '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Taken back: 002, 001.'),
    })
    expect([await tables(), await steps()]).toEqual([0, []])
    await a2b('tools', 'cards', 'an')
    expect([await tables(), await steps()]).toEqual([1, [['001'], ['002']]])
  })
})
