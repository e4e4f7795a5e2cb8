import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../../src/http/log.ts'
import { startJobs } from '../../../src/plugins/jobs.ts'
import { startPlugins } from '../../../src/plugins/lifecycle.ts'
import type { Job, Plugin } from '../../../src/plugins/plugin.ts'
import { hosted } from '../../helpers/plugins.ts'
import { offlineApi } from '../http/serve.ts'

const lines: Record<string, unknown>[] = []
const log = createLog('error', { write: (line: string) => void lines.push(JSON.parse(line)) })
const host = (...plugins: Plugin[]) => hosted(plugins, offlineApi(), { log }).plugins
beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
})
afterEach(() => vi.useRealTimers())

describe('plugins', () => {
  const done: string[] = []
  const plugin = (name: string, change: Partial<Plugin> = {}): Plugin => ({
    api: 1,
    name,
    start: async () => void done.push(`start ${name}`),
    stop: async () => void done.push(`stop ${name}`),
    ...change,
  })
  const broken = async (): Promise<void> => {
    throw new Error('no licence')
  }
  beforeEach(() => {
    done.length = 0
  })

  it('stop in the opposite order, whatever one of them does', async () => {
    const stop = await startPlugins(host(plugin('a'), plugin('b', { stop: broken }), plugin('c')))
    await stop()
    expect(done).toEqual(['start a', 'start b', 'start c', 'stop c', 'stop a'])
    expect(lines).toMatchObject([{ plugin: 'b', err: { message: 'no licence' } }])
  })

  it('that cannot start stop the start, by name, and those before them', async () => {
    const plugins = host(plugin('a'), plugin('b', { start: broken }), plugin('c'))
    await expect(startPlugins(plugins)).rejects.toThrow('Plugin "b" cannot start: no licence')
    expect(done).toEqual(['start a', 'stop a'])
  })

  it('that never start are not waited for', async () => {
    const refused = expect(startPlugins(host(plugin('a', { start: () => new Promise(() => {}) })))).rejects.toThrow(
      'Plugin "a" cannot start: it has not done so within 30 seconds',
    )
    await vi.advanceTimersByTimeAsync(30_000)
    await refused
  })
})

describe('jobs', () => {
  const withJob = (run: Job['run']): Plugin => ({ api: 1, name: 'a', jobs: [{ name: 'sweep', every: 10, run }] })

  it('run one at a time, and again so long after each has ended', async () => {
    let runs = 0
    let end = (): void => {}
    const stop = startJobs(host(withJob(() => new Promise((resolve) => ((end = resolve), runs++)))))
    await vi.advanceTimersByTimeAsync(9_999)
    expect(runs).toBe(0)
    await vi.advanceTimersByTimeAsync(50_000)
    expect(runs).toBe(1)
    end()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(runs).toBe(2)
    end()
    await stop()
    await vi.advanceTimersByTimeAsync(50_000)
    expect(runs).toBe(2)
  })

  it('that fail are logged with the name of their plugin, and run again', async () => {
    const stop = startJobs(host(withJob(async () => Promise.reject(new Error('broken')))))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(lines).toMatchObject([
      { plugin: 'a', job: 'sweep', err: { message: 'broken' } },
      { plugin: 'a', job: 'sweep' },
    ])
    await stop()
  })

  it('are waited for when the server stops, but not for ever', async () => {
    const stop = startJobs(host(withJob(() => new Promise(() => {}))))
    await vi.advanceTimersByTimeAsync(10_000)
    const stopped = stop()
    await vi.advanceTimersByTimeAsync(5_000)
    await stopped
    expect(lines).toMatchObject([{ job: 'sweep', msg: 'job is left behind while the server stops' }])
  })
})
