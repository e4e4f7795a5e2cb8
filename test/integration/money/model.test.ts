/** Random commands against the API and against a reference of whole numbers: after each, both hold the same. */
import * as fc from 'fast-check'
import { type Connection, createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Command, commands, describeCommand } from '../../faults/model/commands.ts'
import { play } from '../../faults/model/play.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

const RUNS = 25

describeDatabase.each([
  { name: 'InnoDB', engine: 'InnoDB', seeds: [4, freshSeed()] },
  { name: 'MyISAM', seeds: [freshSeed()] },
] as const)('money on $name tables and the reference', ({ name, seeds, ...options }) => {
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    api = await startTestApi(options)
    connection = await createConnection({ uri: api.database.url })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  /** fast-check shrinks what fails to the fewest and smallest commands that still do. */
  async function check(seed: number): Promise<{ failed: boolean; shrunk: readonly Command[]; message: string }> {
    let played = 0
    const property = fc.asyncProperty(commands, async (list) => {
      played += list.length
      await play({ api, connection }, list)
    })
    const details = await fc.check(property, { seed, numRuns: RUNS, interruptAfterTimeLimit: 30_000 })
    const [shrunk = []] = details.counterexample ?? []
    process.stdout.write(`model, ${name}: ${played} commands in ${details.numRuns} runs, seed ${seed}\n`)
    const message = `seed ${seed}, path ${details.counterexamplePath}:\n${shrunk.map(describeCommand).join('\n')}\n${details.errorInstance}`
    return { failed: details.failed, shrunk, message }
  }

  it.each(seeds)('hold the same, seed %i', async (seed) => {
    const { failed, message } = await check(seed)
    expect(failed, message).toBe(false)
  })

  it('control: a database that drops the last decimal is found, and shown in few commands', async () => {
    await connection.query(
      'create trigger rounds before update on cc_card for each row follows cc_card_serial_update set new.credit = round(new.credit, 4)',
    )
    try {
      const { failed, shrunk, message } = await check(freshSeed())
      expect(failed).toBe(true)
      expect(shrunk.at(-1)?.do, message).not.toBe('create')
      expect(shrunk.length, message).toBeLessThanOrEqual(3)
    } finally {
      await connection.query('drop trigger rounds')
    }
  })
})

function freshSeed(): number {
  return Math.floor(Math.random() * 1_000_000_000)
}
