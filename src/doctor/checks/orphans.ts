/**
 * References that lead nowhere, for every relation the resources have: A2Billing declares none of them, and leaves some
 * behind whenever it deletes.
 *
 * The distinct values are counted first, so that a target without an index is looked into once for each of them.
 */
import type { ConditionalRelation, Relation } from '../../resources/resource.ts'
import type { Check } from '../check.ts'
import { scanAll, unfinishedScan } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf } from '../patient.ts'
import { literal, name } from '../sql.ts'

const ABOUT = { name: 'orphans', asks: 'whether references lead nowhere' }

export const orphans: Check = {
  ...ABOUT,
  async run({ db, resources, tables }) {
    const tableOf = new Map(resources.map((resource) => [resource.name, resource.table]))
    const references = resources.flatMap(({ table, relations, conditionalRelations = [] }) => {
      const plain = Object.entries(relations).map(([from, relation]) => ({ ...relation, from }))
      return [...plain, ...conditionalRelations].flatMap((relation): Reference[] => {
        const target = tableOf.get(relation.resource)
        return target !== undefined && tables.has(table) && tables.has(target) ? [{ ...relation, table, target }] : []
      })
    })
    const { found, ...rest } = await scanAll(references, async (reference) => {
      const [[rows, values] = []] = await rowsOf(db, countSql(reference))
      return Number(rows) > 0 ? [{ reference, rows: Number(rows), values: Number(values) }] : []
    })
    const byTarget = Map.groupBy(found, ({ reference }) => reference.target)
    return [...[...byTarget.values()].map(orphanFinding), ...unfinishedScan(ABOUT, rest, place)]
  },
}

export interface Reference extends Relation {
  readonly table: string
  readonly from: string
  readonly when?: ConditionalRelation['when']
  /** The table it refers to. */
  readonly target: string
}

/** @returns a statement whose one row has the number of orphans, and of the different values in them */
export function countSql(reference: Reference): string {
  const { table, from, target, column } = reference
  return (
    `select coalesce(sum(d.n), 0), count(*) from (select ${name(from)} as v, count(*) as n from ${name(table)} ` +
    `where ${isReference(reference)} group by ${name(from)}) as d ` +
    `where not exists (select 1 from ${name(target)} as t where t.${name(column)} = d.v)`
  )
}

/** NULL fits no list of values, so it needs no words of its own where there is one. */
function isReference({ from, none = [], when }: Reference): string {
  const column = name(from)
  return [
    none.length > 0 ? `${column} not in (${none.map(literal).join(', ')})` : `${column} is not null`,
    ...(when ? [`${name(when.column)} = ${literal(when.equals)}`] : []),
  ].join(' and ')
}

function place({ table, from, when }: Reference): string {
  return `${table}.${from}${when ? ` where ${when.column} is ${when.equals}` : ''}`
}

interface Orphans {
  readonly reference: Reference
  /** Rows that refer to what is not there, and how many different things those are. */
  readonly rows: number
  readonly values: number
}

/** Of all references to one table. */
function orphanFinding(orphaned: readonly Orphans[]): Finding {
  const { target } = orphaned[0]?.reference ?? { target: '' }
  const total = orphaned.reduce((sum, { rows }) => sum + rows, 0)
  return {
    code: 'orphans',
    severity: 'info',
    where: target,
    what: `${number(total)} ${total === 1 ? 'row refers' : 'rows refer'} to rows of ${target} that are not there.`,
    why:
      'A2Billing leaves such rows behind when it deletes. Filters that follow the reference do not find them, and what ' +
      "they cost or paid is no longer anyone's.",
    next: orphaned.map(({ reference }) => listSql(reference)).join('\n'),
    details: orphaned.map(
      ({ reference, rows, values }) =>
        `${place(reference)}: ${number(rows)} ${rows === 1 ? 'row' : 'rows'}, ${number(values)} different ${values === 1 ? 'value' : 'values'} of ${reference.column}`,
    ),
  }
}

function listSql({ table, from, target, column, ...rest }: Reference): string {
  const condition = isReference({ table, from, target, column, ...rest })
  return (
    `SELECT * FROM ${name(table)} AS o WHERE ${condition} AND NOT EXISTS ` +
    `(SELECT 1 FROM ${name(target)} AS t WHERE t.${name(column)} = o.${name(from)});`
  )
}

function number(count: number): string {
  return count.toLocaleString('en')
}
