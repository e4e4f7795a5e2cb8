/** What the compiler says of a folder that holds `generated/` and a link to `src/`; empty where it has nothing to say. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')

export function compileFolder(folder: string): Promise<string> {
  const config = {
    extends: join(relative(folder, root), 'tsconfig.json'),
    include: ['generated', 'src'],
    // A program for browsers, with a configuration of its own.
    exclude: ['src/plugins/panel/web'],
    compilerOptions: { types: ['node'] },
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, '--noEmit', '-p', folder], { maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (error && stdout === '') reject(new Error(`tsc said: ${stderr}`, { cause: error }))
      else resolve(stdout)
    })
  })
}
