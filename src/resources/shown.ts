/** What of each row an answer shows, and how: `fields=`, `omit=`, `decimals=`, `labels=`, `expand=`. */
import { ApiError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'
import type { Api } from './api.ts'
import { parseChoice } from './choice.ts'
import { type Expansion, parseExpand } from './expansion.ts'
import { LABELS } from './labels.ts'
import { type Look, type Projection, projectionOf, projectionWith } from './projection.ts'
import { readNames, writeName } from './query-name.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'
import { keyColumns } from './row-key.ts'

/** The words, as they may be asked for. */
export const SHOWN_WORDS = ['fields', 'omit', 'decimals', 'labels', 'expand'] as const
type Word = (typeof SHOWN_WORDS)[number]
/** By word, as the query gives them. */
export type Shown = Readonly<Partial<Record<Word, string>>>

/** What a row is shown with. */
export interface Showing {
  readonly projection: Projection
  readonly expanded: readonly { readonly expansion: Expansion; readonly showing: Showing }[]
}

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
export function showingOf(api: Api, resource: Resource, secrets: boolean, shown: Shown | undefined): Showing {
  if (!shown) return { projection: projectionOf(resource, secrets), expanded: [] }
  const { fields, omit } = shown
  if (fields !== undefined && omit !== undefined) {
    refuse('omit', 'The parameter "omit" cannot be given beside "fields", which names all that is shown.')
  }
  const decimals = parseChoice('decimals', shown.decimals, ['number', 'string'])
  const labels = parseChoice('labels', shown.labels, ['0', '1']) === '1'
  const text = fields ?? omit
  const wanted: Wanted = {
    parameter: fields === undefined ? 'omit' : 'fields',
    names: text === undefined ? undefined : readNames(text),
    look: { ...(decimals === 'string' && { decimals }), ...(labels && { labels }) },
    secrets,
  }
  return show(resource, wanted, parseExpand(api, resource, shown.expand))
}

interface Wanted {
  readonly parameter: 'fields' | 'omit'
  readonly names: ReturnType<typeof readNames> | undefined
  readonly look: Look
  readonly secrets: boolean
}

function show(resource: Resource, wanted: Wanted, expansions: readonly Expansion[]): Showing {
  const { parameter, look, secrets } = wanted
  const all = projectionOf(resource, secrets).columns
  const { named, behind } = readWanted(resource, all, wanted, expansions)
  const key = new Set(resource.primaryKey.length > 0 ? keyColumns(resource) : [])
  const replaced = new Set(expansions.filter(({ isMany }) => !isMany).map(({ from }) => from))
  const isShown = (column: Column): boolean =>
    !replaced.has(column) &&
    (wanted.names === undefined || key.has(column) || named.has(column) === (parameter === 'fields'))
  const columns = all.filter(isShown)
  if (columns.length === 0) refuse(parameter, `Nothing would be shown of ${resource.name}.`)
  if (look.labels && columns.some((column) => fieldOf(column) === LABELS)) {
    refuse('labels', `The parameter "labels" cannot be given: ${resource.name} has a field of that name.`)
  }
  return {
    projection: projectionWith(resource, columns, look),
    expanded: expansions.map((expansion) => ({
      expansion,
      showing: show(expansion.target, { ...wanted, names: behind.get(expansion) }, expansion.expansions),
    })),
  }
}

/** @returns the row's own columns that are named, and what is named of the rows put into it */
function readWanted(
  resource: Resource,
  columns: readonly Column[],
  { parameter, names = [] }: Wanted,
  expansions: readonly Expansion[],
) {
  const named = new Set<Column>()
  const behind = new Map<Expansion, { name: string; at: number }[]>()
  for (const { name, at } of names) {
    const where = `at character ${at} of "${parameter}"`
    const column = columns.find((it) => fieldOf(it) === name || it.name === name)
    const expansion = expansions.find(({ member }) => name.startsWith(`${member}.`))
    if (column && parameter === 'omit' && resource.primaryKey.includes(column.name)) {
      refuse(parameter, `The field "${name}", ${where}, is of the key, which always comes.`)
    }
    if (column) named.add(column)
    else if (expansion) {
      const begin = expansion.member.length + 1
      behind.set(expansion, [...(behind.get(expansion) ?? []), { name: name.slice(begin), at: at + begin }])
    } else if (parameter === 'omit' || !expansions.some(({ member }) => member === name)) {
      const known = columns.map((it) => writeName(fieldOf(it)))
      refuse(parameter, `${resource.name} has no field "${name}", ${where}.${didYouMean(name, known)}`)
    }
  }
  return { named, behind }
}

function refuse(parameter: string, detail: string): never {
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}
