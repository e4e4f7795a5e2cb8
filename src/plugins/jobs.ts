/** What plugins do from time to time: of each job one run at once, and no failure that ends more than that run. */
import type { HostedPlugin } from './host.ts'
import { within } from './within.ts'

/** Seconds that a run may take to end when the server stops. */
const PATIENCE = 5

/** @returns a function that stops them all, after those that are running have ended */
export function startJobs(plugins: readonly HostedPlugin[]): () => Promise<void> {
  const stops = plugins.flatMap(({ plugin, host }) => (plugin.jobs ?? []).map((job) => repeat(job, host)))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

type Job = NonNullable<HostedPlugin['plugin']['jobs']>[number]

function repeat({ name, every, run }: Job, host: HostedPlugin['host']): () => Promise<void> {
  let isStopped = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const wait = (): void => {
    timer = setTimeout(() => void (running = once()), every * 1000)
    timer.unref()
  }
  const once = async (): Promise<void> => {
    try {
      await run(host)
    } catch (err) {
      host.log.error({ err, job: name }, 'job failed; it runs again as usual')
    }
    running = undefined
    if (!isStopped) wait()
  }
  wait()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    if (!running) return
    await within(PATIENCE, running, () => new Error('it did not end')).catch((err: unknown) => {
      host.log.error({ err, job: name }, 'job is left behind while the server stops')
    })
  }
}
