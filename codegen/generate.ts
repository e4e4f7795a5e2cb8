/**
 * The pipeline on one screen: snapshot, schema, files. Pure: the same snapshot gives the same bytes on every machine;
 * reading the database and writing the files are the caller's, at the two ends.
 */
import type { GeneratorSettings } from './config.ts'
import { formatConfigFile } from './config-file.ts'
import { emitClient } from './emitters/client.ts'
import type { Emitter, GeneratedFile } from './emitters/emitter.ts'
import { openApiEmitter } from './emitters/openapi/document.ts'
import type { ProblemTable } from './emitters/openapi/problems.ts'
import { runOwnEmitters } from './emitters/own-emitters.ts'
import { emitRegistry } from './emitters/registry.ts'
import { emitResources } from './emitters/resources.ts'
import { emitRouters } from './emitters/routers.ts'
import { emitTableTypes } from './emitters/table-types.ts'
import { ProfileError } from './errors.ts'
import { formatSnapshot, type Snapshot } from './introspection/snapshot.ts'
import { buildSchema } from './model/build-schema.ts'
import type { Schema } from './model/schema.ts'
import { checkChoices } from './profile/check-choices.ts'
import { checkExtension } from './profile/check-extension.ts'
import type { DidYouMean } from './profile/names.ts'
import { type Profile, withoutOwnTables } from './profile/profile.ts'

export interface GenerateOptions {
  readonly profile: Profile
  /** What `a2b.config.ts` said and {@link profile} has in it: names to hold against the database, emitters to run. */
  readonly settings?: GeneratorSettings
  /** Finds the nearest name for a message; the server has one. */
  readonly didYouMean?: DidYouMean
  /** Every error the server can answer: the document lists them. */
  readonly problems: ProblemTable
  /** Told when a stage is over: `model`, then the name of each emitter. Who wants to know the time brings the clock. */
  readonly onStage?: (stage: string) => void
}

export interface Generated {
  readonly files: readonly GeneratedFile[]
  /** What the person at the terminal should know: profile rows that found no place. */
  readonly notes: readonly string[]
  readonly tables: number
  /** What the files were made from: the facts without the server's own tables, and every choice made of them. */
  readonly snapshot: Snapshot
  readonly schema: Schema
}

/**
 * @throws {@link ProfileError} with everything in the settings that this database does not have, or the emitter of the
 *   operator's own that failed
 * @throws {@link CodegenError} naming the table or column when the schema cannot be served as it is
 */
export function generateFiles(
  introspected: Snapshot,
  { profile, problems, settings = {}, didYouMean = () => '', onStage }: GenerateOptions,
): Generated {
  const snapshot = withoutOwnTables(introspected, profile)
  const kept = introspected.tables.filter((table) => !snapshot.tables.includes(table)).map((table) => table.name)
  refuse(checkExtension(snapshot, settings, didYouMean))
  const schema = buildSchema(snapshot, profile)
  refuse(checkChoices(schema, settings))
  onStage?.('model')
  const emitters: Record<string, Emitter> = {
    facts: () => [
      { path: 'snapshot.json', contents: formatSnapshot(snapshot) },
      { path: 'config.json', contents: formatConfigFile(settings) },
    ],
    types: emitTableTypes,
    resources: emitResources,
    routers: emitRouters,
    registry: emitRegistry,
    client: emitClient,
    openapi: openApiEmitter(problems),
  }
  const shipped = Object.entries(emitters).flatMap(([name, emit]) => {
    const emitted = emit(schema)
    onStage?.(name)
    return emitted
  })
  const own = runOwnEmitters(settings.emitters ?? [], schema, shipped)
  if (own.length > 0) onStage?.('own emitters')
  const files = [...shipped, ...own].sort((a, b) => (a.path < b.path ? -1 : 1))
  const note = kept.length > 0 ? [`kept for the API itself, so nothing is generated for: ${kept.join(', ')}`] : []
  return { files, notes: [...note, ...schema.notes], tables: schema.tables.length, snapshot, schema }
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return
  throw new ProfileError(`a2b.config.ts does not fit this database:\n${problems.map((line) => `  ${line}`).join('\n')}`)
}
