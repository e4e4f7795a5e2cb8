/**
 * `{"max_concurrent": {"$increment": "2"}}`: what is added to the number that is there, in the statement that writes, so
 * that of two who count at the same time both are counted. Below zero it takes away.
 *
 * Exact, so for whole numbers and DECIMAL alone. To a key, a reference or a code nothing can be added that means anything;
 * and of balances only the money calls know.
 */
import { NumericLiteral } from '../db/numeric-literal.ts'
import { Refusal } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import { type Column, type ColumnType, type Resource, wholeOf } from './resource.ts'

/** The member that says so. */
export const INCREMENT = '$increment'

/** What a body's value adds; undefined where it is a value of another kind. */
export function incrementIn({ type }: Column, json: unknown): { readonly by: unknown } | undefined {
  if (type.kind === 'json' || typeof json !== 'object' || json === null || !Object.hasOwn(json, INCREMENT))
    return undefined
  return { by: Object.keys(json).length === 1 ? (json as Record<string, unknown>)[INCREMENT] : undefined }
}

/** @returns what to add, or why it cannot be */
export function parseIncrement(resource: Resource, column: Column, by: unknown): NumericLiteral | Refusal {
  const type = isCountable(resource, column) ? differenceOf(column.type) : undefined
  if (!type)
    return new Refusal('Takes no $increment: only whole numbers and DECIMAL do that are no keys, references or codes.')
  const value = by === undefined || by === null ? undefined : codecOf(type).fromJson(by)
  if (value instanceof NumericLiteral) return value
  const detail = value instanceof Refusal ? ` ${value.detail}` : ''
  return new Refusal(`Must be {"$increment": "1"}, with the number to add and nothing else.${detail}`)
}

/** Whether something can be added to the column. */
export function isCountable(resource: Resource, { name, type, codes }: Column): boolean {
  const { primaryKey, relations, conditionalRelations = [] } = wholeOf(resource)
  const refers = Object.hasOwn(relations, name) || conditionalRelations.some(({ from }) => from === name)
  return (type.kind === 'integer' || type.kind === 'decimal') && !codes && !refers && !primaryKey.includes(name)
}

const differences = new WeakMap<ColumnType, ColumnType>()

/** Between two values of the type: with its digits, above and below zero. */
function differenceOf(type: ColumnType): ColumnType | undefined {
  const known = differences.get(type)
  if (known) return known
  if (type.kind !== 'integer' && type.kind !== 'decimal') return undefined
  const difference: ColumnType =
    type.kind === 'integer'
      ? { kind: 'integer', min: `-${type.max}`, max: type.max }
      : { kind: 'decimal', precision: type.precision, scale: type.scale }
  differences.set(type, difference)
  return difference
}
