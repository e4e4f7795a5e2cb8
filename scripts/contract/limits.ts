/** What values keep to beyond their types: choices, patterns, sizes. */
import type { ReferenceObject, SchemaObject } from 'openapi3-ts/oas31'

const [LOWEST, HIGHEST] = [
  ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'],
  ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'],
] as const

export interface Limit extends Readonly<Partial<Record<(typeof LOWEST | typeof HIGHEST)[number], number>>> {
  readonly enum?: readonly unknown[]
  readonly pattern?: string
}
/** By the types that they are of, as the outline has these: `integer`, `number|string`. */
export type Limits = Readonly<Record<string, Limit>>

/** @returns undefined where there are none */
export function limitsOf(
  schema: SchemaObject | ReferenceObject,
  typesOf: (schema: SchemaObject | ReferenceObject) => string,
): Limits | undefined {
  const choices = '$ref' in schema ? [] : (schema.anyOf ?? schema.oneOf ?? [schema])
  const found = choices.flatMap((choice) => {
    const limit = limitOf(choice)
    return Object.keys(limit).length > 0 ? [[typesOf(choice), limit] as const] : []
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

function limitOf(schema: SchemaObject | ReferenceObject): Limit {
  if ('$ref' in schema) return {}
  const names = ['enum', 'pattern', ...LOWEST, ...HIGHEST] as const
  return Object.fromEntries(names.flatMap((name) => (schema[name] === undefined ? [] : [[name, schema[name]]])))
}

/** What was taken, and is refused now. */
export function tightened(old: Limits = {}, now: Limits = {}): string[] {
  return pairs(old, now).flatMap(([before, after]) => {
    const gone = before.enum && after.enum ? before.enum.filter((value) => !after.enum?.includes(value)) : []
    return [
      ...(gone.length > 0 ? [`takes no ${gone.join(', ')} any more`] : []),
      ...(after.enum && !before.enum ? [`takes only ${after.enum.join(', ')} now`] : []),
      ...(after.pattern !== undefined && after.pattern !== before.pattern ? [`must be like ${after.pattern} now`] : []),
      ...LOWEST.flatMap((name) => isBeyond(before[name] ?? -Infinity, after[name], name)),
      ...HIGHEST.flatMap((name) => isBeyond(after[name] ?? Infinity, before[name] ?? Infinity, name, after[name])),
    ]
  })
}

/** @returns the choices that there were not */
export function addedChoices(old: Limits = {}, now: Limits = {}): unknown[] {
  return pairs(old, now).flatMap(([before, after]) =>
    before.enum ? (after.enum?.filter((value) => !before.enum?.includes(value)) ?? ['anything']) : [],
  )
}

function isBeyond(low: number, high: number | undefined, name: string, now = high): string[] {
  return high !== undefined && low < high ? [`has the ${name} ${now} now`] : []
}

/** Those that have a type in common. */
function pairs(old: Limits, now: Limits): [Limit, Limit][] {
  const overlap = (types: string, others: string): boolean =>
    !new Set(types.split('|')).isDisjointFrom(new Set(others.split('|')))
  const known = Object.entries(old).map(([types, before]): [Limit, Limit] => [
    before,
    Object.entries(now).find(([others]) => overlap(types, others))?.[1] ?? {},
  ])
  const added = Object.entries(now)
    .filter(([types]) => !Object.keys(old).some((others) => overlap(types, others)))
    .map(([, after]): [Limit, Limit] => [{}, after])
  return [...known, ...added]
}
