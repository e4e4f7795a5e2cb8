/** The one of this file of tests, for those that want to know at once: what it found is then theirs to tell. */
import { makeRecorder } from './recorder.ts'

export const recorder = makeRecorder(globalThis.fetch)
