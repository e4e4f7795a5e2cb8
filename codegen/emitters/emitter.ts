/** What an emitter is: a pure function from the model to files. It reads nothing, writes nothing and asks no clock. */
import type { Schema } from '../model/schema.ts'

export interface GeneratedFile {
  /** Under `generated/`, with forward slashes. */
  readonly path: string
  readonly contents: string
  /** The table it is made from, by its name in the database; absent where it is made from several. */
  readonly table?: string
}

export type Emitter = (schema: Schema) => readonly GeneratedFile[]
