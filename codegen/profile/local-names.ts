/**
 * A profile in the names of one database: where tables begin with `tel_` instead of `cc_`, what is known of `cc_card`
 * holds for `tel_card`.
 */
import { splitPath } from '../model/path.ts'
import { namesIn } from '../model/relations.ts'
import type { Profile } from './profile.ts'

export interface LocalNames {
  readonly profile: Profile
  /** The profile's name of a table, where the database has another. */
  readonly knownAs: ReadonlyMap<string, string>
}

/**
 * Only a table that is not there under the profile's own name is looked for under the database's prefix: a prefix that
 * is set to get shorter resource names takes no secret away.
 *
 * @param tables - names of the tables that the database has
 */
export function inLocalNames(tables: readonly string[], profile: Profile): LocalNames {
  const { tablePrefix, knownPrefix } = profile
  // A name without any prefix says nothing of where it comes from: `config` is in many a database.
  if (tablePrefix === knownPrefix || tablePrefix === '') return { profile, knownAs: new Map() }
  const there = new Set(tables)
  const table = (known: string): string => {
    const local = known.startsWith(knownPrefix) ? tablePrefix + known.slice(knownPrefix.length) : known
    return !there.has(known) && there.has(local) ? local : known
  }
  const path = (known: string): string => {
    const { table: name, column } = splitPath(known)
    return `${table(name)}.${column}`
  }
  return {
    profile: {
      ...profile,
      resources: renamed(profile.resources, table),
      fields: renamed(profile.fields, path),
      relations: profile.relations.map((row) => ({ ...row, from: path(row.from), to: path(row.to) })),
      codes: renamed(profile.codes, path),
      secrets: renamed(profile.secrets, path),
      actions: renamed(profile.actions, table),
      protected: renamed(profile.protected, path),
      required: renamed(profile.required, path),
      triggerVariables: renamed(profile.triggerVariables, table),
      presentation: renamed(profile.presentation, table),
      labels: renamed(profile.labels, (name) => (name.includes('.') ? path(name) : name)),
      search: Object.fromEntries(
        Object.entries(profile.search).map(([known, names]) => [
          table(known),
          names.map((name) => (name.includes('.') ? path(name) : name)),
        ]),
      ),
    },
    knownAs: new Map(
      [...knownTables(profile)]
        .map((known) => [table(known), known] as const)
        .filter(([local, known]) => local !== known),
    ),
  }
}

function knownTables({ fields, relations, codes, secrets, protected: kept, required }: Profile): Set<string> {
  const paths = [...[fields, codes, secrets, kept, required].flatMap(Object.keys), ...relations.flatMap(namesIn)]
  return new Set(paths.map((path) => splitPath(path).table))
}

function renamed<T>(record: Readonly<Record<string, T>>, name: (known: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([known, value]) => [name(known), value]))
}
