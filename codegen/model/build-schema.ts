/** Snapshot + profile -> {@link Schema}: every choice is made here, once, and nothing after it looks back. */
import { CodegenError, NameCollisionError } from '../errors.ts'
import { propertyName, quote } from '../escape.ts'
import { readIndexPart } from '../introspection/index-part.ts'
import type { Snapshot, SnapshotColumn, SnapshotIndex, SnapshotTable } from '../introspection/snapshot.ts'
import { inLocalNames } from '../profile/local-names.ts'
import { matchesTable, type Profile, type ProfileCodes } from '../profile/profile.ts'
import { addressOf, defaultOfKey } from './address.ts'
import { chosenKind } from './column-choices.ts'
import { type ColumnKind, hasHiddenChoices } from './column-types.ts'
import { orderingIndexes } from './indexes.ts'
import { resourceName, typeName, variableName } from './naming.ts'
import { pageSizeOf } from './page-size.ts'
import { splitPath } from './path.ts'
import { presentationOf } from './presentation.ts'
import { buildRelations, namesIn } from './relations.ts'
import { searchOf } from './search.ts'
import type { Column, Schema, Table } from './schema.ts'

/**
 * Names that say "secret" in any schema. A column that a fork adds under such a name is masked without being listed,
 * because one shown by mistake cannot be called back.
 */
const SECRET_NAME = /(^|_)(pass|passw|passwd|password|pwd|secret|md5secret|token|api_?key|private_?key|cvv|pin)(_|$)/i

/**
 * @throws {@link NameCollisionError} when two tables would share a resource, or two columns a field
 * @throws {@link CodegenError} when a column's type is unknown
 */
export function buildSchema(snapshot: Snapshot, given: Profile): Schema {
  const names = snapshot.tables.map((table) => table.name)
  const { sequences = [] } = snapshot
  const { profile, knownAs } = inLocalNames(names, given)
  const wanted = snapshot.tables.filter((table) => isServed(table.name, profile))
  // A view over a table that is gone has no columns: the database cannot read it either.
  const served = wanted.filter((table) => table.columns.length > 0)
  const broken = wanted.filter((table) => table.columns.length === 0).map((table) => table.name)
  const named = served.map((table) => ({ table, resource: nameOf(table, profile) }))
  refuseUnusableNames(named)
  const resources = new Map(named.map(({ table, resource }) => [table.name, resource]))
  const relations = buildRelations(served, profile, resources)
  const built = named
    .map(({ table, resource }) =>
      buildTable(table, resource, profile, relations.of.get(table.name) ?? [], knownAs.get(table.name)),
    )
    .sort((a, b) => (a.resource < b.resource ? -1 : 1))
  const tables = built.map((table) => ({ ...table, search: searchOf(table, profile, built) }))
  for (const name of ['resource', 'typeName', 'variable'] as const) refuseCollisions(tables, name)
  return {
    tables,
    notes: [
      ...noteOn('left out, because their columns cannot be read (repair or drop the views)', broken),
      ...noteOn('sequences are not served; a plugin can ask them for numbers with NEXT VALUE FOR', sequences),
      ...noteOn('foreign keys that no filter follows', relations.unfollowed),
      ...noteOn('enum values beyond the basic plane, which the server itself shows as "?"', hiddenChoices(served)),
      ...notesOn(snapshot, profile),
    ],
  }
}

