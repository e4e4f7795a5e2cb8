/** A report -> what a person reads at a terminal: worst first, with a line that sums it up; one line when all is well. */
import { styleText } from 'node:util'
import type { Finding, Report, Severity } from './finding.ts'

/** Columns; statements are never broken, because they are to be copied. */
const WIDTH = 100
const INDENT = '    '
/** Places listed for one finding; `--json` has them all. */
const DETAILS = 12

const HEADINGS: readonly (readonly [Severity, heading: string, style: 'red' | 'yellow' | 'cyan'])[] = [
  ['error', 'Errors', 'red'],
  ['warning', 'Warnings', 'yellow'],
  ['info', 'Worth knowing', 'cyan'],
]

/** @param isStyled - whether the terminal shows bold and colours */
export function showReport(report: Report, isStyled: boolean): string {
  const paint: Paint = (style, value) => (isStyled ? styleText(style, value, { validateStream: false }) : value)
  const { database, server, account, findings } = report
  const groups = HEADINGS.flatMap(([severity, heading, style]) => {
    const own = findings.filter((finding) => finding.severity === severity)
    return own.length > 0
      ? [paint([style, 'bold'], heading), ...own.flatMap((it) => [showFinding(it, paint, style), ''])]
      : []
  })
  return [
    ...(groups.length > 0 ? [`${database} on ${server}, as ${account}`, '', ...groups] : []),
    summary(report),
  ].join('\n')
}

type Paint = (style: Parameters<typeof styleText>[0], value: string) => string

function showFinding(
  { code, where, what, why, next, details = [] }: Finding,
  paint: Paint,
  style: 'red' | 'yellow' | 'cyan',
): string {
  const rest = details.length - DETAILS
  return [
    ...wrap(where, '  ').map((line) => paint('bold', line)),
    ...wrap(what, INDENT),
    ...details.slice(0, DETAILS).map((detail) => `${INDENT}- ${detail}`),
    ...(rest > 0 ? [`${INDENT}- and ${rest} more (--json lists them)`] : []),
    ...wrap(why, INDENT).map((line) => paint('dim', line)),
    ...next.split('\n').map((line, index) => `${INDENT}${paint(style, index === 0 ? '>' : ' ')} ${line}`),
    `${INDENT}${paint('dim', `[${code}]`)}`,
  ].join('\n')
}

function summary({ counts, checks, database }: Report): string {
  const parts = [
    counted(counts.error, 'error'),
    counted(counts.warning, 'warning'),
    ...(counts.info > 0 ? [`${counts.info} worth knowing`] : []),
  ]
  const found = counts.error + counts.warning + counts.info
  return found === 0
    ? `${database}: all is well, ${checks.length} checks.`
    : `${parts.join(', ')}, of ${checks.length} checks.`
}

function counted(count: number, word: string): string {
  return `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`
}

/** Breaks at spaces; a word longer than the line stands on its own. */
function wrap(value: string, indent: string): string[] {
  const lines: string[] = []
  for (const word of value.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(indent + word)
  }
  return lines
}
