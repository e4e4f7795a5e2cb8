/** What `a2b doctor` says: one {@link Finding} for each thing that is wrong, or worth knowing. */

/** `error`: money, access or the service itself is at stake. `warning`: to be mended. `info`: a fact to know. */
export type Severity = 'error' | 'warning' | 'info'

export interface Finding {
  /** For machines; never changes its meaning: `money-engine-myisam`. */
  readonly code: string
  readonly severity: Severity
  /** Tables, columns, accounts or settings it is about. */
  readonly where: string
  /** What was found, in a sentence. */
  readonly what: string
  readonly why: string
  /** What to do: SQL or a command, to be copied as it is. A sentence where nothing can be run. */
  readonly next: string
  /** One line for each of the places, where there are several. */
  readonly details?: readonly string[]
}

export interface Report {
  readonly database: string
  /** As the server says it, e.g. `10.11.19-MariaDB`. */
  readonly server: string
  /** E.g. `a2b@localhost`. */
  readonly account: string
  /** Names of the checks that were made. */
  readonly checks: readonly string[]
  readonly counts: Readonly<Record<Severity, number>>
  /** Worst first. */
  readonly findings: readonly Finding[]
}
