/** The generator's comparison as the server asks for it: the database now, against `generated/snapshot.json`. */
import { readFile } from 'node:fs/promises'
import { loadProfile } from '../codegen/config.ts'
import { CodegenError } from '../codegen/errors.ts'
import { introspect } from '../codegen/introspection/introspect.ts'
import { parseSnapshot, type Snapshot, type SnapshotColumn } from '../codegen/introspection/snapshot.ts'
import { matchesTable, type Profile } from '../codegen/profile/profile.ts'
import { readConfigFile } from '../src/config-file.ts'
import type { CheckDrift, Drift, SchemaDifference } from '../src/drift/drift.ts'
import { StartError } from '../src/start-error.ts'
import { liveTables } from './live-tables.ts'

export const checkDrift: CheckDrift = async (databaseUrl, generated) => {
  const before = await readGenerated(generated)
  const { generator } = await readConfigFile(process.cwd())
  const profile = loadProfile(generator)
  const all = await introspect(databaseUrl).catch((error: unknown) => {
    throw error instanceof CodegenError ? unreadable(error) : error
  })
  const now = { ...all, tables: all.tables.filter((table) => !matchesTable(profile.own, table.name)) }
  return driftBetween(before, withTriggers(now, before), profile)
}

export function driftBetween(before: Snapshot, now: Snapshot, profile: Profile): Drift {
  const differences = compare(before, now, profile)
  const count = (severity: SchemaDifference['severity']) => differences.filter((it) => it.severity === severity).length
  const [breaking, additive] = [count('breaking'), count('additive')]
  return {
    status: breaking > 0 ? 'breaking' : additive > 0 ? 'additive' : 'equal',
    differences,
    summary: `${breaking} breaking and ${additive} additive ${breaking + additive === 1 ? 'change' : 'changes'}`,
    live: liveTables(before, now, holdsAll),
  }
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

/** MySQL shows triggers only to who may make them: of an account that sees none, nothing can be said. */
function withTriggers(now: Snapshot, before: Snapshot): Snapshot {
  if (now.tables.some(({ triggers }) => triggers)) return now
  const triggers = new Map(before.tables.map((table) => [table.name, table.triggers]))
  const tables = now.tables.map((table) => {
    const own = triggers.get(table.name)
    return own ? { ...table, triggers: own } : table
  })
  return { ...now, tables }
}

// STAND-IN until codegen/diff lands.
function compare(before: Snapshot, now: Snapshot, _profile: Profile): SchemaDifference[] {
  const out: SchemaDifference[] = []
  const resource = (t: string) => t.replace(/^cc_/, '').replaceAll('_', '')
  for (const t of before.tables) {
    const n = now.tables.find((x) => x.name === t.name)
    if (!n) {
      out.push({ severity: 'breaking', resource: resource(t.name), text: `${t.name} dropped.` })
      continue
    }
    for (const c of t.columns) {
      const d = n.columns.find((x) => x.name === c.name)
      if (!d) out.push({ severity: 'breaking', resource: resource(t.name), text: `${t.name}.${c.name} dropped.` })
      else if (d.type !== c.type)
        out.push({
          severity: holdsAll(d, c) ? 'additive' : 'breaking',
          resource: resource(t.name),
          text: `${t.name}.${c.name} ${c.type} -> ${d.type}.`,
        })
    }
    for (const c of n.columns)
      if (!t.columns.some((x) => x.name === c.name))
        out.push({
          severity: c.nullable || c.default ? 'additive' : 'breaking',
          resource: resource(t.name),
          text: `${t.name}.${c.name} added.`,
        })
    if (JSON.stringify(t.primaryKey) !== JSON.stringify(n.primaryKey))
      out.push({ severity: 'breaking', resource: resource(t.name), text: `${t.name} has another key.` })
  }
  for (const t of now.tables)
    if (!before.tables.some((x) => x.name === t.name))
      out.push({ severity: 'additive', resource: resource(t.name), text: `${t.name} added.` })
  return out
    .sort((a, b) => (a.severity < b.severity ? 1 : -1) * 1)
    .sort((a, b) => Number(b.severity === 'breaking') - Number(a.severity === 'breaking'))
}
function holdsAll(now: SnapshotColumn, before: SnapshotColumn): boolean {
  const [a, b] = [now.type, before.type].map((t) => /^(\w+)(?:\((\d+)\))?$/.exec(t))
  return now.type === before.type || (a?.[1] === b?.[1] && Number(a?.[2]) >= Number(b?.[2]))
}
