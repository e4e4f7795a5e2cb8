/** Calls a plugin's function so that its failure is the plugin's own: told by name to the log, never to a client. */
import { ApiError } from '../errors.ts'
import { within } from './within.ts'

export interface Call {
  readonly plugin: string
  /** E.g. `hook card.beforeUpdate`. */
  readonly what: string
  /** How long it may take; undefined for as long as it likes. */
  readonly seconds?: number
}

/**
 * @throws ApiError what the function refuses with; `plugin_failed` for whatever else it throws, and when it takes too long
 */
export async function contain<T>({ plugin, what, seconds }: Call, run: () => T | Promise<T>): Promise<T> {
  try {
    const work = (async () => run())()
    if (seconds === undefined) return await work
    return await within(seconds, work, () => new Error(`it had not ended after ${seconds} seconds`))
  } catch (error) {
    throw error instanceof ApiError ? error : failed({ plugin, what }, error)
  }
}

/** The log tells the chain of causes, and the first has the name. */
export function failed({ plugin, what }: Call, cause: unknown): ApiError {
  return new ApiError(
    'plugin_failed',
    'An extension of this server failed. The log has the reason under this request_id.',
    {
      cause: new Error(`Plugin "${plugin}", ${what}`, { cause }),
    },
  )
}
