/** Gives back to the system what starting has needed and serving does not. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

interface Options {
  readonly type: 'major'
  readonly execution: 'sync'
  readonly flavor: 'last-resort'
}

/** V8 keeps the room for as long as it might be wanted, and has no call of its own for this. Takes some 50 ms. */
export function compactHeap(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: Options) => void
  setFlagsFromString('--no-expose-gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
