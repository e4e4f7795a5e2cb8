/** What a person, a change log and a machine are given of the same report. */
import { expect, it } from 'vitest'
import { compareSchemas } from '../../../../codegen/diff/compare.ts'
import { formatReportJson } from '../../../../codegen/diff/report-json.ts'
import { formatMarkdown } from '../../../../codegen/diff/report-markdown.ts'
import { formatText, shorten, summarize } from '../../../../codegen/diff/report-text.ts'
import { sideOf } from '../../../../codegen/diff/sides.ts'
import type { SnapshotTable } from '../../../../codegen/introspection/snapshot.ts'
import { a2billing } from '../../../../codegen/profile/a2billing/index.ts'
import { column, id, snapshot, table } from '../../../helpers/snapshot.ts'

const side = (...tables: SnapshotTable[]) => sideOf(snapshot(...tables), a2billing)
const callerid = table('cc_callerid', [id, column('id_cc_card', 'bigint')])
const report = compareSchemas(
  side(callerid, table('cc_card', [id, column('lastname', 'varchar(50)'), column('fee', 'float')])),
  side(
    callerid,
    table('cc_card', [id, column('lastname', 'varchar(40)'), column('price', 'float')], { comment: 'a|b *c* <i>' }),
    table('cc_new', [id]),
  ),
)

it('text: a summary, then what, why, for whom and where', () => {
  expect(formatText(report)).toBe(`4 changes in 2 resources: 2 breaking, 1 additive, 1 neutral.

card  (cc_card)
  breaking  fee: is gone, and price is new: probably renamed
            Answers, bodies and filters call it "price".
            for      reads, writes, filters, generated client, TypeScript
            requests GET POST /api/card/, GET PUT PATCH /api/card/{key}/
            filters  fee, callerid: id_cc_card__fee
            schemas  Card, Card.New, Card.Patch
            types    Card["fee"], NewCard["fee"], CardPatch["fee"]
            A guess: cc_card.fee -> cc_card.price (same type, same neighbours, same place, same default).
            To keep the old name on the wire, in a2b.config.ts: generator: { fields: { "cc_card.price": "fee" } }
  breaking  lastname: varchar(50) -> varchar(40)
            Values that only the old type holds are refused (422).
            for      writes, generated client
            requests POST /api/card/, PUT PATCH /api/card/{key}/
            schemas  Card.New, Card.Patch
  neutral   comment "a|b *c* <i>"
            The description in the document and in the types follows it.
            for      generated client, TypeScript
            types    Card, NewCard, CardPatch

new  (cc_new)
  additive  table cc_new added
            It is served as /api/new/.
            for      reads, writes, filters, generated client, TypeScript
            requests GET POST /api/new/, GET PUT PATCH DELETE /api/new/{key}/
            schemas  New, New.New, New.Patch
            types    New, NewNew, NewPatch
`)
})

it('text: what was done to the whole database is said on top', () => {
  const tables = (engine: string): SnapshotTable[] =>
    Array.from({ length: 6 }, (_, index) => table(`cc_${'abcdef'[index]}`, [id], { engine }))
  const [first, second] = formatText(compareSchemas(side(...tables('MyISAM')), side(...tables('InnoDB')))).split('\n')
  expect([first, second]).toEqual([
    '6 changes in 6 resources: 6 additive.',
    '  additive  engine MyISAM -> InnoDB  in 6 resources',
  ])
})

it('markdown: what a comment holds is text there, too', () => {
  expect(formatMarkdown(report)).toContain('comment "a\\|b \\*c\\* \\<i>"')
  expect(formatMarkdown(report)).toContain(
    '- **Breaking**: `lastname`: varchar(50) -> varchar(40). Values that only the old type holds are refused (422).',
  )
  expect(formatMarkdown(report)).toContain('`generator: { fields: { "cc_card.price": "fee" } }`')
})

it('json: everything, and counts to decide by', () => {
  const parsed = JSON.parse(formatReportJson(report))
  expect(parsed).toMatchObject({ format: 1, breaking: 2, additive: 1, neutral: 1 })
  expect(parsed.changes).toEqual(JSON.parse(JSON.stringify(report.changes)))
})

it('nothing changed is one line in each', () => {
  const none = compareSchemas(side(callerid), side(callerid))
  expect(formatText(none)).toBe('No differences.\n')
  expect(formatMarkdown(none)).toBe('No differences.\n')
  expect(JSON.parse(formatReportJson(none))).toMatchObject({ breaking: 0, changes: [] })
  expect(summarize(none)).toBe('No differences.')
})

it('cuts long lists, but not for the sake of one name', () => {
  expect(shorten(['a', 'b', 'c'], 2)).toBe('a, b, c')
  expect(shorten(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
})
