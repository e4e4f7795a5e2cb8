/**
 * What no `information_schema` can tell: a {@link Profile} is everything decided about a database by people who know
 * it. `a2billing/` is the one this project ships; `a2b.config.ts` extends it, see {@link extendProfile}.
 *
 * Columns are written `table.column`. A row whose table or column a database lacks is skipped, because versions and
 * forks differ; `buildSchema` says which were.
 */

export interface Profile {
  /** The server's own tables: no part of the snapshot, so that making them is no change of schema. `*` ends a prefix. */
  readonly own: readonly string[]
  /** Tables that are in the snapshot and not served. `*` ends a prefix. */
  readonly exclude: readonly string[]
  /** Taken off the front of a table's name to make the resource's: `cc_card_group` is `cardgroup`. */
  readonly tablePrefix: string
  /** What the tables that the profile itself names begin with. */
  readonly knownPrefix: string
  /** Resource names that differ from the rule, by table. */
  readonly resources: Readonly<Record<string, string>>
  /** Names on the wire that differ from the column's. */
  readonly fields: Readonly<Record<string, string>>
  readonly relations: readonly ProfileRelation[]
  readonly codes: Readonly<Record<string, ProfileCodes>>
  /** Columns masked without `secrets:read`; the value says what is secret about them. */
  readonly secrets: Readonly<Record<string, string>>
  /** Column names that are secret in whatever relation they turn up: copies, archives, views. */
  readonly secretNames: readonly string[]
  /** Tables in which a new or changed row does something; served read-only. The value says what it does. */
  readonly actions: Readonly<Record<string, string>>
  /** Columns whose value a client may give at creation only (`create`) or not at all (`never`), and what to do instead. */
  readonly protected: Readonly<Record<string, ProfileProtection>>
  /** Columns that create must name although the database would do without. `filled`: with more than an empty text. */
  readonly required: Readonly<Record<string, true | 'filled'>>
  /** Session variables, by table, that its triggers read and leave behind. */
  readonly triggerVariables: Readonly<Record<string, readonly string[]>>
}

export interface ProfileRelation {
  readonly from: string
  readonly to: string
  /** What stands for "refers to nothing", beside NULL. */
  readonly none?: readonly string[]
  /** The reference holds only where another column of the row has this value. */
  readonly when?: { readonly column: string; readonly equals: string }
  readonly certainty?: 'medium'
}

export interface ProfileCodes {
  /** `closed`: no other value occurs. `open`: others may. `bits`: values are sums of these. */
  readonly values: 'closed' | 'open' | 'bits'
  readonly codes: Readonly<Record<string, string>>
  readonly note?: string
}

export interface ProfileProtection {
  readonly writable: 'create' | 'never'
  readonly hint: string
}

/** What `a2b.config.ts` may say under `generator`: any part of a {@link Profile}, added to the one shipped. */
export type ProfileExtension = {
  readonly [Part in Exclude<keyof Profile, 'tablePrefix' | 'knownPrefix' | 'own'>]?: Profile[Part]
} & {
  readonly tablePrefix?: string
  /** Action tables that may be written to all the same. */
  readonly openActions?: readonly string[]
}

/**
 * Adds an extension to a profile: lists are joined, records are merged and the extension wins.
 *
 * Columns can be added to the secrets, never taken away: a secret that is shown by mistake cannot be called back.
 */
export function extendProfile(profile: Profile, extension: ProfileExtension): Profile {
  const opened = new Set(extension.openActions)
  return {
    own: profile.own,
    exclude: [...profile.exclude, ...(extension.exclude ?? [])],
    tablePrefix: extension.tablePrefix ?? profile.tablePrefix,
    knownPrefix: profile.knownPrefix,
    resources: { ...profile.resources, ...extension.resources },
    fields: { ...profile.fields, ...extension.fields },
    relations: [...profile.relations, ...(extension.relations ?? [])],
    codes: { ...profile.codes, ...extension.codes },
    secrets: { ...profile.secrets, ...extension.secrets },
    secretNames: [...profile.secretNames, ...(extension.secretNames ?? [])],
    actions: Object.fromEntries(
      Object.entries({ ...profile.actions, ...extension.actions }).filter(([table]) => !opened.has(table)),
    ),
    protected: { ...profile.protected, ...extension.protected },
    required: { ...profile.required, ...extension.required },
    triggerVariables: { ...profile.triggerVariables, ...extension.triggerVariables },
  }
}

/** @param patterns - table names; a `*` at the end stands for any ending */
export function matchesTable(patterns: readonly string[], table: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? table.startsWith(pattern.slice(0, -1)) : table === pattern,
  )
}
