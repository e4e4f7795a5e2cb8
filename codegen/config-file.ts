/**
 * `generated/config.json`: what `a2b.config.ts` said when the files beside it were generated.
 *
 * Data only, so that a report of changes can build yesterday's model with yesterday's settings; emitters are functions
 * and stand in it by their names.
 */
import { type GeneratorSettings, shapeProblems, sortKeys } from './config.ts'
import { CodegenError } from './errors.ts'
import { formatJson } from './json.ts'
import { a2billing } from './profile/a2billing/index.ts'
import { extendProfile, type Profile, type ProfileExtension } from './profile/profile.ts'

const LINE = 110

export function formatConfigFile({ emitters, ...data }: GeneratorSettings): string {
  const settings = { ...data, ...(emitters && { emitters: emitters.map(({ name }) => name) }) }
  return formatJson(sortKeys(settings), { width: LINE, isBroken: (_value, depth) => depth <= 1 })
}

/**
 * Reads what {@link formatConfigFile} wrote.
 *
 * @param source - where the text came from, for the message
 * @returns A2Billing's profile with those settings added
 * @throws {@link CodegenError} when it is anything else
 */
export function parseConfigFile(text: string, source: string): Profile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new CodegenError(`${source} is not JSON: ${(error as Error).message}`, { cause: error })
  }
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  const { emitters = [], ...data } = isRecord ? (value as Record<string, unknown>) : { emitters: null }
  const isNames = Array.isArray(emitters) && emitters.every((name) => typeof name === 'string')
  const problems = isNames ? shapeProblems(data) : [isRecord ? '.emitters must be names' : ' must be object']
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem.trim()}`)
    throw new CodegenError(`${source} is no configuration that \`a2b generate\` wrote:\n${lines.join('\n')}`)
  }
  return extendProfile(a2billing, data as ProfileExtension)
}
