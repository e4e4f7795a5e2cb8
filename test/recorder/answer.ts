/** What is wrong with an answer, held against the document. */
import type { AnySchemaObject } from 'ajv/dist/2020.js'
import { type Answered, type Contract, escapePointer, type Found, type Header } from './contract.ts'
import { type Exchange, mediaTypeOf } from './exchange.ts'

/** HTTP's own: an answer may have these whatever it is, and a document does not repeat them. */
const OF_HTTP = new Set(
  'cache-control connection content-encoding content-length content-type date keep-alive trailer transfer-encoding vary x-content-type-options'.split(
    ' ',
  ),
)

/** What is wrong with the request as such, whatever it asks for; the document says so once, in its description. */
const OF_THE_REQUEST = new Set([408, 417, 431, 501])

const PROBLEM = '#/components/schemas/Api.Problem'

export function answerProblem(contract: Contract, found: Found, exchange: Exchange): string | undefined {
  const { operation, pointer } = found
  const { status } = exchange
  const given = operation.responses[String(status)]
  if (given === undefined) {
    if (OF_THE_REQUEST.has(status)) return problemBodyProblem(contract, exchange)
    return `the document has no such status at ${pointer}/responses`
  }
  const { value: answered, pointer: at } = contract.resolve<Answered>(given, `${pointer}/responses/${status}`)
  return headerProblem(contract, answered, exchange, at) ?? bodyProblem(contract, answered, exchange, at)
}

/** Of an address or a method that the document does not have: refused, as every other refusal. */
export function undocumentedProblem(contract: Contract, exchange: Exchange): string | undefined {
  const { method, status, headers } = exchange
  if (method === 'OPTIONS' && status === 204) return headers.has('Allow') ? undefined : 'Allow is missing'
  if (status < 400) return 'the document has no such operation'
  if (status === 405 && !headers.has('Allow')) return 'Allow is missing'
  return problemBodyProblem(contract, exchange)
}

function problemBodyProblem(contract: Contract, { method, headers, text }: Exchange): string | undefined {
  if (method === 'HEAD') return undefined
  if (mediaTypeOf(headers) !== 'application/problem+json') return `it is ${mediaTypeOf(headers)}, and no problem`
  const [value, unreadable] = parse(text ?? '')
  return unreadable ?? contract.problemAt(PROBLEM, value)
}

function headerProblem(
  contract: Contract,
  { headers: documented = {} }: Answered,
  { headers }: Exchange,
  at: string,
): string | undefined {
  for (const [name, reference] of Object.entries(documented)) {
    const { required, schema } = contract.resolve<Header>(reference).value
    const value = headers.get(name)
    if (value === null) {
      if (required) return `the header ${name} is missing, which ${at}/headers requires`
      continue
    }
    const problem = contract.problemWith(schema, typed(schema, value))
    if (problem !== undefined) return `the header ${name} is ${JSON.stringify(value)}: ${problem} at ${at}/headers`
  }
  const known = new Set(Object.keys(documented).map((name) => name.toLowerCase()))
  const unknown = [...headers.keys()].find((name) => !known.has(name) && !OF_HTTP.has(name))
  return unknown === undefined ? undefined : `the header ${unknown} is not at ${at}/headers`
}

function bodyProblem(
  contract: Contract,
  { content }: Answered,
  { method, headers, text }: Exchange,
  at: string,
): string | undefined {
  if (content === undefined) return text === undefined || text === '' ? undefined : `${at} has no body`
  const type = mediaTypeOf(headers)
  if (!Object.hasOwn(content, type)) return `the media type ${type} is not at ${at}/content`
  // Whatever it says of a body, it has none; `fetch` sees to that.
  if (method === 'HEAD') return undefined
  if (text === undefined || !/\bjson$/.test(type)) return undefined
  const [value, unreadable] = parse(text)
  if (unreadable !== undefined) return unreadable
  const problem = contract.problemAt(`${at}/content/${escapePointer(type)}/schema`, value)
  return problem === undefined ? undefined : `${problem}, by ${at}/content`
}

export function parse(text: string): [value: unknown, problem?: string] {
  try {
    return [JSON.parse(text)]
  } catch (error) {
    return [undefined, `the body is not JSON: ${(error as Error).message}`]
  }
}

/** A text of a header or of a query, as its schema has it. */
export function typed(schema: AnySchemaObject, text: string): unknown {
  const types = [schema['type']].flat()
  if (types.includes('integer') && /^-?\d+$/.test(text)) return Number(text)
  if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true'
  return text
}
