/** What is generated from the hard cases: names, notes, code that compiles, a document without faults. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatSnapshot } from '../../../codegen/introspection/snapshot.ts'
import { compileFolder } from '../../helpers/compile.ts'
import { lintOpenapi, NOTHING_FOUND } from '../../helpers/lint-openapi.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Row, useHardCases } from './hard-cases.ts'

describeDatabase('the hard cases', () => {
  const hard = useHardCases('generated')

  describe('generated', () => {
    it('refuses names that cannot be, naming every table of each, and the line that it gives helps', () => {
      expect(hard.generated.refusals).toEqual([
        expect.stringMatching(/^日本: its resource would be called "-", .* resources: \{ '日本': 'table-1' \} \}$/),
        expect.stringMatching(/^Twins and twi_ns and twins would all be called "twins"\. Rename all but one/),
        expect.stringMatching(/^order line and cc_order_line would both be called "OrderLine"/),
        expect.stringMatching(/^list and list_table would both be called "listTable"/),
      ])
    })

    it('says by name what it leaves out', () => {
      const notes = hard.generated.notes.join('\n')
      expect(notes).toContain('cannot be read (repair or drop the views): view_broken')
      expect(notes).toContain('no filter follows: pair_child.pair_fk, twice_bound.to_hen')
      expect(notes).toContain('choices.letters')
      expect(notes).toContain('kept for the API itself, so nothing is generated for: a2b_mine, user')
      const served = new Set([...hard.api.resources.values()].map(({ table }) => table))
      const missing = hard.snapshot.tables.map(({ name }) => name).filter((name) => !served.has(name))
      expect(missing.sort()).toEqual(['a2b_mine', 'user', 'view_broken'])
    })

    it('does not depend on the name of the database', async () => {
      expect(formatSnapshot(hard.snapshot)).not.toContain(hard.database.name)
    })

    it('compiles, which a wrong type would not', { timeout: 120_000 }, async () => {
      expect(await compileFolder(hard.project.folder)).toBe('')
      writeFileSync(join(hard.project.folder, 'generated/broken.ts'), "export const wrong: number = 'text'\n")
      expect(await compileFolder(hard.project.folder)).toMatch(/^\S+generated\/broken\.ts.*TS2322/)
    })

    it('makes a document that the linter finds nothing in', { timeout: 120_000 }, async () => {
      const document = structuredClone(hard.api.openapi) as {
        paths: Record<string, Record<string, { requestBody?: Row }>>
      }
      for (const [path, operations] of Object.entries(document.paths)) {
        if (!path.startsWith('/api/reservedwords/')) continue
        // The linter takes what every object has, `toString` say, for a member of an example.
        for (const { requestBody } of Object.values(operations)) {
          const content = requestBody?.['content'] as { 'application/json': Row } | undefined
          delete content?.['application/json']['example']
        }
      }
      const file = join(hard.project.folder, 'linted.json')
      writeFileSync(file, JSON.stringify(document))
      expect(await lintOpenapi(file)).toBe(NOTHING_FOUND)
    })
  })
})
