/** However the main job ends, nothing it started may stay. */
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { isRunning } from '../../../scripts/mariadb/lock.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { linkPackages, makeStubTree, type Serving, type StubTree } from '../../helpers/stub-tree.ts'

const PATIENCE = { timeout: 20_000, interval: 50 }

describeDatabase('nothing is left after', () => {
  let tree: StubTree
  let running: Partial<Serving> & { npm?: number } = {}

  beforeAll(async () => {
    tree = await makeStubTree('orphans')
    await tree.run(['a2b', 'install-only'])
    linkPackages(tree)
  })
  afterEach(() => {
    // A failed test must not fail the next ones, nor leave what it has found.
    for (const pid of Object.values(running)) if (isRunning(pid)) process.kill(pid, 'SIGKILL')
  })
  afterAll(() => tree.remove())

  it.each<[string, (running: Serving & { npm: number }) => void]>([
    ['Ctrl-C', ({ npm }) => process.kill(-npm, 'SIGINT')],
    ['a terminal that closes', ({ npm }) => process.kill(-npm, 'SIGHUP')],
    ['SIGTERM of npm', ({ npm }) => process.kill(npm, 'SIGTERM')],
    ['kill -9 of npm', ({ npm }) => process.kill(npm, 'SIGKILL')],
    ['SIGINT of the launcher alone', ({ launcher }) => process.kill(launcher, 'SIGINT')],
    ['kill -9 of the launcher', ({ launcher }) => process.kill(launcher, 'SIGKILL')],
    ['kill -9 of the API', ({ api }) => process.kill(api, 'SIGKILL')],
  ])('%s', async (_name, stop) => {
    const npm = tree.npmStart()
    const npmEnded = once(npm, 'exit')
    const serving = await vi.waitFor(() => {
      const found = tree.serving()
      expect(found).toBeDefined()
      expect(isRunning(found?.api ?? 0)).toBe(true)
      return found as Serving
    }, PATIENCE)
    const all = { ...serving, npm: npm.pid ?? 0 }
    running = all
    expect(Object.values(all).filter((pid) => !isRunning(pid))).toEqual([])

    stop(all)
    await npmEnded
    await vi.waitFor(() => expect(Object.entries(all).filter(([, pid]) => isRunning(pid))).toEqual([]), PATIENCE)
  })
})
