/**
 * What is wrong with a request that was served, held against the document: a server that does what its document does not
 * tell has clients that nobody knows of. One that was refused may be wrong in any way.
 */
import { parse, typed } from './answer.ts'
import { type Contract, decode, escapePointer, type Found, type Parameter } from './contract.ts'
import { type Exchange, mediaTypeOf } from './exchange.ts'

export function requestProblem(contract: Contract, found: Found, exchange: Exchange): string | undefined {
  return (
    pathProblem(contract, found) ??
    headerProblem(contract, found, exchange) ??
    queryProblem(contract, found, exchange) ??
    bodyProblem(contract, found, exchange)
  )
}

function pathProblem(contract: Contract, { parameters, inPath }: Found): string | undefined {
  for (const parameter of parameters.filter((it) => it.in === 'path')) {
    const text = inPath[parameter.name]
    const problem = text === undefined ? 'is missing' : valueProblem(contract, parameter, decode(text))
    if (problem !== undefined) return `the path's ${parameter.name} ${problem}`
  }
  return undefined
}

function headerProblem(contract: Contract, { parameters }: Found, { requestHeaders }: Exchange): string | undefined {
  for (const parameter of parameters.filter((it) => it.in === 'header')) {
    const text = requestHeaders.get(parameter.name)
    if (text === null && !parameter.required) continue
    const problem = text === null ? 'is missing' : valueProblem(contract, parameter, text)
    if (problem !== undefined) return `the header ${parameter.name} ${problem}`
  }
  return undefined
}

function queryProblem(contract: Contract, { parameters, pointer }: Found, { path }: Exchange): string | undefined {
  const [, query = ''] = /\?(.*)$/s.exec(path) ?? []
  const inQuery = new Map(parameters.filter((it) => it.in === 'query').map((it) => [it.name, it]))
  // Exploded, the members of an object are parameters by their own names: of these, operators.
  const others = [...inQuery.values()].find(
    ({ style, explode, schema }) => style && explode && schema.type === 'object',
  )
  for (const [name, text] of new URLSearchParams(query)) {
    const parameter = inQuery.get(name)
    const problem = parameter && parameter !== others ? valueProblem(contract, parameter, text) : undefined
    if (problem !== undefined) return `the parameter ${name} ${problem}`
    if (parameter && parameter !== others) continue
    if (!others) return `the parameter ${name} is not at ${pointer}/parameters`
    const members = contract.problemWith(others.schema, { [name]: text })
    if (members !== undefined) return `the parameter ${name}: ${members} at ${pointer}/parameters`
  }
  return undefined
}

/** As the document's description says: where a body needs a text, a number is taken as its digits. */
function withTexts(contract: Contract, pointer: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const wrong = contract.errorsAt(pointer, value)
  const isText = (name: string): boolean =>
    wrong.some(
      ({ keyword, instancePath, params }) =>
        keyword === 'type' && instancePath === `/${escapePointer(name)}` && [params['type']].flat().includes('string'),
    )
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'number' && isText(name) ? String(member) : member,
    ]),
  )
}

function valueProblem(contract: Contract, { schema }: Parameter, text: string): string | undefined {
  const problem = contract.problemWith(schema, typed(schema, text))
  return problem === undefined ? undefined : `is ${JSON.stringify(text)}: ${problem}`
}

function bodyProblem(
  contract: Contract,
  { operation: { requestBody }, pointer }: Found,
  { method, requestBody: text, requestHeaders }: Exchange,
): string | undefined {
  if (text === undefined && requestHeaders.has('Content-Encoding')) return undefined
  if (text === undefined || text === '') return requestBody?.required ? 'the body is missing' : undefined
  const at = `${pointer}/requestBody`
  // HTTP gives it no meaning there, and nobody reads it.
  if (!requestBody) return method === 'DELETE' ? undefined : `the document has no ${at}`
  const type = mediaTypeOf(requestHeaders)
  if (!Object.hasOwn(requestBody.content, type)) return `the media type ${type} is not at ${at}/content`
  const [value, unreadable] = /\bjson$/.test(type) ? parse(text) : [text]
  if (unreadable !== undefined) return unreadable
  const schema = `${at}/content/${escapePointer(type)}/schema`
  const problem = contract.problemAt(schema, withTexts(contract, schema, value))
  return problem === undefined ? undefined : `the body: ${problem}, by ${at}`
}
