/** What filters can follow from one table to another, before and after. */
import type { Relation, Table } from '../model/schema.ts'
import type { Effect } from './change.ts'
import type { ColumnsEffect } from './keys.ts'

/** Columns that are not on both sides speak for themselves. */
export function compareRelations(before: Table, after: Table): ColumnsEffect[] {
  const [old, now] = [followed(before), followed(after)]
  const stays = (name: string): boolean =>
    [before, after].every((table) => table.columns.some((column) => column.name === name))
  return [...new Set([...old.keys(), ...now.keys()])].filter(stays).flatMap((column) => {
    const effect = changeOf(fieldOf(before, column), old.get(column), now.get(column))
    return effect ? [{ ...effect, columns: [column] }] : []
  })
}

function changeOf(field: string, before: Relation | undefined, after: Relation | undefined): Effect | undefined {
  const [old, now] = [before, after].map((relation) => relation && `${relation.to.resource}.${relation.to.column}`)
  if (old === now) return undefined
  if (!old) {
    return {
      kind: 'relation',
      severity: 'additive',
      what: `refers to ${now}`,
      why: `Filters can follow it: ${field}__….`,
      for: ['filters'],
    }
  }
  return {
    kind: 'relation',
    severity: 'breaking',
    what: now ? `refers to ${now}, and referred to ${old}` : `no longer refers to ${old}`,
    why: now ? `Filters ${field}__… are about other rows.` : `Filters ${field}__… are refused (400).`,
    for: ['filters'],
  }
}

/** A reference whose target depends on the row is followed by no filter. */
function followed({ relations }: Table): Map<string, Relation> {
  return new Map(relations.filter((relation) => !relation.when).map((relation) => [relation.column, relation]))
}

function fieldOf(table: Table, name: string): string {
  return table.columns.find((column) => column.name === name)?.field ?? name
}
