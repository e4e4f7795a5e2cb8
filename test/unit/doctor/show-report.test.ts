import { describe, expect, it } from 'vitest'
import type { Finding, Report, Severity } from '../../../src/doctor/finding.ts'
import { showReport } from '../../../src/doctor/show-report.ts'

function finding(severity: Severity, rest: Partial<Finding> = {}): Finding {
  return {
    code: `a-${severity}`,
    severity,
    where: 'cc_card',
    what: 'It is ill.',
    why: 'It hurts.',
    next: 'REST;',
    ...rest,
  }
}

function report(...findings: Finding[]): Report {
  const count = (severity: Severity): number => findings.filter((it_) => it_.severity === severity).length
  return {
    database: 'a2billing',
    server: '10.11',
    account: 'a2b@localhost',
    checks: ['one', 'two'],
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    findings,
  }
}

describe('showReport', () => {
  it('is one line when all is well', () => {
    expect(showReport(report(), false)).toBe('a2billing: all is well, 2 checks.')
  })

  it('groups by severity, and sums up at the end', () => {
    expect(showReport(report(finding('error'), finding('info')), false)).toBe(`a2billing on 10.11, as a2b@localhost

Errors
  cc_card
    It is ill.
    It hurts.
    > REST;
    [a-error]

Worth knowing
  cc_card
    It is ill.
    It hurts.
    > REST;
    [a-info]

1 error, no warnings, 1 worth knowing, of 2 checks.`)
  })

  it('breaks sentences and never a statement, and says how many places it left out', () => {
    const long = 'word '.repeat(60).trim()
    const details = Array.from({ length: 20 }, (_, index) => `place ${index}`)
    const text = showReport(report(finding('warning', { what: long, next: `SELECT ${long};`, details })), false)
    expect(text).toContain(`    > SELECT ${long};`)
    const sentences = text.split('\n').filter((line) => line.startsWith('    word'))
    expect(sentences.length).toBeGreaterThan(1)
    expect(Math.max(...sentences.map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(text).toContain('- place 11\n    - and 8 more')
  })

  it('paints for a terminal only', () => {
    const escape = String.fromCodePoint(27)
    expect(showReport(report(finding('error')), true)).toContain(escape)
    expect(showReport(report(finding('error')), false)).not.toContain(escape)
  })
})
