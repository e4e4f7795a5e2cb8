/**
 * `a2b generate --watch`: generates, and does so again after each change of what it is made from.
 *
 * Each run is a process of its own, so that a changed configuration or emitter is loaded anew.
 */
import { spawn } from 'node:child_process'
import { existsSync, watch as watchFolder } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { formatSnapshot } from '../introspection/snapshot.ts'
import { isUrl, print, readSource } from './context.ts'

/** Between two looks at a database. */
const POLL_MS = 2000
/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 100

/**
 * Runs until the process is stopped.
 *
 * @param source - database URL or snapshot
 * @param argv - the command line, repeated without `--watch`
 */
export async function watch(source: string, argv: readonly string[]): Promise<never> {
  const command = argv.slice(1).filter((argument) => argument !== '--watch')
  const changes = changesOf(source)
  for (;;) {
    await run(command)
    print('Watching', 'Ctrl-C ends')
    print('Changed', await changes.next())
  }
}

async function run(command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, command, { stdio: 'inherit' })
  await new Promise((done, failed) => child.once('exit', done).once('error', failed))
}

/** @returns what changed, once after however many changes came while nobody asked */
function changesOf(source: string): { next(): Promise<string> } {
  const pending = new Set<string>()
  let wake = (): void => undefined
  const note = (what: string): void => {
    pending.add(what)
    wake()
  }
  if (isUrl(source)) void pollDatabase(source, note)
  else watchFile(resolve(source), note)
  watchFile(resolve('a2b.config.ts'), note)
  for (const folder of ['templates', 'codegen']) {
    const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
    watchFolder(path, { recursive: true }, (_event, name) => note(`${folder}/${name ?? ''}`))
  }
  return {
    async next() {
      if (pending.size === 0) await new Promise<void>((woken) => (wake = woken))
      await delay(SETTLE_MS)
      const what = [...pending].join(', ')
      pending.clear()
      return what
    },
  }
}

/** Through its folder: many editors put a new file in the place of the old one. */
function watchFile(file: string, note: (what: string) => void): void {
  if (!existsSync(dirname(file))) return
  watchFolder(dirname(file), (_event, name) => {
    if (name === basename(file)) note(basename(file))
  })
}

async function pollDatabase(url: string, note: (what: string) => void): Promise<never> {
  let last: string | undefined
  let isAway = false
  for (;;) {
    try {
      const now = formatSnapshot(await readSource(url))
      if (last !== undefined && now !== last) note('the database')
      last = now
      isAway = false
    } catch (error) {
      if (!isAway) print('Database', (error as Error).message)
      isAway = true
    }
    await delay(POLL_MS)
  }
}
