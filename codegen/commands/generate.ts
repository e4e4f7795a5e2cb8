/** `a2b generate`: introspects, says what changes for whom, and writes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import type { Report } from '../diff/change.ts'
import { compareSchemas, reportOf } from '../diff/compare.ts'
import { formatText, summarize } from '../diff/report-text.ts'
import { type Side, sideOf, toSide } from '../diff/sides.ts'
import { CodegenError } from '../errors.ts'
import type { Snapshot } from '../introspection/snapshot.ts'
import { readGeneratedFolder } from '../output/generated-folder.ts'
import { compare, writeFiles } from '../output/write.ts'
import type { Profile } from '../profile/profile.ts'
import {
  type ContextOf,
  type GeneratorContext,
  oneSource,
  print,
  readSource,
  stopwatch,
  type Stopwatch,
} from './context.ts'
import { watch } from './watch.ts'

interface Flags {
  readonly url?: string
  readonly snapshot?: string
  readonly out: string
  readonly acceptBreaking?: true
  readonly summary?: true
  readonly only?: readonly string[]
  readonly watch?: true
}

export function generateCommand(contextOf: ContextOf): Command {
  return new Command('generate')
    .description('write the types, routers and OpenAPI document of every table')
    .option('--url <url>', 'database to introspect (default: A2B_DATABASE_URL)')
    .option('--snapshot <file>', 'generate from a snapshot, without a database')
    .option('--out <folder>', 'where to write', 'generated')
    .option('--accept-breaking', 'write although something breaks for those who use what is there')
    .option('--summary', 'of what changes, print the first line only')
    .option('--only <table...>', 'write what is made from these tables alone, and leave every other file as it is')
    .option('--watch', 'generate again whenever the database, the snapshot, a2b.config.ts or a template changes')
    .action(async (flags: Flags) => {
      const context = await contextOf()
      const source = sourceOf(flags, context)
      if (flags.watch) return watch(source, process.argv)
      return generate(source, flags, context)
    })
}

async function generate(source: string, flags: Flags, context: GeneratorContext): Promise<void> {
  const clock = stopwatch()
  const facts = await readFacts(source, clock)
  // Loaded when it is needed: Kanel and ts-morph take longer to load than `--help` to print.
  const { generateFiles } = await import('../generate.ts')
  clock.lap('loaded')
  const { files, notes, tables, snapshot, schema } = generateFiles(facts, { ...context, onStage: clock.lap })
  const wanted = flags.only && tablesNamed(flags.only, snapshot, context)
  const inputs = files.filter(({ path }) => path === 'snapshot.json' || path === 'config.json')
  const { differing } = await compare(inputs, flags.out)
  // The same facts under the same settings: there is nothing to tell.
  const now = toSide(snapshot, schema, context.profile)
  if (differing.length > 0 && !(await accepts(flags, now, context.profile, wanted))) {
    process.exitCode = 1
    return
  }
  clock.lap('compared')
  const changes = await writeFiles(files, flags.out, {
    onStage: clock.lap,
    ...(wanted && { only: ({ table }) => table !== undefined && wanted.has(table) }),
  })

  for (const note of notes) print('Note', note)
  for (const path of changes.deleted) print('Deleted', join(flags.out, path))
  for (const path of changes.foreign) print('Left alone', `${join(flags.out, path)}: not generated`)
  print('Generated', `${files.length} files for ${tables} tables in ${clock.total()} ms`)
  print('Stages', `${clock.laps()} ms`)
  const { length } = changes.written
  if (wanted) print('Only', `${[...wanted].join(', ')}; before you serve or commit, generate the whole`)
  print('Changed', `${length === 0 ? 'nothing' : `${length} files`}, ${changes.unchanged} as they were`)
}

function sourceOf({ url, snapshot }: Flags, { databaseUrl }: GeneratorContext): string {
  const source = oneSource(url, snapshot) ?? databaseUrl
  if (!source) {
    throw new CodegenError(
      'Which database? Give --url, set A2B_DATABASE_URL, or generate from a file with --snapshot. ' +
        '(`npm start` generates from its demo by itself.)',
    )
  }
  return source
}

async function readFacts(source: string, clock: Stopwatch): Promise<Snapshot> {
  const snapshot = await readSource(source, () => clock.lap('connected'))
  clock.lap('introspected')
  return snapshot
}

/** @throws {@link CodegenError} naming the nearest table where there is none of a name */
function tablesNamed(
  names: readonly string[],
  { tables }: Snapshot,
  { didYouMean = () => '' }: GeneratorContext,
): ReadonlySet<string> {
  const known = new Set(tables.map((table) => table.name))
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length === 0) return new Set(names)
  throw new CodegenError(
    unknown.map((name) => `--only: there is no table ${name}.${didYouMean(name, known)}`).join('\n'),
  )
}

/** Prints what changes for those who use what was generated before, and asks for their sake. */
async function accepts(
  { out, acceptBreaking, summary }: Flags,
  now: Side,
  profile: Profile,
  wanted?: ReadonlySet<string>,
): Promise<boolean> {
  const show = summary
    ? (report: Report) => print('Compared', summarize(report))
    : (report: Report) => console.log(formatText(report))
  const objection = await objectionTo(out, now, profile, show, wanted)
  if (objection === undefined || acceptBreaking) return true
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await terminal.question(`${objection} Write into ${out}/ all the same? [y/N] `)
    terminal.close()
    if (/^y(es)?$/i.test(answer.trim())) return true
    console.log('Nothing was written.')
  } else {
    console.log(`${objection} Nothing was written; to write all the same: a2b generate --accept-breaking`)
  }
  return false
}

/** @returns what speaks against writing; undefined where nothing does */
async function objectionTo(
  folder: string,
  now: Side,
  profile: Profile,
  show: (report: Report) => void,
  wanted?: ReadonlySet<string>,
): Promise<string | undefined> {
  if (!existsSync(join(folder, 'snapshot.json'))) return undefined
  let report: Report
  try {
    const previous = await readGeneratedFolder(folder)
    const whole = compareSchemas(sideOf(previous.snapshot, previous.profile ?? profile), now)
    report = wanted ? reportOf(whole.changes.filter(({ table }) => wanted.has(table))) : whole
  } catch (error) {
    // What is there may be half of a merge, which is no reason not to write it anew.
    if (!(error instanceof CodegenError)) throw error
    print('Note', error.message)
    return `Nobody can tell what breaks, because ${folder}/ cannot be compared.`
  }
  if (report.changes.length > 0) show(report)
  const { breaking } = report.counts
  return breaking > 0 ? `${breaking} breaking ${breaking === 1 ? 'change' : 'changes'}.` : undefined
}
