/**
 * Emits `tables/<resource>.ts`, the Kysely types of each table, and `database.ts`, which names them all.
 *
 * Written as Kanel declarations. Columns keep the database's order and spelling; their SQL type is their comment.
 */
import { posix } from 'node:path'
import type { Column, Schema, Table } from '../model/schema.ts'
import { renderDeclarations, type InterfacePropertyDeclaration, type TsDeclaration } from '../output/declarations.ts'
import { header } from '../output/header.ts'
import type { Emitter, GeneratedFile } from './emitter.ts'

const EMITTER = 'table-types.ts'

export const emitTableTypes: Emitter = (schema) => [...schema.tables.map(emitTable), emitDatabase(schema)]

function emitTable(table: Table): GeneratedFile {
  const path = `tables/${table.resource}.ts`
  const row = `${table.typeName}Table`
  const declarations: TsDeclaration[] = [
    {
      declarationType: 'interface',
      name: row,
      exportAs: 'named',
      comment: describeTable(table),
      properties: table.columns.map((column) => property(table, column)),
    },
    ...aliases(table, row),
  ]
  return { path, table: table.name, contents: header(table.name, EMITTER) + renderDeclarations(declarations, path) }
}

function describeTable(table: Table): string[] {
  const what = table.kind === 'view' ? 'View' : 'Table'
  const key =
    table.primaryKey.length > 0 ? ` Primary key: ${table.primaryKey.map((name) => `\`${name}\``).join(', ')}.` : ''
  return [`${what} \`${table.name}\`.${key}`, ...(table.comment ? [table.comment] : [])]
}

/** What a select gives, an insert takes and an update takes; a view only gives. */
function aliases(table: Table, row: string): TsDeclaration[] {
  const alias = (name: string, kysely: string): TsDeclaration => ({
    declarationType: 'typeDeclaration',
    name,
    exportAs: 'named',
    typeDefinition: [`${kysely}<${row}>`],
    typeImports: [kyselyType(kysely)],
  })
  const { typeName } = table
  return table.kind === 'view'
    ? [alias(typeName, 'Selectable')]
    : [alias(typeName, 'Selectable'), alias(`New${typeName}`, 'Insertable'), alias(`${typeName}Patch`, 'Updateable')]
}

function property(table: Table, column: Column): InterfacePropertyDeclaration {
  const { kind } = column
  const { narrowedTo } = kind
  const type = narrowedTo ? `Narrowed<${kind.tsType}, ${narrowedTo.name}>` : kind.tsType
  const value = column.nullable ? `${type} | null` : type
  const isReadOnly = table.kind === 'view' || column.generated
  const hasDefault = column.default !== undefined || column.autoIncrement
  const wrapper = isReadOnly ? 'ReadOnly' : hasDefault ? 'Generated' : undefined
  return {
    name: column.name,
    comment: [describeColumn(column)],
    dimensions: 0,
    isNullable: false,
    isOptional: false,
    typeName: wrapper ? `${wrapper}<${value}>` : value,
    typeImports: [
      ...(wrapper ? [ownType(wrapper)] : []),
      ...(kind.tsAlias ? [ownType(kind.tsAlias)] : []),
      ...(narrowedTo ? [ownType('Narrowed')] : []),
      ...(narrowedTo?.from ? [operatorsType(narrowedTo.name, narrowedTo.from)] : []),
    ],
  }
}

/** `decimal(15,5), default 0.00000. Secret: password, clear text.` */
function describeColumn(column: Column): string {
  const { default: value } = column
  const facts = [
    column.sqlType,
    ...(column.autoIncrement ? ['auto increment'] : []),
    ...(column.generated ? ['generated'] : []),
    ...(value ? [`default ${'value' in value ? value.value || "''" : value.expression}`] : []),
  ].join(', ')
  return [
    facts,
    ...(column.comment ? [column.comment] : []),
    ...(column.kind.flag ? [`Flag: true is ${column.kind.flag.true}, false is ${column.kind.flag.false}`] : []),
    ...(column.secret ? [`Secret: ${column.secret}`] : []),
  ].join('. ')
}

function emitDatabase(schema: Schema): GeneratedFile {
  const path = 'database.ts'
  const declaration: TsDeclaration = {
    declarationType: 'interface',
    name: 'Database',
    exportAs: 'named',
    comment: ['Every table by its name in the database: `new Kysely<Database>(...)`.'],
    properties: schema.tables.map((table) => ({
      name: table.name,
      dimensions: 0,
      isNullable: false,
      isOptional: false,
      typeName: `${table.typeName}Table`,
      typeImports: [
        {
          name: `${table.typeName}Table`,
          isDefault: false,
          path: `tables/${table.resource}`,
          isAbsolute: false,
          importAsType: true,
        },
      ],
    })),
  }
  return { path, contents: header('all tables', EMITTER) + renderDeclarations([declaration], path) }
}

function kyselyType(name: string): NonNullable<TsDeclaration['typeImports']>[number] {
  return { name, isDefault: false, path: 'kysely', isAbsolute: true, importAsType: true }
}

function ownType(name: string): NonNullable<TsDeclaration['typeImports']>[number] {
  return { name, isDefault: false, path: '../src/db/column-types', isAbsolute: false, importAsType: true }
}

/** @param from - a package, or a file as seen from `a2b.config.ts`, which stands beside `generated/` */
function operatorsType(name: string, from: string): NonNullable<TsDeclaration['typeImports']>[number] {
  // From `tables/`; Kanel puts the end of the name back.
  const path = from.startsWith('.') ? posix.join('../..', from).replace(/\.ts$/, '') : from
  return { name, isDefault: false, path, isAbsolute: true, importAsType: true }
}
