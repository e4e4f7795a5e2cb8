/** Database -> generated folder -> the real server on it: the whole way of an operator, for a database of any schema. */
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadConfiguration } from '../../codegen/config.ts'
import { CodegenError } from '../../codegen/errors.ts'
import { generateFiles, type Generated } from '../../codegen/generate.ts'
import type { Snapshot } from '../../codegen/introspection/snapshot.ts'
import { writeFiles } from '../../codegen/output/write.ts'
import type { ProfileExtension } from '../../codegen/profile/profile.ts'
import { ERRORS } from '../../src/errors.ts'
import { parseExactJson } from '../../src/json-number.ts'
import type { Resource } from '../../src/resources/resource.ts'
import { checkDrift } from '../../bin/drift.ts'
import { startApi } from '../../src/server.ts'
import { ADMIN, basicAuth } from './api.ts'
import { PRIVATE_DIRECTORY } from './mariadb-template.ts'

/** The line of `a2b.config.ts` that a refusal names, as what it says. */
export function lineOf(error: unknown): ProfileExtension {
  const line = /a2b\.config\.ts: generator: (\{.*\})$/s.exec((error as Error).message)?.[1]
  if (!(error instanceof CodegenError) || line === undefined) throw error
  return new Function(`return ${line}`)() as ProfileExtension
}

/**
 * Generates as an operator would who puts the line of every refusal into the configuration and tries again.
 *
 * @returns with the refusals, in the order they came
 */
export function generateByTheLines(snapshot: Snapshot): Generated & { readonly refusals: readonly string[] } {
  let settings: ProfileExtension = {}
  const refusals: string[] = []
  for (;;) {
    try {
      return { ...generateFiles(snapshot, { ...loadConfiguration(settings), problems: ERRORS }), refusals }
    } catch (error) {
      const { resources, fields } = lineOf(error)
      const { message } = error as Error
      if (refusals.includes(message)) throw new Error(`The line does not help: ${message}`, { cause: error })
      refusals.push(message)
      settings = { resources: { ...settings.resources, ...resources }, fields: { ...settings.fields, ...fields } }
    }
  }
}

export interface GeneratedProject {
  /** Holds `generated/` and a link to our `src/`; inside the project, where the packages are found. */
  readonly folder: string
  readonly openapi: string
  remove(): void
}

export async function writeProject(name: string, { files }: Generated): Promise<GeneratedProject> {
  const folder = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-${name}`)
  mkdirSync(folder, { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../src'), join(folder, 'src'))
  await writeFiles(files, join(folder, 'generated'))
  return {
    folder,
    openapi: join(folder, 'generated/openapi.json'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface ExactAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: unknown
  /** Numbers as JsonNumber, with every digit. */
  readonly exact: unknown
}

export interface GeneratedApi {
  readonly url: string
  readonly resources: ReadonlyMap<string, Resource>
  readonly openapi: unknown
  /** Sends as `admin`; a body given as text is sent as it is. */
  request(method: string, path: string, body?: unknown): Promise<ExactAnswer>
  close(): Promise<void>
}

export async function serveProject({ folder }: GeneratedProject, databaseUrl: string): Promise<GeneratedApi> {
  const generated = pathToFileURL(`${folder}/generated/`)
  const env = {
    A2B_DATABASE_URL: databaseUrl,
    A2B_PORT: '0',
    A2B_LOG_LEVEL: 'silent',
    A2B_ADMIN_PASSWORD: ADMIN.password,
    A2B_TIME_ZONE: '+00:00',
  }
  const api = await startApi(env, { print: () => undefined, generated, checkDrift })
  const { resources } = (await import(new URL('index.ts', generated).href)) as Pick<GeneratedApi, 'resources'>
  return {
    url: api.url,
    resources,
    openapi: JSON.parse(readFileSync(join(folder, 'generated/openapi.json'), 'utf8')),
    close: api.close,
    async request(method, path, body) {
      const response = await fetch(api.url + path, {
        method,
        headers: {
          Authorization: basicAuth(ADMIN.name, ADMIN.password),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: JSON.parse(text),
        exact: parseExactJson(text),
      }
    },
  }
}
