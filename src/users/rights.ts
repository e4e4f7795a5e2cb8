/** Users and their keys, as they are stored -> what they may do, and whether one may do all that another may. */
import { type Access, EVERYTHING, type Layer, makeAccess, may } from '../access.ts'
import { layerOf } from './grant.ts'
import { ROLES, type RoleName } from './roles.ts'

/** Of a user who is no administrator and was granted nothing. */
export type DefaultRole = Exclude<RoleName, 'administrator'>

export const DEFAULT_ROLES = ['none', 'support', 'clerk', 'integration'] as const satisfies readonly DefaultRole[]

/** What was given to a user. */
export interface Rights {
  /** May do everything; grants say nothing then. */
  readonly admin: boolean
  readonly grants: readonly string[]
}

/**
 * @param keyGrants - of the key that the request came with: what it may do of all that its user may. None limit nothing
 * @throws Error for a grant that cannot be read
 */
export function accessOf({ admin, grants }: Rights, role: DefaultRole, keyGrants: readonly string[] = []): Access {
  const own = admin ? EVERYTHING.layers : [layerOf(grants, ROLES[role].permissions)]
  if (keyGrants.length > 0) return makeAccess(...own, layerOf(keyGrants, ROLES.administrator.permissions))
  return admin ? EVERYTHING : makeAccess(...own)
}

/** Whether who has `access` may do whatever can be done with `other`, and sees no less. */
export function covers(access: Access, other: Access): boolean {
  const permissions = other.layers.flatMap((layer) => [...layer.permissions]).filter((it) => may(other, it))
  return permissions.every((it) => may(access, it)) && access.layers.every((layer) => isLimited(other, layer))
}

/** Whether the limits of `layer` are limits of `access`, too. */
function isLimited(access: Access, layer: Layer): boolean {
  const masks = new Set(access.layers.flatMap((it) => [...it.masks]))
  const scopes = new Set(access.layers.flatMap((it) => it.scopes.map((scope) => JSON.stringify(scope))))
  return [...layer.masks].every((it) => masks.has(it)) && layer.scopes.every((it) => scopes.has(JSON.stringify(it)))
}
