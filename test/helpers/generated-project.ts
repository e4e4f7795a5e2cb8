/**
 * What the generator makes of snapshots, each in a folder of its own beside one link to our `src/`: loaded, served and
 * compiled as `generated/` is.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { generateFiles } from '../../codegen/generate.ts'
import type { Snapshot } from '../../codegen/introspection/snapshot.ts'
import { a2billing } from '../../codegen/profile/a2billing/index.ts'
import { extendProfile, type ProfileExtension } from '../../codegen/profile/profile.ts'
import { ERRORS } from '../../src/errors.ts'
import type { Resource } from '../../src/resources/resource.ts'
import { PRIVATE_DIRECTORY } from './mariadb-template.ts'

export interface GeneratedProject {
  /** The generated folder, as `startApi` takes it. */
  readonly generated: URL
  readonly resources: ReadonlyMap<string, Resource>
  /** The document, parsed. */
  readonly openapi: unknown
  /** What the generator tells the person at the terminal. */
  readonly notes: readonly string[]
}

export interface ProjectFolder {
  /** Generates, writes and loads one project. */
  add(name: string, snapshot: Snapshot, extension?: ProfileExtension): Promise<GeneratedProject>
  /** What the compiler says of all of them, in one run; empty where it has nothing to say. */
  compile(): Promise<string>
  remove(): void
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param name - unique within a test file; the folder is the process's own */
export function projectFolder(name: string): ProjectFolder {
  // Inside the project, where the packages are found; swept by the next run if this one is killed.
  const folder = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-${name}`)
  return {
    async add(project, snapshot, extension = {}) {
      const { files, notes } = generateFiles(snapshot, {
        profile: extendProfile(a2billing, extension),
        problems: ERRORS,
      })
      const generated = join(folder, project)
      for (const { path, contents } of files) {
        const file = join(generated, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, contents)
      }
      linkSources(folder)
      const { resources } = await import(pathToFileURL(join(generated, 'index.ts')).href)
      const openapi: unknown = JSON.parse(files.find(({ path }) => path === 'openapi.json')?.contents ?? '')
      return { generated: pathToFileURL(`${generated}/`), resources, openapi, notes }
    },
    compile() {
      const settings = {
        extends: relative(folder, join(root, 'tsconfig.json')),
        include: ['**/*.ts'],
        // A program for browsers, with a configuration of its own.
        exclude: ['src/plugins/panel/web'],
        compilerOptions: { types: ['node'] },
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      return promisify(execFile)(process.execPath, [tsc, '--noEmit', '-p', folder]).then(
        () => '',
        (error: { stdout: string }) => error.stdout || String(error),
      )
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function linkSources(folder: string): void {
  const link = join(folder, 'src')
  if (!existsSync(link)) symlinkSync(join(root, 'src'), link)
}
