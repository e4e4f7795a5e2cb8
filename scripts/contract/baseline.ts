/**
 * The contract of the last release, and how it is renewed at the next: `node scripts/contract/baseline.ts`, which says first
 * what that breaks and what the change log has to tell.
 *
 * It is the outline of the document as the server serves it, of the committed tables and the plugins that come with it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { formatJson } from '../../codegen/json.ts'
import { BUILT_IN } from '../../src/plugins/index.ts'
import { withPlugins } from '../../src/plugins/openapi.ts'
import { breakingChanges, newAnswers } from './breaking.ts'
import { type Outline, outlineOf } from './outline.ts'

const BASELINE = new URL('../../docs/openapi-baseline.json', import.meta.url)
const DOCUMENT = new URL('../../generated/openapi.json', import.meta.url)

export function currentDocument(): OpenAPIObject {
  return withPlugins(JSON.parse(readFileSync(DOCUMENT, 'utf8')) as OpenAPIObject, BUILT_IN)
}

export function readBaseline(): Outline {
  return JSON.parse(readFileSync(BASELINE, 'utf8')) as Outline
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = outlineOf(currentDocument())
  const old = readBaseline()
  for (const change of breakingChanges(old, now)) console.log(`breaks   ${change}`)
  for (const change of newAnswers(old, now)) console.log(`to tell  ${change}`)
  writeFileSync(BASELINE, formatJson(now, { width: 4000 }))
}
