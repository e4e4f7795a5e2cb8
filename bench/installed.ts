/** Packages that only benchmarks need: `bench/package.json` names them, and the benchmark that wants one installs them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Place, timeProgram } from './programs.ts'

const FOLDER = import.meta.dirname

export interface Installed {
  readonly version: string
  readonly folder: string
}

export async function installed(
  name: string,
  signal: Place['signal'],
  log: (line: string) => void,
): Promise<Installed> {
  const version = readJson(join(FOLDER, 'package.json')).devDependencies[name]
  const folder = join(FOLDER, 'node_modules', name)
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest) || readJson(manifest).version !== version) {
    log(`Installing ${name} ${version} into bench/node_modules with npm ci`)
    const install = 'npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error'
    await timeProgram(install.split(' '), { cwd: FOLDER, signal })
  }
  return { version, folder }
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
