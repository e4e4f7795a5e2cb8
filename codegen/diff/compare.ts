/**
 * Two schemas -> a {@link Report} of what changes for whom, without asking a database.
 *
 * Each side was built from its snapshot with a configuration: what matters is what clients see, so a table that is
 * excluded or renamed in `a2b.config.ts` counts as gone or renamed, whatever the database has.
 */
import type { Table } from '../model/schema.ts'
import { type Change, type Effect, type RenameGuess, type Report, SEVERITIES, type Severity } from './change.ts'
import { compareColumns } from './columns.ts'
import { compareTable } from './compare-table.ts'
import { compareKeys } from './keys.ts'
import { compareRelations, type IsSameTable } from './relations.ts'
import { guessTables } from './renames.ts'
import { columnScope, type Referrers, referrersIn, type Scope, tableScope } from './scope.ts'
import { ELSEWHERE, EVERYONE, fitting, onTable, type Pair, sentences, type Side, type TableSide } from './sides.ts'

export function compareSchemas(before: Side, after: Side): Report {
  const [old, now] = [before, after].map(tablesOf) as [Map<string, TableSide>, Map<string, TableSide>]
  const referrers = { before: referrersIn(before.schema), after: referrersIn(after.schema) }
  const gone = [...old.values()].filter(({ fact }) => !now.has(fact.name))
  const added = [...now.values()].filter(({ fact }) => !old.has(fact.name))
  const guesses = guessTables(
    gone.map(({ fact }) => fact),
    added.map(({ fact }) => fact),
  )
  const renamed = new Map(guesses.map((guess) => [guess.from.name, guess]))
  const arrived = new Set(guesses.map(({ to }) => to.name))
  const [oldNames, nowNames] = [before, after].map(
    ({ schema }) => new Map(schema.tables.map((table) => [table.resource, table.name])),
  )
  const isSameTable: IsSameTable = (was, is) => {
    const table = oldNames?.get(was) ?? ''
    return (renamed.get(table)?.to.name ?? table) === nowNames?.get(is)
  }
  const changes = [
    ...[...old.values()].flatMap((side) => {
      const guess = renamed.get(side.fact.name)
      const same = now.get(guess?.to.name ?? side.fact.name)
      if (!same) return [tableDropped(side, referrers.before, before, after)]
      const pair: Pair = { before: side, after: same, referrers, isSameTable }
      return [...(guess ? tableRenamed(pair, guess.because) : []), ...compareTables(pair, guess !== undefined)]
    }),
    ...added.filter(({ fact }) => !arrived.has(fact.name)).map((side) => tableAdded(side, referrers.after)),
  ]
  return reportOf(changes)
}

/** The tables that are served. */
function tablesOf({ snapshot, schema }: Side): Map<string, TableSide> {
  const facts = new Map(snapshot.tables.map((fact) => [fact.name, fact]))
  return new Map(
    schema.tables.map((table) => {
      const fact = facts.get(table.name)
      if (!fact) throw new Error(`${table.name} is served and not in the snapshot`)
      return [table.name, { fact, table }]
    }),
  )
}

function tableDropped(side: TableSide, referrers: Referrers, before: Side, after: Side): Change {
  const { name, resource, kind } = side.table
  const isStillThere = after.snapshot.tables.some((table) => table.name === name)
  return {
    ...onTable(side, {
      kind: 'table-dropped',
      severity: 'breaking',
      what: isStillThere ? `${kind} ${name} is no longer served` : `${kind} ${name} dropped`,
      why: sentences([
        `Every request to /api/${resource}/ answers 404.`,
        referrers.has(resource) && 'Filters through references to it are refused (400).',
        before.schema.tables.length > 0 && 'Its types are gone.',
      ]),
      for: EVERYONE,
    }),
    ...tableScope(side.table, EVERYONE, referrers),
  }
}

function tableAdded(side: TableSide, referrers: Referrers): Change {
  const { name, resource, kind } = side.table
  return {
    ...onTable(side, {
      kind: 'table-added',
      severity: 'additive',
      what: `${kind} ${name} added`,
      why: `It is served as /api/${resource}/.${secretsIn(side.table)}`,
      for: EVERYONE,
    }),
    ...tableScope(side.table, EVERYONE, referrers),
  }
}

/** New columns are secret by their names only: whether they should be is for a person to say. */
function secretsIn({ columns }: Table): string {
  const secrets = columns.filter((column) => column.secret).map((column) => column.field)
  return secrets.length > 0 ? ` Secret: ${secrets.join(', ')}.` : ''
}

function tableRenamed({ before, after, referrers }: Pair, because: string): Change[] {
  const [from, to] = [before.table, after.table]
  // A configuration that keeps the old name on the wire has done what there was to do.
  const isKept = from.resource === to.resource
  const guess: RenameGuess = {
    from: from.name,
    to: to.name,
    because,
    config: `resources: { ${JSON.stringify(to.name)}: ${JSON.stringify(from.resource)} }`,
  }
  const audiences = isKept ? (['types'] as const) : ELSEWHERE
  return [
    {
      ...onTable(before, {
        kind: 'table-renamed',
        severity: 'breaking',
        what: `${from.kind} ${from.name} is gone, and ${to.name} is new: probably renamed`,
        why: isKept
          ? 'It keeps its name on the wire. Queries that name the table have to change.'
          : `Requests to /api/${from.resource}/ answer 404; it is served as /api/${to.resource}/.`,
        for: audiences,
      }),
      ...tableScope(from, audiences, referrers.before),
      guess,
    },
  ]
}

function compareTables(pair: Pair, isRenamed: boolean): Change[] {
  const { before, after } = pair
  const onWhole = compareTable(before, after, isRenamed).map((effect): Change => ({
    ...onTable(before, effect),
    ...scopeOf(pair, effect),
  }))
  const onColumns = [
    ...compareKeys(before.fact, after.fact),
    ...compareRelations(before.table, after.table, pair.isSameTable),
  ].map(({ columns, ...whole }): Change => {
    const effect = fitting(before, whole)
    return { ...onTable(before, effect), columns, ...scopeOf(pair, effect, columns) }
  })
  return [...onWhole, ...compareColumns(pair), ...onColumns]
}

/** Breaking changes show where something was, others where something is. */
function scopeOf({ before, after, referrers }: Pair, effect: Effect, columns: readonly string[] = []): Scope {
  const [side, from] = effect.severity === 'breaking' ? [before, referrers.before] : [after, referrers.after]
  const named = side.table.columns.filter(({ name }) => columns.includes(name))
  return named.length > 0 ? columnScope(side.table, named, effect.for, from) : tableScope(side.table, effect.for, from)
}

/** In the order of the report: the resources that break most first, and in each what breaks. */
export function reportOf(changes: readonly Change[]): Report {
  const count = (severity: Severity): number => changes.filter((change) => change.severity === severity).length
  const rank = (severity: Severity): number => SEVERITIES.indexOf(severity)
  const worst = new Map<string, number>()
  for (const { resource, severity } of changes) {
    worst.set(resource, Math.min(worst.get(resource) ?? Infinity, rank(severity)))
  }
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return {
    changes: changes.toSorted(
      (a, b) =>
        (worst.get(a.resource) ?? 0) - (worst.get(b.resource) ?? 0) ||
        byName(a.resource, b.resource) ||
        rank(a.severity) - rank(b.severity),
    ),
    counts: { breaking: count('breaking'), additive: count('additive'), neutral: count('neutral') },
  }
}
