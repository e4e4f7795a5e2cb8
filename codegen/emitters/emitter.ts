/** What an emitter is: a pure function from the model to files. It reads nothing, writes nothing and asks no clock. */
import type { Schema } from '../model/schema.ts'

export interface GeneratedFile {
  /** Under `generated/`, with forward slashes. */
  readonly path: string
  readonly contents: string
}

export type Emitter = (schema: Schema) => GeneratedFile[]
