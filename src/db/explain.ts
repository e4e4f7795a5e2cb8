/** Why a database cannot be used at all, in the words of whoever has to start something on it. */
import { StartError } from '../start-error.ts'

/** @param error - what the first query threw */
export function explainDatabaseError(error: unknown): StartError {
  const { cause } = error as { cause?: unknown }
  const reason = cause instanceof Error ? cause.message || cause.name : String(error)
  return new StartError(`The database that A2B_DATABASE_URL names cannot be used: ${reason}.`, { cause: error })
}
