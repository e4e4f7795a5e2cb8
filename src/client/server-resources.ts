/** What the server itself serves beside the tables, as docs/openapi-plugins.json has it; a test compares them. */
import type { ResourceFacts } from './facts.ts'

export interface Audit {
  id: number
  at: string | null
  user_id: number
  user_name: string
  key_id: number | null
  address: string
  request_id: string
  reason: string | null
  operation: string
  resource: string
  row_key: string
  changes: unknown
}

export interface Movement {
  id: number
  at: string | null
  operation: string
  card_id: number
  /** With all its digits. */
  delta: string
  balance_after: string
  logs: unknown
  user_id: number
  user_name: string
  key_id: number | null
  address: string
  request_id: string
  reason: string | null
  idempotency_key: string | null
}

export interface User {
  id: number
  username: string
  active: boolean | number
  admin: boolean | number
}

export interface NewUser {
  username: string
  password: string
  email?: string
  active?: boolean | number
  admin?: boolean | number
}

export interface Grant {
  id: number
  user: number
  key: number | null
  grant: string
}

export interface NewGrant {
  user: number | string
  key?: number | string | null
  grant: string
}

export interface ApiKey {
  id: number
  user: number
  name: string
  created_at: string | null
  expires_at: string | null
  last_used_at: string | null
}

export interface UserSession {
  id: number
  user: number
  created_at: string | null
  last_used_at: string | null
  expires_at: string | null
}

/** By their names in the URL, as `Tables` has those that are generated. */
export interface ServerResources {
  audit: { row: Audit }
  movement: { row: Movement }
  user: { row: User; new: NewUser; patch: Partial<NewUser> }
  grant: { row: Grant; new: NewGrant; patch: Record<string, never> }
  key: { row: ApiKey; new: never; patch: never }
  usersession: { row: UserSession; new: never; patch: never }
}

export const SERVER_RESOURCES: Record<keyof ServerResources, ResourceFacts> = {
  audit: { key: ['id'], decimals: [] },
  movement: { key: ['id'], decimals: ['delta', 'balance_after'] },
  user: { key: ['id'], decimals: [] },
  grant: { key: ['id'], decimals: [] },
  key: { key: ['id'], decimals: [] },
  usersession: { key: ['id'], decimals: [] },
}
