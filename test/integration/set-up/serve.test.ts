import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSchema } from '../../../scripts/demo/create.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'

describeDatabase('a2b serve', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
    await createSchema({ socketPath: database.socketPath, database: database.name })
  })
  afterAll(() => database.drop())

  const a2b = fileURLToPath(new URL('../../../bin/a2b.mjs', import.meta.url))
  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    A2B_DATABASE_URL: database.url,
    A2B_PORT: '0',
    A2B_LOG_LEVEL: 'silent',
  })

  it.each([0, 300])('ends when the launcher goes before it serves, %d ms after it began', async (after) => {
    const child = fork(a2b, ['serve'], { env: env(), execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const ended = once(child, 'exit')
    await delay(after)
    child.disconnect()
    expect(await ended).toEqual([0, null])
  })

  it.each(['the launcher goes', 'SIGTERM comes', 'SIGINT comes again while it drains'])(
    'ends in order when %s',
    async (how) => {
      const child = fork(a2b, ['serve'], { env: env(), execArgv: [], stdio: ['ignore', 'pipe', 'ignore', 'ipc'] })
      const ended = once(child, 'exit')
      const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
      const [, url] = /^Serving on (http:\S+)/.exec(String(line)) ?? []
      expect(url).toBeDefined()
      if (how === 'SIGTERM comes') child.kill('SIGTERM')
      else if (how.startsWith('SIGINT')) {
        // Whoever watches is given a second to send requests elsewhere: time for another Ctrl-C.
        await fetch(`${url}/health/ready`)
        child.kill('SIGINT')
        await expect.poll(async () => (await fetch(`${url}/health/ready`)).status).toBe(503)
        child.kill('SIGINT')
      } else child.disconnect()
      expect(await ended).toEqual([0, null])
    },
  )
})
