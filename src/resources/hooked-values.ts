/** A body as hooks see it: by the fields' own names, and every number as the text of its digits. */
import { JsonNumber } from '../json-number.ts'
import type { Values } from './hooks.ts'
import { fieldOf, type Resource } from './resource.ts'

/** @param body - whose fields the resource has, each once */
export function hookedValues({ columns }: Resource, body: object): Values {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    const column = columns.find((it) => it.name === name || it.field === name)
    const isDigits = value instanceof JsonNumber && column?.type.kind !== 'json'
    values[column ? fieldOf(column) : name] = isDigits ? value.text : value
  }
  return values
}
