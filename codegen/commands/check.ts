/** `a2b check`: whether the folder holds what the generator would write. Needs no database. */
import { join } from 'node:path'
import { Command } from 'commander'

import { showDifference } from '../output/difference.ts'
import { compare } from '../output/write.ts'
import { type ContextOf, oneSource, print, readSource } from './context.ts'

interface Flags {
  readonly url?: string
  readonly snapshot?: string
  readonly out: string
}

export function checkCommand(contextOf: ContextOf): Command {
  return new Command('check')
    .description('compare what is there with what would be written; exit code 1 if they differ')
    .option('--url <url>', 'introspect this database instead of reading the snapshot')
    .option('--snapshot <file>', 'snapshot to generate from (default: the one in the folder)')
    .option('--out <folder>', 'what to compare with', 'generated')
    .action(async (flags: Flags) => {
      const { url, snapshot, out } = flags
      const facts = await readSource(oneSource(url, snapshot) ?? join(out, 'snapshot.json'))
      const { generateFiles } = await import('../generate.ts')
      const { files } = generateFiles(facts, await contextOf())
      const { differing, stale, foreign } = await compare(files, out)
      for (const { path, contents, current } of differing) {
        print(current === null ? 'Missing' : 'Differs', join(out, path))
        if (current !== null) console.log(showDifference(current, contents))
      }
      for (const path of stale) print('Stale', `${join(out, path)}: nothing emits it any more`)
      for (const path of foreign) print('Left alone', `${join(out, path)}: not generated`)
      if (differing.length + stale.length > 0) {
        console.log(`${out}/ is not what the generator would write: run \`a2b generate\`.`)
        process.exitCode = 1
      } else {
        console.log(`${out}/ is up to date: ${files.length} files.`)
      }
    })
}
