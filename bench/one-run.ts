/**
 * Generates once, in a process of its own, and sends how long each stage took and how much memory it needed at most.
 *
 *     one-run.ts URL FOLDER     settings from FOLDER/a2b.config.ts, output into FOLDER/generated
 */
import { join } from 'node:path'
import { loadConfiguration } from '../codegen/config.ts'
import { introspect } from '../codegen/introspection/introspect.ts'
import { writeFiles } from '../codegen/output/write.ts'
import { readConfigFile } from '../src/config-file.ts'
import { ERRORS } from '../src/errors.ts'

export interface Run {
  /** Milliseconds, in the order of the stages. */
  readonly stages: Readonly<Record<string, number>>
  /** Milliseconds of processor time once connected, which other work on the machine hardly changes. */
  readonly processor: number
  readonly peakMegabytes: number
}

const [url = '', folder = ''] = process.argv.slice(2)
const { generator } = await readConfigFile(folder)
const configuration = loadConfiguration(generator)

const stages: Record<string, number> = {}
let last = performance.now()
let connected = process.cpuUsage()
const onStage = (stage: string): void => {
  const now = performance.now()
  stages[stage] = now - last
  last = now
}
const snapshot = await introspect(url, () => {
  onStage('connected')
  connected = process.cpuUsage()
})
onStage('introspected')
// As the command does it.
const { generateFiles } = await import('../codegen/generate.ts')
onStage('loaded')
const { files } = generateFiles(snapshot, { ...configuration, problems: ERRORS, onStage })
await writeFiles(files, join(folder, 'generated'), { onStage })

const { user, system } = process.cpuUsage(connected)
const run: Run = { stages, processor: (user + system) / 1000, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
process.send?.(run)
