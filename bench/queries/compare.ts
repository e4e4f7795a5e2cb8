/** Asks a workload's questions in turn, one at a time, round by round. */
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { median } from '../figures.ts'
import type { Server } from '../servers.ts'
import type { Question, Workload } from './workloads.ts'

/** What answers: the product, and who writes by hand. */
export interface Answering {
  readonly product: Server
  readonly byHand: Server
}

/** In one round, milliseconds by the name of the question. */
export type Round = ReadonlyMap<string, number>

/** Of one question in a round, the middle one of which counts. */
const MOST = 20
/** Milliseconds in which they are to be asked, all together; each is asked at least once. */
const ROUND_MS = 1000

/** One connection for each server: nobody waits for another, and nothing is gathered. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** @throws Error for an answer that is none, or not what the base answers where it must be */
export async function compare(
  { base, others, isSame }: Workload,
  answering: Answering,
  rounds: number,
  signal: AbortSignal,
): Promise<readonly Round[]> {
  const questions = [base, ...others]
  if (isSame) await assertSame(questions, answering)
  const warm = await timesOf(questions, answering, MOST, signal)
  const all = [...warm.values()].reduce((sum, times) => sum + median(times), 0)
  const times = Math.min(MOST, Math.max(1, Math.floor(ROUND_MS / all)))
  const found: Round[] = []
  for (let round = 0; round < rounds; round++) {
    // Who comes first in one round comes last in another.
    const from = round % questions.length
    const inTurn = [...questions.slice(from), ...questions.slice(0, from)]
    const measured = await timesOf(inTurn, answering, times, signal)
    found.push(new Map(Array.from(measured, ([name, values]) => [name, median(values)])))
  }
  return found
}

/** One after the other, and then again: what slows the machine down for a while slows all of them. */
async function timesOf(
  questions: readonly Question[],
  answering: Answering,
  times: number,
  signal: AbortSignal,
): Promise<Map<string, number[]>> {
  const found = new Map(questions.map(({ name }) => [name, [] as number[]]))
  const end = performance.now() + 2 * ROUND_MS
  for (let turn = 0; turn === 0 || (turn < times && performance.now() < end); turn++) {
    for (const question of questions) {
      signal.throwIfAborted()
      const started = performance.now()
      await ask(question, answering)
      found.get(question.name)?.push(performance.now() - started)
    }
  }
  return found
}

/** @returns the body, read to its end */
export async function ask({ path, sql = '', isJoined }: Question, { product, byHand }: Answering): Promise<string> {
  const parameters = new URLSearchParams({ sql, ...(isJoined && { joined: '1' }) })
  const url = path === undefined ? `${byHand.url}/?${parameters}` : product.url + path
  const [authorization] = (path === undefined ? byHand : product).logins ?? []
  const sent = request(url, { agent, headers: authorization === undefined ? {} : { authorization } })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const body = await text(answer)
  if (answer.statusCode !== 200) throw new Error(`${url} was answered ${answer.statusCode}: ${body}`)
  return body
}

async function assertSame(questions: readonly Question[], answering: Answering): Promise<void> {
  const rows: string[] = []
  for (const question of questions) {
    const body: unknown = JSON.parse(await ask(question, answering))
    const found = question.path === undefined ? body : (body as { objects: unknown }).objects
    // The driver gives exact numbers as texts.
    rows.push(JSON.stringify(found, (_, value: unknown) => (typeof value === 'number' ? String(value) : value)))
  }
  const other = rows.find((each) => each !== rows[0])
  if (other !== undefined) throw new Error(`What is compared is not alike:\n${rows[0]}\n${other}`)
}
