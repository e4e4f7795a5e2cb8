/** What the server lends of its users to the plugin that keeps them. */
import { type Access, OPERATIONS } from '../access.ts'
import { type Grantable, NoGrant, parseNewGrant } from './grant.ts'
import type { Passwords } from './password.ts'
import { type Role, ROLES } from './roles.ts'
import { accessOf, type DefaultRole, type Rights } from './rights.ts'

export interface Users {
  /** @returns what is stored instead of the password */
  hashPassword(password: string): Promise<string>
  /** @returns what is wrong with a grant that is being given; undefined for a good one */
  grantProblem(text: string): string | undefined
  /** What can be granted here, by its name. */
  grantable(): { readonly roles: Readonly<Record<string, Role>>; readonly permissions: readonly string[] }
  /** @param keyGrants - of a key; none limit nothing */
  accessOf(rights: Rights, keyGrants?: readonly string[]): Access
  /** To be told after every change of a user, a grant or a key: from then on nobody is believed to be who he was. */
  changed(): void
}

export interface UsersOptions {
  readonly passwords: Passwords
  readonly defaultRole: DefaultRole
  /** Asked for when a grant is given, since plugins add to it. */
  readonly grantable: () => Grantable
  readonly onChange: () => void
}

export function createUsers({ passwords, defaultRole, grantable, onChange }: UsersOptions): Users {
  return {
    hashPassword: (password) => passwords.hash(password),
    grantProblem(text) {
      const grant = parseNewGrant(text, grantable())
      return grant instanceof NoGrant ? grant.detail : undefined
    },
    grantable() {
      const { resources, permissions } = grantable()
      const ofResources = Array.from(resources.keys(), (name) => OPERATIONS.map((operation) => `${name}:${operation}`))
      // Administrators are users with a mark of their own.
      const { administrator: _, ...roles } = ROLES
      return { roles, permissions: [...ofResources.flat(), ...permissions].sort() }
    },
    accessOf: (rights, keyGrants) => accessOf(rights, defaultRole, keyGrants),
    changed: onChange,
  }
}
