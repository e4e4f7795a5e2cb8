/**
 * `npm run client -- [FOLDER]`: the client as an npm package of its own, compiled, for programs outside of this project.
 *
 * Node strips no types of what is under node_modules, and who installs the client wants nothing of the server. So the package
 * has JavaScript and declarations, and of our packages openapi-fetch.
 */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..')

/**
 * @param folder - that the package is put into
 * @returns its file, `a2billing-api-0.1.0.tgz`
 */
export async function packClient(folder: string): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'a2b-client-'))
  try {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.client.json'), '--outDir', made])
    const ours = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Parameters<typeof manifestOf>[0]
    await writeFile(join(made, 'package.json'), JSON.stringify(manifestOf(ours), undefined, 2))
    await copyFile(join(ROOT, 'docs/client.md'), join(made, 'README.md'))
    await copyFile(join(ROOT, 'LICENSE'), join(made, 'LICENSE'))
    await mkdir(folder, { recursive: true })
    const { stdout } = await run('npm', ['pack', made, '--pack-destination', folder, '--ignore-scripts', '--json'])
    const [packed] = JSON.parse(stdout) as { filename: string }[]
    return join(folder, packed?.filename ?? '')
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

/** The same name as here, so that the same import works in this project and in others. */
function manifestOf(ours: { name: string; version: string; license: string; dependencies: Record<string, string> }) {
  const { name, version, license, dependencies } = ours
  return {
    name,
    version,
    description: 'The client of an API for A2Billing, with the types of its tables.',
    license,
    type: 'module',
    sideEffects: false,
    exports: { './client': './generated/client.js', './client/*': './generated/client/*.js' },
    engines: { node: '>=20' },
    dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
  }
}

if (import.meta.main) {
  // npm runs scripts in the project; what is meant is the folder that the user is in.
  const here = process.env['INIT_CWD'] ?? process.cwd()
  const file = await packClient(resolve(here, process.argv[2] ?? '.'))
  console.log(`${file}\n\nIn your program's folder: npm install ${file}`)
}