function buildTable(
  table: SnapshotTable,
  resource: string,
  profile: Profile,
  relations: Table['relations'],
  knownAs: string | undefined,
): Table {
  // A table that was given another name has it everywhere, so that renaming resolves every clash.
  const type = own(profile.resources, table.name) ? typeName(resource, '') : typeName(table.name, profile.tablePrefix)
  const { primaryKey, whyNone } = addressOf(table)
  const columns = table.columns.map((column) => buildColumn(table, column, primaryKey, profile))
  refuseFieldCollisions(table.name, columns)
  const choice = own(profile.readOnly, table.name) ?? own(profile.actions, table.name)
  const pageSize = pageSizeOf(table.name, profile)
  const readOnly = table.kind === 'view' ? 'It is a view.' : (choice ?? whyNone ?? whyNoCreate(columns, primaryKey))
  return {
    name: table.name,
    kind: table.kind,
    ...(knownAs !== undefined && { knownAs }),
    ...(table.engine && { engine: table.engine }),
    ...(table.comment && { comment: table.comment }),
    resource,
    typeName: type,
    variable: variableName(type),
    columns,
    primaryKey,
    ...(readOnly && { readOnly }),
    triggerVariables: table.triggers ? (own(profile.triggerVariables, table.name) ?? []) : [],
    ...(pageSize && { pageSize }),
    indexes: orderingIndexes(table),
    relations,
    presentation: presentationOf(table.name, { columns, primaryKey }, profile),
    search: [],
  }
}

/** Where no row can be created, or a new one not be found, nothing is written: the table says so instead of each request. */
function whyNoCreate(columns: readonly Column[], primaryKey: readonly string[]): string | undefined {
  const stuck = columns.find((column) => column.required && column.kind.isOpaque)
  if (stuck) {
    const values = `values of type ${stuck.sqlType} cannot be written here`
    return `Its column ${stuck.name} must be given and ${values}: give the column a default.`
  }
  const computed = columns.find((column) => column.generated && primaryKey.includes(column.name))
  return computed && `Its key ${computed.name} is computed by the database, so a new row could not be found.`
}

function buildColumn(
  table: SnapshotTable,
  column: SnapshotColumn,
  primaryKey: readonly string[],
  profile: Profile,
): Column {
  const path = `${table.name}.${column.name}`
  const isKey = primaryKey.includes(column.name)
  const kind = chosenKind(column, path, profile, isKey)
  const generated = column.generated !== undefined
  const nullable = column.nullable ?? false
  const isUnique = table.indexes?.some((index) => index.unique && isIndexed(column, index, table)) ?? false
  const isForeignKey = table.foreignKeys?.some((key) => key.columns.includes(column.name)) ?? false
  const mustBeGiven = !nullable && !column.default && !column.autoIncrement && !generated
  // Nothing blank is unique, and no row has the key 0 that a blank reference would have to find.
  const isBlank = mustBeGiven && !isKey && !isUnique && !isForeignKey
  const ofKey = isKey ? defaultOfKey(column, primaryKey) : {}
  const blank = isBlank ? kind.blank : ofKey.blank
  const reason = profile.readOnly[path]
  const protection = reason ? { writable: 'never' as const, hint: reason } : profile.protected[path]
  const writable = generated || kind.isOpaque ? 'never' : protection?.writable
  const required = profile.required[path] ?? ((mustBeGiven && blank === undefined) || ofKey.required ? true : undefined)
  const codes = codesOnTheWire(profile.codes[path], kind)
  const isSecretName = SECRET_NAME.test(column.name) || profile.secretNames.includes(column.name)
  const label = own(profile.labels, path) ?? own(profile.labels, column.name)
  const secret = profile.secrets[path] ?? (isSecretName ? 'secret by its name' : undefined)
  return {
    name: column.name,
    field: profile.fields[path] ?? column.name,
    ...(label !== undefined && { label }),
    sqlType: column.type,
    kind,
    nullable,
    ...(column.default && { default: column.default }),
    autoIncrement: column.autoIncrement ?? false,
    generated,
    ...(column.comment && { comment: column.comment }),
    ...(codes && { codes }),
    ...(secret && { secret }),
    ...(writable && { writable }),
    ...(writable && { hint: protection?.hint ?? hintFor(column) }),
    ...(required && { required }),
    ...(blank !== undefined && { blank }),
    ...(ofKey.defaultSql && { defaultSql: ofKey.defaultSql }),
    zeroDate: kind.hasZeroDate === true && !nullable && isZero(column.default ?? { value: blank ?? '' }),
  }
}

