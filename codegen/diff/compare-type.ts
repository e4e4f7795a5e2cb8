/** The type of one column, before and after: which values it holds, what they look like, and how texts compare. */
import type { SnapshotColumn } from '../introspection/snapshot.ts'
import type { Column } from '../model/schema.ts'
import type { Audience, Effect } from './change.ts'
import { comparisonChanges } from './collation.ts'
import { type ColumnSide, sentences } from './sides.ts'
import { choicesOf, holdsAll } from './values.ts'

export function typeChange(before: ColumnSide, after: ColumnSide): Effect | undefined {
  if (describeType(before) === describeType(after)) return undefined
  if (
    before.fact.type !== after.fact.type &&
    choicesOf(before.fact) &&
    choicesOf(after.fact) &&
    sameBase(before, after)
  ) {
    return choicesChange(before, after)
  }
  const wire = wireChange(before, after)
  const isNarrower = !holdsAll(withoutCharset(after.fact), withoutCharset(before.fact))
  const isWider = !holdsAll(withoutCharset(before.fact), withoutCharset(after.fact))
  const [tsBefore, tsAfter] = [typeScriptOf(before), typeScriptOf(after)]
  const isOtherType = tsBefore !== tsAfter
  const isOpened = before.column.kind.schema.enum !== undefined && after.column.kind.schema.enum === undefined
  const concerned: Audience[] = [
    ...(wire ? (['reads', 'writes', 'filters', 'client'] as const) : []),
    ...(isNarrower && !wire ? (['writes', 'client'] as const) : []),
    ...(isOpened && !wire && !isNarrower ? (['client'] as const) : []),
    ...(isOtherType ? (['types'] as const) : []),
  ]
  const reasons = [
    wire,
    isNarrower && !wire && 'Values that only the old type holds are refused (422).',
    isOpened && 'Answers may have values that were none before.',
    isOtherType && `TypeScript has \`${tsAfter}\` where it had \`${tsBefore}\`.`,
    isWider && !wire && 'It holds more than before: whoever keeps its values elsewhere needs room for them.',
  ]
  return {
    kind: wire ? 'column-retyped' : isNarrower ? 'column-narrowed' : isWider ? 'column-widened' : 'column-retyped',
    severity: concerned.length > 0 ? 'breaking' : isWider ? 'additive' : 'neutral',
    what:
      before.fact.type === after.fact.type
        ? `${after.fact.type}, configured otherwise`
        : `${before.fact.type} -> ${after.fact.type}`,
    why: sentences(reasons) || 'It holds the same values.',
    for: concerned.length > 0 ? concerned : ['reads', 'writes'],
  }
}

/** All that a configuration may have changed, too. */
function describeType({ fact, column }: ColumnSide): string {
  return JSON.stringify([fact.type, typeScriptOf({ fact, column }), column.kind.schema, column.kind.flag])
}

function typeScriptOf({ column: { kind } }: ColumnSide): string {
  return kind.narrowedTo?.name ?? kind.tsType
}

/** Its character set is compared on its own. */
function withoutCharset({ charset: _charset, ...fact }: SnapshotColumn): SnapshotColumn {
  return fact
}

function sameBase(before: ColumnSide, after: ColumnSide): boolean {
  return before.fact.type.split('(', 1)[0] === after.fact.type.split('(', 1)[0]
}

function choicesChange({ fact: before }: ColumnSide, { fact: after }: ColumnSide): Effect {
  const [old, now] = [choicesOf(before) ?? [], choicesOf(after) ?? []]
  const gone = old.filter((value) => !now.includes(value))
  const added = now.filter((value) => !old.includes(value))
  const list = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ')
  const what = [gone.length > 0 && `without ${list(gone)}`, added.length > 0 && `with ${list(added)}`].filter(Boolean)
  return {
    kind: 'values',
    severity: gone.length > 0 ? 'breaking' : added.length > 0 ? 'additive' : 'neutral',
    what: `${before.type.split('(', 1)[0]} ${what.join(' and ') || 'in another order'}`,
    why: sentences([
      gone.length > 0 && 'Bodies and filters that give a value which is gone are refused (422, 400).',
      added.length > 0 && 'Answers may have the new values: a client that knows all of them has to learn these.',
      what.length === 0 && 'Rows are sorted by the order of the values.',
    ]),
    for: gone.length > 0 ? ['reads', 'writes', 'filters', 'client', 'types'] : ['reads', 'filters', 'client', 'types'],
  }
}

/** What a value looks like in JSON, where that changes; a reader notices nothing else of a type. */
function wireChange({ column: before }: ColumnSide, { column: after }: ColumnSide): string | undefined {
  const [old, now] = [before.kind.schema, after.kind.schema]
  if (`${old.type}` !== `${now.type}`) {
    // Whoever reads numbers can read whole ones.
    if (old.type === 'number' && now.type === 'integer') return undefined
    return `In JSON it is ${article(now.type)}, and was ${article(old.type)}.`
  }
  if (old.contentEncoding !== now.contentEncoding) {
    return now.contentEncoding ? 'In JSON it is base64 now.' : 'In JSON it is text, no longer base64.'
  }
  const isForm = old.pattern !== now.pattern && before.kind.tsType !== 'number' && old.type === 'string'
  if (!isForm) return undefined
  // The example of a time has no fraction, however many digits the type keeps.
  const example = before.kind.example === after.kind.example ? '' : `, such as ${JSON.stringify(after.kind.example)}`
  return `Its text has another form${example}.`
}

function article(type: unknown): string {
  if (type === undefined) return 'any JSON'
  return type === 'integer' ? 'an integer' : `a ${[type].flat().join(' or ')}`
}

export function charsetChange(before: ColumnSide, after: ColumnSide): Effect | undefined {
  const [from, to] = [before.fact.charset, after.fact.charset]
  if (!from || !to || from === to) return undefined
  const [old, now] = [before, after].map(({ fact }) => ({ ...fact, type: 'varchar(1)' })) as [
    SnapshotColumn,
    SnapshotColumn,
  ]
  const isNarrower = !holdsAll(now, old)
  return {
    kind: 'charset',
    severity: isNarrower ? 'breaking' : 'additive',
    what: `character set ${from} -> ${to}`,
    why: isNarrower
      ? `Texts with characters that ${to} lacks are refused (422).`
      : 'Texts may have characters that were refused before, such as emoji.',
    for: ['writes'],
  }
}

export function collationChange(before: ColumnSide, after: ColumnSide): Effect | undefined {
  const [from, to] = [before.fact.collation, after.fact.collation]
  if (!from || !to || from === to) return undefined
  const differences = comparisonChanges(from, to)
  const what = `collation ${from} -> ${to}`
  if (differences.length === 0) {
    const why = 'Texts are sorted by other rules; what is equal stays equal.'
    return { kind: 'collation', severity: 'neutral', what, why, for: ['filters'] }
  }
  if (!isFilterable(after.column)) {
    const why = `Unique keys over it ${differences.join(' and ')}; no filter takes it.`
    return { kind: 'collation', severity: 'neutral', what, why, for: ['writes'] }
  }
  const why = `Filters, unique keys and keys in addresses ${differences.join(' and ')}: the same request finds other rows.`
  return { kind: 'collation', severity: 'breaking', what, why, for: ['filters'] }
}

function isFilterable({ secret, kind }: Column): boolean {
  return !secret && kind.comparable
}
