/**
 * What a profile says of a table or column under its old name -> the settings that say it of the new one.
 *
 * A rename leaves it behind: a secret would be shown, a balance could be written, a reference be followed by no filter.
 * The meaning of codes stands in the document only, and is left to the person.
 */
import { formatJson } from '../json.ts'
import { splitPath } from '../model/path.ts'
import type { Column } from '../model/schema.ts'
import type { ProfileRelation } from '../profile/profile.ts'
import type { Renamed, Settings, Side } from './sides.ts'

/** In the order they are printed. Secrets are compared by column: some are so by their names. */
const BY_NAME = [
  'fields',
  'protected',
  'readOnly',
  'required',
  'flags',
  'columnTypes',
  'actions',
  'pageSizes',
  'triggerVariables',
  'search',
] as const satisfies readonly (keyof Settings)[]

/**
 * @param renamed - of the whole database, so that a reference between two that were renamed is found
 * @returns of the old names that it is asked about, what the settings said and no longer say
 */
export function carryOver(before: Side, after: Side, renamed: Renamed): (names: readonly string[]) => Settings {
  const [wasSecret, isSecret] = [before, after].map(secretsIn) as [Map<string, string>, Map<string, string>]
  const lostRelations = missingRelations(before, after, renamed)
  return (names) => {
    const pairs = names.map((old) => [old, renamed.get(old) ?? old] as const)
    const missing = (was: (name: string) => unknown, is: (name: string) => unknown): Record<string, unknown> =>
      Object.fromEntries(
        pairs.flatMap(([old, now]) => (was(old) === undefined || is(now) !== undefined ? [] : [[now, was(old)]])),
      )
    const records = BY_NAME.map((setting) => {
      const [was, is]: ReadonlyMap<string, unknown>[] = [before, after].map(
        ({ profile }) => new Map(Object.entries(profile[setting])),
      )
      return [
        setting,
        missing(
          (name) => was?.get(name),
          (name) => is?.get(name),
        ),
      ] as const
    })
    const secrets = missing(
      (name) => wasSecret.get(name),
      (name) => isSecret.get(name),
    )
    const asked = new Set(names)
    const relations = lostRelations.filter(({ paths }) => paths.some((path) => asked.has(path))).map(({ row }) => row)
    const all = [['secrets', secrets] as const, ...records].filter(([, values]) => Object.keys(values).length > 0)
    return { ...Object.fromEntries(all), ...(relations.length > 0 && { relations }) }
  }
}

/** The sentence for a report; undefined where nothing is missing. */
export function whatIsLost(settings: Settings): string | undefined {
  const names = Object.keys(settings)
  return names.length > 0
    ? `What is known of the old name does not hold for the new one: ${names.join(', ')}.`
    : undefined
}

/** As it can be pasted between the braces of `generator`. */
export function formatSettings(settings: Settings): string {
  return Object.entries(settings)
    .map(([setting, value]) => `${setting}: ${withSpaces(formatJson(value, {}).trim())}`)
    .join(', ')
}

function secretsIn({ schema }: Side): Map<string, string> {
  const paths = schema.tables.flatMap((table) =>
    table.columns.map(({ name, secret }: Column) => [`${table.name}.${name}`, secret] as const),
  )
  return new Map(paths.flatMap(([path, secret]) => (secret === undefined ? [] : [[path, secret]])))
}

interface LostRelation {
  readonly row: ProfileRelation
  /** Its columns under their old names. */
  readonly paths: readonly string[]
}

function missingRelations(before: Side, after: Side, renamed: Renamed): LostRelation[] {
  const [there, now] = [before, after].map(pathsIn) as [Set<string>, Set<string>]
  const known = new Set(after.profile.relations.map(({ from, to }) => `${from} ${to}`))
  const declared = new Set(
    after.snapshot.tables.flatMap(({ name, foreignKeys = [] }) =>
      foreignKeys.flatMap(({ columns }) => columns.map((column) => `${name}.${column}`)),
    ),
  )
  return before.profile.relations.flatMap((row) => {
    const { table } = splitPath(row.from)
    const when = row.when && `${table}.${row.when.column}`
    const paths = [row.from, row.to, ...(when ? [when] : [])]
    const [from = '', to = '', condition] = paths.map((path) => renamed.get(path) ?? path)
    const isRenamed = paths.some((path) => renamed.has(path))
    const isPossible = paths.every((path) => there.has(path)) && [from, to].every((path) => now.has(path))
    if (!isRenamed || !isPossible || declared.has(from) || known.has(`${from} ${to}`)) return []
    const { certainty: _certainty, ...rest } = row
    const named = {
      ...rest,
      from,
      to,
      ...(row.when && condition && { when: { ...row.when, column: nameIn(condition) } }),
    }
    return [{ row: named, paths }]
  })
}

function pathsIn({ snapshot }: Side): Set<string> {
  return new Set(snapshot.tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)))
}

function nameIn(path: string): string {
  return splitPath(path).column
}

/** `{"a": 1}` -> `{ "a": 1 }`, texts left alone. */
function withSpaces(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|[{}]/g, (part) => (part === '{' ? '{ ' : part === '}' ? ' }' : part))
}
