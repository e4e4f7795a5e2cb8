/** Request body -> the values that a plugin's route declared, or the error that says what is wrong with it. */
import { ApiError } from '../errors.ts'
import type { FieldError } from '../errors.ts'
import { JsonNumber } from '../json-number.ts'
import type { BodySchema, PluginRequest, PropertySchema } from './plugin.ts'

type CheckBody = (body: unknown) => PluginRequest['body']

/**
 * @param schema - undefined for routes without a body
 * @returns a function that throws {@link ApiError} `malformed_body`, `missing_field` or `invalid_value`
 */
export function bodyCheck(schema: BodySchema | undefined): CheckBody {
  if (schema === undefined) return () => ({})
  const properties = Object.entries(schema.properties).map(([name, property]) => ({
    name,
    read: reader(name, property),
  }))
  return (body) => {
    const fields = asObject(body)
    const missing = schema.required.find((name) => !Object.hasOwn(fields, name))
    if (missing !== undefined) throw missingField(missing)
    const errors: FieldError[] = []
    const values: Record<string, string | boolean> = {}
    for (const { name, read } of properties) {
      if (!Object.hasOwn(fields, name)) continue
      const value = read(fields[name])
      if (value === undefined)
        errors.push({ pointer: `/${name}`, detail: `must be ${schema.properties[name]?.description}` })
      else values[name] = value
    }
    if (errors.length > 0) throw new ApiError('invalid_value', explain(errors), { errors })
    return values
  }
}

/** No body and null count as an object without fields, as they did in the original. */
function asObject(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body) || body instanceof JsonNumber) {
    throw new ApiError('malformed_body', 'The body must be a JSON object.')
  }
  return body as Record<string, unknown>
}

function reader(name: string, { type, pattern }: PropertySchema): (value: unknown) => string | boolean | undefined {
  const types: readonly string[] = [type].flat()
  if (name.includes('/') || name.includes('~')) throw new Error(`"${name}" cannot be the name of a property`)
  const expected = new RegExp(pattern ?? '', 'u')
  return (value) => {
    if (typeof value === 'boolean') return types.includes('boolean') ? value : undefined
    const isNumber = value instanceof JsonNumber
    const text = isNumber ? value.text : value
    if (typeof text !== 'string' || !types.includes(isNumber ? 'number' : 'string')) return undefined
    return expected.test(text) ? text : undefined
  }
}

function missingField(name: string): ApiError {
  return new ApiError('missing_field', `The body lacks the field "${name}".`, {
    errors: [{ pointer: `/${name}`, detail: 'is missing' }],
    error: `Missing ${name} parameter.`,
  })
}

function explain(errors: readonly FieldError[]): string {
  return errors.map(({ pointer, detail }) => `${pointer?.slice(1)} ${detail}.`).join(' ')
}
