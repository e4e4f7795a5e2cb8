/** Query string -> the values that a plugin's route declared, or the error that says what is wrong with it. */
import { ApiError, type FieldError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'
import { gatherParameters, refuseParameters } from '../resources/query-string.ts'
import type { ParameterSchema, PluginRequest } from './plugin.ts'

type CheckQuery = (querystring: string) => PluginRequest['query']

/** @returns a function that throws {@link ApiError} `unknown_parameter` or `invalid_parameter`, naming each parameter */
export function queryCheck(schemas: Readonly<Record<string, ParameterSchema>> = {}): CheckQuery {
  const known = Object.entries(schemas).map(([name, schema]) => ({ name, schema, read: readerOf(schema) }))
  const names = known.map(({ name }) => name)
  return (querystring) => {
    if (known.length === 0) {
      refuseParameters(querystring)
      return {}
    }
    const given = gatherParameters(querystring)
    const unknown = [...given.keys()].filter((name) => !names.includes(name))
    refuse(
      'unknown_parameter',
      unknown.map((parameter) => ({
        parameter,
        detail: `The parameter "${parameter}" is unknown here: there are ${names.join(', ')}.${didYouMean(parameter, names)}`,
      })),
    )
    const errors: FieldError[] = []
    const values: Record<string, string> = {}
    for (const { name, schema, read } of known) {
      const [text = schema.default, ...more] = given.get(name) ?? []
      const value = text === undefined ? undefined : read(text)
      if (more.length > 0) {
        errors.push({ parameter: name, detail: `The parameter "${name}" is given ${more.length + 1} times.` })
      } else if (text === undefined ? schema.required : value === undefined) {
        errors.push({ parameter: name, detail: `The parameter "${name}" must be ${schema.description}.` })
      } else if (value !== undefined) values[name] = value
    }
    refuse('invalid_parameter', errors)
    return values
  }
}

/** @returns a function that gives the value of a text, and undefined where it is none */
export function readerOf({
  type,
  values,
  pattern = '',
  minimum = -Infinity,
  maximum = Infinity,
}: Pick<ParameterSchema, 'type' | 'values' | 'pattern' | 'minimum' | 'maximum'>): (text: string) => string | undefined {
  const expected = new RegExp(pattern, 'u')
  return (text) => {
    if (values && !values.includes(text)) return undefined
    if (!expected.test(text)) return undefined
    if (type === 'string') return text
    if (!/^-?(0|[1-9]\d{0,14})$/.test(text)) return undefined
    const number = Number(text)
    return number >= minimum && number <= maximum ? text : undefined
  }
}

function refuse(code: 'unknown_parameter' | 'invalid_parameter', errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ApiError(code, errors.map(({ detail }) => detail).join(' '), { errors })
}
