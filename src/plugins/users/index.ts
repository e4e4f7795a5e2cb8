/**
 * Who may use the API: `/api/user/` as the original had it, `/api/grant/` for what they may do, `/api/key/` for their
 * keys, `/api/usersession/` for where they are signed in.
 */
import { definePlugin, type PluginRequest, type Host, type PluginRoute } from '../plugin.ts'
import { addKey, MAX_DAYS } from './add-key.ts'
import { grantHooks } from './grant-hooks.ts'
import { invalid } from './invalid.ts'
import { keyHooks } from './key-hooks.ts'
import { permissionsRoute } from './permissions-route.ts'
import { grant, key, MANAGE, user, userSession } from './resources.ts'
import { rolesRoute } from './roles-route.ts'
import { sessionHooks } from './session-hooks.ts'
import { userHooks } from './user-hooks.ts'

const keyRoute: PluginRoute = {
  operationId: 'issueKey',
  method: 'POST',
  path: '/custom_api/key',
  summary: 'Issue an API key, which is shown this once',
  permission: MANAGE,
  body: {
    required: ['name'],
    properties: {
      name: { type: 'string', pattern: '^.{1,100}$', description: 'a name of 1 to 100 characters', examples: ['shop'] },
      user: {
        type: ['number', 'string'],
        pattern: '^[1-9]\\d{0,18}$',
        description: 'the number of a user; without it, whoever asks',
        examples: [2],
      },
      days: {
        type: ['number', 'string'],
        pattern: '^[1-9]\\d{0,3}$',
        description: `a number of days from 1 to ${MAX_DAYS}, after which the key is refused; without it, never`,
        examples: [90],
      },
      grants: {
        type: 'string',
        pattern: '^\\S+( \\S+)*$',
        description: 'grants with a space between them: what the key may do of all that its user may',
        examples: ['card:get money:refill'],
      },
    },
  },
  response: {
    type: 'object',
    required: ['id', 'key'],
    properties: {
      id: { type: 'integer', description: 'Number of the key, at `/api/key/<id>/`.' },
      key: { type: 'string', description: 'To be sent as `Authorization: Bearer <key>`. It cannot be shown again.' },
    },
    examples: [{ id: 7, key: 'a2b_7_…' }],
  },
  handle: issueKey,
}

async function issueKey({ origin, body }: PluginRequest, { api, users }: Host) {
  const days = body['days'] === undefined ? undefined : Number(body['days'])
  if (days !== undefined && days > MAX_DAYS) throw invalid('days', `Must be from 1 to ${MAX_DAYS}.`)
  const added = await addKey(api, users, origin, {
    name: String(body['name']),
    userId: String(body['user'] ?? origin.caller.id),
    grants: body['grants'] === undefined ? [] : String(body['grants']).split(' '),
    ...(days !== undefined && { days }),
  })
  return { id: Number(added.id), key: added.key }
}

export default definePlugin({
  api: 1,
  name: 'users',
  permissions: {
    [MANAGE]: 'Add, change and remove users, keys, and what they may do: never more than one may oneself',
  },
  tables: {
    user: { access: 'write' },
    a2b_users_grant: { access: 'write' },
    a2b_users_key: { access: 'write' },
    a2b_session: { access: 'write' },
  },
  resources: [user, grant, key, userSession],
  hooks: { user: userHooks, grant: grantHooks, key: keyHooks, usersession: sessionHooks },
  actions: [{ resource: 'key', place: 'list', label: 'Issue a key', route: 'issueKey' }],
  // They name their user by number alone.
  panels: [
    { resource: 'user', label: 'API keys', of: 'key', field: 'user' },
    { resource: 'user', label: 'Signed in', of: 'usersession', field: 'user' },
  ],
  routes: [keyRoute, permissionsRoute, rolesRoute],
})
