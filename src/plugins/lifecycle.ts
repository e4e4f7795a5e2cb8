/** Starts the plugins one after another, and stops those that have started in the opposite order. */
import { StartError } from '../start-error.ts'
import type { HostedPlugin } from './host.ts'
import { within } from './within.ts'

/** Seconds that a plugin may take. */
const START_PATIENCE = 30
const STOP_PATIENCE = 5

/**
 * @returns a function that stops them all; what fails then is logged
 * @throws {@link StartError} naming the plugin that cannot start, after those before it were stopped
 */
export async function startPlugins(plugins: readonly HostedPlugin[]): Promise<() => Promise<void>> {
  const started: HostedPlugin[] = []
  const stop = async (): Promise<void> => {
    for (const one of started.toReversed()) await stopPlugin(one)
  }
  for (const one of plugins) {
    try {
      await waitFor(one.plugin.start?.(one.host), START_PATIENCE)
      started.push(one)
    } catch (error) {
      await stop()
      const reason = error instanceof Error ? error.message : String(error)
      throw new StartError(`Plugin "${one.plugin.name}" cannot start: ${reason}`, { cause: error })
    }
  }
  return stop
}

async function stopPlugin({ plugin, host }: HostedPlugin): Promise<void> {
  try {
    await waitFor(plugin.stop?.(host), STOP_PATIENCE)
  } catch (err) {
    host.log.error({ err }, 'plugin has not stopped in order')
  }
}

async function waitFor(work: Promise<void> | undefined, seconds: number): Promise<void> {
  if (work) await within(seconds, work, () => new Error(`it has not done so within ${seconds} seconds`))
}
