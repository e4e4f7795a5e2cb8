/** `GET /custom_api/role/`: what can be granted on this server, roles and single permissions. */
import type { PluginRoute } from '../plugin.ts'
import { MANAGE } from './resources.ts'

export const rolesRoute: PluginRoute = {
  operationId: 'listRoles',
  method: 'GET',
  path: '/custom_api/role',
  summary: 'List the roles and permissions that can be granted',
  permission: MANAGE,
  response: {
    type: 'object',
    required: ['roles', 'permissions'],
    properties: {
      roles: {
        type: 'array',
        items: {
          type: 'object',
          required: ['grant', 'title', 'permissions'],
          properties: {
            grant: { type: 'string', description: 'As it is granted: `role:support`.' },
            title: { type: 'string' },
            permissions: { type: 'array', items: { type: 'string' } },
          },
        },
      },
      permissions: {
        type: 'array',
        items: { type: 'string' },
        description: 'Each can be granted by itself; `card:*` is all that begin with `card:` and are of rows.',
      },
    },
    examples: [
      {
        roles: [{ grant: 'role:none', title: 'Logs in, and may do nothing', permissions: [] }],
        permissions: ['card:get', 'card:list', 'money:refill'],
      },
    ],
  },
  async handle(_, { users }) {
    const { roles, permissions } = users.grantable()
    return {
      roles: Object.entries(roles).map(([name, { title, permissions: own }]) => ({
        grant: `role:${name}`,
        title,
        permissions: own,
      })),
      permissions,
    }
  },
}
