/**
 * Two schemas -> a {@link Report} of what changes for whom, without asking a database.
 *
 * Each side was built from its snapshot with a configuration: what matters is what clients see, so a table that is
 * excluded or renamed in `a2b.config.ts` counts as gone or renamed, whatever the database has.
 */
import type { Relation, Schema, Table } from '../model/schema.ts'
import { carryOver, formatSettings, whatIsLost } from './carry-over.ts'
import { type Change, type Effect, type RenameGuess, type Report, SEVERITIES, type Severity } from './change.ts'
import { compareColumns, matchColumns, type Matches } from './columns.ts'
import { compareTable } from './compare-table.ts'
import { compareKeys, underNewNames } from './keys.ts'
import { compareRelations } from './relations.ts'
import { guessTables } from './renames.ts'
import { columnScope, type Referrers, referrersIn, type Scope, tableScope } from './scope.ts'
import {
  ELSEWHERE,
  EVERYONE,
  fitting,
  onTable,
  type Pair,
  sentences,
  type Side,
  type TableSide,
  type Renamed,
} from './sides.ts'

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
  const sides = [...old.values()].flatMap((side) => {
    const same = now.get(renamed.get(side.fact.name)?.to.name ?? side.fact.name)
    return same ? [{ before: side, after: same }] : []
  })
  const matched = new Map(sides.map((both) => [both.before, { after: both.after, matches: matchColumns(both) }]))
  const names = newNames(matched)
  const carry = carryOver(before, after, names)
  const leadAlike = (was: Relation, is: Relation): boolean => {
    const path = pathIn(before.schema, was)
    return (names.get(path) ?? path) === pathIn(after.schema, is)
  }
  const changes = [
    ...[...old.values()].flatMap((side) => {
      const same = matched.get(side)
      if (!same) return [tableDropped(side, referrers.before, before, after)]
      const pair: Pair = { before: side, after: same.after, referrers, renamed: names, carry, leadAlike }
      const guess = renamed.get(side.fact.name)
      return [
        ...(guess ? tableRenamed(pair, same.matches, guess.because) : []),
        ...compareTables(pair, same.matches, guess !== undefined),
      ]
    }),
    ...added.filter(({ fact }) => !arrived.has(fact.name)).map((side) => tableAdded(side, referrers.after)),
  ]
  return reportOf(changes)
}

/** Of tables and, as `table.column`, of columns. */
function newNames(matched: ReadonlyMap<TableSide, { readonly after: TableSide; readonly matches: Matches }>): Renamed {
  const all = [...matched].flatMap(
    ([
      { table: was },
      {
        after: { table: is },
        matches,
      },
    ]) => [
      [was.name, is.name] as const,
      ...matches.matches.map(
        (both) => [`${was.name}.${both.was.fact.name}`, `${is.name}.${both.is.fact.name}`] as const,
      ),
    ],
  )
  return new Map(all.filter(([old, now]) => old !== now))
}

/** `table.column` of what a reference leads to. */
function pathIn({ tables }: Schema, { to }: Relation): string {
  return `${tables.find(({ resource }) => resource === to.resource)?.name}.${to.column}`
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

function tableRenamed({ before, after, referrers, carry }: Pair, { matches }: Matches, because: string): Change[] {
  const [from, to] = [before.table, after.table]
  // A configuration that keeps the old name on the wire has done what there was to do.
  const isKept = from.resource === to.resource
  // A column that was renamed with it has a line of its own.
  const columns = matches.filter(({ was, is }) => was.fact.name === is.fact.name).map(({ was }) => was.fact.name)
  const lost = carry([from.name, ...columns.map((name) => `${from.name}.${name}`)])
  const settings = { ...(!isKept && { resources: { [to.name]: from.resource } }), ...lost }
  const isWhole = Object.keys(settings).length === 0
  const guess: RenameGuess = { from: from.name, to: to.name, because, config: formatSettings(settings) }
  const audiences = isKept ? (['types'] as const) : ELSEWHERE
  return [
    {
      ...onTable(before, {
        kind: 'table-renamed',
        severity: 'breaking',
        what: `${from.kind} ${from.name} is gone, and ${to.name} is new: probably renamed`,
        why: sentences([
          isKept
            ? 'It keeps its name on the wire. Queries that name the table have to change.'
            : `Requests to /api/${from.resource}/ answer 404; it is served as /api/${to.resource}/.`,
          whatIsLost(lost),
        ]),
        for: audiences,
      }),
      ...tableScope(from, audiences, referrers.before),
      ...(!isWhole && { guess }),
    },
  ]
}

function compareTables(pair: Pair, columns: Matches, isRenamed: boolean): Change[] {
  const { before, after } = pair
  const onWhole = compareTable(before, after, isRenamed, columns.matches).map((effect): Change => ({
    ...onTable(before, effect),
    ...scopeOf(pair, effect),
  }))
  const onColumns = [
    ...compareKeys(underNewNames(before.fact, pair.renamed), after.fact),
    ...compareRelations(pair, columns.matches),
  ].map(({ columns: named, ...whole }): Change => {
    const effect = fitting(before, whole)
    return { ...onTable(before, effect), columns: named, ...scopeOf(pair, effect, named) }
  })
  return [...onWhole, ...compareColumns(pair, columns), ...onColumns]
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
