/** Where a change shows: the endpoints, fields, filters and types of a table that somebody may have used. */
import { type Column, type Schema, shapeOf, type Table } from '../model/schema.ts'
import type { Audience, Change } from './change.ts'

export type Scope = Pick<Change, 'endpoints' | 'fields' | 'filters' | 'types' | 'schemas'>

/** References to each resource: who filters through them names the columns of the resource they point to. */
export type Referrers = ReadonlyMap<string, readonly Referrer[]>

interface Referrer {
  readonly resource: string
  readonly field: string
}

export function referrersIn(schema: Schema): Referrers {
  const references = schema.tables.flatMap((table) =>
    table.relations
      .filter((relation) => !relation.when)
      .map((relation) => ({
        to: relation.to.resource,
        referrer: { resource: table.resource, field: fieldOf(table, relation.column) },
      })),
  )
  const grouped = Map.groupBy(references, ({ to }) => to)
  return new Map([...grouped].map(([resource, list]) => [resource, list.map(({ referrer }) => referrer)]))
}

/** Of a whole table. */
export function tableScope(table: Table, audiences: readonly Audience[], referrers: Referrers): Scope {
  const concerns = (audience: Audience): boolean => audiences.includes(audience)
  return {
    endpoints: [...endpoints(table, audiences), ...deletion(table, audiences)],
    fields: [],
    filters: concerns('filters') ? throughReferences(table, referrers, '…') : [],
    types: concerns('types') ? tableTypes(table) : [],
    schemas: concerns('client') ? documentSchemas(table, audiences) : [],
  }
}

/** Of some columns of a table. */
export function columnScope(
  table: Table,
  columns: readonly Column[],
  audiences: readonly Audience[],
  referrers: Referrers,
): Scope {
  const filterable = columns.filter((column) => !column.secret && column.kind.comparable)
  return {
    ...tableScope(table, audiences, referrers),
    endpoints: endpoints(table, audiences),
    fields: columns.map((column) => column.field),
    filters: audiences.includes('filters')
      ? [
          ...filterable.map((column) => column.field),
          ...filterable.flatMap((column) => throughReferences(table, referrers, column.field)),
        ]
      : [],
    types: audiences.includes('types')
      ? columns.flatMap((column) => tableTypes(table).map((type) => `${type}[${JSON.stringify(column.name)}]`))
      : [],
  }
}

function endpoints(table: Table, audiences: readonly Audience[]): string[] {
  const list = `/api/${table.resource}/`
  const row = `${list}{key}/`
  const shape = shapeOf(table)
  const reads = audiences.includes('reads')
  const writes = audiences.includes('writes') && shape === 'read-write'
  return [
    ...(reads || audiences.includes('filters') ? [`GET ${list}`] : []),
    ...(reads && shape !== 'list-only' ? [`GET ${row}`] : []),
    ...(writes ? [`POST ${list}`, `PUT ${row}`, `PATCH ${row}`] : []),
  ]
}

/** No column is named by it, so only what concerns whole rows concerns it. */
function deletion(table: Table, audiences: readonly Audience[]): string[] {
  const isConcerned = audiences.includes('writes') && shapeOf(table) === 'read-write'
  return isConcerned ? [`DELETE /api/${table.resource}/{key}/`] : []
}

function throughReferences(table: Table, referrers: Referrers, field: string): string[] {
  return (referrers.get(table.resource) ?? []).map((referrer) => `${referrer.resource}: ${referrer.field}__${field}`)
}

function tableTypes(table: Table): string[] {
  const { typeName } = table
  return table.kind === 'view' ? [typeName] : [typeName, `New${typeName}`, `${typeName}Patch`]
}

/** Of the OpenAPI document, after which generated clients name their types. */
function documentSchemas(table: Table, audiences: readonly Audience[]): string[] {
  const { typeName } = table
  const writes = audiences.includes('writes') && shapeOf(table) === 'read-write'
  return [
    ...(audiences.includes('reads') ? [typeName] : []),
    ...(writes ? [`${typeName}.New`, `${typeName}.Patch`] : []),
  ]
}

function fieldOf(table: Table, name: string): string {
  return table.columns.find((column) => column.name === name)?.field ?? name
}
