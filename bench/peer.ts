/**
 * kysely-codegen, which `bench/package.json` names: the fastest of the tools that make Kysely types from a MySQL database.
 *
 * It is installed here by the benchmark itself, with everything it needs, and by nobody else.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Place, timeProgram } from './programs.ts'

const FOLDER = import.meta.dirname
const PACKAGE = join(FOLDER, 'node_modules/kysely-codegen')

export interface Peer {
  readonly name: string
  /** Writes the types of the database into one file. */
  command(url: string, file: string): string[]
}

export async function installPeer(signal: Place['signal'], log: (line: string) => void): Promise<Peer> {
  const wanted = readJson(join(FOLDER, 'package.json')).devDependencies['kysely-codegen']
  const name = `kysely-codegen ${wanted}`
  const manifest = join(PACKAGE, 'package.json')
  if (!existsSync(manifest) || readJson(manifest).version !== wanted) {
    log(`Installing ${name} into bench/node_modules with npm ci`)
    const install = 'npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error'
    await timeProgram(install.split(' '), { cwd: FOLDER, signal })
  }
  return {
    name,
    command: (url, file) => {
      const options = ['--dialect', 'mysql', '--url', url, '--out-file', file]
      return [process.execPath, join(PACKAGE, 'dist/cli/bin.js'), ...options]
    },
  }
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
