/**
 * What no `information_schema` can tell: a {@link Profile} is everything decided about a database by people who know
 * it. `a2billing/` is the one this project ships; `a2b.config.ts` extends it, see {@link extendProfile}.
 *
 * Columns are written `table.column`. A row whose table or column a database lacks is skipped, because versions and
 * forks differ; `buildSchema` says which were.
 */

import type { Snapshot } from '../introspection/snapshot.ts'

export interface Profile {
  /** The server's own tables: no part of the snapshot, so that making them is no change of schema. `*` stands for anything. */
  readonly own: readonly string[]
  /** The tables that are served; empty: all. `*` stands for anything. */
  readonly include: readonly string[]
  /** Tables that are in the snapshot and not served. `*` stands for anything. */
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
  /** Tables, and columns as `table.column`, that the API never writes. The value says why. */
  readonly readOnly: Readonly<Record<string, string>>
  /** Columns that mean yes or no, and what they hold for each. */
  readonly flags: Readonly<Record<string, ProfileFlag>>
  readonly columnTypes: Readonly<Record<string, ProfileColumnType>>
  /** Rows a page, by table; `*` is every table that has no entry of its own. */
  readonly pageSizes: Readonly<Record<string, ProfilePageSize>>
  /** Columns whose value a client may give at creation only (`create`) or not at all (`never`), and what to do instead. */
  readonly protected: Readonly<Record<string, ProfileProtection>>
  /** Columns that create must name although the database would do without. `filled`: with more than an empty text. */
  readonly required: Readonly<Record<string, true | 'filled'>>
  /** Session variables, by table, that its triggers read and leave behind. */
  readonly triggerVariables: Readonly<Record<string, readonly string[]>>
  /** By table, the columns in which `search=` looks; `table.column` is one of a table that refers to it. */
  readonly search: Readonly<Record<string, readonly string[]>>
  /** By table. */
  readonly presentation: Readonly<Record<string, ProfilePresentation>>
  /** What people call a column: by its name, or as `table.column`, which wins. */
  readonly labels: Readonly<Record<string, string>>
}

