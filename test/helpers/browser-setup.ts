/** Once per run of the browser tests: a Chromium of this machine's, or one unpacked into the project. */
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Chromium, findOrFetchChromium } from '../../scripts/chromium/chromium.ts'
import { PRIVATE_DIRECTORY } from './mariadb-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is none to be had. */
    chromium: Chromium | null | undefined
  }
}

export default async function setUp({ provide }: TestProject): Promise<void> {
  const print = (line: string): void => void process.stderr.write(`Chromium: ${line}\n`)
  const chromium = await findOrFetchChromium({ directory: join(PRIVATE_DIRECTORY, 'chromium'), log: print })
  if (!chromium) {
    // Nobody reads on a CI machine that the browser tests were skipped.
    if (process.env['CI']) throw new Error('The browser tests need a Chromium; the line above says why there is none.')
    print('the browser tests are skipped.')
  }
  provide('chromium', chromium ?? null)
}
