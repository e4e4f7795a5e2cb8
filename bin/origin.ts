/** Who is at the keyboard, as the audit tells it. */
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { EVERYTHING } from '../src/access.ts'
import type { Origin } from '../src/origin.ts'

export function originHere(): Origin {
  const caller = { id: 0, name: `${userInfo().username} (a2b)`, access: EVERYTHING }
  return { caller, address: 'local', requestId: randomUUID() }
}
