/**
 * The `generator` section of `a2b.config.ts`, checked for its shape; what its names mean in a database is
 * `profile/check-extension.ts`'s question.
 */
import { Ajv, type ValidateFunction } from 'ajv'
import type { Emitter } from './emitters/emitter.ts'
import { ProfileError } from './errors.ts'
import { MOST_ROWS } from './model/page-size.ts'
import { a2billing } from './profile/a2billing/index.ts'
import type { DidYouMean } from './profile/names.ts'
import { extendProfile, type Profile, type ProfileExtension } from './profile/profile.ts'

/** Everything the `generator` section may say. */
export interface GeneratorSettings extends ProfileExtension {
  /**
   * Emitters of your own, run after those that are shipped: functions from the schema to files, see `codegen/public.ts`.
   *
   * @example emitters: [dataDictionary]
   */
  readonly emitters?: readonly Emitter[]
}

export interface Configuration {
  /** A2Billing's profile with the settings added. */
  readonly profile: Profile
  /** What was said, in an order that is always the same. */
  readonly settings: GeneratorSettings
}

const text = { type: 'string', minLength: 1 }
const texts = { type: 'array', items: text }
const rows = { type: 'integer', minimum: 1, maximum: MOST_ROWS }
const stored = { type: ['string', 'integer'] }
const record = (values: object) => ({ type: 'object', additionalProperties: values })
const object = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const PROPERTIES: { readonly [Part in keyof ProfileExtension]-?: object } = {
  tablePrefix: { type: 'string' },
  include: { ...texts, minItems: 1 },
  exclude: texts,
  secretNames: texts,
  openActions: texts,
  resources: record(text),
  fields: record(text),
  secrets: record(text),
  actions: record(text),
  readOnly: record(text),
  flags: record({ ...object({ true: stored, false: stored }), type: ['object', 'boolean'], not: { const: false } }),
  columnTypes: record({
    ...object({}, { sql: { const: 'json' }, typescript: text, from: text }),
    minProperties: 1,
    dependencies: { from: ['typescript'] },
  }),
  pageSizes: record({ ...object({}, { default: rows, maximum: rows }), minProperties: 1 }),
  triggerVariables: record({ type: 'array', items: { type: 'string', pattern: '^[A-Za-z_$][A-Za-z0-9_$]*$' } }),
  search: record(texts),
  presentation: record(object({ label: text, section: text }, { display: text })),
  labels: record(text),
  required: record({ enum: [true, 'filled'] }),
  protected: record(object({ writable: { enum: ['create', 'never'] }, hint: text })),
  codes: record(object({ values: { enum: ['closed', 'open', 'bits'] }, codes: record(text) }, { note: text })),
  relations: {
    type: 'array',
    items: object(
      { from: text, to: text },
      {
        none: { type: 'array', items: { type: 'string' } },
        when: object({ column: text, equals: { type: 'string' } }),
        certainty: { const: 'medium' },
      },
    ),
  },
}
const KNOWN = [...Object.keys(PROPERTIES), 'emitters'].sort()

/** Made when it is first needed: most installations have no settings. */
let compiled: ValidateFunction | undefined

/**
 * @param section - as `a2b.config.ts` exports it; undefined where there is none
 * @throws {@link ProfileError} with a line for everything that is unknown or has the wrong shape
 */
export function loadConfiguration(section: unknown, didYouMean: DidYouMean = () => ''): Configuration {
  if (section === undefined) return { profile: a2billing, settings: {} }
  const { emitters, ...data } = asRecord(section)
  const problems = [...emitterProblems(emitters), ...shapeProblems(data, didYouMean)]
  if (problems.length > 0) {
    const lines = problems.map((problem) => `a2b.config.ts: generator${problem}`)
    throw new ProfileError(`${lines.join('\n')}\nWhat there is: ${KNOWN.join(', ')}`)
  }
  const settings = sortKeys(data) as ProfileExtension
  return {
    profile: extendProfile(a2billing, settings),
    settings: { ...settings, ...(emitters !== undefined && { emitters: emitters as Emitter[] }) },
  }
}

/** @returns what is wrong with settings that hold data only: `.secrets must be object` */
export function shapeProblems(data: unknown, didYouMean: DidYouMean = () => ''): string[] {
  if (typeof data === 'object' && data !== null && Object.keys(data).length === 0) return []
  compiled ??= new Ajv({ allErrors: true, allowUnionTypes: true }).compile(object({}, PROPERTIES))
  const validate = compiled
  if (validate(data)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra: unknown = params['additionalProperty']
    const name = typeof extra === 'string' ? `: "${extra}".${instancePath ? '' : didYouMean(extra, KNOWN)}` : ''
    const allowed: unknown = params['allowedValues'] ?? params['allowedValue']
    const wanted = allowed === undefined ? '' : ` (${JSON.stringify(allowed)})`
    return `${placeOf(instancePath)} ${message}${name}${wanted}`
  })
}

/** Keys in the order of their characters, at every depth: two files that say the same give the same bytes. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)] as const).sort(byKey))
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

function asRecord(section: unknown): Record<string, unknown> {
  if (typeof section === 'object' && section !== null && !Array.isArray(section)) return { ...section }
  throw new ProfileError('a2b.config.ts: generator must be object')
}

/** Each goes by its name: in messages, and in what `config.json` keeps of it. */
function emitterProblems(emitters: unknown): string[] {
  if (emitters === undefined) return []
  if (!Array.isArray(emitters)) return ['.emitters must be array']
  const wrong = emitters.flatMap((emitter: unknown, index) => {
    if (typeof emitter !== 'function') return [`.emitters.${index} must be a function from the schema to files`]
    return emitter.name === '' ? [`.emitters.${index} must have a name: declare it as a function, then list it`] : []
  })
  const names = emitters.map((emitter: unknown) => (typeof emitter === 'function' ? emitter.name : ''))
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  return [...wrong, ...new Set(twice.map((name) => `.emitters has two that are called "${name}"`))]
}

/** `/relations/0/to` -> `.relations.0.to` */
function placeOf(pointer: string): string {
  return pointer.replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
}
