/** `a2b doctor`: prints what is wrong with the database, and how to mend it. Exit code 1 from warnings on. It only reads, unless told to repair. */
import { loadConfig } from '../src/config.ts'
import { openDb } from '../src/db/connect.ts'
import { examine } from '../src/doctor/doctor.ts'
import { showReport } from '../src/doctor/show-report.ts'
import { explainDatabaseError } from '../src/db/explain.ts'
import { GENERATED, loadGenerated } from '../src/drift/generated-folder.ts'
import { ApiError } from '../src/errors.ts'
import { StartError } from '../src/start-error.ts'
import { checkDrift } from './drift.ts'
import { repairJournal } from './repair.ts'

export interface DoctorFlags {
  readonly url?: string
  readonly json?: true
  readonly repair?: true
  /** `12=credited`, one for each entry of the journal. */
  readonly settle?: readonly string[]
}

export async function doctor({ url, json, repair, settle = [] }: DoctorFlags): Promise<void> {
  if (settle.length > 0 && !repair) throw new StartError('--settle changes the database: give --repair, too.')
  const config = await loadConfig({ ...process.env, ...(url && { A2B_DATABASE_URL: url }) }, process.cwd())
  const { resources } = await loadGenerated(GENERATED)
  const db = openDb({ url: config.databaseUrl, connectionLimit: 2, timeZone: config.timeZone })
  try {
    await db.ping()
    // Beside the report, which machines read.
    if (repair) await repairJournal({ db, resources, settlements: settle, print: (line) => console.error(line) })
    const report = await examine({
      db,
      resources,
      poolSize: config.poolSize,
      checkDrift: () => checkDrift(config.databaseUrl, GENERATED),
    })
    console.log(json ? JSON.stringify(report, undefined, 2) : showReport(report, process.stdout.hasColors?.() ?? false))
    if (report.counts.error + report.counts.warning > 0) process.exitCode = 1
  } catch (error) {
    throw error instanceof ApiError ? explainDatabaseError(error) : error
  } finally {
    await db.close()
  }
}
