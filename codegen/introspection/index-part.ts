/** What the snapshot says of a part of an index: `name`, `name(10)`, `(lower(name))`, each with ` DESC` or without. */

export interface IndexPart {
  /** Absent where an expression is indexed. */
  readonly column?: string
  /** How many characters or bytes of the column are indexed; absent for all. */
  readonly prefix?: number
  readonly expression?: string
  readonly descending?: true
}

export function writeIndexPart({ column, prefix, expression, descending }: IndexPart): string {
  const what = column === undefined ? `(${expression})` : prefix === undefined ? column : `${column}(${prefix})`
  return descending ? `${what} DESC` : what
}

/**
 * Reads what {@link writeIndexPart} wrote.
 *
 * @param columns - of the table: a column may itself be called `name(10)`, so whole names are looked up first
 */
export function readIndexPart(text: string, columns: readonly { readonly name: string }[]): IndexPart {
  const isColumn = (name: string): boolean => columns.some((column) => column.name === name)
  if (isColumn(text)) return { column: text }
  if (text.endsWith(' DESC')) return { ...readIndexPart(text.slice(0, -' DESC'.length), columns), descending: true }
  if (text.startsWith('(')) return { expression: text.slice(1, -1) }
  const prefixed = /^(?<column>.+)\((?<prefix>\d+)\)$/s.exec(text)?.groups
  return prefixed ? { column: prefixed['column'] ?? '', prefix: Number(prefixed['prefix']) } : { column: text }
}
