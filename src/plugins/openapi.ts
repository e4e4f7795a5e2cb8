/** Generated OpenAPI document + plugin declarations -> the document that the server shows. */
import type {
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  PathsObject,
  ResponseObject,
  ResponsesObject,
  SchemaObject,
} from 'openapi3-ts/oas31'
import { StartError } from '../start-error.ts'
import type { BodySchema, MoneyRoute, ParameterSchema, Plugin, PluginRoute } from './plugin.ts'
import { resourceDocument } from './resource-openapi.ts'

/**
 * Adds what the plugins serve in the order of their names, so the same plugins give the same bytes. Beside paths and schemas:
 * `x-permission` on each operation, `x-a2b-permissions` with what each of those allows, and `x-a2b-actions`, the
 * buttons that an admin panel offers.
 *
 * The server's URL is relative to the document's own, which holds behind a prefix of a proxy, too.
 *
 * @throws {@link StartError} naming the plugin whose operation or schema bears the name of another
 */
export function withPlugins(document: OpenAPIObject, plugins: readonly Plugin[]): OpenAPIObject {
  const added = pluginDocument(plugins)
  refuseTaken(document, plugins)
  return {
    ...document,
    servers: [{ url: '.' }],
    tags: [...(document.tags ?? []), ...added.tags],
    paths: { ...document.paths, ...added.paths },
    components: { ...document.components, schemas: { ...document.components?.schemas, ...added.schemas } },
    'x-a2b-permissions': added.permissions,
    'x-a2b-actions': added.actions,
  }
}

export interface PluginDocument {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: PathsObject
  readonly schemas: Readonly<Record<string, SchemaObject>>
  /** What each allows. */
  readonly permissions: Readonly<Record<string, string>>
  readonly actions: readonly object[]
}

/** What the plugins add to the document. */
export function pluginDocument(all: readonly Plugin[]): PluginDocument {
  const plugins = all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const paths: PathsObject = {}
  const schemas: Record<string, SchemaObject> = {}
  const tags: { name: string; description: string }[] = []
  for (const { name, routes = [], resources = [] } of plugins) {
    // With a space, which no resource has: the resource of charges is called as the plugin is.
    const tag = `${name} plugin`
    if (routes.length > 0) tags.push({ name: tag, description: `The plugin ${name}` })
    for (const route of routes) {
      const names = schemaNames(route)
      schemas[names.answer] = route.response
      if (route.body) schemas[names.body] = bodySchema(route.body)
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], ...operations(route, tag) }
    }
    for (const resource of resources) {
      tags.push({ name: resource.name, description: `\`${resource.table}\`, of the plugin ${name}` })
      const described = resourceDocument(resource)
      Object.assign(paths, described.paths)
      Object.assign(schemas, described.schemas)
    }
  }
  const actions = plugins.flatMap(({ name: plugin, actions: own = [] }) => own.map((action) => ({ plugin, ...action })))
  const permissions = Object.fromEntries(plugins.flatMap((plugin) => Object.entries(plugin.permissions ?? {})))
  return { tags, paths, schemas, permissions, actions }
}

/** Names of the generated document stay what they are. */
function refuseTaken({ paths = {}, components }: OpenAPIObject, plugins: readonly Plugin[]): void {
  const operationIds = new Set(Object.values(paths).flatMap((item) => operationIdsIn(item)))
  const types = new Set(Object.keys(components?.schemas ?? {}))
  for (const plugin of plugins) {
    const own = pluginDocument([plugin])
    const taken =
      Object.values(own.paths)
        .flatMap((item) => operationIdsIn(item))
        .find((id) => operationIds.has(id)) ?? Object.keys(own.schemas).find((name) => types.has(name))
    if (taken === undefined) continue
    throw new StartError(
      `Plugin "${plugin.name}": the OpenAPI document of the tables has a "${taken}" already. Rename its own.`,
    )
  }
}

function operationIdsIn(item: object): string[] {
  return Object.values(item).flatMap((operation: Partial<OperationObject>) => operation.operationId ?? [])
}

/** By method: the route, and of one that moves money the look-up of what was done under a key. */
function operations(route: PluginRoute | MoneyRoute, tag: string): Record<string, OperationObject> {
  const { method, operationId, idempotent, permission, path, summary, body } = route
  const names = schemaNames(route)
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']): ParameterObject => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const isMoney = idempotent !== undefined
  const inQuery = Object.entries(route.parameters ?? {}).map(queryParameter)
  const parameters = isMoney ? [...inPath, keyHeader(false)] : [...inPath, ...inQuery]
  const shared = {
    tags: [tag],
    description: `Needs the permission \`${permission}\`.`,
    'x-permission': permission,
  }
  const operation: OperationObject = {
    operationId,
    summary,
    ...shared,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': reference(names.body) } } }),
    responses: responses(names.answer, isMoney, [
      ...ALWAYS,
      ...(inPath.length > 0 ? [404] : []),
      ...(body ? WITH_BODY : []),
      ...(isMoney ? [409] : []),
    ]),
  }
  if (!isMoney) return { [method.toLowerCase()]: operation }
  const find: OperationObject = {
    operationId: `${operationId}ByKey`,
    summary: 'Answers what was done under a key.',
    ...shared,
    parameters: [...inPath, keyHeader(true)],
    responses: responses(names.answer, true, [...ALWAYS, 404, 409, 422]),
  }
  return { post: operation, get: find }
}

function queryParameter([name, schema]: [string, ParameterSchema]): ParameterObject {
  const { type, required = false, default: fallback, values, pattern, minimum, maximum, description, example } = schema
  const typed = (text: string): string | number => (type === 'integer' ? Number(text) : text)
  return {
    name,
    in: 'query',
    required,
    description: `${description.charAt(0).toUpperCase()}${description.slice(1)}.`,
    schema: {
      type,
      ...(values && { enum: [...values] }),
      ...(pattern !== undefined && { pattern }),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      ...(fallback !== undefined && { default: typed(fallback) }),
    },
    ...(example !== undefined && { example: typed(example) }),
  }
}

function keyHeader(required: boolean): ParameterObject {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required,
    description: required
      ? 'The key that the movement was sent with.'
      : 'Unique for each movement, the same for each attempt at it: however often it arrives, it is done once.',
    schema: { type: 'string', minLength: 1, maxLength: 257 },
  }
}

function responses(schema: string, isMoney: boolean, problems: readonly number[]): ResponsesObject {
  const done: ResponseObject = {
    description: 'Done.',
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(isMoney && { 'Idempotent-Replayed': replayed }),
    },
    content: { 'application/json': reference(schema) },
  }
  const statuses = problems.toSorted((a, b) => a - b)
  return {
    200: done,
    ...Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
  }
}

const replayed = {
  description: 'Where this was done before, under the same key.',
  schema: { type: 'string', const: 'true' },
} as const

/** What any route can answer besides; the generated document describes each status once. */
const ALWAYS = [400, 401, 403, 429, 500, 503]
const WITH_BODY = [413, 415, 422]

function schemaNames({ operationId }: PluginRoute | MoneyRoute): { body: string; answer: string } {
  const name = operationId.charAt(0).toUpperCase() + operationId.slice(1)
  return { body: `${name}Body`, answer: `${name}Answer` }
}

function reference(name: string): { schema: { $ref: string } } {
  return { schema: { $ref: `#/components/schemas/${name}` } }
}

/** The declaration is readonly and openapi3-ts is not; the document is only ever written out. */
function bodySchema(body: BodySchema): SchemaObject {
  return { type: 'object', ...structuredClone(body) } as SchemaObject
}
