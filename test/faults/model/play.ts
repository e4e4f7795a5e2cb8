/** Does a command to the API and to the reference, and compares the answer, then everything that the database holds. */
import type { Connection } from 'mysql2/promise'
import { expect } from 'vitest'
import type { Answer, TestApi } from '../../helpers/api.ts'
import { readTruth } from '../truth.ts'
import { toDecimal } from '../units.ts'
import type { Command, MoneyCommand } from './commands.ts'
import { Reference, type ReferenceCard, type ReferenceRow, withoutVat } from './reference.ts'

export interface World {
  readonly api: TestApi
  /** To the same database, beside the API. */
  readonly connection: Connection
}

/** A movement that was made under a key. */
interface Keyed {
  readonly path: string
  readonly body: string
  readonly units: bigint
  readonly key: string
  readonly text: string
}

/** @throws the failed expectation of the first command whose outcome is not the reference's */
export async function play({ api, connection }: World, commands: readonly Command[]): Promise<void> {
  const reference = new Reference()
  const made: (ReferenceCard | undefined)[] = []
  const keyed: Keyed[] = []
  const [[last]] = await connection.query<never[]>('select coalesce(max(id), 0) id from cc_card')
  const base = Number(last?.['id'])

  const cardOf = (index: number): ReferenceCard | undefined => made[index]
  /** Of an existing card, or one that there never was. */
  const idOf = (index: number): string => cardOf(index)?.id ?? '999999999'

  for (const command of commands) {
    await perform(command)
    await compare()
  }

  async function perform(command: Command): Promise<void> {
    switch (command.do) {
      case 'create':
        return create(command.opening, command.vat)
      case 'delete':
        return remove(command.card)
      case 'edit':
        return edit(command.card, command.lastname)
      case 'set credit': {
        const answer = await api.request('PUT', `/api/card/${idOf(command.card)}/`, { body: { credit: '1000000' } })
        return expect([404, 422]).toContain(answer.status)
      }
      case 'outside':
        return outside(command.card, command.units)
      case 'refill':
      case 'charge':
        return move(command)
      case 'refused': {
        const answer = await post(command.kind, idOf(command.card), command.amount)
        return expect(answer.status, answer.text).toBe(422)
      }
      case 'replay':
      case 'look up':
        return again(command.do, command.nth)
      case 'reuse':
        return reuse(command.nth)
    }
  }

  async function create(opening: bigint, vat: number): Promise<void> {
    const name = `model-${base}-${made.length}`
    const body = { username: name, useralias: name, uipass: 'p', credit: toDecimal(opening), tariff: 0, vat }
    const answer = await api.request('POST', '/api/card/', { body })
    expect(answer.status, answer.text).toBe(200)
    const { id } = answer.json as { id: number }
    const card = { id: String(id), credit: opening, lastname: '', vat }
    reference.cards.push(card)
    made.push(card)
  }

  async function remove(index: number): Promise<void> {
    const card = cardOf(index)
    const answer = await api.request('DELETE', `/api/card/${idOf(index)}/`)
    const isDone = card !== undefined && reference.isDeletable(card)
    expect(answer.status, answer.text).toBe(card === undefined ? 404 : isDone ? 200 : 409)
    if (!isDone) return
    reference.cards.splice(reference.cards.indexOf(card), 1)
    made[made.indexOf(card)] = undefined
  }

  async function edit(index: number, lastname: string): Promise<void> {
    const card = cardOf(index)
    const answer = await api.request('PUT', `/api/card/${idOf(index)}/`, { body: { lastname } })
    expect(answer.status, answer.text).toBe(card ? 200 : 404)
    if (card) card.lastname = lastname
  }

  async function outside(index: number, units: bigint): Promise<void> {
    const card = cardOf(index)
    if (!card || reference.refusal('refill', card, -units)) return
    await connection.query('update cc_card set credit = credit - ? where id = ?', [toDecimal(units), card.id])
    card.credit -= units
  }

  async function move({ do: kind, card: index, units, isText, isKeyed }: MoneyCommand): Promise<void> {
    const card = cardOf(index)
    const amount = isText ? `"${toDecimal(units)}"` : toDecimal(units)
    const key = isKeyed
      ? `model-${base}-${keyed.length}-${reference.refills.length + reference.charges.length}`
      : undefined
    const answer = await post(kind, idOf(index), amount, key)
    const refusal = reference.refusal(kind, card, units)
    if (refusal) return expect(refusal, answer.text).toContain(answer.status)
    expect(answer.status, answer.text).toBe(200)
    if (!card) return
    reference.move(kind, card, units)
    const told: Readonly<Record<string, string>> = Object.fromEntries(
      [...answer.text.matchAll(/"(\w+)":([-\d.]+)/g)].map(([, name, digits]) => [name, digits]),
    )
    expect(told).toMatchObject({ card_id: card.id, current_balance: toDecimal(card.credit) })
    if (kind === 'charge') expect(told['amount']).toBe(toDecimal(units))
    else {
      expect(told['credited']).toBe(toDecimal(units))
      expect(told['credit_without_vat']).toBe(toDecimal(withoutVat(units, card.vat)))
    }
    if (key !== undefined) keyed.push({ ...requestFor(kind, card.id, amount), units, key, text: answer.text })
  }

  async function again(how: 'replay' | 'look up', nth: number): Promise<void> {
    const before = keyed[nth % Math.max(1, keyed.length)]
    const headers = { 'Idempotency-Key': before?.key ?? `model-${base}-never` }
    if (!before) {
      const answer = await api.request('GET', requestFor('refill', idOf(0), '1').path, { headers })
      return expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('unknown-idempotency-key')])
    }
    const { path, body, text } = before
    const answer = await api.request(how === 'replay' ? 'POST' : 'GET', path, {
      headers,
      ...(how === 'replay' && { body }),
    })
    expect([answer.status, answer.text, answer.headers.get('Idempotent-Replayed')]).toEqual([200, text, 'true'])
  }

  /** With another amount: one that is only written otherwise, as text, is the same. */
  async function reuse(nth: number): Promise<void> {
    const before = keyed[nth % Math.max(1, keyed.length)]
    if (!before) return
    const { path, key } = before
    const field = path.includes('refill') ? 'credit' : 'amount'
    const body = `{"${field}":${toDecimal(before.units === 1n ? 2n : 1n)}}`
    const answer = await api.request('POST', path, { body, headers: { 'Idempotency-Key': key } })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('idempotency-key-reused')])
  }

  function post(kind: MoneyCommand['do'], id: string, amount: string, key?: string): Promise<Answer> {
    const { path, body } = requestFor(kind, id, amount)
    return api.request('POST', path, { body, ...(key !== undefined && { headers: { 'Idempotency-Key': key } }) })
  }

  async function compare(): Promise<void> {
    const truth = await readTruth(connection, base)
    const held = [
      ...truth.cards.map(({ id, credit, edited }) => `card ${id} of ${edited['lastname']}: ${toDecimal(credit)}`),
      ...rowsOf('refill', truth.refills),
      ...rowsOf('payment', truth.payments),
      ...rowsOf('charge', truth.charges),
    ]
    const wanted = [
      ...reference.cards.map(({ id, credit, lastname }) => `card ${id} of ${lastname}: ${toDecimal(credit)}`),
      ...rowsOf('refill', reference.refills),
      ...rowsOf('payment', reference.refills),
      ...rowsOf('charge', reference.charges),
    ]
    if (held.join('\n') !== wanted.join('\n')) {
      throw new Error(`The database holds\n  ${held.join('\n  ')}\ninstead of\n  ${wanted.join('\n  ')}`)
    }
  }
}

function rowsOf(kind: string, rows: readonly ReferenceRow[]): string[] {
  return rows.map(({ card, units }) => `${kind} of ${toDecimal(units)} on card ${card}`)
}

function requestFor(kind: MoneyCommand['do'], id: string, amount: string): { path: string; body: string } {
  return kind === 'refill'
    ? { path: `/custom_api/refill/${id}`, body: `{"credit":${amount}}` }
    : { path: `/custom_api/extra_charge/${id}`, body: `{"amount":${amount}}` }
}
