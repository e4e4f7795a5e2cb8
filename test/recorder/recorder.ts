/**
 * Every request that a test sends and every answer that it gets, held against the document that the same server shows.
 *
 * It stands in the place of `fetch`, so that no test and no helper can forget it. A server is asked for its document when it
 * has first answered something; whoever shows none is not ours. Streams are judged by their heads alone: reading them here
 * would let nobody be slow.
 */
import { answerProblem, undocumentedProblem } from './answer.ts'
import { Contract, type Document } from './contract.ts'
import { type Exchange, mediaTypeOf } from './exchange.ts'
import { requestProblem } from './request.ts'

export interface Recorder {
  readonly fetch: typeof fetch
  /** What was wrong since this was last asked. */
  takeMismatches(): string[]
  /** Operation, status and the operation's digest, with tabs between them. */
  readonly reached: ReadonlySet<string>
}

/** Under these, what the document does not have must be refused; elsewhere are pages. */
const API = /^\/(custom_)?api(\/|$)/

/** @param send - reaches the servers */
export function makeRecorder(send: typeof fetch): Recorder {
  const byOrigin = new Map<string, Contract>()
  /** Reading a document costs more than the tests of many a server. */
  const byText = new Map<string, Contract>()
  const reached = new Set<string>()
  let mismatches: string[] = []

  async function read(origin: string, headers: Record<string, string> = {}): Promise<Contract | undefined> {
    const text = await send(`${origin}/openapi.json`, { headers }).then(
      (response) => (mediaTypeOf(response.headers) === 'application/json' ? response.text() : ''),
      // It is gone already.
      () => '',
    )
    if (!text.startsWith('{')) return undefined
    const contract = byText.get(text) ?? new Contract(JSON.parse(text) as Document)
    byText.set(text, contract)
    return contract
  }

  /** For who sees everything. */
  async function readWhole(origin: string): Promise<Contract | undefined> {
    const contract = await read(origin)
    if (contract) byOrigin.set(origin, contract)
    return contract
  }

  /** From whom something is hidden, to him a document of his own is shown. */
  function readAs({ requestHeaders }: Exchange, origin: string): Promise<Contract | undefined> {
    const names = ['Authorization', 'Cookie'].filter((name) => requestHeaders.has(name))
    return read(origin, Object.fromEntries(names.map((name) => [name, requestHeaders.get(name) ?? ''])))
  }

  async function record(origin: string, exchange: Exchange): Promise<void> {
    const known = byOrigin.get(origin)
    const contract = known ?? (await readWhole(origin))
    if (!contract) return
    let problem = mismatchIn(contract, exchange)
    // A port may be another server's by now.
    if (problem !== undefined && known) {
      const now = await readWhole(origin)
      if (now && now !== known) problem = mismatchIn(now, exchange)
    }
    if (problem !== undefined && exchange.status === 200) {
      const own = await readAs(exchange, origin)
      if (own && own !== byOrigin.get(origin)) problem = mismatchIn(own, exchange)
    }
    if (problem !== undefined) mismatches.push(problem)
    const found = contract.find(exchange.method, pathOf(exchange))
    if (found && exchange.method !== 'HEAD')
      reached.add(`${found.operation.operationId}\t${exchange.status}\t${found.digest}`)
  }

  return {
    reached,
    takeMismatches() {
      const taken = mismatches
      mismatches = []
      return taken
    },
    async fetch(input, init) {
      // Clients such as openapi-fetch give a Request and no init. Its body can be read once, and that is for the server.
      const given = input instanceof Request ? input.clone() : undefined
      const response = await send(input, init)
      const { origin, pathname, search } = new URL(input instanceof Request ? input.url : input)
      const body = init?.body ?? (await given?.text())
      const type = mediaTypeOf(response.headers)
      try {
        const text = type === '' || /\bjson$/.test(type) ? await response.clone().text() : undefined
        await record(origin, {
          method: (init?.method ?? given?.method ?? 'GET').toUpperCase(),
          path: pathname + search,
          requestHeaders: new Headers(init?.headers ?? given?.headers),
          requestBody: typeof body === 'string' ? body : undefined,
          status: response.status,
          headers: response.headers,
          text,
        })
      } catch (error) {
        // Half an answer: whoever reads it meets the same.
        if (!(error instanceof TypeError)) throw error
      }
      return response
    },
  }
}

/** @returns one line, for people: which operation, which status, what is wrong, and where the document says so */
export function mismatchIn(contract: Contract, exchange: Exchange): string | undefined {
  const { method, path, status, text } = exchange
  const found = contract.find(method, pathOf(exchange))
  const isServed = status < 300 && method !== 'HEAD'
  const problem = found
    ? (answerProblem(contract, found, exchange) ?? (isServed ? requestProblem(contract, found, exchange) : undefined))
    : API.test(path)
      ? undocumentedProblem(contract, exchange)
      : undefined
  if (problem === undefined) return undefined
  const name = found ? `${found.operation.operationId}, ` : ''
  return `${name}${method} ${path.slice(0, 300)} answered ${status}: ${problem}. ${text?.slice(0, 300) ?? ''}`
}

function pathOf({ path }: Exchange): string {
  return path.replace(/[?].*$/s, '')
}
