/** Who sent the request, as authentication found it; `ctx.state.caller` on every request behind it. */
export interface Caller {
  readonly id: number
  readonly name: string
  /** Holders of `admin` may do everything and see secret columns; others may read everything else. */
  readonly admin: boolean
}
