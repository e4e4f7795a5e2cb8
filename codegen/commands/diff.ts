/** `a2b diff OLD NEW`: what changes for whom between two schemas. */
import { stat } from 'node:fs/promises'
import { Command, Option } from 'commander'
import type { Report } from '../diff/change.ts'
import { compareSchemas } from '../diff/compare.ts'
import { formatReportJson } from '../diff/report-json.ts'
import { formatMarkdown } from '../diff/report-markdown.ts'
import { formatText } from '../diff/report-text.ts'
import { type Side, sideOf } from '../diff/sides.ts'
import { readGeneratedFolder } from '../output/generated-folder.ts'
import type { Profile } from '../profile/profile.ts'
import { type ContextOf, isUrl, readSource } from './context.ts'

const FORMATS = { text: formatText, markdown: formatMarkdown, json: formatReportJson } as const

/** Whether a report is one of those that the exit code is to tell. */
const FOUND: Readonly<Record<string, (report: Report) => boolean>> = {
  breaking: ({ counts }) => counts.breaking > 0,
  any: ({ changes }) => changes.length > 0,
}

interface Flags {
  readonly format: keyof typeof FORMATS
  readonly exitCode?: string
}

export function diffCommand(contextOf: ContextOf): Command {
  return new Command('diff')
    .description('tell what changes for whom between two schemas, breaking changes first')
    .argument('<old>', 'snapshot, folder with one, or database URL')
    .argument('<new>', 'snapshot, folder with one, or database URL')
    .addOption(
      new Option('--format <format>', 'for people, change logs or machines')
        .choices(Object.keys(FORMATS))
        .default('text'),
    )
    .addOption(new Option('--exit-code <when>', 'end with 1 when there are such changes').choices(Object.keys(FOUND)))
    .action(async (old: string, now: string, { format, exitCode }: Flags) => {
      const { profile } = await contextOf()
      const [before, after] = await Promise.all([readSide(old, profile), readSide(now, profile)])
      const report = compareSchemas(before, after)
      process.stdout.write(FORMATS[format](report))
      if (exitCode && FOUND[exitCode]?.(report)) process.exitCode = 1
    })
}

/**
 * @param source - database URL, snapshot, or a folder with one
 * @param today - the settings of `a2b.config.ts`; a generated folder has its own
 */
async function readSide(source: string, today: Profile): Promise<Side> {
  const isFolder = !isUrl(source) && (await stat(source).catch(() => undefined))?.isDirectory()
  if (!isFolder) return sideOf(await readSource(source), today)
  const { snapshot, profile = today } = await readGeneratedFolder(source)
  return sideOf(snapshot, profile)
}
