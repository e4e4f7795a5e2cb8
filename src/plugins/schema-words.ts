/** The words in which the schema of a declaration is written. */

export const text = { type: 'string', minLength: 1 } as const
export const texts = { type: 'array', items: text } as const
export const fn = { isFunction: true } as const
export const name = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 24 } as const

export function listOf(items: object): object {
  return { type: 'array', items }
}

export function mapOf(values: object, pattern = '^'): object {
  return { type: 'object', propertyNames: { pattern }, additionalProperties: values }
}

/** @param required - members that must be there, each with what it is for, which the refusal tells */
export function recordOf(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  }
}
