import { describe, expect, it } from 'vitest'
import type { Round } from '../../bench/queries/compare.ts'
import type { Exported, Streamed } from '../../bench/queries/exports.ts'
import { costs, isWithin, showExports, showStatements, showWorkload } from '../../bench/queries/report.ts'
import { workloads } from '../../bench/queries/workloads.ts'

const cells = (table: string): string[][] => table.split('\n').map((line) => line.trim().split(/ {2,}/))

describe('what a question costs', () => {
  it('is that of each round, so that a slow minute of the machine changes nothing', () => {
    expect(costs([3, 30, 6], [2, 20, 4], { times: 1.5 })).toEqual([1.5, 1.5, 1.5])
    expect(costs([22, 41], [2, 20], { more: 20 })).toEqual([20, 21])
  })

  it('is judged by the middle round, the bound included', () => {
    expect(isWithin([1.5, 9, 1], { times: 1.5 })).toBe(true)
    expect(isWithin([1.51, 9, 1], { times: 1.5 })).toBe(false)
    expect(isWithin([20], { more: 20 })).toBe(true)
    expect(isWithin([20.1], { more: 20 })).toBe(false)
  })

  it('is shown beside what was wanted; what stands aside is not judged', () => {
    const rounds: Round[] = [
      new Map([
        ['list', 2],
        ['expanded', 4],
        ['by hand', 1],
      ]),
    ]
    const workload = {
      id: 'expand',
      title: 'rows',
      base: { name: 'list', path: '/' },
      others: [
        { name: 'expanded', path: '/' },
        { name: 'by hand', sql: 'select 1', isAside: true as const },
      ],
      bound: { times: 1.5 },
    }
    expect(cells(showWorkload(workload, 'InnoDB', rounds)).slice(2)).toEqual([
      ['expanded', '4.00 (4.00-4.00)', '2.00 (2.00-2.00)', 'at most 1.5', 'NOT HELD'],
      ['by hand', '1.00 (1.00-1.00)', '0.50 (0.50-0.50)'],
    ])
  })
})

it('says of every list whether it counted, and expects it of the one that was asked to', () => {
  const table = showStatements('InnoDB', [
    { path: '/api/call/', statements: 2, counts: 1 },
    { path: '/api/call/?page=2', statements: 1, counts: 0 },
    { path: '/api/call/?count=exact', statements: 2, counts: 1 },
  ])
  expect(
    cells(table)
      .slice(1)
      .map((row) => row.at(-1)),
  ).toEqual(['NOT HELD', 'held', '1'])
})

it('divides the rows a second of each round, and tells the most memory after few rows and after many', () => {
  const streamed = (rows: number, perSecond: number, peak: number): Streamed => ({ rows, perSecond, peak })
  const exported: Exported = {
    format: 'csv',
    few: streamed(10, 100, 150),
    rounds: [
      { product: streamed(100, 60, 160), bare: streamed(100, 100, 90) },
      { product: streamed(100, 8, 170), bare: streamed(100, 10, 90) },
      { product: streamed(100, 80, 200), bare: streamed(100, 100, 90) },
    ],
  }
  expect(cells(showExports('InnoDB', [exported])).slice(1)).toEqual([
    ['csv', '60 (8-80)', '0.80 (0.60-0.80)', 'at least 0.7', 'held'],
    ["the driver's stream, thrown away", '100 (10-100)', 'to this'],
    ['csv, most MB after 10 rows', '150', 'under 200', 'held'],
    ['csv, most MB after 110 rows', '160', 'under 200', 'held'],
    ['csv, most MB after 310 rows', '200', 'under 200', 'NOT HELD'],
  ])
})

it('asks either the product or who writes by hand, and no question twice', () => {
  for (const { title, base, others } of workloads(1000, () => '')) {
    const questions = [base, ...others]
    for (const { path, sql } of questions) expect((path === undefined) !== (sql === undefined), title).toBe(true)
    expect(new Set(questions.map(({ name }) => name)).size, title).toBe(questions.length)
  }
})
