/** The tag of a row, and what is written of one that was read whole. */
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/db/db.ts'
import { packetOf } from '../../../src/resources/packet-values.ts'
import { picking } from '../../../src/resources/picking-writer.ts'
import { tagsIn } from '../../../src/resources/preconditions.ts'
import { preferencesIn } from '../../../src/resources/preferences.ts'
import { makeRowWriter } from '../../../src/resources/row-writer.ts'
import { editPart, taggerOf } from '../../../src/resources/row-tag.ts'
import { aCard, card, offlineApi } from './resources.ts'

const api = offlineApi()

/** {@link aCard} with another value in a column. */
function cardWith(name: string, value: Row[number]): Row {
  return aCard.map((cell, index) => (card.columns[index]?.name === name ? value : cell))
}

describe('the tag', () => {
  const tagger = taggerOf(api, card)

  it.each([250, 251, 300, 70_000])('is the same of a packet and of cells, with a text of %i bytes', (length) => {
    const row = cardWith('lastname', 'é'.padEnd(length - 1, 'x'))
    const packet = packetOf(row)
    expect(tagger.ofPacket(packet, 0, packet.length)).toBe(tagger.ofCells(row))
  })

  it('changes with every column, its first part with those that an edit may change', () => {
    const tag = tagger.ofCells(aCard)
    const others: readonly [string, Row[number], isEdit: boolean][] = [
      ['id', '6', true],
      ['username', 'U', true],
      ['uipass', 'other', true],
      ['lastname', '', true],
      ['vat', 0.5, true],
      ['birthday', '2000-01-01', true],
      ['credit', '1.00001', false],
      ['firstusedate', '2026-01-01 00:00:01', false],
      ['serial', '5', false],
    ]
    for (const [name, value, isEdit] of others) {
      const changed = tagger.ofCells(cardWith(name, value))
      expect(changed, name).not.toBe(tag)
      expect(editPart(changed) !== editPart(tag), name).toBe(isEdit)
    }
  })

  it('is another with another key, and of another table', () => {
    const tag = tagger.ofCells(aCard)
    expect(taggerOf({ ...api, tagKey: 'other' }, card).ofCells(aCard)).not.toBe(tag)
    const columns = [...card.columns]
    expect(taggerOf(api, { ...card, columns, table: 'cc_card_archive' }).ofCells(aCard)).not.toBe(tag)
  })
})

it('writes of a packet no more than was picked', () => {
  const row: Row = ['7', null, 'x'.repeat(300), 'secret', '1.5', 'last', null, '1', null, null, null]
  for (const hidden of ['id', 'uipass', 'lastname', 'page']) {
    const picked = card.columns.map(({ name }) => name !== hidden)
    const writer = picking(makeRowWriter(card.columns.filter(({ name }) => name !== hidden)), picked)
    const packet = packetOf(row)
    const to = Buffer.alloc(writer.room(packet.length))
    const json = to.toString('utf8', 0, writer.write(packet, 0, packet.length, to, 0))
    expect(json).toBe(writer.fromCells(row))
    expect(Object.keys(JSON.parse(json))).toEqual(
      card.columns.map(({ name }) => name).filter((name) => name !== hidden),
    )
  }
  const short = packetOf(row.slice(1))
  const writer = picking(
    makeRowWriter(card.columns.slice(1)),
    card.columns.map((_, index) => index > 0),
  )
  expect(() => writer.write(short, 0, short.length, Buffer.alloc(9999), 0)).toThrow()
})

it.each([
  ['"a"', [{ text: 'a', isWeak: false }]],
  [
    ' "a" , W/"b,c",, ""',
    [
      { text: 'a', isWeak: false },
      { text: 'b,c', isWeak: true },
      { text: '', isWeak: false },
    ],
  ],
  [' * ', 'any'],
])('reads the tags %s', (header, tags) => {
  expect(tagsIn({ headers: { 'if-match': header } }, 'if-match')).toEqual(tags)
})

it.each(['', ',', 'a', '"a', '"a"b', 'w/"a"', '"a" "b"', '*, "a"', '"é\u0001"'])('refuses the tags %j', (header) => {
  expect(() => tagsIn({ headers: { 'if-match': header } }, 'if-match')).toThrow('If-Match must be')
})

it('reads preferences as RFC 7240 writes them, and passes over others', () => {
  const headers = { prefer: 'foo; bar=1, RETURN=minimal;x, max-affected="7", return=representation, ,=, lenient' }
  expect(Object.fromEntries(preferencesIn({ headers }))).toEqual({
    foo: '',
    return: 'minimal',
    'max-affected': '7',
    lenient: '',
  })
})
