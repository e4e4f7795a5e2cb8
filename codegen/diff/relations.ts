/** What filters can follow from one table to another, before and after. */
import type { Relation, Table } from '../model/schema.ts'
import type { Effect } from './change.ts'
import type { Match } from './columns.ts'
import type { ColumnsEffect } from './keys.ts'
import type { Pair } from './sides.ts'

/** Columns without a counterpart speak for themselves; those that were renamed are told under their old names. */
export function compareRelations({ before, after, leadAlike }: Pair, matches: readonly Match[]): ColumnsEffect[] {
  const [old, now] = [followed(before.table), followed(after.table)]
  return matches.flatMap(({ was, is }) => {
    const [from, to] = [old.get(was.fact.name), now.get(is.fact.name)]
    if (from && to && leadAlike(from, to)) return []
    const effect = changeOf(was.column.field, is.column.field, from, to)
    return effect ? [{ ...effect, columns: [effect.severity === 'breaking' ? was.fact.name : is.fact.name] }] : []
  })
}

function changeOf(
  field: string,
  newField: string,
  before: Relation | undefined,
  after: Relation | undefined,
): Effect | undefined {
  const [old, now] = [before, after].map((relation) => relation && `${relation.to.resource}.${relation.to.column}`)
  if (!old && !now) return undefined
  if (!old) {
    return {
      kind: 'relation',
      severity: 'additive',
      what: `refers to ${now}`,
      why: `Filters can follow it: ${newField}__….`,
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
