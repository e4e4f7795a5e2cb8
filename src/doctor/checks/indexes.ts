/**
 * Indexes that the filters through references need, and that A2Billing does not make: without them, the calls of a card
 * are found by reading every call.
 */
import type { ColumnType, Resource } from '../../resources/resource.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text, type TableFacts } from '../patient.ts'
import { name } from '../sql.ts'

/** Below this a full scan costs no more than an index does. */
const FEW_ROWS = 1000
/** Characters; longer columns are indexed by their beginning, because an index entry must fit in 767 or 1000 bytes. */
const LONGEST = 190
const BEGINNING = 64

export const indexes: Check = {
  name: 'indexes',
  asks: 'whether references are indexed',
  async run({ db, resources, tables }) {
    const rows = await rowsOf(
      db,
      'select table_name, column_name from information_schema.statistics where table_schema = database() and seq_in_index = 1',
    )
    const leading = new Set(rows.map(([table, column]) => `${text(table)}.${text(column)}`))
    return judgeIndexes(resources, tables, leading)
  },
}

/** @param leading - columns that an index begins with, as `table.column` */
export function judgeIndexes(
  resources: readonly Resource[],
  tables: ReadonlyMap<string, TableFacts>,
  leading: ReadonlySet<string>,
): Finding[] {
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  const wanted = new Map(resources.map(({ table }) => [table, new Set<string>()]))
  for (const { table, relations, conditionalRelations = [] } of resources) {
    for (const [from, relation] of Object.entries(relations)) {
      wanted.get(table)?.add(from)
      wanted.get(byName.get(relation.resource)?.table ?? '')?.add(relation.column)
    }
    for (const { from } of conditionalRelations) wanted.get(table)?.add(from)
  }
  return resources.flatMap((resource) => {
    const facts = tables.get(resource.table)
    if (!facts || facts.rows < FEW_ROWS) return []
    const missing = [...(wanted.get(resource.table) ?? [])].filter(
      (column) => !leading.has(`${resource.table}.${column}`),
    )
    return missing.length > 0 ? [indexFinding(resource, facts, missing)] : []
  })
}

function indexFinding({ table, columns }: Resource, { rows }: TableFacts, missing: readonly string[]): Finding {
  const add = missing.map((column) => {
    const type = columns.find((it) => it.name === column)?.type
    return `  ADD INDEX ${name(`a2b_${column}`.slice(0, 64))} (${name(column)}${prefix(type)})`
  })
  return {
    code: 'missing-index',
    severity: 'warning',
    where: missing.map((column) => `${table}.${column}`).join(', '),
    what: `${missing.length === 1 ? 'This reference has' : 'These references have'} no index, and ${table} has about ${rows.toLocaleString('en')} rows.`,
    why:
      'Each list that is filtered by one of them, and each delete of what it refers to, reads the whole table. An index ' +
      'costs a little at every new row: leave out those that nobody filters by.',
    next: `-- ${table} is locked meanwhile: at an hour with few calls\nALTER TABLE ${name(table)}\n${add.join(',\n')};`,
  }
}

function prefix(type: ColumnType | undefined): string {
  const isLong = type?.kind === 'text' && (type.maxLength === undefined || type.maxLength > LONGEST)
  return isLong ? `(${BEGINNING})` : ''
}
