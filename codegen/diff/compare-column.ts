/** One column before and after -> what follows for those who read it, write it, filter by it or compile against it. */
import type { SnapshotDefault } from '../introspection/snapshot.ts'
import type { Column } from '../model/schema.ts'
import type { Audience, Effect } from './change.ts'
import { charsetChange, collationChange, typeChange } from './compare-type.ts'
import { type ColumnSide, sentences } from './sides.ts'

type Aspect = (before: ColumnSide, after: ColumnSide) => Effect | undefined

/** @param isView - nothing is ever inserted, so nothing is ever left out */
export function compareColumn(before: ColumnSide, after: ColumnSide, isView: boolean): Effect[] {
  const aspects = [...ASPECTS, isView ? nullabilityChange : emptinessChange]
  return aspects.map((aspect) => aspect(before, after)).filter((effect) => effect !== undefined)
}

/** Whoever may give no null, and has no default to fall back on, must also name the column: one change, said once. */
function emptinessChange(before: ColumnSide, after: ColumnSide): Effect | undefined {
  const [ofNull, ofOmission] = [nullabilityChange(before, after), omissionChange(before, after)]
  if (!ofNull || !ofOmission) return ofNull ?? ofOmission
  const sameDefault = showDefault(before.column.default) === showDefault(after.column.default)
  return {
    ...ofNull,
    severity: ofOmission.severity === 'breaking' ? 'breaking' : ofNull.severity,
    what: sameDefault ? ofNull.what : `${ofNull.what}, ${ofOmission.what}`,
    why: sentences([ofNull.why, ofOmission.why]),
    for: [...new Set([...ofNull.for, ...ofOmission.for])],
  }
}

const ASPECTS: readonly Aspect[] = [
  fieldChange,
  typeChange,
  charsetChange,
  collationChange,
  onUpdateChange,
  generationChange,
  secretChange,
  protectionChange,
  visibilityChange,
  commentChange,
]

/** By its own name a column can always be filtered and written; answers have the one field. */
function fieldChange({ column: before }: ColumnSide, { column: after }: ColumnSide): Effect | undefined {
  if (before.field === after.field) return undefined
  const isStillTaken = before.field === after.name
  return {
    kind: 'field-renamed',
    severity: 'breaking',
    what: `is the field "${after.field}" on the wire, and was "${before.field}"`,
    why: isStillTaken
      ? 'Answers name it otherwise; bodies and filters take both names.'
      : `Answers name it otherwise, and bodies and filters that say "${before.field}" are refused (400).`,
    for: isStillTaken ? ['reads', 'client'] : ['reads', 'writes', 'filters', 'client'],
  }
}

function nullabilityChange({ column: before }: ColumnSide, { column: after }: ColumnSide): Effect | undefined {
  if (before.nullable === after.nullable) return undefined
  if (after.nullable) {
    const wasNull = before.kind.hasZeroDate === true
    return {
      kind: 'null-allowed',
      severity: 'breaking',
      what: 'NOT NULL -> NULL',
      why: wasNull
        ? 'TypeScript has `| null`. On the wire nothing changes: a zero date has always been null there.'
        : 'Answers may have null where there was always a value.',
      for: wasNull ? ['types'] : ['reads', 'client', 'types'],
    }
  }
  return {
    kind: 'null-refused',
    severity: 'breaking',
    what: 'NULL -> NOT NULL',
    why: after.zeroDate
      ? 'TypeScript takes no null any more. On the wire it does: null is stored as the zero date.'
      : 'Bodies that give null are refused (422).',
    for: after.zeroDate ? ['types'] : ['writes', 'client', 'types'],
  }
}

/** What a create that leaves the column out does: the one thing that defaults are about. */
function omissionChange({ column: before }: ColumnSide, { column: after }: ColumnSide): Effect | undefined {
  if (before.generated || after.generated) return undefined
  const [old, now] = [whenLeftOut(before), whenLeftOut(after)]
  const [oldTs, nowTs] = [mustInsert(before), mustInsert(after)]
  if (old === now && oldTs === nowTs) return undefined
  const what =
    JSON.stringify(before.default) === JSON.stringify(after.default)
      ? withSameDefault(before, after)
      : `default ${showDefault(before.default)} -> ${showDefault(after.default)}`
  if (old !== now && now === REFUSED) {
    return {
      kind: 'must-be-named',
      severity: 'breaking',
      what,
      why: `A create must name it (400 otherwise); left out, it was ${old}.`,
      for: ['writes', 'client', ...(nowTs && !oldTs ? (['types'] as const) : [])],
    }
  }
  if (old === REFUSED) {
    return {
      kind: 'may-be-left-out',
      severity: 'additive',
      what,
      why: `A create may leave it out; it is then ${now}.`,
      for: ['writes', 'client', 'types'],
    }
  }
  const typesBreak = nowTs && !oldTs
  const broken: Audience[] = [
    ...(old === now ? [] : (['writes'] as const)),
    ...(typesBreak ? (['types'] as const) : []),
  ]
  return {
    kind: 'default',
    severity: broken.length > 0 ? 'breaking' : 'additive',
    what,
    why: sentences([
      old !== now && `A create that leaves it out stores ${now}, and stored ${old} before.`,
      typesBreak && 'An insert written against the table types must name it.',
      oldTs && !nowTs && 'An insert written against the table types may leave it out.',
    ]),
    for: broken.length > 0 ? broken : ['types'],
  }
}

