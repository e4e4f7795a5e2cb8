/** In each file of tests: what a test sends is held against the document, and it fails by what does not agree. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, inject } from 'vitest'
import { recorder } from './current.ts'

globalThis.fetch = recorder.fetch

afterEach(failByMismatches)
afterAll(() => {
  const folder = inject('reached')
  if (folder !== undefined) appendFileSync(join(folder, String(process.pid)), `${[...recorder.reached].join('\n')}\n`)
  failByMismatches()
})

function failByMismatches(): void {
  const mismatches = recorder.takeMismatches()
  if (mismatches.length === 0) return
  const all = [...new Set(mismatches)]
  const more = all.length > 5 ? `\n… and ${all.length - 5} more` : ''
  throw new Error(`The document and the server disagree:\n${all.slice(0, 5).join('\n')}${more}`)
}
