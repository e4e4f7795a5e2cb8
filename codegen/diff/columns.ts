/** The columns of one table, before and after: dropped, renamed, added, changed, moved. */
import type { SnapshotColumn } from '../introspection/snapshot.ts'
import type { Table } from '../model/schema.ts'
import { formatSettings, whatIsLost } from './carry-over.ts'
import type { Change, Effect } from './change.ts'
import { compareColumn, mustInsert } from './compare-column.ts'
import { reorderedColumns } from './order.ts'
import { guessColumns } from './renames.ts'
import { columnScope } from './scope.ts'
import { type ColumnSide, EVERYONE, fitting, onTable, type Pair, sentences, type TableSide } from './sides.ts'

export function compareColumns(pair: Pair, { matches, gone, added }: Matches): Change[] {
  const { after } = pair
  const effects = matches.flatMap(({ was, is, because }) =>
    compareColumn(was, is, after.table.kind === 'view')
      // Of a probable rename, the names on the wire are said once.
      .filter(({ kind }) => because === undefined || kind !== 'field-renamed')
      .map((effect): ColumnEffect => ({ effect, side: effect.severity === 'breaking' ? was : is })),
  )
  return [
    ...matches.filter(({ was, is }) => was.fact.name !== is.fact.name).map((renamed) => columnRenamed(pair, renamed)),
    ...grouped(pair, [
      ...gone.map((side) => ({ effect: DROPPED, side })),
      ...added.map((side) => ({ effect: addition(after.table, side), side })),
      ...effects,
    ]),
    ...reorderedColumns(
      pair,
      matches.map(({ is }) => is),
    ),
  ]
}

/** Columns with their counterparts, and those without. */
export interface Matches {
  readonly matches: readonly Match[]
  readonly gone: readonly ColumnSide[]
  readonly added: readonly ColumnSide[]
}

/** A column on both sides. */
export interface Match {
  readonly was: ColumnSide
  readonly is: ColumnSide
  /** What speaks for it, where it is a guess. */
  readonly because?: string
}

/** By name; where the name is gone, by the field that a configuration keeps for it; and by guess. */
export function matchColumns(pair: Pick<Pair, 'before' | 'after'>): Matches {
  const [old, now] = [columnsOf(pair.before), columnsOf(pair.after)]
  const [oldNames, nowNames] = [old, now].map((sides) => new Map(sides.map((side) => [side.fact.name, side])))
  const fresh = now.filter(({ fact }) => !oldNames?.has(fact.name))
  const byField = new Map(fresh.map((side) => [side.column.field, side]))
  const sure = new Map(
    old.flatMap((side) => {
      const is = nowNames?.get(side.fact.name) ?? byField.get(side.column.field)
      return is ? [[side, { was: side, is }] as const] : []
    }),
  )
  const taken = new Set([...sure.values()].map(({ is }) => is))
  const guesses = guessColumns(
    { before: pair.before.fact.columns, after: pair.after.fact.columns },
    old.filter((side) => !sure.has(side)).map(({ fact }) => fact),
    fresh.filter((side) => !taken.has(side)).map(({ fact }) => fact),
  )
  const guessed = new Map(
    guesses.flatMap(({ from, to, because }) => {
      const [was, is] = [oldNames?.get(from.name), nowNames?.get(to.name)]
      return was && is ? [[was, { was, is, because }] as const] : []
    }),
  )
  const matches = old.flatMap((side): Match[] => {
    const found = sure.get(side) ?? guessed.get(side)
    return found ? [found] : []
  })
  const arrived = new Set(matches.map(({ is }) => is))
  return {
    matches,
    gone: old.filter((side) => !sure.has(side) && !guessed.has(side)),
    added: now.filter((side) => !arrived.has(side)),
  }
}

function columnsOf({ fact, table }: TableSide): ColumnSide[] {
  const built = new Map(table.columns.map((column) => [column.name, column]))
  return fact.columns.flatMap((column): ColumnSide[] => {
    const found = built.get(column.name)
    return found ? [{ fact: column, column: found }] : []
  })
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

function columnRenamed(pair: Pair, { was, is, because }: Match): Change {
  const [from, to] = [`${pair.before.table.name}.${was.fact.name}`, `${pair.after.table.name}.${is.fact.name}`]
  const isKept = was.column.field === is.column.field
  const audiences = isKept ? (['types'] as const) : EVERYONE
  const { fields: _fields, ...lost } = pair.carry([from])
  const hasGuess = because !== undefined && !isKept
  const settings = formatSettings(lost)
  return {
    ...onTable(pair.before, {
      kind: 'column-renamed',
      severity: 'breaking',
      what: `is gone, and ${is.fact.name} is new${because === undefined ? '' : ': probably renamed'}`,
      why: sentences([
        isKept
          ? 'It keeps its name on the wire. Queries that name the column have to change.'
          : `Answers, bodies and filters call it "${is.column.field}".`,
        whatIsLost(lost),
        settings && !hasGuess && `Say so in a2b.config.ts: generator: { ${settings} }.`,
      ]),
      for: audiences,
    }),
    columns: [was.fact.name],
    ...columnScope(pair.before.table, [was.column], audiences, pair.referrers.before),
    ...(hasGuess && {
      guess: { from, to, because, config: formatSettings({ fields: { [to]: was.column.field }, ...lost }) },
    }),
  }
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
