/** Errors meant for the person who runs the generator: each names the table, column or file, and the next step. */

/** The CLI prints the message without a stack and exits with 1 (or 2 where nothing could be run). */
export class CodegenError extends Error {
  override readonly name: string = 'CodegenError'
}

/** The database could not be read at all. */
export class IntrospectionError extends CodegenError {
  override readonly name = 'IntrospectionError'
}

/** A column has a type that no row of `codegen/model/column-types.ts` covers. */
export class UnknownColumnTypeError extends CodegenError {
  override readonly name = 'UnknownColumnTypeError'
}

/** Two tables, or two columns of one table, would get one name. */
export class NameCollisionError extends CodegenError {
  override readonly name = 'NameCollisionError'
}

/** The profile or `a2b.config.ts` says something that cannot be. */
export class ProfileError extends CodegenError {
  override readonly name = 'ProfileError'
}
