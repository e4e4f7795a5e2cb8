/**
 * The text of a grant, as it stands in `a2b_users_grant`, to what it allows or takes away.
 *
 *     role:support           every permission of the role
 *     card:get  card:*       one operation on the rows of a resource, or all of them
 *     money:refill           a permission that the server or a plugin names
 *     mask:card.email        a column that does not exist for the holder
 *     scope:agent=5          of customers, only those of this agent
 *     scope:card?status=1    of a resource, only the rows that a list with this query would show
 */
import { type Layer, OPERATIONS, type Scope } from '../access.ts'
import { didYouMean } from '../nearest-name.ts'
import { isRole, ROLES, type RoleName } from './roles.ts'

export type Grant =
  | { readonly kind: 'role'; readonly role: RoleName }
  /** `card:*` with its star. */
  | { readonly kind: 'permission'; readonly permission: string }
  /** `card.email` */
  | { readonly kind: 'mask'; readonly column: string }
  | { readonly kind: 'scope'; readonly scope: Scope }

/** What grants can speak of on this server. */
export interface Grantable {
  /** Names of the fields by name of the resource. */
  readonly resources: ReadonlyMap<string, ReadonlySet<string>>
  /** Those that are not `<resource>:<operation>`, such as `money:refill`. */
  readonly permissions: ReadonlySet<string>
}

/** What is wrong with a grant, in a sentence for whoever gave it. */
export class NoGrant {
  readonly detail: string

  constructor(detail: string) {
    this.detail = detail
  }
}

/** As many characters as the column holds. */
const MAX_LENGTH = 500

/** Reads a grant's form alone: one that was given once stays what it is, whatever the database loses later. */
export function parseGrant(text: string): Grant | NoGrant {
  if (text.length > MAX_LENGTH) return new NoGrant(`A grant has at most ${MAX_LENGTH} characters.`)
  // So that a list of grants can be given in one text.
  if (/\s/.test(text)) return new NoGrant('A grant holds no spaces: in a query, write %20.')
  const [, before = '', after = ''] = /^([^:]*):(.+)$/.exec(text) ?? []
  if (before === '') {
    return new NoGrant('A grant is role:<name>, <resource>:<operation>, a permission, mask:<column> or scope:<rows>.')
  }
  switch (before) {
    case 'role':
      return isRole(after)
        ? { kind: 'role', role: after }
        : new NoGrant(`No role is called "${after}".${didYouMean(after, Object.keys(ROLES))}`)
    case 'mask':
      return /^\w+\.[^.]+$/.test(after)
        ? { kind: 'mask', column: after }
        : new NoGrant('A mask names a resource and a field, as in mask:card.email.')
    case 'scope':
      return parseScope(after)
    default:
      return /^[\w-]+:(\*|[\w-]+)$/.test(text)
        ? { kind: 'permission', permission: text }
        : new NoGrant(`"${text}" is no permission.`)
  }
}

function parseScope(text: string): Grant | NoGrant {
  const [, agent] = /^agent=([1-9]\d{0,18})$/.exec(text) ?? []
  if (agent !== undefined) return { kind: 'scope', scope: { kind: 'agent', id: agent } }
  const [, resource, query] = /^(\w+)\?(.+)$/.exec(text) ?? []
  return resource === undefined || query === undefined
    ? new NoGrant('A scope is agent=<number of an agent>, or a resource and a query, as in scope:card?status=1.')
    : { kind: 'scope', scope: { kind: 'filter', resource, query } }
}

/** Reads a grant that is being given now: it may name only what there is. */
export function parseNewGrant(text: string, grantable: Grantable): Grant | NoGrant {
  const grant = parseGrant(text)
  return grant instanceof NoGrant ? grant : (unknownName(grant, grantable) ?? grant)
}

function unknownName(grant: Grant, { resources, permissions }: Grantable): NoGrant | undefined {
  const unknownResource = (name: string): NoGrant | undefined =>
    resources.has(name)
      ? undefined
      : new NoGrant(`There is no resource "${name}".${didYouMean(name, resources.keys())}`)
  switch (grant.kind) {
    case 'role':
      return undefined
    case 'scope':
      return grant.scope.kind === 'filter' ? unknownResource(grant.scope.resource) : undefined
    case 'mask': {
      const [resource = '', field = ''] = grant.column.split('.')
      const fields = resources.get(resource)
      return fields && !fields.has(field)
        ? new NoGrant(`${resource} has no field "${field}".${didYouMean(field, fields)}`)
        : unknownResource(resource)
    }
    case 'permission': {
      const { permission } = grant
      if (permissions.has(permission)) return undefined
      const [resource = '', operation = ''] = permission.split(':')
      if (!resources.has(resource)) {
        const known = [...permissions, ...Array.from(resources.keys(), (name) => `${name}:${operation}`)]
        return new NoGrant(`There is no permission "${permission}".${didYouMean(permission, known)}`)
      }
      return [...OPERATIONS, '*'].includes(operation)
        ? undefined
        : new NoGrant(`Of ${resource} one may be granted ${OPERATIONS.join(', ')}, or * for all of them.`)
    }
  }
}

/** The text that {@link parseGrant} reads. */
export function printGrant(grant: Grant): string {
  switch (grant.kind) {
    case 'role':
      return `role:${grant.role}`
    case 'permission':
      return grant.permission
    case 'mask':
      return `mask:${grant.column}`
    case 'scope':
      return grant.scope.kind === 'agent'
        ? `scope:agent=${grant.scope.id}`
        : `scope:${grant.scope.resource}?${grant.scope.query}`
  }
}

/**
 * What these grants allow together, less what they take away.
 *
 * @param otherwise - what is allowed where the grants allow nothing themselves, but only limit or are none
 * @throws Error for a text that is no grant: what cannot be understood may be a limit, so it is not passed over
 */
export function layerOf(texts: readonly string[], otherwise: readonly string[]): Layer {
  const grants = texts.map(readable)
  const allowing = grants.filter(({ kind }) => kind === 'role' || kind === 'permission')
  return {
    permissions: new Set(allowing.length > 0 ? allowing.flatMap(permissionsOf) : otherwise),
    masks: new Set(grants.flatMap((grant) => (grant.kind === 'mask' ? [grant.column] : []))),
    scopes: grants.flatMap((grant) => (grant.kind === 'scope' ? [grant.scope] : [])),
  }
}

function readable(text: string): Grant {
  const grant = parseGrant(text)
  if (grant instanceof NoGrant) throw new Error(`The grant "${text}" cannot be read: ${grant.detail}`)
  return grant
}

function permissionsOf(grant: Grant): readonly string[] {
  if (grant.kind === 'role') return ROLES[grant.role].permissions
  return grant.kind === 'permission' ? [grant.permission] : []
}
