/**
 * A step from one form of a table of ours to the next, as the SQL that takes it: so it can be shown to an administrator
 * whose server's account may not make tables.
 */
export interface Migration {
  /** Orders the steps of one owner: `001-audit`. Never changed once released. */
  readonly id: string
  /** Statements, one at a time. MySQL commits after each, so every one must bear being run again: `if not exists`. */
  readonly up: readonly string[]
  /** The way back. */
  readonly down: readonly string[]
}