/** @returns whether the profile has the table served; that its columns can be read is another question */
export function isServed(table: string, { include, exclude }: Profile): boolean {
  return (include.length === 0 || matchesTable(include, table)) && !matchesTable(exclude, table)
}

/** A flag's codes are those that clients see. */
function codesOnTheWire(codes: ProfileCodes | undefined, { flag }: ColumnKind): ProfileCodes | undefined {
  if (!codes || !flag) return codes
  const onTheWire = { [flag.true]: 'true', [flag.false]: 'false' }
  const entries = Object.entries(codes.codes).map(([code, meaning]) => [onTheWire[code] ?? code, meaning])
  return { ...codes, codes: Object.fromEntries(entries) }
}

/** Tables may be called `constructor` or `__proto__`, which every object seems to have. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function isIndexed({ name }: SnapshotColumn, { columns }: SnapshotIndex, table: SnapshotTable): boolean {
  return columns.some((part) => readIndexPart(part, table.columns).column === name)
}

function hintFor(column: SnapshotColumn): string {
  return column.generated
    ? 'The database computes this value itself.'
    : `Values of type ${column.type} are shown, but cannot be written here.`
}

function isZero(value: NonNullable<SnapshotColumn['default']>): boolean {
  return 'value' in value && value.value.startsWith('0000-00-00')
}

function nameOf(table: SnapshotTable, profile: Profile): string {
  return own(profile.resources, table.name) ?? resourceName(table.name, profile.tablePrefix)
}

/** Under `/api/`, what the server itself answers. */
const RESERVED: ReadonlySet<string> = new Set(['batch', 'doctor', 'import', 'metadata', 'session'])

function refuseReserved(named: readonly { readonly table: SnapshotTable; readonly resource: string }[]): void {
  for (const { table, resource } of named) {
    if (!RESERVED.has(resource.toLowerCase())) continue
    const taken = named.map((other) => other.resource)
    throw new CodegenError(
      `${table.name}: its resource would be called "${resource}", and at /api/${resource}/ the server answers something else. ` +
        `Give it a name in a2b.config.ts: ` +
        `generator: { resources: { ${proposal([table.name], (index) => `${resource}-${index}`, taken)} } }`,
    )
  }
}

function refuseUnusableNames(named: readonly { readonly table: SnapshotTable; readonly resource: string }[]): void {
  refuseReserved(named)
  const unusable = named.filter(({ resource }) => !/^[A-Za-z0-9-]+$/.test(resource) || /^-+$/.test(resource))
  if (unusable.length === 0) return
  const tables = unusable.map(({ table }) => table.name)
  const taken = named.map(({ resource }) => resource)
  const resources = unusable.map(({ resource }) => `"${resource}"`)
  throw new CodegenError(
    `${tables.join(', ')}: ${tables.length === 1 ? 'its resource' : 'their resources'} would be called ` +
      `${resources.join(', ')}, which cannot stand in a URL. ` +
      `Give ${tables.length === 1 ? 'it a name' : 'them names'} in a2b.config.ts: ` +
      `generator: { resources: { ${proposal(tables, (index) => `table-${index}`, taken, 1)} } }`,
  )
}

function refuseCollisions(tables: readonly Table[], name: 'resource' | 'typeName' | 'variable'): void {
  // File systems may ignore case, so names that differ by nothing else collide as well.
  const groups = Map.groupBy(tables, (table) => (name === 'resource' ? table[name].toLowerCase() : table[name]))
  for (const [value, [first, ...others]] of groups) {
    if (!first || others.length === 0) continue
    const names = others.map((table) => table.name)
    const taken = tables.map(({ resource }) => resource)
    const [is, all] = others.length === 1 ? ['one', 'both'] : ['all but one', 'all']
    throw new NameCollisionError(
      `${[first.name, ...names].join(' and ')} would ${all} be called "${value}". Rename ${is} in a2b.config.ts: ` +
        `generator: { resources: { ${proposal(names, (index) => `${first.resource}-${index}`, taken)} } }`,
    )
  }
}

