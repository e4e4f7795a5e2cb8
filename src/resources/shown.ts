/** What of each row an answer shows, and how: `fields=`, `omit=`, `decimals=`, `labels=`. */
import { ApiError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'
import { parseChoice } from './choice.ts'
import { LABELS } from './labels.ts'
import { type Look, type Projection, projectionOf, projectionWith } from './projection.ts'
import { readNames, writeName } from './query-name.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'
import { keyColumns } from './row-key.ts'

/** The words, as they may be asked for. */
export const SHOWN_WORDS = ['fields', 'omit', 'decimals', 'labels'] as const
type Word = (typeof SHOWN_WORDS)[number]
/** By word, as the query gives them. */
export type Shown = Readonly<Partial<Record<Word, string>>>

/** @returns undefined where nothing is said of it */
export function shownIn(given: ReadonlyMap<string, string | undefined>): Shown | undefined {
  const entries = SHOWN_WORDS.flatMap((word) => {
    const text = given.get(word)
    return text === undefined ? [] : [[word, text] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/**
 * @param secrets - whether the caller may see secret columns
 * @throws ApiError `invalid_parameter` naming the parameter, what is wrong in it, and where
 */
export function projectionShowing(resource: Resource, secrets: boolean, shown: Shown | undefined): Projection {
  const all = projectionOf(resource, secrets)
  if (!shown) return all
  const { fields, omit } = shown
  if (fields !== undefined && omit !== undefined) {
    refuse('omit', 'The parameter "omit" cannot be given beside "fields", which names all that is shown.')
  }
  const decimals = parseChoice('decimals', shown.decimals, ['number', 'string'])
  const labels = parseChoice('labels', shown.labels, ['0', '1']) === '1'
  const named = columnsNamed(resource, all.columns, fields === undefined ? 'omit' : 'fields', fields ?? omit)
  const key = new Set(resource.primaryKey.length > 0 ? keyColumns(resource) : [])
  const columns = all.columns.filter((column) =>
    fields !== undefined ? key.has(column) || named.has(column) : !named.has(column),
  )
  if (columns.length === 0) refuse('omit', 'The parameter "omit" leaves nothing to show.')
  const look: Look = { ...(decimals === 'string' && { decimals }), ...(labels && { labels }) }
  if (labels && columns.some((column) => fieldOf(column) === LABELS)) {
    refuse('labels', `The parameter "labels" cannot be given: ${resource.name} has a field of that name.`)
  }
  return projectionWith(resource, columns, look)
}

function columnsNamed(
  resource: Resource,
  columns: readonly Column[],
  parameter: 'fields' | 'omit',
  text: string | undefined,
): Set<Column> {
  const named = new Set<Column>()
  for (const { name, at } of text === undefined ? [] : readNames(text)) {
    const where = `character ${at} of "${parameter}"`
    const column = columns.find((it) => fieldOf(it) === name || it.name === name)
    if (!column) {
      const known = columns.map((it) => writeName(fieldOf(it)))
      refuse(parameter, `${resource.name} has no field "${name}", at ${where}.${didYouMean(name, known)}`)
    }
    if (parameter === 'omit' && resource.primaryKey.includes(column.name)) {
      refuse(parameter, `The field "${name}", at ${where}, is of the key, which always comes.`)
    }
    named.add(column)
  }
  return named
}

function refuse(parameter: string, detail: string): never {
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}
