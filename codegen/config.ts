/** The `generator` part of `a2b.config.ts`, checked; what it may say is {@link ProfileExtension}. */
import { Ajv } from 'ajv'
import { ProfileError } from './errors.ts'
import { a2billing } from './profile/a2billing/index.ts'
import { extendProfile, type Profile, type ProfileExtension } from './profile/profile.ts'

const text = { type: 'string', minLength: 1 }
const texts = { type: 'array', items: text }
const record = (values: object) => ({ type: 'object', additionalProperties: values })
const object = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const PROPERTIES: { readonly [Part in keyof ProfileExtension]-?: object } = {
  tablePrefix: { type: 'string' },
  exclude: texts,
  secretNames: texts,
  openActions: texts,
  resources: record(text),
  fields: record(text),
  secrets: record(text),
  actions: record(text),
  triggerVariables: record(texts),
  required: record({ enum: [true, 'filled'] }),
  protected: record(object({ writable: { enum: ['create', 'never'] }, hint: text })),
  codes: record(object({ values: { enum: ['closed', 'open', 'bits'] }, codes: record(text) }, { note: text })),
  relations: {
    type: 'array',
    items: object(
      { from: text, to: text },
      { none: texts, when: object({ column: text, equals: text }), certainty: { const: 'medium' } },
    ),
  },
}

const validate = new Ajv({ allErrors: true }).compile(object({}, PROPERTIES))

/**
 * @param extension - as `a2b.config.ts` exports it; undefined where there is none
 * @returns A2Billing's profile with the extension added
 * @throws {@link ProfileError} with a line for everything that is unknown or has the wrong shape
 */
export function loadProfile(extension: unknown): Profile {
  if (extension === undefined) return a2billing
  if (validate(extension)) return extendProfile(a2billing, extension as ProfileExtension)
  const lines = (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = params['additionalProperty'] ?? ''
    const wanted = params['allowedValues'] ? ` (${JSON.stringify(params['allowedValues'])})` : ''
    return `a2b.config.ts: generator${instancePath.replaceAll('/', '.')} ${message}${extra && `: "${extra}"`}${wanted}`
  })
  throw new ProfileError(`${lines.join('\n')}\nWhat there is: ${Object.keys(PROPERTIES).sort().join(', ')}`)
}
