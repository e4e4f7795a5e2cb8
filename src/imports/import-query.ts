/** The query of an import: `?on=username&set={"tariff":1}&omit=inuse&errors=skip&dry_run=1`. */
import { ApiError } from '../errors.ts'
import { repeatedKey } from '../http/repeated-key.ts'
import { parseExactJson } from '../json-number.ts'
import { didYouMean } from '../nearest-name.ts'
import { parseChoice } from '../resources/choice.ts'
import { gatherParameters } from '../resources/query-string.ts'
import type { ColumnOptions } from './columns.ts'

export interface ImportQuery extends ColumnOptions {
  readonly isDryRun: boolean
  readonly isSkipping: boolean
  readonly on: string | undefined
  /** The same for queries that make the same of a file. */
  readonly identity: string
}

const WORDS = ['dry_run', 'on', 'set', 'omit', 'errors'] as const

/**
 * @param text - as in the URL, without `?`
 * @throws ApiError `unknown_parameter`, `invalid_parameter`
 */
export function parseImportQuery(text: string): ImportQuery {
  const given = new Map<string, string>()
  for (const [name, [value = '', ...others]] of gatherParameters(text)) {
    if (!(WORDS as readonly string[]).includes(name)) {
      throw refused(
        'unknown_parameter',
        name,
        `is unknown here: an import takes ${WORDS.join(', ')}.${didYouMean(name, WORDS)}`,
      )
    }
    if (others.length > 0) throw refused('invalid_parameter', name, `is given ${others.length + 1} times.`)
    given.set(name, value)
  }
  return {
    isDryRun: parseChoice('dry_run', given.get('dry_run'), ['0', '1']) === '1',
    isSkipping: parseChoice('errors', given.get('errors'), ['refuse', 'skip']) === 'skip',
    on: given.get('on'),
    identity: JSON.stringify([given.get('on'), given.get('set'), given.get('omit')]),
    set: readSet(given.get('set')),
    omit: given.get('omit')?.split(',') ?? [],
  }
}

function readSet(text: string | undefined): ImportQuery['set'] {
  if (text === undefined) return {}
  const set = readJson(text)
  const twice = set === undefined ? undefined : repeatedKey(text)
  if (twice !== undefined) throw refused('invalid_parameter', 'set', `has ${JSON.stringify(twice)} twice.`)
  if (typeof set === 'object' && set !== null && Object.getPrototypeOf(set) === Object.prototype) {
    return set as ImportQuery['set']
  }
  throw refused(
    'invalid_parameter',
    'set',
    'must be a JSON object with fields for every line, such as {"idtariffplan": 3}.',
  )
}

function readJson(text: string): unknown {
  try {
    return parseExactJson(text)
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

function refused(code: 'unknown_parameter' | 'invalid_parameter', parameter: string, why: string): ApiError {
  const detail = `The parameter "${parameter}" ${why}`
  return new ApiError(code, `${detail} Nothing was stored.`, { errors: [{ parameter, detail }] })
}
