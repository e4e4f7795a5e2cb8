/**
 * What programs depend on in an OpenAPI document, and nothing else: addresses, permissions, parameters, statuses, members,
 * their types and limits.
 *
 * Members of members are written as paths, `objects[].id`, so that two outlines are compared line by line.
 */
import type { OpenAPIObject, OperationObject, ParameterObject, ReferenceObject, SchemaObject } from 'openapi3-ts/oas31'
import { type Limits, limitsOf } from './limits.ts'

/** Of a schema, by path: its types, joined by `|`; a reference is `#Card`. */
export interface Shape {
  readonly members: Readonly<Record<string, string>>
  /** Paths of members that are always there. */
  readonly required: readonly string[]
  /** Of members that have any, by path. */
  readonly limits?: Readonly<Record<string, Limits>>
}

export interface Operation {
  /** Absent where none is needed. */
  readonly permission?: string
  /** For who has not logged in, too. */
  readonly isOpen?: true
  /** `query page`: types; with a `!` where it is needed. */
  readonly parameters: Readonly<Record<string, string>>
  /** Of parameters that have any. */
  readonly limits?: Readonly<Record<string, Limits>>
  readonly body?: Shape
  /** Whether it can be left out. */
  readonly bodyIsOptional?: true
  /** Of the statuses that are a success, by media type: `200 application/json`. */
  readonly answers: Readonly<Record<string, Shape>>
}

export interface Outline {
  readonly operations: Readonly<Record<string, Operation>>
  readonly schemas: Readonly<Record<string, Shape>>
}

const METHODS = ['get', 'put', 'patch', 'post', 'delete'] as const

export function outlineOf(document: OpenAPIObject): Outline {
  const { schemas = {}, parameters = {} } = document.components ?? {}
  const resolve = (given: ParameterObject | ReferenceObject): ParameterObject =>
    '$ref' in given ? (parameters[given.$ref.split('/').at(-1) ?? ''] as ParameterObject) : given
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve)
      return [[`${method.toUpperCase()} ${path}`, outlineOperation(operation, all)] as const]
    }),
  )
  return {
    operations: sorted(operations),
    schemas: sorted(Object.entries(schemas).map(([name, schema]) => [name, shapeOf(schema)] as const)),
  }
}

function outlineOperation(operation: OperationObject, parameters: ParameterObject[]): Operation {
  const { requestBody, responses, security, 'x-permission': permission } = operation
  const body = requestBody && 'content' in requestBody ? requestBody.content['application/json']?.schema : undefined
  const isOptional = requestBody && 'content' in requestBody && requestBody.required !== true
  const answers = Object.entries(
    (responses ?? {}) as Record<string, { content?: Record<string, { schema?: SchemaObject }> }>,
  )
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(([type, { schema = {} }]) => [`${status} ${type}`, shapeOf(schema)] as const),
    )
  const isOpen = security?.length === 0 || security?.some((scheme) => Object.keys(scheme).length === 0)
  const limits = parameters.flatMap(({ in: place, name, schema = {} }) => limitsAt(`${place} ${name}`, schema))
  return {
    ...(permission !== undefined && { permission: String(permission) }),
    ...(isOpen && { isOpen: true as const }),
    parameters: sorted(
      parameters.map(({ in: place, name, required, schema = {} }) => [
        `${place} ${name}`,
        typesOf(schema as SchemaObject) + (required ? '!' : ''),
      ]),
    ),
    ...(limits.length > 0 && { limits: sorted(limits) }),
    ...(body && { body: shapeOf(body) }),
    ...(isOptional && { bodyIsOptional: true as const }),
    answers: sorted(answers),
  }
}

function shapeOf(schema: SchemaObject | ReferenceObject): Shape {
  const members: [string, string][] = []
  const required: string[] = []
  const limits: [string, Limits][] = []
  visit(schema, '', (path, member, isRequired) => {
    members.push([path, typesOf(member)])
    if (isRequired) required.push(path)
    limits.push(...limitsAt(path, member))
  })
  return {
    members: sorted(members),
    required: required.toSorted(),
    ...(limits.length > 0 && { limits: sorted(limits) }),
  }
}

function limitsAt(path: string, schema: SchemaObject | ReferenceObject): [string, Limits][] {
  const limits = limitsOf(schema, typesOf)
  return limits ? [[path, limits]] : []
}

type Found = (path: string, schema: SchemaObject | ReferenceObject, isRequired: boolean) => void

function visit(schema: SchemaObject | ReferenceObject, path: string, found: Found, isRequired = false): void {
  found(path, schema, isRequired)
  if ('$ref' in schema) return
  const { properties = {}, required = [], items } = schema
  for (const [name, member] of Object.entries(properties)) {
    visit(member, path === '' ? name : `${path}.${name}`, found, required.includes(name))
  }
  if (items) visit(items, `${path}[]`, found)
}

function typesOf(schema: SchemaObject | ReferenceObject): string {
  if ('$ref' in schema) return `#${schema.$ref.split('/').at(-1)}`
  const { type, anyOf, oneOf, const: only } = schema
  const types = (anyOf ?? oneOf)?.flatMap((choice) => typesOf(choice).split('|')) ?? (type ? [type].flat() : [])
  if (types.length > 0) return [...new Set(types)].toSorted().join('|')
  return only === undefined ? 'any' : `=${String(only)}`
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
