/** Parameters that are one of a few words. */
import { ApiError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'

/**
 * @param text - of the parameter; absent where it was not given
 * @throws ApiError `invalid_parameter` naming the choices
 */
export function parseChoice<Choice extends string>(
  parameter: string,
  text: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (text === undefined) return undefined
  const choice = choices.find((known) => known === text)
  if (choice !== undefined) return choice
  const detail = `The parameter "${parameter}" must be one of ${choices.join(', ')}.${didYouMean(text, choices)}`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}
