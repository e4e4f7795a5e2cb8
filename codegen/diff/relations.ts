/** What filters can follow from one table to another, before and after. */
import type { Relation, Table } from '../model/schema.ts'
import type { Effect } from './change.ts'
import type { ColumnsEffect } from './keys.ts'

/** Whether a resource before and one after are the same table, whatever they are called. */
export type IsSameTable = (before: string, after: string) => boolean

/** Columns that are not on both sides speak for themselves; so does a target that only has another name. */
export function compareRelations(before: Table, after: Table, isSameTable: IsSameTable): ColumnsEffect[] {
  const [old, now] = [followed(before), followed(after)]
  const stays = (name: string): boolean =>
    [before, after].every((table) => table.columns.some((column) => column.name === name))
  return [...new Set([...old.keys(), ...now.keys()])].filter(stays).flatMap((column) => {
    const [was, is] = [old.get(column), now.get(column)]
    if (was && is && was.to.column === is.to.column && isSameTable(was.to.resource, is.to.resource)) return []
    const effect = changeOf(fieldOf(before, column), was, is)
    return effect ? [{ ...effect, columns: [column] }] : []
  })
}

function changeOf(field: string, before: Relation | undefined, after: Relation | undefined): Effect | undefined {
  const [old, now] = [before, after].map((relation) => relation && `${relation.to.resource}.${relation.to.column}`)
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
