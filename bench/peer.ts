/** kysely-codegen: the fastest of the tools that make Kysely types from a MySQL database. */
import { join } from 'node:path'
import { installed } from './installed.ts'
import type { Place } from './programs.ts'

export interface Peer {
  readonly name: string
  /** Writes the types of the database into one file. */
  command(url: string, file: string): string[]
}

export async function installPeer(signal: Place['signal'], log: (line: string) => void): Promise<Peer> {
  const { version, folder } = await installed('kysely-codegen', signal, log)
  return {
    name: `kysely-codegen ${version}`,
    command: (url, file) => {
      const options = ['--dialect', 'mysql', '--url', url, '--out-file', file]
      return [process.execPath, join(folder, 'dist/cli/bin.js'), ...options]
    },
  }
}
