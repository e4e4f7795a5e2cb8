/** What the database refused, in the words of the resource: which field it was about. */
import { duplicateKeyName, errorNumber, isBadPattern, NO_NUMBER_LEFT, unavailable } from '../db/errors.ts'
import { ApiError } from '../errors.ts'
import { fieldOf, type Resource, wholeOf } from './resource.ts'

/** "Field 'x' doesn't have a default value": of a column that came after the server was generated, nobody could give it. */
const NO_DEFAULT = 1364

/** @returns what to throw instead of `error`, which a write to the resource threw */
export function describeWriteError(error: unknown, resource: Resource): unknown {
  // What a hook of a plugin refuses, it says in its own words.
  if (!(error instanceof ApiError) || errorNumber(error) === 0) return error
  if (error.code === 'duplicate_key') return describeDuplicate(error, resource)
  // A2Billing's triggers try a dial prefix as a pattern.
  if (isBadPattern(error) && resource.columns.some(({ name }) => name === 'dialprefix')) {
    const detail = 'The dial prefix is no pattern that the database understands.'
    return new ApiError('invalid_value', detail, { errors: [{ pointer: '/dialprefix', detail }], cause: error.cause })
  }
  if (error.code !== 'invalid_value') return error
  const unknown = error.errors.find(({ pointer }) => !resource.columns.some(({ name }) => `/${name}` === pointer))
  if (errorNumber(error) === NO_DEFAULT && unknown?.pointer) {
    const detail =
      `The table has a column "${unknown.pointer.slice(1)}" that needs a value and that this server was generated ` +
      'without. The operator must generate the server from this database again.'
    return new ApiError('invalid_value', detail, { cause: error.cause })
  }
  const errors = error.errors.map(({ pointer, detail }) => {
    const column = resource.columns.find(({ name }) => `/${name}` === pointer)
    return column ? { pointer: `/${fieldOf(column)}`, detail } : { detail }
  })
  return new ApiError('invalid_value', error.message, { errors, cause: error.cause })
}

/**
 * MySQL that has no number left for a new row tries the highest one again, and complains about a key that nobody sent.
 *
 * @param error - what an insert threw
 * @param given - names of the columns that the insert gave
 */
export function describeInsertError(error: unknown, { primaryKey }: Resource, given: readonly string[]): unknown {
  if (!(error instanceof ApiError) || primaryKey.every((name) => given.includes(name))) return error
  const isAboutKey =
    duplicateKeyName(error) === 'PRIMARY' || error.errors.some(({ pointer }) => pointer === `/${primaryKey[0]}`)
  return isAboutKey ? unavailable(error.cause, NO_NUMBER_LEFT) : error
}

/** The server names the key and not its columns; a key named after its column, as in A2Billing, tells. */
function describeDuplicate(error: ApiError, resource: Resource): ApiError {
  const key = duplicateKeyName(error)
  const names =
    key === 'PRIMARY'
      ? resource.primaryKey
      : resource.columns
          .map(({ name }) => name)
          .filter((name) => key === name || key?.endsWith(`_${name}`))
          .sort((a, b) => b.length - a.length)
          .slice(0, 1)
  const fields = resource.columns.filter(({ name }) => names.includes(name)).map(fieldOf)
  const [detail, errors] =
    fields.length > 0
      ? [`Another ${resource.name} already has this ${fields.join(', ')}.`, fields]
      : // Named after a column, the key would tell of one that is masked.
        [
          `Another ${resource.name} already has these values${hasMasks(resource) ? '' : ` in the key "${key ?? ''}"`}.`,
          [],
        ]
  return new ApiError('duplicate_key', detail, {
    errors: errors.map((field) => ({ pointer: `/${field}`, detail: 'Is taken.' })),
    cause: error.cause,
  })
}

function hasMasks(resource: Resource): boolean {
  return resource.columns !== wholeOf(resource).columns
}
