/**
 * Emits `resources/<resource>.ts`: what the server has to know of each table to check, bind, read and serialise its
 * rows, as data. A column is a line.
 */
import type { Column, Relation, Searched, Table } from '../model/schema.ts'
import { propertyName, quote } from '../escape.ts'
import { header } from '../output/header.ts'
import { loadTemplate } from '../output/template.ts'
import type { Emitter } from './emitter.ts'

const TYPES = '../../src/resources/column-types.ts'
const REGIONS = [`import:${TYPES}`, 'property:primaryKey', 'property:columns', 'property:relations']

export const emitResources: Emitter = (schema) => {
  const resource = loadTemplate('resources/samplewidget.ts', REGIONS)
  return schema.tables.map((table) => ({
    table: table.name,
    path: `resources/${table.resource}.ts`,
    contents:
      header(table.name, 'resources.ts') +
      resource(
        { table: table.name, resource: table.resource, variable: table.variable },
        {
          [`import:${TYPES}`]: `{ ${typeNames(table).join(', ')} }`,
          'property:primaryKey': withFlags(table),
          'property:columns': withIndexes(table),
          'property:relations': relationLines(table),
        },
      ),
  }))
}

/** `decimal` of `decimal(15, 5)`, `unsigned` of `unsigned.int`, `flag` and `int` of `flag(int, 1, 0)`. */
function typeNames(table: Table): string[] {
  const descriptors = table.columns.flatMap(({ kind }) => [kind.descriptor, ...(kind.wraps ? [kind.wraps] : [])])
  return [...new Set(descriptors.map((descriptor) => /^\w+/.exec(descriptor)?.[0] ?? ''))].sort()
}

/** The key, and behind it what few tables have. */
function withFlags(table: Table): string {
  const { primaryKey, knownAs, presentation, readOnly, triggerVariables, pageSize } = table
  const strings = (values: readonly string[]): string => `[${values.map(quote).join(', ')}]`
  return [
    strings(primaryKey),
    ...(knownAs === undefined ? [] : [`knownAs: ${quote(knownAs)}`]),
    `label: ${quote(presentation.label)}`,
    `section: ${quote(presentation.section)}`,
    `display: ${quote(presentation.display)}`,
    ...(readOnly ? [`readOnly: ${quote(readOnly)}`] : []),
    ...(triggerVariables.length > 0 ? [`resetVariables: ${strings(triggerVariables)}`] : []),
    ...(pageSize ? [`pageSize: ${braces(sizes(pageSize))}`] : []),
  ].join(',\n  ')
}

/** The columns, and behind them the indexes where there are any. */
function withIndexes({ columns, indexes }: Table): string {
  const lines = indexes.map(({ columns: names, unique }) =>
    braces([`columns: [${names.map(quote).join(', ')}]`, ...(unique ? ['unique: true'] : [])]),
  )
  return [list(columns.map(columnLine)), ...(lines.length > 0 ? [`indexes: ${list(lines)}`] : [])].join(',\n  ')
}

function sizes({ default: usual, maximum }: NonNullable<Table['pageSize']>): string[] {
  return [...(usual ? [`default: ${usual}`] : []), ...(maximum ? [`maximum: ${maximum}`] : [])]
}

function columnLine(column: Column): string {
  return braces([
    `name: ${quote(column.name)}`,
    ...(column.field === column.name ? [] : [`field: ${quote(column.field)}`]),
    ...(column.label === undefined ? [] : [`label: ${quote(column.label)}`]),
    `type: ${column.kind.descriptor}`,
    ...(column.nullable ? ['nullable: true'] : []),
    ...(column.required ? [`required: ${column.required === true ? 'true' : quote(column.required)}`] : []),
    ...(column.required && column.autoIncrement ? ['counted: true'] : []),
    ...(column.blank === undefined ? [] : [`blank: ${quote(column.blank)}`]),
    ...(column.defaultSql ? [`defaultSql: ${quote(column.defaultSql)}`] : []),
    ...(column.zeroDate ? ['zeroDate: true'] : []),
    ...(column.secret ? ['secret: true'] : []),
    ...(column.codes
      ? [`codes: ${codeLine(column.codes.codes)}`, ...(column.codes.values === 'bits' ? ['sums: true'] : [])]
      : []),
    ...(column.writable ? [`writable: ${quote(column.writable)}`] : []),
    ...(column.hint ? [`hint: ${quote(column.hint)}`] : []),
  ])
}

function codeLine(codes: Readonly<Record<string, string>>): string {
  return braces(Object.entries(codes).map(([code, meaning]) => `${propertyName(code)}: ${quote(meaning)}`))
}

/** One line a reference; those whose target depends on the row make a list of their own. */
function relationLines(table: Table): string {
  const fixed = table.relations.filter((relation) => !relation.when)
  const conditional = table.relations.filter((relation) => relation.when)
  const record = fixed.map((relation) => `${propertyName(relation.column)}: ${braces(target(relation))}`)
  const rest = conditional.map(({ when, ...relation }) =>
    braces([
      `from: ${quote(relation.column)}`,
      ...target(relation),
      `when: ${braces([`column: ${quote(when?.column ?? '')}`, `equals: ${quote(when?.equals ?? '')}`])}`,
    ]),
  )
  return [
    record.length > 0 ? `{\n${record.map((line) => `    ${line},\n`).join('')}  }` : '{}',
    ...(rest.length > 0 ? [`conditionalRelations: ${list(rest)}`] : []),
    ...(table.search.length > 0 ? [`search: [${table.search.map(searched).join(', ')}]`] : []),
  ].join(',\n  ')
}

function searched({ column, in: other }: Searched): string {
  if (!other) return quote(column)
  return braces([
    `resource: ${quote(other.resource)}`,
    `reference: ${quote(other.reference)}`,
    `column: ${quote(column)}`,
  ])
}

function target({ to, none }: Pick<Relation, 'to' | 'none'>): string[] {
  return [
    `resource: ${quote(to.resource)}`,
    `column: ${quote(to.column)}`,
    ...(none ? [`none: [${none.map(quote).join(', ')}]`] : []),
  ]
}

function braces(members: readonly string[]): string {
  return `{ ${members.join(', ')} }`
}

function list(lines: readonly string[]): string {
  return `[\n${lines.map((line) => `    ${line},\n`).join('')}  ]`
}
