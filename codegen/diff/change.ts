/** What a breaking-change report is made of: one {@link Change} for each difference between two schemas. */

/**
 * `breaking`: something that worked no longer does, or does something else. `additive`: something more works.
 * `neutral`: worth knowing, and nobody has to act.
 */
export type Severity = 'breaking' | 'additive' | 'neutral'

/**
 * Whom a change concerns: REST clients that read, that write, that filter, sort or follow references; programs whose
 * client was generated from the OpenAPI document; TypeScript written against the generated table types.
 */
export type Audience = (typeof AUDIENCES)[number]

export const AUDIENCES = ['reads', 'writes', 'filters', 'client', 'types'] as const

export type ChangeKind =
  | 'table-added'
  | 'table-dropped'
  | 'table-renamed'
  | 'table-kind'
  | 'table-comment'
  | 'table-collation'
  | 'resource-renamed'
  | 'read-only'
  | 'writable'
  | 'page-size'
  | 'search'
  | 'primary-key'
  | 'engine'
  | 'system-versioning'
  | 'column-added'
  | 'column-dropped'
  | 'column-renamed'
  | 'column-retyped'
  | 'column-narrowed'
  | 'column-widened'
  | 'columns-reordered'
  | 'column-comment'
  | 'column-visibility'
  | 'field-renamed'
  | 'values'
  | 'null-allowed'
  | 'null-refused'
  | 'default'
  | 'must-be-named'
  | 'may-be-left-out'
  | 'on-update'
  | 'generated'
  | 'charset'
  | 'collation'
  | 'secret'
  | 'protected'
  | 'relation'
  | 'unique-key'
  | 'index'
  | 'cursor'
  | 'foreign-key'
  | 'trigger'

/** A difference and what follows from it, before it is said where. */
export interface Effect {
  readonly kind: ChangeKind
  readonly severity: Severity
  /** In the database, behind the names of the columns: `varchar(50) -> varchar(40)`. */
  readonly what: string
  /** What follows, in a sentence or two. */
  readonly why: string
  readonly for: readonly Audience[]
}

export interface Change extends Effect {
  /** Under this name clients know the table, or knew it. */
  readonly resource: string
  readonly table: string
  /** Empty: the table as a whole. */
  readonly columns: readonly string[]
  /** `GET /api/card/` */
  readonly endpoints: readonly string[]
  /** Names on the wire. */
  readonly fields: readonly string[]
  /** `lastname`, and through references `callerid: id_cc_card__lastname`. */
  readonly filters: readonly string[]
  /** Of the generated TypeScript: `NewCard["lastname"]`. */
  readonly types: readonly string[]
  /** Of the OpenAPI document, after which generated clients name theirs: `Card.New`. */
  readonly schemas: readonly string[]
  readonly guess?: RenameGuess
}

/** Two names that are probably one thing. */
export interface RenameGuess {
  readonly from: string
  readonly to: string
  /** What speaks for it: `same type, same neighbours`. */
  readonly because: string
  /** For `a2b.config.ts`: keeps the old name on the wire, and what the settings said of it: secrets, references. */
  readonly config: string
}

export interface Report {
  /** By resource, those with breaking changes first; breaking first in each. */
  readonly changes: readonly Change[]
  readonly counts: Readonly<Record<Severity, number>>
}

export const SEVERITIES: readonly Severity[] = ['breaking', 'additive', 'neutral']
