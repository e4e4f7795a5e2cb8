/**
 * Every step between two versions of A2Billing, held against what is known to have changed in it: what broke for a typed
 * client, and that nothing did where nothing did.
 */
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../../codegen/diff/change.ts'
import { compareSchemas } from '../../../../codegen/diff/compare.ts'
import { sideOf } from '../../../../codegen/diff/sides.ts'
import { a2billing } from '../../../../codegen/profile/a2billing/index.ts'
import { type Version, versionSnapshot } from '../../../helpers/a2billing-versions.ts'

function step(from: Version, to: Version) {
  return compareSchemas(sideOf(versionSnapshot(from), a2billing), sideOf(versionSnapshot(to), a2billing))
}

const said = ({ table, columns, kind, what }: Change): string =>
  [`${table}${columns.length > 0 ? `.${columns.join(',')}` : ''}`, kind, what].join(' | ')

const breaking = (from: Version, to: Version): string[] =>
  step(from, to)
    .changes.filter(({ severity }) => severity === 'breaking')
    .map(said)

it('1.4.0 to 1.6.0: a table gone, one renamed, call archives reshaped', () => {
  const { changes } = step('1.4.0', '1.6.0')
  const lines = changes.map(said)
  expect(lines).toContain('cc_ecommerce_product | table-dropped | table cc_ecommerce_product dropped')
  expect(lines).toContain(
    'cc_subscription_fee | table-renamed | table cc_subscription_fee is gone, and cc_subscription_service is new: probably renamed',
  )
  expect(changes.find(({ kind }) => kind === 'table-renamed')?.guess?.config).toBe(
    'resources: { "cc_subscription_service": "subscriptionfee" }',
  )
  const archived = changes.find(({ table, kind }) => table === 'cc_call_archive' && kind === 'column-dropped')
  expect(archived?.columns).toHaveLength(10)
  expect(lines).toContain('cc_call_archive.destination | column-retyped | char(40) -> int')
  expect(
    changes.find(({ table, kind }) => table === 'cc_iax_buddies' && kind === 'column-dropped')?.columns,
  ).toHaveLength(15)
  expect(lines).toContain('cc_charge.currency | column-dropped | dropped')
  expect(lines).toContain('cc_agent_commission.paid_status | column-dropped | dropped')
  expect(lines).toContain('cc_templatemail | primary-key | primary key none -> (id)')
  expect(lines.filter((line) => line.includes('cc_monitor | table-added'))).toHaveLength(1)
})

it('1.6.0 to 1.9.5: texts narrowed, some nullable now, the lock of a card added', () => {
  const lines = breaking('1.6.0', '1.9.5')
  expect(lines).toContain('cc_templatemail.messagetext,messagehtml | column-narrowed | longtext -> varchar(3000)')
  expect(lines).toContain('cc_did_destination.destination | column-narrowed | varchar(120) -> varchar(100)')
  expect(lines).toContain('cc_did_destination.destination | null-allowed | NOT NULL -> NULL')
  const added = step('1.6.0', '1.9.5').changes.filter(({ kind }) => kind === 'column-added')
  expect(added.filter(({ table }) => table === 'cc_card').flatMap(({ columns }) => columns)).toEqual([
    'block',
    'lock_pin',
    'lock_date',
  ])
  expect(added.filter(({ table }) => table === 'cc_did').flatMap(({ columns }) => columns)).toHaveLength(17)
  expect(step('1.6.0', '1.9.5').changes.map(said)).toContain(
    'cc_sip_buddies.deny | columns-reordered | in another place',
  )
})

describe('nothing breaks', () => {
  it.each([
    ['1.9.5', '2.0.8', ['cc_card.max_concurrent', 'cc_did.max_concurrent', 'cc_sip_buddies.callbackextension']],
    ['2.0.8', '2.2.0', ['cc_call.a2b_custom1,a2b_custom2']],
  ] as const)('%s to %s', (from, to, added) => {
    const { changes, counts } = step(from, to)
    expect(counts.breaking).toBe(0)
    expect(changes.filter(({ kind }) => kind === 'column-added').map(said)).toEqual(
      expect.arrayContaining(added.map((column) => expect.stringContaining(`${column} | column-added`))),
    )
  })
})

it('2.0.8 to 2.2.0: the view without secrets has the columns of its table', () => {
  const columns = step('2.0.8', '2.2.0')
    .changes.filter(({ table, kind }) => table === 'cc_sip_buddies_empty' && kind === 'column-added')
    .flatMap((change) => change.columns)
  expect(columns).toHaveLength(20)
})

it('2.2.0 to 2.3.0: one column, and no insert may leave it out', () => {
  const { changes } = step('2.2.0', '2.3.0')
  expect(changes.map(said)).toEqual(['cc_ratecard.destination | null-refused | NULL -> NOT NULL, default 0 -> none'])
  expect(changes[0]).toMatchObject({ severity: 'breaking', for: ['writes', 'client', 'types'] })
})

it('the half-upgraded 2.3.0 lacks what the whole one has, whatever it calls itself', () => {
  const lines = step('2.3.0-partial', '2.3.0').changes.map(said)
  for (const column of [
    'cc_did.connection_charge,selling_rate | column-added',
    'cc_billing_customer.start_date | column-added',
    'cc_didgroup.connection_charge,selling_rate | column-dropped',
    'cc_config.config_value | column-narrowed',
  ]) {
    expect(lines.filter((line) => line.startsWith(column))).toHaveLength(1)
  }
})

it('no step is any without its changes, and a version equals itself', () => {
  expect(step('2.3.0', '2.3.0').changes).toEqual([])
  expect(step('1.4.0', '2.3.0').counts.breaking).toBeGreaterThan(step('1.6.0', '2.3.0').counts.breaking)
})
