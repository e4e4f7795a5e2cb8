/** Who sent the request, as authentication found it; `ctx.state.caller` on every request behind it. */
import type { Access } from './access.ts'

export interface Caller {
  readonly id: number
  readonly name: string
  /** Of the API key that the request came with; absent where it came with a password. */
  readonly keyId?: number
  /** Where the request came with a browser's session. */
  readonly session?: CallerSession
  readonly access: Access
}

export interface CallerSession {
  readonly id: number
  /** When it ends at the latest: `YYYY-MM-DD HH:MM:SS`. */
  readonly expiresAt: string
}
