/** `GET /api/user/<id>/permissions/`: what a user may do, with his role, his grants and what is taken away put together. */
import { permissionsOf, type Scope } from '../../access.ts'
import { ApiError } from '../../errors.ts'
import type { Host, PluginRequest, PluginRoute } from '../plugin.ts'
import { findStoredUser } from './may-change.ts'
import { MANAGE } from './resources.ts'

const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description }) as const

export const permissionsRoute: PluginRoute = {
  operationId: 'readUserPermissions',
  method: 'GET',
  path: '/api/user/:id/permissions',
  summary: 'Tell what a user may do, and which rows and fields there are for him',
  permission: MANAGE,
  response: {
    type: 'object',
    required: ['user', 'permissions', 'masks', 'scopes'],
    properties: {
      user: {
        type: 'object',
        required: ['id', 'name', 'active', 'admin'],
        properties: {
          id: { type: 'integer' },
          name: { type: 'string' },
          active: { type: 'boolean', description: 'False: he cannot log in, whatever he may do.' },
          admin: { type: 'boolean' },
        },
      },
      permissions: texts('Without stars; `*` alone is everything.'),
      masks: texts('Fields that do not exist for him: `card.email`.'),
      scopes: texts('What rows must meet to exist for him, all of it: `agent=5`, `card?status=1`.'),
    },
    examples: [
      {
        user: { id: 2, name: 'ann', active: true, admin: false },
        permissions: ['card:get', 'card:list'],
        masks: ['card.email'],
        scopes: ['agent=5'],
      },
    ],
  },
  handle: readPermissions,
}

async function readPermissions({ params }: PluginRequest, { db, users }: Host) {
  const { id: given = '' } = params
  const user = /^[1-9]\d{0,18}$/.test(given) ? await findStoredUser(db, given) : undefined
  if (!user) throw new ApiError('not_found', `No user has the number ${given}.`)
  const { id, name, active, admin } = user
  const access = users.accessOf(user)
  return {
    user: { id, name, active, admin },
    permissions: permissionsOf(access),
    masks: [...new Set(access.layers.flatMap(({ masks }) => [...masks]))].sort(),
    scopes: [...new Set(access.layers.flatMap(({ scopes }) => scopes.map(printScope)))],
  }
}

/** As in a grant, behind `scope:`. */
function printScope(scope: Scope): string {
  return scope.kind === 'agent' ? `agent=${scope.id}` : `${scope.resource}?${scope.query}`
}
