/**
 * What a plugin's module exports -> a {@link Plugin}, or the reason why it is none.
 *
 * Plugins come from outside, where no compiler may have looked at them; so what the types promise is asked here once
 * more. Of those that come with the server, a test asks it.
 */
import { Ajv, type ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { didYouMean } from '../nearest-name.ts'
import type { Resource } from '../resources/resource.ts'
import { StartError } from '../start-error.ts'
import { readerOf } from './check-query.ts'
import { DECLARATION } from './declaration-schema.ts'
import type { MoneyRoute, Plugin, PluginRoute } from './plugin.ts'
import { settingsOf } from './settings.ts'

const ajv = new Ajv({ strict: false, verbose: true, discriminator: true })
ajv.addKeyword({ keyword: 'isFunction', validate: (_: unknown, value: unknown) => typeof value === 'function' })
/** As OpenAPI 3.1 has them. */
const isSchema = new Ajv2020({ strict: false, logger: false })
const isDeclaration = ajv.compile<Plugin>(DECLARATION)

/**
 * @param source - where it comes from, for the error: `./notes`
 * @throws {@link StartError} naming the plugin, the place in its declaration, and what is wrong there
 */
export function checkDeclaration(value: unknown, source: string): Plugin {
  if (typeof value !== 'object' || value === null) {
    throw new StartError(
      `Plugin ${source}: its default export is no plugin. Write \`export default definePlugin({ … })\`.`,
    )
  }
  const { name: given, api } = value as Partial<Plugin>
  const who = typeof given === 'string' ? `Plugin "${given}"` : `Plugin ${source}`
  if (api !== 1) {
    throw new StartError(
      `${who}: it was written for version ${String(api)} of the contract, and this server has version 1. ` +
        (api === undefined ? 'Write `api: 1`.' : 'Use a version of the plugin that fits.'),
    )
  }
  if (!isDeclaration(value)) throw new StartError(`${who}${explain(isDeclaration.errors ?? [], value as Plugin)}`)
  for (const problem of problemsOf(value)) throw new StartError(`${who}, ${problem}`)
  return value
}

function explain([error]: ErrorObject[], plugin: Plugin): string {
  if (!error) return ': its declaration is malformed.'
  const { instancePath, keyword, params, parentSchema, propertyName, message } = error
  const place = placeOf(instancePath, plugin)
  const members: Record<string, { description?: string }> = parentSchema?.['properties'] ?? {}
  if (keyword === 'required') {
    const { description } = members[params['missingProperty']] ?? {}
    return `${place}: it lacks "${params['missingProperty']}"${description ? `: ${description}` : ''}.`
  }
  if (keyword === 'additionalProperties') {
    const extra: string = params['additionalProperty']
    return `${place}: it has no member "${extra}".${didYouMean(extra, Object.keys(members))}`
  }
  if (keyword === 'discriminator') return `${place}: there is no ${params['tag']} "${params['tagValue']}".`
  if (keyword === 'isFunction') return `${place} must be a function.`
  if (keyword === 'enum') return `${place} must be one of ${params['allowedValues'].join(', ')}.`
  return `${place}${propertyName === undefined ? '' : `: "${propertyName}"`} ${message}.`
}

/** `/routes/0/body` is `, POST /custom_api/double/:name, body`. */
function placeOf(pointer: string, { routes }: Plugin): string {
  const [, list, index, ...rest] = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (list === undefined) return ''
  const { method, path } = (list === 'routes' && index !== undefined && routes?.[Number(index)]) || {}
  const parts = typeof path === 'string' ? [`${method} ${path}`, ...rest] : [list, index, ...rest]
  return `, ${parts.filter((part) => part !== undefined).join('.')}`
}

/** What no schema can say. */
function problemsOf(plugin: Plugin): string[] {
  return [
    ...settingProblems(plugin),
    ...(plugin.routes ?? []).flatMap(routeProblems),
    ...(plugin.resources ?? []).flatMap(resourceProblems),
    ...commandProblems(plugin),
  ]
}

/** What it says of columns that it does not have, or has twice. */
function resourceProblems({ name, columns, primaryKey, relations }: Resource): string[] {
  const names = columns.map((column) => column.name)
  const unknown = [...primaryKey, ...Object.keys(relations)].filter((column) => !names.includes(column))
  const fields = [...names, ...columns.flatMap(({ field }) => field ?? [])]
  const twice = fields.filter((field, index) => fields.indexOf(field) < index)
  return [
    ...unknown.map((column) => `resource ${name}: it has no column "${column}".${didYouMean(column, names)}`),
    ...twice.map((column) => `resource ${name}: it has two columns "${column}".`),
  ]
}

function settingProblems(plugin: Plugin): string[] {
  return [...settingsOf(plugin)].flatMap(([member, { fallback, expected, read }]) => {
    const isOfItsType = JSON.stringify(read(String(fallback))) === JSON.stringify(fallback)
    return isOfItsType ? [] : [`settings.${member}: its default must be what is expected: ${expected}.`]
  })
}

function routeProblems(route: PluginRoute | MoneyRoute): string[] {
  const { method, path, body, parameters = {}, response, idempotent } = route
  const problem = ((): string | undefined => {
    if (TAKES_BODY.has(method) !== (body !== undefined)) {
      return TAKES_BODY.has(method) ? 'it declares no schema for its body' : 'this method has no body'
    }
    if (!/^\/[\w-]+\/[\w-]+(\/(:\w+|[\w-]+))*$/.test(path)) {
      return 'the path must begin with two fixed segments, as in /custom_api/refill/:card_id, without a final slash'
    }
    if (idempotent !== undefined && (method !== 'POST' || !path.split('/').includes(':card_id'))) {
      return 'it moves money, so it must be a POST to a path that names the card as :card_id'
    }
    if (!isSchema.validateSchema(response)) return `its response is no JSON Schema: ${isSchema.errorsText()}`
    const [wrongly] = parameterProblems(method, parameters)
    if (wrongly !== undefined) return wrongly
    const wrong = Object.entries(body?.properties ?? {}).find(([, { pattern = '' }]) => !isPattern(pattern))
    if (wrong) return `body.properties.${wrong[0]}: its pattern is no regular expression`
    const stranger = body?.required.find((field) => !Object.hasOwn(body.properties, field))
    if (stranger !== undefined) return `its body requires "${stranger}", which it does not describe`
    return undefined
  })()
  return problem === undefined ? [] : [`${method} ${path}: ${problem}.`]
}

function parameterProblems(method: string, parameters: NonNullable<PluginRoute['parameters']>): string[] {
  return Object.entries(parameters).flatMap(([name, { default: fallback, example, pattern = '', ...schema }]) => {
    if (method !== 'GET') return [`parameters.${name}: only GET takes parameters`]
    if (!isPattern(pattern)) return [`parameters.${name}: its pattern is no regular expression`]
    const isRight = readerOf({ ...schema, pattern })
    const wrong = [fallback, example].find((value) => value !== undefined && isRight(value) === undefined)
    if (wrong !== undefined) return [`parameters.${name}: "${wrong}" must be ${schema.description}`]
    return fallback !== undefined && schema.required ? [`parameters.${name}: what is required needs no default`] : []
  })
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** Words that `a2b` knows itself. */
const COMMANDS = 'generate check diff serve doctor plugin user key convert-engine help'.split(' ')

function commandProblems({ name, commands = [] }: Plugin): string[] {
  return commands.length > 0 && COMMANDS.includes(name)
    ? [`commands: \`a2b ${name}\` is a command of the server's own; call the plugin otherwise.`]
    : []
}

const TAKES_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH'])
