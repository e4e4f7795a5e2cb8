/** What V8 collects by itself too late for a server that is to stay small; it has no call of its own for this. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

interface Options {
  readonly type: 'major' | 'minor'
  readonly execution: 'sync'
  readonly flavor?: 'last-resort'
}

let known: ((options: Options) => void) | undefined

function collect(options: Options): void {
  if (!known) {
    setFlagsFromString('--expose-gc')
    known = runInNewContext('gc') as (options: Options) => void
    setFlagsFromString('--no-expose-gc')
  }
  known(options)
}

/** Gives back to the system what starting has needed and serving does not. Takes some 50 ms. */
export function compactHeap(): void {
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** Frees what was made since the last time and is not used any more. Takes less than 1 ms where little of it still is. */
export function collectYoung(): void {
  collect({ type: 'minor', execution: 'sync' })
}
