/**
 * The whole OpenAPI document -> what of it is there for one caller: without operations that he may not use, without
 * resources and fields that do not exist for him, and without whatever nothing that is left refers to.
 */
import type { ComponentsObject, OpenAPIObject, OperationObject, ParameterObject, SchemaObject } from 'openapi3-ts/oas31'
import { type Access, LOGIN, may, OPEN } from '../access.ts'
import type { Caller } from '../caller.ts'
import { rowType, withoutFields, withoutMentions } from '../drift/narrowed-document.ts'
import type { Api } from '../resources/api.ts'
import { fieldOf, type Resource } from '../resources/resource.ts'
import { isSearchable } from '../resources/search.ts'
import { findTable } from '../resources/tables.ts'
import { isCreatable, viewOf } from '../resources/view.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const

/** @param api - as everybody's */
export function callerDocument(whole: OpenAPIObject, api: Api, caller: Caller): OpenAPIObject {
  const { access } = caller
  const view = viewOf(api, caller)
  const copy = structuredClone(whole)
  leaveOutOperations(copy, api, view, access)
  for (const before of api.resources.values()) {
    const now = view.resources.get(before.name)
    if (now) leaveOutFields(copy, whole, before, now, may(access, 'secrets:read'))
    if (now) tellOfSearch(copy, view, now)
  }
  leaveOutWords(copy, view, access)
  leaveOutComponents(copy)
  copy.info.description = `${copy.info.description ?? ''}\n\n${NARROWED}`
  return copy
}

const NARROWED = 'This is what the caller may use. `/openapi.json?full=1` is the whole.'

function leaveOutOperations({ paths = {} }: OpenAPIObject, api: Api, view: Api, access: Access): void {
  for (const [path, item] of Object.entries(paths)) {
    const [, name = '', rest = ''] = /^\/api\/([^/]+)\/(.*)$/.exec(path) ?? []
    const isThere = (method: string, operation: OperationObject): boolean => {
      const permission = operation['x-permission']
      if (typeof permission === 'string' && ![LOGIN, OPEN].includes(permission) && !may(access, permission))
        return false
      if (!api.resources.has(name)) return true
      const now = view.resources.get(name)
      if (!now) return false
      if (method === 'post' && rest === '') return isCreatable(now)
      // What is done to rows that filters find is for who may list them.
      if (rest === '' && method !== 'get' && item.get === undefined) return false
      return (rest === '' && method === 'get') || now.primaryKey.length > 0
    }
    for (const method of METHODS) {
      const operation = item[method]
      if (operation && !isThere(method, operation)) delete item[method]
    }
    if (METHODS.every((method) => item[method] === undefined)) delete paths[path]
  }
}

/** @param whole - whose lists are still there, to tell how the schemas of a resource are called */
function leaveOutFields(
  { paths = {}, components }: OpenAPIObject,
  whole: OpenAPIObject,
  before: Resource,
  now: Resource,
  showsSecrets: boolean,
): void {
  const list = `/api/${before.name}/`
  const type = rowType(whole.paths?.[list])
  if (type === undefined) return
  const schemas = (components?.schemas ?? {}) as Record<string, SchemaObject>
  const hidden = new Set(before.columns.filter((column) => !now.columns.includes(column)).map(fieldOf))
  const secret = new Set(showsSecrets ? [] : before.columns.filter((column) => column.secret).map(fieldOf))
  for (const suffix of ['', '.Part', '.New', '.Patch']) withoutFields(schemas[type + suffix], hidden)
  // They can be set, and are not shown.
  for (const suffix of ['', '.Part']) withoutFields(schemas[type + suffix], secret)
  for (const path of [list, `${list}{key}/`]) withoutMentions(paths[path], hidden)
  const lost = Object.entries(before.relations).filter(([column]) => !Object.hasOwn(now.relations, column))
  for (const [name, { resource }] of lost) {
    const column = before.columns.find((it) => it.name === name)
    if (column) withoutReference(schemas, type, fieldOf(column), resource)
  }
}

/** What a reference is where it cannot be followed: a value as any other. */
function withoutReference(schemas: Record<string, SchemaObject>, type: string, field: string, target: string): void {
  const part = schemas[`${type}.Part`]?.properties
  const [own] = (part?.[field] as SchemaObject | undefined)?.anyOf ?? []
  if (part && own) part[field] = own
  for (const suffix of ['', '.New']) {
    const property = schemas[type + suffix]?.properties?.[field] as SchemaObject | undefined
    if (property?.description === undefined) continue
    const refers = (text: string, name: string): string => (name === target ? '' : text)
    property.description = property.description.replace(/Refers to `([^`.]+)\.[^`]*`\. ?/, refers)
  }
}

/** Without the names of the columns: some may be those of other resources. */
function tellOfSearch({ paths = {} }: OpenAPIObject, view: Api, now: Resource): void {
  const item = paths[`/api/${now.name}/`]
  if (!item || now.columns.some((column) => fieldOf(column) === 'search' && column.secret === undefined)) return
  for (const method of METHODS) {
    const operation = item[method]
    const parameters = operation?.parameters as ParameterObject[] | undefined
    if (!operation || !parameters) continue
    operation.parameters = parameters.flatMap((parameter) => {
      if (parameter.name !== 'search' || parameter.in !== 'query') return [parameter]
      return isSearchable(view, now) ? [{ ...parameter, description: SEARCH }] : []
    })
  }
}

const SEARCH = 'Words that the row has in the columns that are searched, each of them in any of these.'

/** Tags, permissions and buttons. */
function leaveOutWords(copy: OpenAPIObject, view: Api, access: Access): void {
  const operations = Object.values(copy.paths ?? {}).flatMap((item) => METHODS.flatMap((method) => item[method] ?? []))
  const tags = new Set(operations.flatMap((operation) => operation.tags ?? []))
  const ids = new Set(operations.map(({ operationId }) => operationId))
  const sees = (resource: string): boolean => view.resources.has(resource) || findTable(view, resource) !== undefined
  copy.tags = (copy.tags ?? []).filter(({ name }) => tags.has(name))
  const permissions = Object.entries((copy['x-a2b-permissions'] ?? {}) as Record<string, string>)
  copy['x-a2b-permissions'] = Object.fromEntries(permissions.filter(([name]) => may(access, name)))
  const actions = (copy['x-a2b-actions'] ?? []) as { resource: string; route: string }[]
  copy['x-a2b-actions'] = actions.filter(({ resource, route }) => ids.has(route) && sees(resource))
}

/** Those to which no path leads. Ways to log in stay. */
function leaveOutComponents(copy: OpenAPIObject): void {
  const { securitySchemes, ...components } = (copy.components ?? {}) as Components
  const reached = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, kind = '', name = ''] of JSON.stringify(value).matchAll(REFERENCE)) {
      if (reached.has(`${kind}/${name}`)) continue
      reached.add(`${kind}/${name}`)
      follow(components[kind]?.[name] ?? null)
    }
  }
  follow(copy.paths ?? {})
  const left = Object.entries(components).map(([kind, named]) => [
    kind,
    Object.fromEntries(Object.entries(named).filter(([name]) => reached.has(`${kind}/${name}`))),
  ])
  copy.components = { ...Object.fromEntries(left), ...(securitySchemes && { securitySchemes }) } as ComponentsObject
}

type Components = Record<string, Record<string, unknown>>

const REFERENCE = /"\$ref":"#\/components\/(\w+)\/([^"]+)"/g
