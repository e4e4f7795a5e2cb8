/** A report for a change log: a section for each resource, a bullet for each change. */
import { type Change, type Report, SEVERITIES, type Severity } from './change.ts'
import { AUDIENCE_WORDS, byAddress, shorten, summarize } from './report-text.ts'

const SIGNS: Readonly<Record<Severity, string>> = { breaking: '**Breaking**', additive: 'Added', neutral: 'Note' }
const SHOWN = 6

export function formatMarkdown(report: Report): string {
  const groups = Map.groupBy(report.changes, ({ resource }) => resource)
  const sections = [...groups].map(([resource, changes]) => {
    const lines = SEVERITIES.flatMap((severity) => changes.filter((change) => change.severity === severity)).map(bullet)
    return `### ${code(resource)} (${code(changes[0]?.table ?? '')})\n\n${lines.join('\n')}`
  })
  return `${[summarize(report), ...sections].join('\n\n')}\n`
}

function bullet(change: Change): string {
  const { columns, endpoints, filters, types, schemas, guess } = change
  const names = columns.length > 0 ? `${columns.map(code).join(', ')}: ` : ''
  const where = [
    ['Requests', byAddress(endpoints)],
    ['filters', listed(filters)],
    ['schemas', listed(schemas)],
    ['types', listed(types)],
  ]
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label} ${text}`)
  const lines = [
    `- ${SIGNS[change.severity]}: ${names}${escape(change.what)}. ${escape(change.why)}`,
    `For ${change.for.map((audience) => AUDIENCE_WORDS[audience]).join(', ') || 'information'}. ${where.join('; ')}`.trim(),
    ...(guess
      ? [
          `A guess: ${code(guess.from)} is now ${code(guess.to)} (${guess.because}). ` +
            `To keep the old name on the wire: ${code(`generator: { ${guess.config} }`)}`,
        ]
      : []),
  ]
  return lines.join('  \n  ')
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '' : shorten(names.map(code), SHOWN)
}

/** A name may hold the sign that marks code. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`'
  return `${fence}${text.replace(/[\r\n]+/g, ' ')}${fence}`
}

/** What a comment or an enum holds must not become a heading, a table or HTML. */
function escape(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\*_<[\]|#]/g, '\\$&')
}
