/**
 * What `a2b.config.ts` and emitters of your own may import: everything here keeps its name and shape from version to
 * version, and the rest of `codegen/` may change without notice. `docs/emitters.md` shows two emitters.
 *
 * Nothing that takes long to load is behind this door: the server reads `a2b.config.ts`, too, and needs no generator.
 */
export type { GeneratorSettings } from './config.ts'
export type { Emitter, GeneratedFile } from './emitters/emitter.ts'
export { escapeComment, escapeString, propertyName, quote } from './escape.ts'
export type { ColumnKind } from './model/column-types.ts'
export { type Column, keyColumns, type Relation, type Schema, shapeOf, type Table } from './model/schema.ts'
