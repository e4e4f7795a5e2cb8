/** A report for people at a terminal: a summary line, then a block for each resource, the worst first. */
import { type Audience, type Change, type Report, SEVERITIES } from './change.ts'

/** Names after which a list is cut. */
const SHOWN = 4

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  reads: 'reads',
  writes: 'writes',
  filters: 'filters',
  client: 'generated client',
  types: 'TypeScript',
}

/** `12 changes in 3 resources: 2 breaking, 9 additive, 1 neutral.` */
export function summarize({ changes, counts }: Report): string {
  if (changes.length === 0) return 'No differences.'
  const resources = new Set(changes.map(({ resource }) => resource)).size
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${counts[severity]} ${severity}`,
  )
  return `${plural(changes.length, 'change')} in ${plural(resources, 'resource')}: ${parts.join(', ')}.`
}

export function formatText(report: Report): string {
  const groups = Map.groupBy(report.changes, ({ resource }) => resource)
  const blocks = [...groups].map(([resource, changes]) => {
    const [first] = changes
    return [`${resource}  (${first?.table})`, ...changes.flatMap(changeLines)].join('\n')
  })
  return `${[[summarize(report), ...mostFrequent(report)].join('\n'), ...blocks].join('\n\n')}\n`
}

/** What is the same in so many resources was done to the database as a whole. */
const MANY = 6

/** A conversion of every table fills pages: what it was is said on top. */
function mostFrequent({ changes }: Report): string[] {
  const groups = Map.groupBy(changes, ({ severity, what }) => `${severity.padEnd(9)} ${what}`)
  return [...groups]
    .map(([what, same]) => ({ what, resources: new Set(same.map(({ resource }) => resource)).size }))
    .filter(({ resources }) => resources >= MANY)
    .sort((a, b) => b.resources - a.resources)
    .map(({ what, resources }) => `  ${what}  in ${resources} resources`)
}

/** What changed; behind it why, for whom and where. */
function changeLines(change: Change): string[] {
  const lines = [headline(change), change.why, ...whereLines(change), ...guessLines(change)]
  return lines.map((line, index) => (index === 0 ? `  ${change.severity.padEnd(9)} ${line}` : `            ${line}`))
}

/** `lastname, firstname: varchar(50) -> varchar(40)` */
export function headline({ columns, what }: Change): string {
  return columns.length > 0 ? `${shorten(columns, 6)}: ${what}` : what
}

function whereLines(change: Change): string[] {
  const { endpoints, filters, types, schemas } = change
  const parts: readonly (readonly [string, string])[] = [
    ['for', change.for.map((audience) => AUDIENCE_WORDS[audience]).join(', ')],
    ['requests', byAddress(endpoints)],
    ['filters', shorten(filters, SHOWN)],
    ['schemas', schemas.join(', ')],
    ['types', shorten(types, SHOWN)],
  ]
  return parts.filter(([, text]) => text !== '').map(([label, text]) => `${label.padEnd(8)} ${text}`)
}

function guessLines({ guess }: Change): string[] {
  if (!guess) return []
  return [
    `A guess: ${guess.from} -> ${guess.to} (${guess.because}).`,
    `To keep the old name on the wire, in a2b.config.ts: generator: { ${guess.config} }`,
  ]
}

/** `GET POST /api/card/, GET PUT PATCH /api/card/{key}/` */
export function byAddress(endpoints: readonly string[]): string {
  const groups = Map.groupBy(
    endpoints.map((endpoint) => endpoint.split(' ', 2) as [string, string]),
    ([, path]) => path,
  )
  return [...groups].map(([path, list]) => `${list.map(([method]) => method).join(' ')} ${path}`).join(', ')
}

/** The first few, and how many more. */
export function shorten(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(', ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
