/** Generated OpenAPI document + plugin declarations -> the document that the server shows. */
import type { OpenAPIObject, OperationObject, PathItemObject, PathsObject, SchemaObject } from 'openapi3-ts/oas31'
import type { MoneyRoute, Plugin, PluginRoute } from './plugin.ts'

/**
 * Adds the plugins' paths and schemas in the order of the plugins, so the same plugins give the same bytes.
 *
 * The server's URL is relative: the document holds wherever the API is reached.
 */
export function withPlugins(document: OpenAPIObject, plugins: readonly Plugin[]): OpenAPIObject {
  const paths: PathsObject = { ...document.paths }
  const schemas = { ...document.components?.schemas }
  for (const { name: tag, routes = [] } of plugins) {
    for (const route of routes) {
      const names = schemaNames(route)
      schemas[names.answer] = route.response
      if (route.body) schemas[names.body] = bodySchema(route.body)
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
      const item: PathItemObject = { ...paths[path], [route.method.toLowerCase()]: operation(route, tag) }
      paths[path] = item
    }
  }
  return { ...document, servers: [{ url: '/' }], paths, components: { ...document.components, schemas } }
}

function operation(route: PluginRoute | MoneyRoute, tag: string): OperationObject {
  const names = schemaNames(route)
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  }))
  return {
    operationId: route.operationId,
    tags: [tag],
    summary: route.summary,
    description: `Needs the permission \`${route.permission}\`.`,
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': reference(names.body) } } }),
    responses: {
      200: { description: 'Done.', content: { 'application/json': reference(names.answer) } },
      ...Object.fromEntries(PROBLEMS.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
    },
  }
}

function schemaNames({ operationId }: PluginRoute | MoneyRoute): { body: string; answer: string } {
  const name = operationId.charAt(0).toUpperCase() + operationId.slice(1)
  return { body: `${name}Body`, answer: `${name}Answer` }
}

function reference(name: string): { schema: { $ref: string } } {
  return { schema: { $ref: `#/components/schemas/${name}` } }
}

/** The declaration is readonly and openapi3-ts is not; the document is only ever written out. */
function bodySchema(body: NonNullable<PluginRoute['body']>): SchemaObject {
  return { type: 'object', ...structuredClone(body) } as SchemaObject
}

/** What any route can answer besides; the generated document describes each status once. */
const PROBLEMS = [400, 401, 403, 404, 413, 415, 422, 429, 500, 503]
