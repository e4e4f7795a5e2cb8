/** The generator's comparison as the server asks for it: the database now, against `generated/snapshot.json`. */
import { readFile } from 'node:fs/promises'
import { type Change, SEVERITIES } from '../codegen/diff/change.ts'
import { compareSchemas } from '../codegen/diff/compare.ts'
import { summarize } from '../codegen/diff/report-text.ts'
import { type Side, sideOf } from '../codegen/diff/sides.ts'
import { CodegenError } from '../codegen/errors.ts'
import { introspect } from '../codegen/introspection/introspect.ts'
import { parseSnapshot, type Snapshot } from '../codegen/introspection/snapshot.ts'
import { a2billing } from '../codegen/profile/a2billing/index.ts'
import type { Profile } from '../codegen/profile/profile.ts'
import { readConfigFile } from '../src/config-file.ts'
import type { CheckDrift, Drift } from '../src/drift/drift.ts'
import { StartError } from '../src/start-error.ts'
import { liveTables } from './live-tables.ts'

export const checkDrift: CheckDrift = async (databaseUrl, generated) => {
  const snapshot = await readGenerated(generated)
  const profile = await readProfile()
  const now = await introspect(databaseUrl).catch((error: unknown) => {
    throw error instanceof CodegenError ? unreadable(error) : error
  })
  return driftBetween(snapshot, now, profile)
}

/** What checks a configuration is no part of a production install, so it is loaded where there is one to check. */
async function readProfile(): Promise<Profile> {
  const { generator } = await readConfigFile(process.cwd())
  return generator === undefined ? a2billing : (await import('../codegen/config.ts')).loadProfile(generator)
}

/** @param generated - what the server was generated from */
export function driftBetween(generated: Snapshot, live: Snapshot, profile: Profile): Drift {
  const [before, now] = [withTriggers(generated, live), withTriggers(live, generated)].map((snapshot) =>
    sideOf(snapshot, profile),
  ) as [Side, Side]
  const report = compareSchemas(before, now)
  const { breaking, additive } = report.counts
  return {
    status: breaking > 0 ? 'breaking' : additive > 0 ? 'additive' : 'equal',
    differences: SEVERITIES.flatMap((severity) => report.changes.filter((change) => change.severity === severity)).map(
      (change) => ({ severity: change.severity, resource: change.resource, text: sentence(change) }),
    ),
    summary: summarize(report).replace(/\.$/, ''),
    live: liveTables(before.snapshot, now.snapshot),
  }
}

/** `cc_card.lastname: varchar(50) -> varchar(40)` */
function sentence({ table, columns, what }: Change): string {
  if (columns.length > 0) return `${columns.map((column) => `${table}.${column}`).join(', ')}: ${what}`
  return what.includes(table) ? what : `${table}: ${what}`
}

async function readGenerated(folder: URL): Promise<Snapshot> {
  const file = new URL('snapshot.json', folder)
  try {
    return parseSnapshot(await readFile(file, 'utf8'), 'generated/snapshot.json')
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'there is no snapshot.json in the generated folder' : message
    throw new StartError(
      `Whether the database is the one that the API was generated from cannot be told: ${reason}. ` +
        'Write the folder anew with `a2b generate`.',
      { cause: error },
    )
  }
}

function unreadable(error: CodegenError): StartError {
  return new StartError(
    `The database cannot be compared with what the API was generated from. ${error.message} ` +
      'An account without rights on any table sees none: GRANT SELECT, INSERT, UPDATE, DELETE ON <database>.* TO <account>;',
    { cause: error },
  )
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
