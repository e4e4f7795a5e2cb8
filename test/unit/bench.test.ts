/** What the benchmark measures with has to be right before its figures mean anything. */
import { expect, it } from 'vitest'
import { formatTable, median, spread, whole } from '../../bench/figures.ts'
import { makeSchema } from '../../bench/made-up-schema.ts'
import { showProcesses, showStages } from '../../bench/report.ts'
import { loadConfiguration } from '../../codegen/config.ts'
import { buildSchema } from '../../codegen/model/build-schema.ts'

it.each([1, 95, 100, 450])('makes up a schema of %i tables that can be generated from', (size) => {
  const { snapshot, relations } = makeSchema(size)
  const { tables } = buildSchema(snapshot, loadConfiguration({ relations }).profile)
  expect(tables.length).toBe(size)
  expect(new Set(snapshot.tables.map((table) => table.name)).size).toBe(size)
})

it('relates the tables of every copy, by the profile or declared', () => {
  const { snapshot, relations } = makeSchema(380)
  const { tables } = buildSchema(snapshot, loadConfiguration({ relations }).profile)
  const related = (name: string): unknown => tables.find((table) => table.name === name)?.relations[0]?.to.resource
  expect(['cc_call', 'crm_call', 'shop_call', 'noc_call'].map(related)).toEqual([
    'card',
    'crmcard',
    'shopcard',
    'noccard',
  ])
  const declares = (name: string): boolean => Boolean(snapshot.tables.find((table) => table.name === name)?.foreignKeys)
  expect(['cc_call', 'crm_call', 'shop_call', 'noc_call'].map(declares)).toEqual([false, true, false, true])
})

it('takes the middle of several figures, whatever their order', () => {
  expect(median([9, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 9])).toBe(3)
  expect(spread([3, 1200, 5], whole)).toBe('5 (3-1,200)')
  expect(
    formatTable([
      ['a', 'bb'],
      ['ccc', 'd'],
    ]),
  ).toBe('  a    bb\n  ccc   d')
})

it('compares by table, and leaves the connection out', () => {
  const run = (connected: number, model: number) => ({ stages: { connected, model }, processor: 7, peakMegabytes: 50 })
  const base = { title: 'x', tables: 100, runs: [run(1000, 100)], wanted: { milliseconds: 1000 } }
  const large = { title: 'y', tables: 200, runs: [run(1, 400), run(1, 600), run(1, 900)] }
  const lines = showStages([base, large], base)
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/))
  expect(lines).toContainEqual(['once connected', '100 (100-100)', '600 (400-900)'])
  expect(lines).toContainEqual(['per table, to that of 100', '1.00', '3.00'])
  expect(lines).toContainEqual(['wanted: under', '1,000'])
})

it('compares two processes by their medians, and in pairs', () => {
  expect(showProcesses(100, 'other', [300, 100, 200], [100, 100, 200])).toContain('2.00; 1.00 (1.00-3.00)')
})
