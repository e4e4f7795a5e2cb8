/** Breaking drift in the words of the operator who has to decide: what is different, and what to run. */
import { countOf, type Drift } from './drift.ts'

/** So many that a terminal shows them with the advice below; `a2b diff` shows all. */
const SHOWN = 10
/** Resources on several lines are aligned up to here. */
const LABEL = 24

/**
 * @param hidden - tables and columns that the account may not read
 * @returns what to print instead of starting
 */
export function refusalText(drift: Drift, hidden: readonly string[]): string {
  return [
    `The database has changed since generated/ was made from it: ${drift.summary}.`,
    '',
    ...breakingLines(drift),
    '',
    ...hiddenLines(hidden),
    'What to do, one of:',
    '  a2b diff generated "$A2B_DATABASE_URL"                  see every change, and whom it breaks',
    '  a2b generate --accept-breaking                          serve the database as it is now',
    '  A2B_ON_DRIFT=warn a2b serve                             serve what is left of the old API',
  ].join('\n')
}

function breakingLines(drift: Drift): string[] {
  const breaking = drift.differences.filter(({ severity }) => severity === 'breaking')
  const shown = breaking.slice(0, SHOWN)
  const width = Math.min(LABEL, Math.max(...shown.map(({ resource }) => resource.length)))
  const rest = countOf(drift, 'breaking') - shown.length
  return [
    ...shown.map(({ resource, text }) => `  ${resource.padEnd(width)}  ${text}`),
    ...(rest > 0 ? [`  ${''.padEnd(width)}  and ${rest} more`] : []),
  ]
}

function hiddenLines(hidden: readonly string[]): string[] {
  if (hidden.length === 0) return []
  const names = hidden.slice(0, SHOWN).join(', ')
  const rest = hidden.length > SHOWN ? ` and ${hidden.length - SHOWN} more` : ''
  return [
    `The database account may not read ${names}${rest}: they may be there all the same. If they are, an administrator`,
    'of the database mends it with: GRANT SELECT, INSERT, UPDATE, DELETE ON <database>.* TO <account>;',
    '',
  ]
}
