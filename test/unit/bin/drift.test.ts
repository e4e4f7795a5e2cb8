import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkDrift, driftBetween } from '../../../bin/drift.ts'
import type { SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { a2billingSnapshot } from '../../../scripts/demo/create.ts'
import type { Drift } from '../../../src/drift/drift.ts'

describe('the generated folder', () => {
  it.each([
    { what: 'without a snapshot', text: undefined, reason: /There is no .*snapshot\.json/ },
    { what: 'with a broken snapshot', text: '{"format":', reason: 'is not JSON' },
    { what: 'with a snapshot of another format', text: '{"format":7}', reason: 'not a snapshot of format 1' },
    {
      what: 'without what the configuration said',
      text: '{"format":1,"tables":[]}',
      reason: 'There is no config.json in the generated folder.',
    },
  ])('$what is refused with what to do', async ({ text, reason }) => {
    const folder = await mkdtemp(join(tmpdir(), 'a2b-generated-'))
    try {
      if (text !== undefined) await writeFile(`${folder}/snapshot.json`, text)
      const checked = checkDrift('mysql://nobody@127.0.0.1:1/none', pathToFileURL(`${folder}/`))
      await expect(checked).rejects.toThrow(reason)
      await expect(checked).rejects.toThrow('a2b generate')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('driftBetween', () => {
  const before = a2billingSnapshot()
  const after = (change: (tables: SnapshotTable[]) => SnapshotTable[]): Drift =>
    driftBetween(before, { ...before, tables: change([...before.tables]) }, a2billing)
  const column = { name: 'shape', type: 'hologram' }

  it('finds nothing where nothing changed', () => {
    expect(after((tables) => tables)).toMatchObject({ status: 'equal', differences: [], summary: 'No differences' })
  })

  it('serves the others when a new table is one that the generator refuses', () => {
    const fresh: SnapshotTable = { name: 'cc_new', kind: 'table', columns: [column] }
    expect(after((tables) => [...tables, fresh])).toMatchObject({
      status: 'additive',
      differences: [{ severity: 'additive', resource: 'a2b generate', text: expect.stringContaining('cc_new.shape') }],
    })
  })

  it('is breaking when the generator refuses what was there', () => {
    const drift = after((tables) =>
      tables.map((table) => ({
        ...table,
        columns: table.columns.map((each) => (each.name === 'lastname' ? { ...each, type: 'hologram' } : each)),
      })),
    )
    expect(drift).toMatchObject({ status: 'breaking', differences: [{ text: expect.stringContaining('lastname') }] })
    expect(drift.live.get('cc_card')?.changed).toEqual(new Set(['lastname']))
  })

  it('says nothing of triggers where one of both accounts saw none', () => {
    const blind = (tables: SnapshotTable[]): SnapshotTable[] => tables.map(({ triggers: _unseen, ...table }) => table)
    expect(after(blind).status).toBe('equal')
    const generatedBlind = { ...before, tables: blind([...before.tables]) }
    expect(driftBetween(generatedBlind, before, a2billing).status).toBe('equal')
    // The control: one of several that is gone is seen.
    const fewer = after((tables) =>
      tables.map((table) => (table.name === 'cc_card' ? (blind([table])[0] ?? table) : table)),
    )
    expect(fewer.status).toBe('breaking')
  })
})
