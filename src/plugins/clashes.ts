/** What can belong to one plugin only, held against all of them. */
import { StartError } from '../start-error.ts'
import { tablesOf } from './own-tables.ts'
import type { Plugin } from './plugin.ts'
import { variableOf } from './settings.ts'

/** What the server itself answers. */
const OWN_ADDRESSES = ['/api', '/docs', '/health', '/metrics']

/** @throws {@link StartError} naming what two plugins claim, and both */
export function refuseClashes(plugins: readonly Plugin[]): void {
  const owners = new Map(OWN_ADDRESSES.map((at) => [`the address ${at}/`, 'the server']))
  for (const plugin of plugins) {
    for (const claim of claimsOf(plugin)) {
      const owner = owners.get(claim)
      if (owner !== undefined) {
        throw new StartError(
          owner === plugin.name && claim !== nameOf(plugin)
            ? `Plugin "${owner}" declares twice: ${claim}.`
            : `Plugins "${owner}" and "${plugin.name}" both claim ${claim}. Load only one of them, or rename it in one.`,
        )
      }
      owners.set(claim, plugin.name)
    }
  }
  refuseUnknownRoutes(plugins)
}

function claimsOf(plugin: Plugin): string[] {
  const {
    name,
    settings = {},
    permissions = {},
    routes = [],
    resources = [],
    commands = [],
    jobs = [],
    migrations = [],
    folders = [],
  } = plugin
  return [
    nameOf(plugin),
    ...routes.flatMap(({ method, path, idempotent }) => {
      const place = path.replaceAll(/:\w+/g, ':…')
      // A GET tells what was done under a key.
      return [`${method} ${place}`, ...(idempotent === undefined ? [] : [`GET ${place}`])]
    }),
    ...routes.map(({ operationId }) => `the operationId ${operationId}`),
    ...Object.keys(permissions).map((permission) => `the permission ${permission}`),
    ...Object.keys(settings).map((setting) => `the setting ${variableOf(name, setting)}`),
    ...resources.map((resource) => `the resource ${resource.name}`),
    ...[...tablesOf(plugin)].map((table) => `the table ${table}`),
    ...commands.map((command) => `the command a2b ${name} ${command.name}`),
    ...migrations.map(({ id }) => `the migration ${name} ${id}`),
    ...folders.map(({ at }) => `the address ${at}/`),
    ...jobs.map((job) => `the job ${name} ${job.name}`),
  ]
}

function nameOf({ name }: Plugin): string {
  return `the name "${name}"`
}

/** An action may lead to a route of another plugin. */
function refuseUnknownRoutes(plugins: readonly Plugin[]): void {
  const known = new Set(plugins.flatMap(({ routes = [] }) => routes.map(({ operationId }) => operationId)))
  for (const { name, actions = [] } of plugins) {
    const wrong = actions.find(({ route }) => !known.has(route))
    if (!wrong) continue
    throw new StartError(
      `Plugin "${name}", action "${wrong.label}": no plugin has a route "${wrong.route}"; there are ${[...known].join(', ')}.`,
    )
  }
}
