/** A body as hooks see it: by the fields' own names, and every number as the text of its digits. */
import { JsonNumber } from '../json-number.ts'
import type { Values } from './hooks.ts'
import { INCREMENT, incrementIn } from './increment.ts'
import { fieldOf, type Resource } from './resource.ts'

/** @param body - whose fields the resource has, each once */
export function hookedValues({ columns }: Resource, body: object): Values {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    const column = columns.find((it) => it.name === name || it.field === name)
    const increment = column && incrementIn(column, value)
    const shown = increment ? { [INCREMENT]: textOf(increment.by) } : textOf(value)
    values[column ? fieldOf(column) : name] = column?.type.kind === 'json' ? value : shown
  }
  return values
}

function textOf(value: unknown): unknown {
  return value instanceof JsonNumber ? value.text : value
}