const REFUSED = 'refused'

function whenLeftOut({ required, autoIncrement, default: value, blank, kind }: Column): string {
  if (required) return REFUSED
  if (autoIncrement) return 'the next number'
  const stored = blank === undefined ? value : { value: blank }
  // What is neither null nor filled in has to be named.
  if (!stored) return 'null'
  // On the wire the zero date is null.
  return kind.hasZeroDate && 'value' in stored && stored.value.startsWith('0000-00-00') ? 'null' : showDefault(stored)
}

/** `0` and `0.00000` are one default. */
function showDefault(value: SnapshotDefault | undefined): string {
  if (!value) return 'none'
  if ('expression' in value) return value.expression
  return /^-?\d+\.\d+$/.test(value.value) ? value.value.replace(/\.?0+$/, '') : value.value || "''"
}

/** In TypeScript: the API itself stores `''` or 0 where it can. */
export function mustInsert({ nullable, default: value, autoIncrement, generated }: Column): boolean {
  return !nullable && !value && !autoIncrement && !generated
}

function withSameDefault(before: Column, after: Column): string {
  if (before.autoIncrement !== after.autoIncrement) {
    return after.autoIncrement ? 'counted up by the database' : 'no longer counted up by the database'
  }
  return after.default ? `default ${showDefault(after.default)}` : 'no default'
}

function onUpdateChange({ fact: before }: ColumnSide, { fact: after }: ColumnSide): Effect | undefined {
  if (before.onUpdate === after.onUpdate) return undefined
  return {
    kind: 'on-update',
    severity: 'neutral',
    what: after.onUpdate ? `ON UPDATE ${after.onUpdate}` : `no ON UPDATE any more`,
    why: after.onUpdate ? 'Every change of a row sets it.' : 'A change of a row leaves it as it is.',
    for: ['reads'],
  }
}

function generationChange({ fact: before }: ColumnSide, { fact: after }: ColumnSide): Effect | undefined {
  const [old, now] = [before.generated, after.generated]
  if (!old && now) {
    return {
      kind: 'generated',
      severity: 'breaking',
      what: `computed by the database: ${now.expression}`,
      why: 'Bodies that name it are refused (422).',
      for: ['writes', 'client', 'types'],
    }
  }
  if (old && !now) {
    return {
      kind: 'generated',
      severity: 'additive',
      what: 'no longer computed by the database',
      why: 'It can be written, and holds what was written last.',
      for: ['reads', 'writes', 'client', 'types'],
    }
  }
  if (old?.expression === now?.expression) return undefined
  return {
    kind: 'generated',
    severity: 'breaking',
    what: `computed as ${now?.expression}, and was ${old?.expression}`,
    why: 'The same row shows another value.',
    for: ['reads', 'filters'],
  }
}

function secretChange({ column: before }: ColumnSide, { column: after }: ColumnSide): Effect | undefined {
  if (Boolean(before.secret) === Boolean(after.secret)) return undefined
  return after.secret
    ? {
        kind: 'secret',
        severity: 'breaking',
        what: `secret (${after.secret})`,
        why: 'Only holders of `secrets:read` see it, and no filter or ordering takes it.',
        for: ['reads', 'filters', 'client'],
      }
    : {
        kind: 'secret',
        severity: 'additive',
        what: 'no longer secret',
        why: 'Everyone who may read the resource sees it: make sure that this is meant.',
        for: ['reads', 'filters', 'client'],
      }
}

const FREEDOM = { never: 0, create: 1, always: 2 } as const

function protectionChange({ column: before }: ColumnSide, { column: after }: ColumnSide): Effect | undefined {
  // What the database computes is said above.
  if (before.generated || after.generated || before.writable === after.writable) return undefined
  const isLess = FREEDOM[after.writable ?? 'always'] < FREEDOM[before.writable ?? 'always']
  const words = { never: 'never written', create: 'written by creates only', always: 'written at any time' }
  return {
    kind: 'protected',
    severity: isLess ? 'breaking' : 'additive',
    what: `${words[after.writable ?? 'always']}, and was ${words[before.writable ?? 'always']}`,
    why: isLess
      ? `Bodies that name it are refused (422). ${after.hint ?? ''}`.trim()
      : 'Bodies may name it: make sure that nothing else counts on it.',
    for: ['writes', 'client'],
  }
}

function visibilityChange({ fact: before }: ColumnSide, { fact: after }: ColumnSide): Effect | undefined {
  if (before.invisible === after.invisible) return undefined
  return {
    kind: 'column-visibility',
    severity: 'neutral',
    what: after.invisible ? 'INVISIBLE' : 'no longer INVISIBLE',
    why: 'The API names every column it selects, so it shows this one either way.',
    for: ['reads'],
  }
}

function commentChange({ fact: before }: ColumnSide, { fact: after }: ColumnSide): Effect | undefined {
  if (before.comment === after.comment) return undefined
  return {
    kind: 'column-comment',
    severity: 'neutral',
    what: after.comment ? `comment "${after.comment}"` : 'no comment any more',
    why: 'The description in the document and in the types follows it.',
    for: ['client', 'types'],
  }
}
