import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkDrift } from '../../../bin/drift.ts'

describe('the generated folder', () => {
  it.each([
    { what: 'without a snapshot', text: undefined, reason: 'there is no snapshot.json' },
    { what: 'with a broken snapshot', text: '{"format":', reason: 'is not JSON' },
    { what: 'with a snapshot of another format', text: '{"format":7}', reason: 'not a snapshot of format 1' },
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
