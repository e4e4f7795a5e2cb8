/** Choices of `a2b.config.ts` about columns and pages that are there, and that do not fit. */
import { quote } from '../escape.ts'
import { flagKind, jsonKind, Misfit } from '../model/column-choices.ts'
import { PAGE_SIZE } from '../model/page-size.ts'
import type { Schema, Table } from '../model/schema.ts'
import { isSearchable } from '../model/search.ts'
import type { Names } from './names.ts'
import type { ProfileColumnType, ProfileExtension } from './profile.ts'

/**
 * What the columns themselves show.
 *
 * @returns a line for each; none for names that are not there
 */
export function misfits(names: Names, { flags = {}, columnTypes = {}, pageSizes = {} }: ProfileExtension): string[] {
  const flagLines = Object.entries(flags).flatMap(([path, flag]) => {
    const column = names.find(path)
    if (!column) return []
    return line(
      'flags',
      path,
      columnTypes[path]?.sql ? 'it cannot be JSON as well' : reasonOf(flagKind(column, path, flag)),
    )
  })
  const typeLines = Object.entries(columnTypes).flatMap(([path, choice]) => {
    const column = names.find(path)
    if (!column) return []
    return line('columnTypes', path, (choice.sql && reasonOf(jsonKind(column, path))) ?? typeReason(choice))
  })
  const pageLines = Object.entries(pageSizes).flatMap(([table, size]) => {
    const { default: usual, maximum } = { ...PAGE_SIZE, ...size }
    if (usual <= maximum || (table !== '*' && names.table(table))) return []
    return line('pageSizes', table, `the default of ${usual} is above the maximum of ${maximum}; set both`)
  })
  return [...flagLines, ...typeLines, ...pageLines]
}

/**
 * What only the schema shows: choices that stand against its keys and against what a create must name.
 *
 * @returns a line for each
 */
export function checkChoices(schema: Schema, extension: ProfileExtension): string[] {
  const { readOnly = {}, protected: kept = {}, flags = {}, columnTypes = {} } = extension
  return schema.tables.flatMap((table) => [
    ...searchLines(schema, table, extension),
    ...table.columns.flatMap((column) => {
      const path = `${table.name}.${column.name}`
      const keyed =
        flags[path] && !column.kind.flag
          ? 'flags'
          : columnTypes[path]?.sql && column.kind.descriptor !== 'json'
            ? 'columnTypes'
            : undefined
      if (keyed) return line(keyed, path, 'it is part of the key, whose values are addresses')
      const setting = path in readOnly ? 'readOnly' : path in kept ? 'protected' : undefined
      if (table.readOnly || !setting || !column.required || column.writable !== 'never') return []
      return [
        `generator.${setting}: "${path}" has to be given by whoever creates a row. Let it be written at creation ` +
          `(protected: { ${quote(path)}: { writable: 'create', … } }), or make all of ${table.name} read-only`,
      ]
    }),
  ])
}

/** Columns that were named for `search=` and in which it would not look. */
function searchLines({ tables }: Schema, table: Table, { search = {} }: ProfileExtension): string[] {
  const names = Object.hasOwn(search, table.name) ? (search[table.name] ?? []) : []
  return names.flatMap((name) => {
    const own = table.columns.find((column) => column.name === name)
    const other = own ? undefined : tables.find((it) => name.startsWith(`${it.name}.`))
    const column = own ?? other?.columns.find((it) => name === `${other.name}.${it.name}`)
    const refers = !other || other.relations.some(({ to, when }) => !when && to.resource === table.resource)
    const reason = !column
      ? 'its table is not served'
      : column.secret
        ? 'it is secret, so nobody may look for what it holds'
        : !isSearchable(column.kind)
          ? `no text can be looked for in a ${column.sqlType}`
          : refers
            ? undefined
            : `no relation leads from its table to ${table.name}`
    return line(`search.${table.name}`, name, reason)
  })
}

function typeReason({ typescript, from }: ProfileColumnType): string | undefined {
  if (typescript === undefined) return undefined
  if (from !== undefined && !/^[A-Za-z_$][\w$]*$/.test(typescript)) {
    return `"${typescript}" is no name that could be imported from "${from}"`
  }
  if (from?.startsWith('.') && !from.endsWith('.ts')) return `"${from}" has to be a file whose name ends in .ts`
  // Whatever else is no type is no TypeScript, which is found out before anything is written.
  return /[;\r\n]|\/[/*]/.test(typescript) ? `"${typescript}" is more than a TypeScript type` : undefined
}

function reasonOf(kind: object): string | undefined {
  return kind instanceof Misfit ? kind.reason : undefined
}

function line(setting: string, name: string, reason: string | undefined): string[] {
  return reason === undefined ? [] : [`generator.${setting}: "${name}": ${reason}`]
}
