/** What of a row is shown, and how. */
import { describe, expect, it } from 'vitest'
import type { ApiError } from '../../../src/errors.ts'
import type { Row } from '../../../src/db/db.ts'
import { bit, char, decimal, flag, int, unsigned } from '../../../src/resources/column-types.ts'
import { packetOf } from '../../../src/resources/packet-values.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { type Shown, showingOf } from '../../../src/resources/shown.ts'
import { readRow, listRows } from '../../helpers/rows.ts'
import { aCard, admin, card, offlineApi, reader, report } from './resources.ts'

const thing: Resource = {
  name: 'thing',
  table: 'cc_thing',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: int },
    { name: 'status', type: int, codes: { 0: 'off', 1: 'on "now"' } },
    { name: 'rights', type: unsigned.int, codes: { 1: 'read', 2: 'write', 8: 'own' }, sums: true },
    { name: 'active', type: flag(char(1, 'utf8mb3'), 't', 'f'), nullable: true, codes: { true: 'yes', false: 'no' } },
    { name: 'credit', type: decimal(15, 5) },
    { name: 'limit_', field: 'limit', type: unsigned.decimal(5, 2) },
    { name: 'bits', type: bit(4) },
  ],
  relations: {},
}
const row: Row = ['7', '1', '0000000011', 't', '-0.50000', '001.50', Buffer.from([5])]

/** The row both ways, which are one. */
function written(shown: Shown, cells: Row = row): unknown {
  const { columns, writer } = showingOf(offlineApi(), thing, false, shown).projection
  const values = columns.map((column) => cells[thing.columns.indexOf(column)] ?? null)
  const packet = packetOf(values)
  const to = Buffer.alloc(writer.room(packet.length))
  const text = to.toString('utf8', 0, writer.write(packet, 0, packet.length, to, 0))
  expect(writer.fromCells(values)).toBe(text)
  return text
}

describe('what is shown', () => {
  it.each<[shown: Shown, text: string]>([
    [{ fields: 'limit' }, '{"id":7,"limit":1.50}'],
    [{ fields: 'limit_,status', decimals: 'string' }, '{"id":7,"status":1,"limit":"1.50"}'],
    [{ omit: 'status,rights,active,bits', decimals: 'string' }, '{"id":7,"credit":"-0.50000","limit":"1.50"}'],
    [{ fields: 'id,credit', labels: '1' }, '{"id":7,"credit":-0.50000,"labels":{}}'],
    [{ fields: '"status",bits', labels: '1' }, '{"id":7,"status":1,"bits":5,"labels":{"status":"on \\"now\\""}}'],
    [
      { fields: 'rights,active', labels: '1' },
      '{"id":7,"rights":11,"active":true,"labels":{"rights":["read","write","own"],"active":"yes"}}',
    ],
    [{ fields: 'status', labels: '0', decimals: 'number' }, '{"id":7,"status":1}'],
  ])('%j', (shown, text) => {
    expect(written(shown)).toBe(text)
  })

  it('has no meaning where there is none', () => {
    const cells = ['7', '9', '0', null, '0', '0', Buffer.from([0])]
    expect(written({ fields: 'status,rights,active', labels: '1' }, cells)).toBe(
      '{"id":7,"status":9,"rights":0,"active":null,"labels":{"status":null,"rights":[],"active":null}}',
    )
  })

  it.each([
    ['fields=id,lastnam', 'card has no field "lastnam", at character 4 of "fields". Did you mean "lastname"?'],
    ['fields=', 'card has no field "", at character 1 of "fields". Did you mean "id"?'],
    ['omit="x,y",vta', 'card has no field "x,y", at character 1 of "omit".'],
    ['omit=vat,id', 'The field "id", at character 5 of "omit", is of the key, which always comes.'],
    ['fields=id&omit=vat', 'The parameter "omit" cannot be given beside "fields", which names all that is shown.'],
    ['decimals=text', 'The parameter "decimals" must be one of number, string.'],
    ['labels=yes', 'The parameter "labels" must be one of 0, 1.'],
    ['fields=id&fields=vat', 'The parameter "fields" is given 2 times.'],
    // A secret is as unknown as anything else.
    ['fields=uipass', 'card has no field "uipass", at character 1 of "fields".'],
  ])('%s is refused', async (query, detail) => {
    const error: unknown = await listRows(offlineApi(), card, reader, query).catch((thrown: unknown) => thrown)
    const { code, errors } = error as ApiError
    expect([code, errors?.[0]?.detail]).toEqual(['invalid_parameter', detail])
  })

  it('of a secret, for who may see it', async () => {
    const api = offlineApi()
    await listRows(api, card, admin, 'fields=uipass')
    expect(api.db.last().sql).toMatch(/^select `t0`.`id`, `t0`.`uipass` from/)
  })

  it('without a key is what is named, and never nothing', async () => {
    const api = offlineApi()
    await listRows(api, report, reader, 'fields=total')
    expect(api.db.last().sql).toMatch(/^select `t0`.`total` from/)
    const error: unknown = await listRows(api, report, reader, 'omit=card_id,note,total').catch(
      (thrown: unknown) => thrown,
    )
    expect((error as ApiError).message).toBe('Nothing would be shown of report.')
  })

  it('is the same of a row by itself, and is compiled once', async () => {
    const api = offlineApi({ rows: () => [aCard] })
    for (const key of ['5', '6']) {
      expect(await readRow(api, card, admin, key, undefined, { fields: 'lastname' })).toBe('{"id":5,"lastname":"x"}')
    }
    expect(api.db.compilations()).toBe(1)
  })
})
