/** A report for machines: everything, in the order of the text. */
import type { Report } from './change.ts'
import { summarize } from './report-text.ts'

/** The shape is a promise: members are added, none is taken away while `format` is 1. */
export function formatReportJson(report: Report): string {
  return `${JSON.stringify({ format: 1, summary: summarize(report), ...report.counts, changes: report.changes }, null, 2)}\n`
}
