/**
 * Drift: what the database has become since `generated/` was made from it.
 *
 * The comparison itself is the generator's, so it is handed in: the server only decides what to do about it.
 */

/** One change, in a sentence for the operator. */
export interface SchemaDifference {
  readonly severity: 'breaking' | 'additive' | 'neutral'
  /** Whose: a resource, or a table that is none. */
  readonly resource: string
  readonly text: string
}

export interface Drift {
  /** `additive`: there is more than before, or better, and all that is served is as it was. */
  readonly status: 'equal' | 'additive' | 'breaking'
  /** Breaking ones first. */
  readonly differences: readonly SchemaDifference[]
  /** E.g. `2 breaking and 1 additive change in 2 resources`. */
  readonly summary: string
  /** What the database has now, by table. */
  readonly live: ReadonlyMap<string, LiveTable>
}

/** A table as it is now, in terms of what the server was generated for. */
export interface LiveTable {
  /** Columns that read and write as the server was generated for. */
  readonly columns: ReadonlySet<string>
  /** Columns that are still there and hold something else: served by the old rules, their values would be wrong. */
  readonly changed: ReadonlySet<string>
  /** Columns have come: one that is gone may be among them, under another name. */
  readonly hasNewColumns: boolean
  /** False: a row can no longer be told from the others by the key that the server was generated with. */
  readonly hasSameKey: boolean
  /** Columns that keep a new row from being made: an insert must name them, and this server does not know how. */
  readonly unfillable: ReadonlySet<string>
}

/**
 * Compares the database with the snapshot in the generated folder, in one pass over information_schema.
 *
 * @throws StartError when either cannot be read, saying what to do
 */
export type CheckDrift = (databaseUrl: string, generated: URL) => Promise<Drift>

/** How many differences there are of a severity. */
export function countOf({ differences }: Drift, severity: SchemaDifference['severity']): number {
  return differences.filter((difference) => difference.severity === severity).length
}
