/**
 * A movement of money as data, so that a transaction, the journal and a repair do one and the same.
 *
 * Nothing in it is computed afterwards but what only the database knows: the numbers of new rows and the balance.
 */
export interface Movement {
  /** What is added to the balance: decimal text, negative to take away. */
  readonly change: string
  /** Refused when the balance would fall below this decimal text; absent for no limit. */
  readonly floor?: string
  /** Of the body, for errors. */
  readonly field: string
  /** Rows that tell of it, in the order in which they are written. */
  readonly logs: readonly LogRow[]
  readonly answer: Readonly<Record<string, MovementValue>>
}

export interface LogRow {
  /** A2Billing's name of the table, `cc_logrefill`. */
  readonly table: string
  /** Without these columns the row makes no sense. */
  readonly values: Readonly<Record<string, MovementValue>>
  /** Left out where this version of A2Billing has no such column. */
  readonly ifKnown: Readonly<Record<string, MovementValue>>
}

/** Text, an exact number, nothing, or what the database will know. */
export type MovementValue =
  | string
  | null
  /** Decimal text. */
  | { readonly number: string }
  /** `now`: the time of the database, the same in every row. `balance`: right after this movement; in the answer only. */
  | { readonly of: 'now' | 'balance' }
  /** Number of that row of {@link Movement.logs}, which was written before. */
  | { readonly of: 'log'; readonly index: number }
