/** The columns of one table, before and after: dropped, renamed, added, changed, moved. */
import type { SnapshotColumn } from '../introspection/snapshot.ts'
import type { Column, Table } from '../model/schema.ts'
import type { Change, Effect } from './change.ts'
import { compareColumn, mustInsert } from './compare-column.ts'
import { reorderedColumns } from './order.ts'
import { guessColumns } from './renames.ts'
import { columnScope } from './scope.ts'
import { type ColumnSide, EVERYONE, fitting, onTable, type Pair, sentences, type TableSide } from './sides.ts'

export function compareColumns(pair: Pair): Change[] {
  const { before, after } = pair
  const [old, now] = [columnsOf(before), columnsOf(after)]
  const matched = matchColumns(old, now)
  const gone = [...old.values()].filter((side) => !matched.has(side))
  const kept = new Set(matched.values())
  const added = [...now.values()].filter((side) => !kept.has(side))
  const guesses = guessColumns(
    { before: before.fact.columns, after: after.fact.columns },
    gone.map(({ fact }) => fact),
    added.map(({ fact }) => fact),
  )
  for (const { from, to } of guesses) {
    const [was, is] = [old.get(from.name), now.get(to.name)]
    if (was && is) matched.set(was, is)
  }
  const arrived = new Set(matched.values())
  const because = new Map(guesses.map((guess) => [guess.from.name, guess.because]))
  const effects = [...matched].flatMap(([was, is]) => {
    const guess = because.get(was.fact.name)
    const compared = compareColumn(was, is, after.table.kind === 'view')
    // Of a probable rename, the names on the wire are said once.
    return (guess === undefined ? compared : compared.filter(({ kind }) => kind !== 'field-renamed')).map(
      (effect): ColumnEffect => ({ effect, side: effect.severity === 'breaking' ? was : is }),
    )
  })
  const came = [...now.values()].filter((side) => !arrived.has(side))
  return [
    ...[...matched].flatMap(([was, is]) =>
      was.fact.name === is.fact.name ? [] : [columnRenamed(pair, was, is, because.get(was.fact.name))],
    ),
    ...grouped(pair, [
      ...gone.filter((side) => !matched.has(side)).map((side) => ({ effect: DROPPED, side })),
      ...came.map((side) => ({ effect: addition(after.table, side), side })),
      ...effects,
    ]),
    ...reorderedColumns(pair, [...matched.values()]),
  ]
}

/** By name; where the name is gone, by the field that a configuration keeps for it. */
function matchColumns(
  before: ReadonlyMap<string, ColumnSide>,
  after: ReadonlyMap<string, ColumnSide>,
): Map<ColumnSide, ColumnSide> {
  const byField = new Map(
    [...after.values()].filter(({ fact }) => !before.has(fact.name)).map((side) => [side.column.field, side]),
  )
  return new Map(
    [...before.values()].flatMap((side) => {
      const same = after.get(side.fact.name) ?? byField.get(side.column.field)
      return same ? [[side, same] as const] : []
    }),
  )
}

function columnsOf({ fact, table }: TableSide): Map<string, ColumnSide> {
  const built = new Map(table.columns.map((column) => [column.name, column]))
  return new Map(
    fact.columns.flatMap((column): [string, ColumnSide][] => {
      const found = built.get(column.name)
      return found ? [[column.name, { fact: column, column: found }]] : []
    }),
  )
}

const DROPPED: Effect = {
  kind: 'column-dropped',
  severity: 'breaking',
  what: 'dropped',
  why: 'Answers no longer have it; bodies and filters that name it are refused (400).',
  for: EVERYONE,
}

function addition({ kind }: Table, { fact, column }: ColumnSide): Effect {
  const mustBeNamed = column.required !== undefined
  const insertNeeds = kind === 'table' && mustInsert(column)
  const isBreaking = kind === 'table' && (mustBeNamed || insertNeeds)
  return {
    kind: 'column-added',
    severity: isBreaking ? 'breaking' : 'additive',
    what: `added (${describe(fact)})`,
    why: sentences([
      'Answers have it.',
      column.secret && 'Only holders of `secrets:read` see it.',
      isBreaking && mustBeNamed && 'A create must name it (400 otherwise).',
      isBreaking &&
        !mustBeNamed &&
        `An insert written against the table types, or for the old table, must name it; the API stores ${column.blank || "''"} for clients that do not.`,
    ]),
    for: isBreaking ? (mustBeNamed ? ['writes', 'client', 'types'] : ['types']) : EVERYONE,
  }
}

function describe({ type, nullable, default: value }: SnapshotColumn): string {
  const shown = value && ('value' in value ? JSON.stringify(value.value) : value.expression)
  return [type, nullable ? 'NULL' : 'NOT NULL', shown && `default ${shown}`].filter(Boolean).join(', ')
}

function columnRenamed(pair: Pair, was: ColumnSide, is: ColumnSide, because: string | undefined): Change {
  const [from, to] = [`${pair.before.table.name}.${was.fact.name}`, `${pair.after.table.name}.${is.fact.name}`]
  const isKept = was.column.field === is.column.field
  const audiences = isKept ? (['types'] as const) : EVERYONE
  const lost = lostMeaning(was.column, is.column, to)
  return {
    ...onTable(pair.before, {
      kind: 'column-renamed',
      severity: 'breaking',
      what: `is gone, and ${is.fact.name} is new${because === undefined ? '' : ': probably renamed'}`,
      why: sentences([
        isKept
          ? 'It keeps its name on the wire. Queries that name the column have to change.'
          : `Answers, bodies and filters call it "${is.column.field}".`,
        lost,
      ]),
      for: audiences,
    }),
    columns: [was.fact.name],
    ...columnScope(pair.before.table, [was.column], audiences, pair.referrers.before),
    ...(because !== undefined &&
      !isKept && {
        guess: {
          from,
          to,
          because,
          config: `fields: { ${JSON.stringify(to)}: ${JSON.stringify(was.column.field)} }`,
        },
      }),
  }
}

/** What was known of the old name does not follow to the new one by itself. */
function lostMeaning(was: Column, is: Column, path: string): string | undefined {
  const lost = [
    was.secret && !is.secret && `secrets: { ${JSON.stringify(path)}: ${JSON.stringify(was.secret)} }`,
    was.writable &&
      !is.writable &&
      !was.generated &&
      `protected: { ${JSON.stringify(path)}: { writable: ${JSON.stringify(was.writable)}, hint: ${JSON.stringify(was.hint ?? '')} } }`,
  ].filter(Boolean)
  return lost.length > 0 ? `The old one was kept from clients; for the new one say so: ${lost.join(', ')}.` : undefined
}

interface ColumnEffect {
  readonly effect: Effect
  /** The column as it was, where something breaks; as it is elsewhere. */
  readonly side: ColumnSide
}

/** Columns of one table that change alike are one change: a conversion of a table touches all its texts. */
function grouped({ before, after, referrers }: Pair, effects: readonly ColumnEffect[]): Change[] {
  const groups = Map.groupBy(effects, ({ effect }) => JSON.stringify(effect))
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const columns = [first, ...rest].map(({ side }) => side.column)
    const wasThere = before.table.columns.some((column) => column === columns[0])
    const [where, from] = wasThere ? [before, referrers.before] : [after, referrers.after]
    const effect = fitting(where, first.effect)
    return [
      {
        ...onTable(before, effect),
        columns: columns.map(({ name }) => name),
        ...columnScope(where.table, columns, effect.for, from),
      },
    ]
  })
}
