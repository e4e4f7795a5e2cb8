/** `a2b doctor`: prints what is wrong with the database, and how to mend it. Exit code 1 from warnings on. */
import { loadConfig } from '../src/config.ts'
import { openDb } from '../src/db/connect.ts'
import { examine } from '../src/doctor/doctor.ts'
import { showReport } from '../src/doctor/show-report.ts'
import { explainDatabaseError } from '../src/db/explain.ts'
import { GENERATED, loadGenerated } from '../src/drift/generated-folder.ts'
import { ApiError } from '../src/errors.ts'
import { checkDrift } from './drift.ts'

export interface DoctorFlags {
  readonly url?: string
  readonly json?: true
}

export async function doctor({ url, json }: DoctorFlags): Promise<void> {
  const config = await loadConfig({ ...process.env, ...(url && { A2B_DATABASE_URL: url }) }, process.cwd())
  const { resources } = await loadGenerated(GENERATED)
  const db = openDb({ url: config.databaseUrl, connectionLimit: 2, timeZone: config.timeZone })
  try {
    await db.ping()
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