function refuseFieldCollisions(table: string, columns: readonly Column[]): void {
  for (const [field, [first, ...others]] of Map.groupBy(columns, (column) => column.field)) {
    if (!first || others.length === 0) continue
    const paths = others.map((column) => `${table}.${column.name}`)
    const taken = columns.map((column) => column.field)
    const [is, all] = others.length === 1 ? ['one', 'both'] : ['all but one', 'all']
    throw new NameCollisionError(
      `${[`${table}.${first.name}`, ...paths].join(' and ')} would ${all} be the field "${field}". Change ${is} in a2b.config.ts: ` +
        `generator: { fields: { ${proposal(paths, (index) => `${field}_${index}`, taken)} } }`,
    )
  }
}

/** What could be written into `a2b.config.ts` as it is: a free name for each, `foo: 'twins-2', 'b c': 'twins-3'`. */
function proposal(
  names: readonly string[],
  nameWith: (index: number) => string,
  taken: readonly string[],
  from = 2,
): string {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  let index = from
  const entries = names.map((name) => {
    while (used.has(nameWith(index).toLowerCase())) index += 1
    return `${propertyName(name)}: ${quote(nameWith(index++))}`
  })
  return entries.join(', ')
}

/** Names and values are kept in three bytes a character, so what needs four has been lost. */
function hiddenChoices(tables: readonly SnapshotTable[]): string[] {
  return tables.flatMap((table) =>
    table.columns.filter(hasHiddenChoices).map((column) => `${table.name}.${column.name}`),
  )
}

/**
 * Versions differ, so names in the profile that this database lacks are normal: said in two lines, not refused.
 *
 * @throws {@link ProfileError} for a name that is not written `table.column`
 */
function notesOn(snapshot: Snapshot, profile: Profile): string[] {
  const tables = new Map(
    snapshot.tables.map((table) => [table.name, new Set(table.columns.map((column) => column.name))]),
  )
  const isHere = (path: string): boolean => {
    const { table, column } = splitPath(path)
    return tables.get(table)?.has(column) ?? false
  }
  // A table that was renamed between versions is named twice, and one of the names is enough.
  const led = new Set(profile.relations.flatMap((row) => (!row.when && namesIn(row).every(isHere) ? [row.from] : [])))
  const relations = profile.relations.filter(({ from, when }) => when || !led.has(from))
  const parts = [profile.codes, profile.fields, profile.protected, profile.required, profile.secrets]
  const known = new Set(
    snapshot.tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
  )
  // By path, because names may have dots of their own.
  const named = [...parts.flatMap(Object.keys), ...relations.flatMap(namesIn)]
  const paths = named.filter((path) => !known.has(path)).map(splitPath)
  const missingTables = paths.map(({ table }) => table).filter((table) => !tables.has(table))
  const missingColumns = paths
    .filter(({ table, column }) => tables.get(table)?.has(column) === false)
    .map(({ table, column }) => `${table}.${column}`)
  return [...notHere('table', missingTables), ...notHere('column', missingColumns)]
}

/** `2 tables of other A2Billing versions are not in this database: cc_monitor, cc_remittance_request`. */
function notHere(what: 'table' | 'column', names: readonly string[]): string[] {
  const unique = [...new Set(names)]
  if (unique.length === 0) return []
  const [plural, are] = unique.length === 1 ? ['', 'is'] : ['s', 'are']
  const subject = `${unique.length} ${what}${plural} of other A2Billing versions`
  return [`${subject} ${are} not in this database: ${someOf(unique)}`]
}

function noteOn(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${someOf(names)}`]
}

/** As many names as fit on a line or two. */
const SHOWN = 8

function someOf(names: readonly string[]): string {
  const rest = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : ''
  return names.toSorted().slice(0, SHOWN).join(', ') + rest
}
