/** A public linter of OpenAPI documents, with the committed rules. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the linter answers of a document without fault. */
export const NOTHING_FOUND = JSON.stringify({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] })

/** @returns its totals and the first few problems, as JSON */
export function lintOpenapi(file: string): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  const command = [cli, 'lint', '--config', join(root, 'redocly.yaml'), '--format', 'json', file]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: root, env, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      try {
        const { totals, problems } = JSON.parse(stdout) as { totals: object; problems: { message: string }[] }
        resolve(JSON.stringify({ totals, problems: problems.slice(0, 5).map((problem) => problem.message) }))
      } catch {
        reject(new Error(`redocly said: ${stdout}${stderr}`))
      }
    })
  })
}
