/** What a collation makes of two texts that differ by little; `utf8mb3_bin` tells apart what `utf8mb4_unicode_ci` does not. */

export interface Sensitivity {
  readonly case: boolean
  readonly accents: boolean
  /** Spaces at the end count. */
  readonly spaces: boolean
}

/** Source: the naming rules for collations, which MariaDB and MySQL share: `_ci`, `_cs`, `_ai`, `_as`, `_bin`. */
export function sensitivityOf(collation: string): Sensitivity {
  const parts = new Set(collation.toLowerCase().split('_'))
  const isBinary = parts.has('bin') || parts.has('binary')
  const hasCase = isBinary || parts.has('cs')
  return {
    case: hasCase,
    accents: hasCase || parts.has('as'),
    spaces: parts.has('binary') || parts.has('nopad') || parts.has('0900'),
  }
}

/** `no longer tells upper from lower case`; empty where both compare alike. */
export function comparisonChanges(from: string, to: string): string[] {
  const [before, after] = [sensitivityOf(from), sensitivityOf(to)]
  const differences: readonly (readonly [keyof Sensitivity, string])[] = [
    ['case', 'upper from lower case'],
    ['accents', 'letters with accents from those without'],
    ['spaces', 'texts that end in spaces from those that do not'],
  ]
  return differences
    .filter(([aspect]) => before[aspect] !== after[aspect])
    .map(([aspect, what]) => `${after[aspect] ? 'now tell' : 'no longer tell'} ${what}`)
}
