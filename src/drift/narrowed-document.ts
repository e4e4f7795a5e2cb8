/** The generated OpenAPI document -> what is still true of it once drift has taken something from its resources. */
import type { OpenAPIObject, OperationObject, PathItemObject, SchemaObject } from 'openapi3-ts/oas31'
import { fieldOf, type Resource } from '../resources/resource.ts'
import type { Narrowed } from './narrow.ts'

/** @param resources - as they were generated */
export function narrowedDocument(
  document: OpenAPIObject,
  resources: ReadonlyMap<string, Resource>,
  narrowed: Narrowed,
): OpenAPIObject {
  const copy = structuredClone(document)
  const { paths = {}, components = {}, tags = [] } = copy
  const schemas = (components.schemas ?? {}) as Record<string, SchemaObject>
  for (const before of resources.values()) {
    const now = narrowed.resources.get(before.name)
    if (now === before) continue
    const refusals = now?.refusals
    const list = `/api/${before.name}/`
    const row = `${list}{key}/`
    const type = rowType(paths[list])
    if (!now || refusals?.row) for (const path of [row, `${row}delete/`]) delete paths[path]
    if (refusals?.remove) {
      delete paths[`${row}delete/`]
      delete paths[row]?.delete
    }
    if (refusals?.create) delete paths[list]?.post
    if (refusals?.row) delete paths[list]?.patch
    if (refusals?.row || refusals?.remove) delete paths[list]?.delete
    if (refusals?.create && type) for (const suffix of ['.New', '.Created']) delete schemas[`${type}${suffix}`]
    if (refusals?.row && type) delete schemas[`${type}.Patch`]
    if (now) {
      const fields = new Set(before.columns.filter((column) => !now.columns.includes(column)).map(fieldOf))
      for (const suffix of ['', '.Part', '.New', '.Patch']) withoutFields(schemas[`${type}${suffix}`], fields)
      for (const path of [list, row]) withoutMentions(paths[path], fields)
    } else {
      delete paths[list]
      for (const suffix of ['', '.New', '.Created', '.Patch', '.List']) delete schemas[`${type}${suffix}`]
      copy.tags = (copy.tags ?? tags).filter(({ name }) => name !== before.name)
    }
  }
  return copy
}

/** `Card`, of a list that answers with `#/components/schemas/Card.List`. */
export function rowType(list: PathItemObject | undefined): string | undefined {
  const reference: string | undefined = list?.get?.responses?.[200]?.content?.['application/json']?.schema?.$ref
  return reference?.replace(/^.*\/(.*)\.List$/, '$1')
}

export function withoutFields(schema: SchemaObject | undefined, fields: ReadonlySet<string>): void {
  if (!schema) return
  for (const field of fields) delete schema.properties?.[field]
  const required = schema.required?.filter((field) => !fields.has(field))
  if (required && required.length > 0) schema.required = required
  else delete schema.required
}

/** Filters and examples. */
export function withoutMentions(item: PathItemObject | undefined, fields: ReadonlySet<string>): void {
  const operations = [item?.get, item?.put, item?.patch, item?.post, item?.delete] as (OperationObject | undefined)[]
  for (const operation of operations) {
    if (operation?.parameters) {
      operation.parameters = operation.parameters.filter(
        (it) => !('name' in it && it.in === 'query' && fields.has(it.name)),
      )
    }
    const body = operation?.requestBody
    const example = body && 'content' in body ? body.content['application/json']?.example : undefined
    for (const field of fields) if (example) delete example[field]
  }
}
