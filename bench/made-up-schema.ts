/**
 * A schema of any size that looks like what people have: A2Billing's tables over and over under other names, as the
 * shop, the CRM and the archive beside it would have them.
 *
 * Half of the copies are InnoDB and declare their foreign keys; the others are MyISAM, and a profile says what refers
 * to what. The same size gives the same schema.
 */
import type { Snapshot, SnapshotForeignKey, SnapshotTable } from '../codegen/introspection/snapshot.ts'
import { a2billing } from '../codegen/profile/a2billing/index.ts'
import type { ProfileRelation } from '../codegen/profile/profile.ts'
import { a2billingSnapshot } from '../scripts/demo/create.ts'

export interface MadeUpSchema {
  readonly snapshot: Snapshot
  /** For `generator.relations` of an `a2b.config.ts`: A2Billing's own are in its profile already. */
  readonly relations: readonly ProfileRelation[]
}

const OWNERS = ['crm', 'shop', 'noc', 'legacy', 'wholesale', 'portal', 'archive']

/** @param size - how many tables */
export function makeSchema(size: number): MadeUpSchema {
  const originals = a2billingSnapshot().tables.filter((table) => table.kind === 'table')
  const copies = Array.from({ length: Math.ceil(size / originals.length) }, (_, copy) =>
    makeCopy(originals.slice(0, size - copy * originals.length), copy),
  )
  return {
    snapshot: { format: 1, tables: copies.flatMap((copy) => copy.snapshot.tables) },
    relations: copies.flatMap((copy) => copy.relations),
  }
}

/** The first copy is A2Billing itself. */
function makeCopy(originals: readonly SnapshotTable[], copy: number): MadeUpSchema {
  const tables = new Map(originals.map((table) => [table.name, table]))
  const isDeclared = copy % 2 === 1
  const relations = a2billing.relations
    .map((relation) => ({ relation, from: path(relation.from), to: path(relation.to) }))
    .filter(({ from, to }) => tables.has(from.table) && tables.has(to.table))
  const declarable = relations.filter(
    ({ relation, from, to }) =>
      !relation.when && isDeclarable(tables.get(from.table), from.column, tables.get(to.table), to.column),
  )
  const keys = Map.groupBy(isDeclared ? declarable : [], ({ from }) => from.table)
  return {
    snapshot: {
      format: 1,
      tables: originals.map(({ triggers: _triggers, ...table }) => {
        const foreignKeys = (keys.get(table.name) ?? []).map(({ from, to }): SnapshotForeignKey => ({
          name: `${rename(table.name, copy)}_${from.column}`,
          columns: [from.column],
          references: { table: rename(to.table, copy), columns: [to.column] },
        }))
        return {
          ...table,
          name: rename(table.name, copy),
          engine: isDeclared ? 'InnoDB' : 'MyISAM',
          ...(foreignKeys.length > 0 && { foreignKeys }),
        }
      }),
    },
    relations:
      copy === 0 || isDeclared
        ? []
        : relations.map(({ relation, from, to }) => ({
            from: `${rename(from.table, copy)}.${from.column}`,
            to: `${rename(to.table, copy)}.${to.column}`,
            ...(relation.when && { when: relation.when }),
          })),
  }
}

/** `cc_card_group` -> `crm_card_group`, `shop_card_group`, …, `crm2_card_group`. */
function rename(table: string, copy: number): string {
  if (copy === 0) return table
  const lap = Math.ceil(copy / OWNERS.length)
  return `${OWNERS[(copy - 1) % OWNERS.length]}${lap === 1 ? '' : lap}_${table.replace(/^cc_/, '')}`
}

/** InnoDB takes a key between equal types only, to a column that has an index of its own. */
function isDeclarable(
  from: SnapshotTable | undefined,
  fromColumn: string,
  to: SnapshotTable | undefined,
  toColumn: string,
): boolean {
  const typeOf = (table: SnapshotTable | undefined, name: string): string | undefined =>
    table?.columns.find((column) => column.name === name)?.type
  return to?.primaryKey?.join() === toColumn && typeOf(from, fromColumn) === typeOf(to, toColumn)
}

function path(text: string): { table: string; column: string } {
  const [table = '', column = ''] = text.split('.')
  return { table, column }
}
