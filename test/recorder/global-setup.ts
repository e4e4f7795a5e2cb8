/**
 * Once per run of the integration tests: what of the document no test has reached, put together from all of their
 * processes. A run of some of the tests cannot tell.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { BUILT_IN } from '../../src/plugins/index.ts'
import { withPlugins } from '../../src/plugins/openapi.ts'
import { Contract, type Document } from './contract.ts'
import { unreached } from './unreached.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which each process of tests writes what it has reached. */
    reached: string | undefined
  }
}

export default function setUp(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'a2b-reached-'))
  project.provide('reached', folder)
  return async () => {
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    rmSync(folder, { recursive: true })
    const why = await whyPartial(project)
    if (why !== undefined) {
      print(`what of the document no test reaches is listed by whole runs that pass; ${why}.`)
      return
    }
    const { missing, total } = unreached(committedContract(), new Set(files.join('\n').split('\n')))
    if (missing.length > 0) {
      throw new Error(`No test reaches ${missing.length} of ${total} answers in the document:\n${missing.join('\n')}`)
    }
    print(`all ${total} answers in the document were reached.`)
  }
}

async function whyPartial(project: TestProject): Promise<string | undefined> {
  const { vitest, globalConfig } = project
  const modules = vitest.state.getTestModules().filter((it) => it.project.name === project.name)
  const { testFiles } = await project.globTestFiles()
  if (globalConfig.testNamePattern) return 'this one is of tests by their names'
  if (modules.length < testFiles.length) return `this one is of ${modules.length} of ${testFiles.length} files`
  if (modules.some((it) => it.state() !== 'passed')) return 'in this one something failed or was skipped'
  return undefined
}

/** As a server shows it that has nothing but what comes with it. */
function committedContract(): Contract {
  const generated = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'))
  return new Contract(JSON.parse(JSON.stringify(withPlugins(generated, BUILT_IN))) as Document)
}

function print(line: string): void {
  process.stderr.write(`Recorder: ${line}\n`)
}
