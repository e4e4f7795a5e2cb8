/** `a2b doctor`: every check on one database, after each other, reading only. */
import type { Db } from '../db/db.ts'
import type { Drift } from '../drift/drift.ts'
import { narrow } from '../drift/narrow.ts'
import type { Resource } from '../resources/resource.ts'
import { type Check, failedCheck } from './check.ts'
import { balances } from './checks/balances.ts'
import { clock } from './checks/clock.ts'
import { connections } from './checks/connections.ts'
import { damage } from './checks/damage.ts'
import { definers } from './checks/definers.ts'
import { driftCheck } from './checks/drift.ts'
import { durability } from './checks/durability.ts'
import { engines } from './checks/engines.ts'
import { indexes } from './checks/indexes.ts'
import { journal } from './checks/journal.ts'
import { ledger } from './checks/ledger.ts'
import { orphans } from './checks/orphans.ts'
import { privileges } from './checks/privileges.ts'
import { rights } from './checks/rights.ts'
import { secrets } from './checks/secrets.ts'
import { sqlMode } from './checks/sql-mode.ts'
import { users } from './checks/users.ts'
import { zeroDates } from './checks/zero-dates.ts'
import type { Finding, Report, Severity } from './finding.ts'
import { readPatient } from './patient.ts'

/** Cheap ones first; those that scan tables come last. */
const CHECKS: readonly Check[] = [
  damage,
  journal,
  engines,
  durability,
  sqlMode,
  connections,
  clock,
  privileges,
  definers,
  users,
  rights,
  indexes,
  secrets,
  zeroDates,
  ledger,
  orphans,
  balances,
]

export interface ExamineOptions {
  readonly db: Db
  readonly resources: ReadonlyMap<string, Resource>
  /** Of the setting `A2B_POOL_SIZE`. */
  readonly poolSize: number
  /** Compares the database with what the resources were generated from. */
  readonly checkDrift: () => Promise<Drift>
}

/** @throws ApiError when the database cannot be reached at all; a check that fails is a finding of its own */
export async function examine({ db, resources, poolSize, checkDrift }: ExamineOptions): Promise<Report> {
  const drift = await checkDrift().catch((error: Error) => error)
  const served =
    drift instanceof Error || drift.status === 'equal' ? resources : narrow(resources, drift.live).resources
  const patient = await readPatient(db, served.values(), poolSize)
  const checks = [driftCheck(drift, resources.values()), ...CHECKS]
  const findings: Finding[] = []
  for (const check of checks) {
    findings.push(...(await check.run(patient).catch((error: unknown) => [failedCheck(check, error)])))
  }
  const count = (severity: Severity): number => findings.filter((it) => it.severity === severity).length
  return {
    database: patient.database,
    server: patient.server,
    account: patient.account,
    checks: checks.map(({ name }) => name),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    findings: findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)),
  }
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info']
