/**
 * The pipeline on one screen: snapshot, schema, files. Pure: the same snapshot gives the same bytes on every machine;
 * reading the database and writing the files are the caller's, at the two ends.
 */
import type { Emitter, GeneratedFile } from './emitters/emitter.ts'
import { openApiEmitter } from './emitters/openapi/document.ts'
import type { ProblemTable } from './emitters/openapi/problems.ts'
import { emitRegistry } from './emitters/registry.ts'
import { emitResources } from './emitters/resources.ts'
import { emitRouters } from './emitters/routers.ts'
import { emitTableTypes } from './emitters/table-types.ts'
import { formatSnapshot, type Snapshot } from './introspection/snapshot.ts'
import { buildSchema } from './model/build-schema.ts'
import { checkSyntax } from './output/syntax.ts'
import { matchesTable, type Profile } from './profile/profile.ts'

export interface GenerateOptions {
  readonly profile: Profile
  /** Every error the server can answer: the document lists them. */
  readonly problems: ProblemTable
}

export interface Generated {
  readonly files: readonly GeneratedFile[]
  /** What the person at the terminal should know: profile rows that found no place. */
  readonly notes: readonly string[]
  readonly tables: number
}

/**
 * @throws {@link CodegenError} naming the table or column when the schema cannot be served as it is, or the emitter
 *   whose file is not TypeScript
 */
export function generateFiles(introspected: Snapshot, { profile, problems }: GenerateOptions): Generated {
  const tables = introspected.tables.filter((table) => !matchesTable(profile.own, table.name))
  const snapshot: Snapshot = { ...introspected, tables }
  const schema = buildSchema(snapshot, profile)
  const emitters: Emitter[] = [emitTableTypes, emitResources, emitRouters, emitRegistry, openApiEmitter(problems)]
  const files = [
    { path: 'snapshot.json', contents: formatSnapshot(snapshot) },
    ...emitters.flatMap((emit) => emit(schema)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
  checkSyntax(files)
  return { files, notes: schema.notes, tables: schema.tables.length }
}
