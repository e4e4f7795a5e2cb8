/** `a2b generate` and `a2b check`: reads arguments, prints, sets the exit code; nothing else in the generator prints. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { CodegenError } from './errors.ts'
import { generateFiles, type GenerateOptions } from './generate.ts'
import { introspect } from './introspection/introspect.ts'
import { parseSnapshot, type Snapshot } from './introspection/snapshot.ts'
import { showDifference } from './output/difference.ts'
import { compare, writeFiles } from './output/write.ts'

export interface GeneratorContext extends GenerateOptions {
  /** `A2B_DATABASE_URL`, where it is set. */
  readonly databaseUrl?: string
}

interface Flags {
  readonly url?: string
  readonly snapshot?: string
  readonly out: string
}

/** @param context - asked for when a command runs, so that `--help` needs no settings */
export function generatorCommands(context: () => Promise<GeneratorContext>): Command[] {
  const generate = new Command('generate')
    .description('write the types, routers and OpenAPI document of every table')
    .option('--url <url>', 'database to introspect (default: A2B_DATABASE_URL)')
    .option('--snapshot <file>', 'generate from a snapshot, without a database')
    .option('--out <folder>', 'where to write', 'generated')
    .action(async (flags: Flags) => runGenerate(flags, await context()))
  const check = new Command('check')
    .description('compare what is there with what would be written; exit code 1 if they differ')
    .option('--url <url>', 'introspect this database instead of reading the snapshot')
    .option('--snapshot <file>', 'snapshot to generate from (default: the one in the folder)')
    .option('--out <folder>', 'what to compare with', 'generated')
    .action(async (flags: Flags) => runCheck(flags, await context()))
  return [generate, check]
}

async function runGenerate(flags: Flags, context: GeneratorContext): Promise<void> {
  const clock = stopwatch()
  const snapshot = await readFacts(flags, context, clock)
  const { files, notes, tables } = generateFiles(snapshot, context)
  clock.lap('emitted')
  const changes = await writeFiles(files, flags.out)
  clock.lap('written')

  for (const note of notes) print('Note', note)
  for (const path of changes.deleted) print('Deleted', join(flags.out, path))
  for (const path of changes.foreign) print('Left alone', `${join(flags.out, path)}: not generated`)
  print('Generated', `${files.length} files for ${tables} tables in ${clock.total()} ms (${clock.laps()})`)
  const { length } = changes.written
  print('Changed', `${length === 0 ? 'nothing' : `${length} files`}, ${changes.unchanged} as they were`)
}

async function runCheck(flags: Flags, context: GeneratorContext): Promise<void> {
  refuseTwoSources(flags)
  const file = flags.snapshot ?? join(flags.out, 'snapshot.json')
  const snapshot = flags.url ? await introspect(flags.url) : await readSnapshotFile(file)
  const { files } = generateFiles(snapshot, context)
  const { differing, stale, foreign } = await compare(files, flags.out)
  for (const { path, contents, current } of differing) {
    print(current === null ? 'Missing' : 'Differs', join(flags.out, path))
    if (current !== null) console.log(showDifference(current, contents))
  }
  for (const path of stale) print('Stale', `${join(flags.out, path)}: nothing emits it any more`)
  for (const path of foreign) print('Left alone', `${join(flags.out, path)}: not generated`)
  if (differing.length + stale.length > 0) {
    console.log(`${flags.out}/ is not what the generator would write: run \`a2b generate\`.`)
    process.exitCode = 1
  } else {
    console.log(`${flags.out}/ is up to date: ${files.length} files.`)
  }
}

async function readFacts(flags: Flags, context: GeneratorContext, clock: Stopwatch): Promise<Snapshot> {
  refuseTwoSources(flags)
  if (flags.snapshot) return readSnapshotFile(flags.snapshot)
  const url = flags.url ?? context.databaseUrl
  if (!url) {
    throw new CodegenError(
      'Which database? Give --url, set A2B_DATABASE_URL, or generate from a file with --snapshot. ' +
        '(`npm start` generates from its demo by itself.)',
    )
  }
  const snapshot = await introspect(url, () => clock.lap('connected'))
  clock.lap('introspected')
  return snapshot
}

function refuseTwoSources({ url, snapshot }: Flags): void {
  if (url && snapshot) throw new CodegenError('--url and --snapshot are two sources; give one of them.')
}

async function readSnapshotFile(file: string): Promise<Snapshot> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CodegenError(`Cannot read the snapshot ${file} (${error.code}); \`a2b generate\` writes one.`, {
      cause: error,
    })
  })
  return parseSnapshot(text, file)
}

type Stopwatch = ReturnType<typeof stopwatch>

function stopwatch() {
  const start = performance.now()
  let last = start
  const laps: string[] = []
  return {
    lap(name: string): void {
      const now = performance.now()
      laps.push(`${name} ${Math.round(now - last)}`)
      last = now
    },
    laps: () => laps.join(', '),
    total: () => Math.round(performance.now() - start),
  }
}

/** In the columns that `npm start` prints its own lines in. */
function print(label: string, text: string): void {
  console.log(`  ${label.padEnd(12)} ${text}`)
}
