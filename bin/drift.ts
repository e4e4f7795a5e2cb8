/** The generator's comparison as the server asks for it: the database now, against `generated/snapshot.json`. */
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { type Change, SEVERITIES, type Severity } from '../codegen/diff/change.ts'
import { compareSchemas } from '../codegen/diff/compare.ts'
import { summarize } from '../codegen/diff/report-text.ts'
import { type Side, sideOf } from '../codegen/diff/sides.ts'
import { CodegenError } from '../codegen/errors.ts'
import { introspectDamaged } from '../codegen/introspection/introspect.ts'
import type { Snapshot } from '../codegen/introspection/snapshot.ts'
import { readGeneratedFolder } from '../codegen/output/generated-folder.ts'
import type { Profile } from '../codegen/profile/profile.ts'
import type { CheckDrift, Drift, SchemaDifference } from '../src/drift/drift.ts'
import { StartError } from '../src/start-error.ts'
import { liveTables } from './live-tables.ts'

export const checkDrift: CheckDrift = async (databaseUrl, generated) => {
  const { snapshot, profile } = await readGenerated(generated)
  const now = await introspectDamaged(databaseUrl).catch((error: unknown) => {
    throw error instanceof CodegenError ? unreadable(error) : error
  })
  return driftBetween(snapshot, withDamaged(now, snapshot), profile)
}

/** @param generated - what the server was generated from */
export function driftBetween(generated: Snapshot, live: Snapshot, profile: Profile): Drift {
  const [was, is] = [withTriggers(generated, live), withTriggers(live, generated)]
  // As it nearly always is: what is the same needs no model to tell what differs.
  if (isDeepStrictEqual(was, is)) {
    return { status: 'equal', differences: [], summary: 'No differences', live: liveTables(generated, live) }
  }
  const before = sideOf(was, profile)
  const { now, refusal } = liveSide(is, before.snapshot, profile)
  const report = now && compareSchemas(before, now)
  const differences: SchemaDifference[] = SEVERITIES.flatMap((severity) =>
    (report?.changes ?? [])
      .filter((change) => change.severity === severity)
      .map((change) => ({ severity, resource: change.resource, text: sentence(change) })),
  )
  if (refusal) differences.unshift({ severity: now ? 'additive' : 'breaking', resource: 'a2b generate', text: refusal })
  const has = (severity: Severity): boolean => differences.some((difference) => difference.severity === severity)
  return {
    status: has('breaking') ? 'breaking' : has('additive') ? 'additive' : 'equal',
    differences,
    summary: report ? summarize(report).replace(/\.$/, '') : 'the generator refuses it',
    live: liveTables(generated, live),
  }
}

/**
 * What the generator makes of the database now. Where it refuses something new, what was there before is compared all
 * the same: a table that nobody can serve keeps nobody from serving the others.
 */
function liveSide(live: Snapshot, before: Snapshot, profile: Profile): { now?: Side; refusal?: string } {
  const attempt = (snapshot: Snapshot): Side | CodegenError => {
    try {
      return sideOf(snapshot, profile)
    } catch (error) {
      if (error instanceof CodegenError) return error
      throw error
    }
  }
  const whole = attempt(live)
  if (!(whole instanceof CodegenError)) return { now: whole }
  const refusal = `refuses what is there now: ${whole.message}`
  const known = attempt(withoutNews(live, before))
  return known instanceof CodegenError ? { refusal } : { now: known, refusal }
}

function withoutNews(live: Snapshot, before: Snapshot): Snapshot {
  const known = new Map(before.tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]))
  const tables = live.tables.flatMap((table) => {
    const names = known.get(table.name)
    const columns = table.columns.filter(({ name }) => names?.has(name) || table.primaryKey?.includes(name))
    return names ? [{ ...table, columns }] : []
  })
  return { ...live, tables }
}

/** `cc_card.lastname: varchar(50) -> varchar(40)` */
function sentence({ table, columns, what }: Change): string {
  if (columns.length > 0) return `${columns.map((column) => `${table}.${column}`).join(', ')}: ${what}`
  return what.includes(table) ? what : `${table}: ${what}`
}

/** The settings are those of the day it was generated: today's may name what it does not know. */
async function readGenerated(folder: URL): Promise<{ snapshot: Snapshot; profile: Profile }> {
  const found = await readGeneratedFolder(fileURLToPath(folder)).catch((error: unknown) => {
    throw error instanceof CodegenError ? incomparable(error.message, error) : error
  })
  if (!found.profile) throw incomparable('There is no config.json in the generated folder.')
  return { snapshot: found.snapshot, profile: found.profile }
}

function incomparable(reason: string, cause?: unknown): StartError {
  return new StartError(
    `Whether the database is the one that the API was generated from cannot be told. ${reason} ` +
      'Write the folder anew with `a2b generate`.',
    { cause },
  )
}

function unreadable(error: CodegenError): StartError {
  return new StartError(
    `The database cannot be compared with what the API was generated from. ${error.message} ` +
      'An account without rights on any table sees none: GRANT SELECT, INSERT, UPDATE, DELETE ON <database>.* TO <account>;',
    { cause: error },
  )
}

/**
 * Of a table that cannot be opened nothing can be said: it is taken to be what it was. Requests for it are answered with
 * 503 until it is repaired, and then all is as before.
 */
function withDamaged({ snapshot, damaged }: { snapshot: Snapshot; damaged: readonly string[] }, generated: Snapshot) {
  const before = new Map(generated.tables.map((table) => [table.name, table]))
  const tables = snapshot.tables.map((table) => (damaged.includes(table.name) && before.get(table.name)) || table)
  return { ...snapshot, tables }
}

/**
 * Triggers are shown to who may write, on MySQL to who may make them: of an account that saw none, be it this one or the
 * one that generated, nothing can be said, and the other's are taken for its own.
 */
function withTriggers(snapshot: Snapshot, other: Snapshot): Snapshot {
  if (snapshot.tables.some(({ triggers }) => triggers)) return snapshot
  const triggers = new Map(other.tables.map((table) => [table.name, table.triggers]))
  const tables = snapshot.tables.map((table) => {
    const own = triggers.get(table.name)
    return own ? { ...table, triggers: own } : table
  })
  return { ...snapshot, tables }
}