/** How people are shown a table, in the admin panel say. */
export interface ProfilePresentation {
  /** What they call it: `Customers`. */
  readonly label: string
  /** In which part of the work they look for it: `customers`, `money`; a new word is a new part. */
  readonly section: string
  /** The column that names a row to them; one that the database lacks is passed over. */
  readonly display?: string
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

/** What a flag's column holds. `true`: `'t'` and `'f'` in text and enum columns, 1 and 0 in numbers. */
export type ProfileFlag = true | { readonly true: string | number; readonly false: string | number }

export interface ProfileColumnType {
  /** The column holds JSON text: bodies take any JSON value for it, answers show one. For text columns. */
  readonly sql?: 'json'
  /** TypeScript's type in `generated/tables/`, null aside. It must be one that the driver's own type allows. */
  readonly typescript?: string
  /** Where {@link typescript} is imported from: a package, or a file as seen from `a2b.config.ts`. */
  readonly from?: string
}

export interface ProfilePageSize {
  /** Rows a page where a request has no `limit`. */
  readonly default?: number
  /** The highest `limit` a request may have, at most 10,000. */
  readonly maximum?: number
}

/**
 * What `a2b.config.ts` may say under `generator`, added to the profile that is shipped. Tables and columns are named
 * as in the database, a column as `table.column`.
 *
 * A name that the database does not have is refused, with the nearest one it has.
 */
export interface ProfileExtension {
  /**
   * Serve these tables only.
   *
   * @example include: ['cc_card', 'cc_call*']
   */
  readonly include?: readonly string[]
  /**
   * Do not serve these tables. They stay in the snapshot, so their changes are still seen.
   *
   * @example exclude: ['cc_*_archive', 'tmp_*']
   */
  readonly exclude?: readonly string[]
  /**
   * What is taken off the front of a table's name to make the resource's; `cc_` unless said otherwise.
   *
   * @example tablePrefix: 'billing_'
   */
  readonly tablePrefix?: string
  /**
   * The name of a table in URLs, types and files.
   *
   * @example resources: { cc_card: 'customer' }
   */
  readonly resources?: Readonly<Record<string, string>>
  /**
   * The name of a column in bodies and answers. Bodies and filters take the column's own name as well.
   *
   * @example fields: { 'cc_card.id_group': 'group' }
   */
  readonly fields?: Readonly<Record<string, string>>
  /**
   * References that the database does not declare: filters follow them, and a delete does not orphan them.
   *
   * @example relations: [{ from: 'crm_customers.card_id', to: 'cc_card.id', none: ['0'] }]
   */
  readonly relations?: readonly ProfileRelation[]
  /**
   * The meaning of a column's values, for the document.
   *
   * @example codes: { 'crm_customers.level': { values: 'closed', codes: { 1: 'silver', 2: 'gold' } } }
   */
  readonly codes?: Readonly<Record<string, ProfileCodes>>
  /**
   * Columns that only holders of `secrets:read` see, and nobody filters by; the value says what is secret about them.
   * Columns can be added to the secrets that are shipped, never taken away.
   *
   * @example secrets: { 'crm_customers.iban': 'bank account' }
   */
  readonly secrets?: Readonly<Record<string, string>>
  /**
   * Names of columns that are secret in every table.
   *
   * @example secretNames: ['iban']
   */
  readonly secretNames?: readonly string[]
  /**
   * Tables in which a new or changed row does something: served read-only. The value says what it does.
   *
   * @example actions: { crm_mail_queue: 'A row here sends a mail.' }
   */
  readonly actions?: Readonly<Record<string, string>>
  /**
   * Action tables, shipped or your own, that may be written to all the same.
   *
   * @example openActions: ['cc_callback_spool']
   */
  readonly openActions?: readonly string[]
  /**
   * Tables and columns that the API never writes. The value says why, and is what a refused client reads.
   *
   * @example readOnly: { cc_call: 'Calls are written by the switch.', 'cc_card.username': 'It is on printed cards.' }
   */
  readonly readOnly?: Readonly<Record<string, string>>
  /**
   * Columns that mean yes or no: `true` and `false` in answers, bodies and filters. `true` as the value stands for
   * `'t'` and `'f'` in text and enum columns and for 1 and 0 in numbers. A stored value that is neither is shown as it is.
   *
   * @example flags: { 'cc_card.activated': true, 'crm_customers.vip': { true: 'Y', false: 'N' } }
   */
  readonly flags?: Readonly<Record<string, ProfileFlag>>
  /**
   * Another type than the database says.
   *
   * - `sql: 'json'`, on text columns: answers show the JSON that is stored, bodies take any JSON value, filters are
   *   `like` and its kind. A stored text that is not JSON is shown as a JSON string.
   * - `typescript`, with `from` where it is imported: the type of the column in `generated/tables/`, for code that
   *   queries with Kysely. The compiler refuses one that the driver's type does not allow, such as a number for a
   *   decimal. What is read, checked, written and documented stays as it was.
   *
   * @example columnTypes: {
   *   'crm_customers.settings': { sql: 'json' },
   *   'crm_customers.level': { typescript: 'Level', from: './crm/level.ts' },
   * }
   */
  readonly columnTypes?: Readonly<Record<string, ProfileColumnType>>
  /**
   * Rows a page, by table; `*` is every table that has no entry of its own. Otherwise 20, and at most 1000.
   *
   * @example pageSizes: { '*': { default: 50 }, cc_call: { default: 100, maximum: 5000 } }
   */
  readonly pageSizes?: Readonly<Record<string, ProfilePageSize>>
  /**
   * Columns whose value a client may give at creation only (`create`) or not at all (`never`), and what to do instead.
   *
   * @example protected: { 'crm_customers.points': { writable: 'create', hint: 'Points are kept by the shop.' } }
   */
  readonly protected?: Readonly<Record<string, ProfileProtection>>
  /**
   * Columns that create must name although the database would do without; `filled`: with more than an empty text.
   *
   * @example required: { 'crm_customers.name': 'filled' }
   */
  readonly required?: Readonly<Record<string, true | 'filled'>>
  /**
   * Session variables, by table, that its triggers read and leave behind: reset before each write.
   *
   * @example triggerVariables: { crm_customers: ['last_number'] }
   */
  readonly triggerVariables?: Readonly<Record<string, readonly string[]>>
  /**
   * Columns in which `search=` looks, by table: its own, and `table.column` of tables whose rows refer to it. They take
   * the place of those that are shipped for the table; an empty list takes the search away. All rows are read by it,
   * so it is not for tables of millions.
   *
   * @example search: { crm_customers: ['name', 'city', 'crm_contacts.email'], cc_card: ['username', 'lastname'] }
   */
  readonly search?: Readonly<Record<string, readonly string[]>>
  /**
   * How people are shown a table, in the admin panel say: what they call it, in which part of the work they look for it,
   * and the column that names a row to them. It takes the place of what is shipped for the table.
   *
   * @example presentation: { crm_customers: { label: 'CRM customers', section: 'customers', display: 'name' } }
   */
  readonly presentation?: Readonly<Record<string, ProfilePresentation>>
  /**
   * What people call a column, in the admin panel say: by its name in every table, or as `table.column` in that one.
   *
   * @example labels: { crm_score: 'Score', 'cc_card.lastname': 'Surname' }
   */
  readonly labels?: Readonly<Record<string, string>>
}

/**
 * Adds an extension to a profile: lists are joined, records are merged and the extension wins.
 *
 * Columns can be added to the secrets, never taken away: a secret that is shown by mistake cannot be called back.
 */
export function extendProfile(profile: Profile, extension: ProfileExtension): Profile {
  const opened = new Set(extension.openActions)
  const { knownPrefix } = profile
  // Action tables are opened by the names of the database, which may begin with something else than those shipped.
  const localName = (table: string): string =>
    table.startsWith(knownPrefix)
      ? (extension.tablePrefix ?? profile.tablePrefix) + table.slice(knownPrefix.length)
      : table
  return {
    own: profile.own,
    include: [...profile.include, ...(extension.include ?? [])],
    exclude: [...profile.exclude, ...(extension.exclude ?? [])],
    tablePrefix: extension.tablePrefix ?? profile.tablePrefix,
    knownPrefix: profile.knownPrefix,
    resources: { ...profile.resources, ...extension.resources },
    fields: { ...profile.fields, ...extension.fields },
    // Of several references from one column the first is followed.
    relations: [...(extension.relations ?? []), ...profile.relations],
    codes: { ...profile.codes, ...extension.codes },
    secrets: { ...profile.secrets, ...extension.secrets },
    secretNames: [...profile.secretNames, ...(extension.secretNames ?? [])],
    actions: Object.fromEntries(
      Object.entries({ ...profile.actions, ...extension.actions }).filter(
        ([table]) => !opened.has(table) && !opened.has(localName(table)),
      ),
    ),
    readOnly: { ...profile.readOnly, ...extension.readOnly },
    flags: { ...profile.flags, ...extension.flags },
    columnTypes: { ...profile.columnTypes, ...extension.columnTypes },
    pageSizes: { ...profile.pageSizes, ...extension.pageSizes },
    protected: { ...profile.protected, ...extension.protected },
    required: { ...profile.required, ...extension.required },
    triggerVariables: { ...profile.triggerVariables, ...extension.triggerVariables },
    search: { ...profile.search, ...extension.search },
    presentation: { ...profile.presentation, ...extension.presentation },
    labels: { ...profile.labels, ...extension.labels },
  }
}

/** A snapshot without the server's own tables: making them is no change of the operator's schema. */
export function withoutOwnTables(snapshot: Snapshot, { own }: Pick<Profile, 'own'>): Snapshot {
  return { ...snapshot, tables: snapshot.tables.filter((table) => !matchesTable(own, table.name)) }
}

/** @param patterns - table names; a `*` stands for any number of characters */
export function matchesTable(patterns: readonly string[], table: string): boolean {
  return patterns.some((pattern) => toRegExp(pattern).test(table))
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*')}$`, 's')
}
