/** What people call columns: the shipped words hold for columns that there are, and tell one column from another. */
import { describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../../codegen/config.ts'
import { buildSchema } from '../../../codegen/model/build-schema.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { resources } from '../../../generated/index.ts'
import { a2billingSnapshot } from '../../../scripts/demo/create.ts'
import { fieldOf } from '../../../src/resources/resource.ts'
import { metadataFor } from '../../../src/metadata/metadata.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import { VERSIONS, versionSnapshot } from '../../helpers/a2billing-versions.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

describe('labels', () => {
  it('are of columns that some version of A2Billing has', () => {
    const tables = VERSIONS.flatMap((version) => versionSnapshot(version).tables)
    const known = new Set(
      tables.flatMap(({ name, columns }) => columns.flatMap((column) => [column.name, `${name}.${column.name}`])),
    )
    const unknown = Object.keys(a2billing.labels).filter((name) => !known.has(name))
    expect(unknown).toEqual([])
    expect(known.has('cc_card.no_such_column')).toBe(false)
  })

  it('tell the columns of a table from each other', () => {
    const same = metadataFor(apiOn(offlineDb(), resources), admin, []).resources.flatMap(({ name, fields }) =>
      [...Map.groupBy(fields, ({ label }) => label)]
        .filter(([, alike]) => alike.length > 1)
        .map(([label, alike]) => `${name}: ${alike.map((field) => field.name).join(', ')} are all called ${label}`),
    )
    expect(same).toEqual([])
  })

  it('are taken from the table before they are taken from the name, and an operator has the last word', () => {
    const labelsOf = (settings: object): (string | undefined)[] => {
      const { tables } = buildSchema(a2billingSnapshot(), loadConfiguration(settings).profile)
      const card = tables.find(({ name }) => name === 'cc_card')
      const refill = tables.find(({ name }) => name === 'cc_logrefill')
      return [card, refill].map((table) => table?.columns.find(({ name }) => name === 'credit')?.label)
    }
    expect(labelsOf({})).toEqual(['Balance', 'Amount'])
    expect(labelsOf({ labels: { credit: 'Money' } })).toEqual(['Balance', 'Money'])
    expect(labelsOf({ labels: { 'cc_card.credit': 'What is left' } })).toEqual(['What is left', 'Amount'])
  })

  it('are made of the name where nobody has said anything', () => {
    const card = metadataFor(apiOn(offlineDb(), resources), admin, []).resources.find(({ name }) => name === 'card')
    const column = resources.get('card')?.columns.find(({ name }) => name === 'currency')
    expect(column?.label).toBeUndefined()
    expect(card?.fields.find(({ name }) => column && name === fieldOf(column))?.label).toBe('Currency')
  })
})
