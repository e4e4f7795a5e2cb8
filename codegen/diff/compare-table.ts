/** One table as a whole, before and after: its address, its key, its engine, what may be done with it. */
import { shapeOf, type Table } from '../model/schema.ts'
import { PAGE_SIZE } from '../model/page-size.ts'
import type { Effect } from './change.ts'
import type { Match } from './columns.ts'
import { ELSEWHERE, sentences, type TableSide } from './sides.ts'

type Pages = typeof PAGE_SIZE
type Aspect = (before: TableSide, after: TableSide, columns: readonly Match[]) => Effect | undefined

/**
 * @param isRenamed - the table itself is: its resource has been spoken of
 * @param columns - that stand on both sides, under the same name or another
 */
export function compareTable(
  before: TableSide,
  after: TableSide,
  isRenamed: boolean,
  columns: readonly Match[],
): Effect[] {
  const aspects = isRenamed ? ASPECTS.filter((aspect) => aspect !== resourceChange) : ASPECTS
  return aspects.map((aspect) => aspect(before, after, columns)).filter((effect) => effect !== undefined)
}

const ASPECTS: readonly Aspect[] = [
  resourceChange,
  kindChange,
  primaryKeyChange,
  cursorChange,
  shapeChange,
  engineChange,
  versioningChange,
  pageSizeChange,
  searchChange,
  collationChange,
  commentChange,
]

function resourceChange({ table: before }: TableSide, { table: after }: TableSide): Effect | undefined {
  if (before.resource !== after.resource) {
    return {
      kind: 'resource-renamed',
      severity: 'breaking',
      what: `is the resource "${after.resource}", and was "${before.resource}"`,
      why: `Requests to /api/${before.resource}/ answer 404; its types have other names.`,
      for: ELSEWHERE,
    }
  }
  if (before.typeName === after.typeName) return undefined
  return {
    kind: 'resource-renamed',
    severity: 'breaking',
    what: `has the type ${after.typeName}, and had ${before.typeName}`,
    why: 'Its types have other names.',
    for: ['client', 'types'],
  }
}

function kindChange({ table: before }: TableSide, { table: after }: TableSide): Effect | undefined {
  if (before.kind === after.kind) return undefined
  return {
    kind: 'table-kind',
    severity: after.kind === 'view' ? 'breaking' : 'additive',
    what: `${before.kind} -> ${after.kind}`,
    why: after.kind === 'view' ? 'A view can only be read.' : 'Its rows may have addresses and be written now.',
    for: ['writes', 'client', 'types'],
  }
}

function primaryKeyChange(
  { table: before }: TableSide,
  { table: after }: TableSide,
  columns: readonly Match[],
): Effect | undefined {
  const [old, now] = [before.primaryKey, after.primaryKey].map((key) => key.join(', '))
  const names = new Map(columns.map(({ was, is }) => [was.fact.name, is.fact.name]))
  // An address is made of values: it stays when no more than the name of a column changes.
  if (before.primaryKey.map((name) => names.get(name)).join(', ') === now) return undefined
  const what = `primary key ${old ? `(${old})` : 'none'} -> ${now ? `(${now})` : 'none'}`
  if (!old) {
    return {
      kind: 'primary-key',
      severity: 'additive',
      what,
      why: 'Rows have an address.',
      for: ['reads', 'writes', 'client'],
    }
  }
  return {
    kind: 'primary-key',
    severity: 'breaking',
    what,
    why: now
      ? 'Rows have other addresses: those that were kept find nothing, or another row.'
      : 'No row has an address any more: the list is all that is left, to read.',
    for: ['reads', 'writes', 'client'],
  }
}

/** In which orders a list can be walked by a cursor: those that an index holds. */
function cursorChange(
  { table: before }: TableSide,
  { table: after }: TableSide,
  columns: readonly Match[],
): Effect | undefined {
  const names = new Map(columns.map(({ was, is }) => [was.fact.name, is.fact.name]))
  const old = before.indexes.map((index) => index.columns.map((name) => names.get(name) ?? name))
  const now = after.indexes.map((index) => index.columns)
  const missingIn = (orders: readonly (readonly string[])[], all: readonly (readonly string[])[]): string =>
    all
      .filter((order) => !orders.some((other) => order.every((name, index) => name === other[index])))
      .map((order) => `(${order.join(', ')})`)
      .join(', ')
  const [gone, added] = [missingIn(now, old), missingIn(old, now)]
  if (gone !== '') {
    return {
      kind: 'cursor',
      severity: 'breaking',
      what: `no index in the order of ${gone} any more`,
      why: 'A list in this order is refused (400) with `cursor=`; with `page=` it is answered.',
      for: ['reads'],
    }
  }
  if (added === '') return undefined
  return {
    kind: 'cursor',
    severity: 'additive',
    what: `an index in the order of ${added}`,
    why: 'A list in this order can be walked by `cursor=`.',
    for: ['reads'],
  }
}

/** What a client may do with its rows, for another reason than its key or kind. */
function shapeChange({ table: before }: TableSide, { table: after }: TableSide): Effect | undefined {
  const [old, now] = [shapeOf(before), shapeOf(after)]
  if (old === now || before.kind !== after.kind || hasKey(before) !== hasKey(after)) return undefined
  return now === 'read-write'
    ? {
        kind: 'writable',
        severity: 'additive',
        what: 'can be written',
        why: `It could not: ${before.readOnly ?? ''}`,
        for: ['writes', 'client'],
      }
    : {
        kind: 'read-only',
        severity: 'breaking',
        what: 'can only be read',
        why: `POST, PUT, PATCH and DELETE answer 405. ${after.readOnly ?? ''}`.trim(),
        for: ['writes', 'client'],
      }
}

function hasKey({ primaryKey: key }: Table): boolean {
  return key.length > 0
}

/** Those that can undo: only there is a refill or a charge all or nothing. */
const TRANSACTIONAL = new Set(['innodb', 'ndbcluster', 'ndb', 'rocksdb', 'tokudb'])

function engineChange({ fact: before }: TableSide, { fact: after }: TableSide): Effect | undefined {
  const [old = '', now = ''] = [before.engine, after.engine]
  if (old === now || !old || !now) return undefined
  const [could, can] = [old, now].map((name) => TRANSACTIONAL.has(name.toLowerCase()))
  return {
    kind: 'engine',
    severity: could && !can ? 'breaking' : !could && can ? 'additive' : 'neutral',
    what: `engine ${old} -> ${now}`,
    why:
      could === can
        ? 'Which promises hold does not change.'
        : sentences([
            can
              ? 'Transactions hold: a refill or charge that fails leaves nothing behind, and writers wait for a row, not for the table.'
              : 'ROLLBACK does nothing any more: a crash in the middle of a refill or charge can leave log rows without the money, and writers wait for the whole table.',
            can && 'A lock may be refused (503): send the request again.',
          ]),
    for: ['writes'],
  }
}

function versioningChange({ fact: before }: TableSide, { fact: after }: TableSide): Effect | undefined {
  if (before.systemVersioned === after.systemVersioned) return undefined
  return {
    kind: 'system-versioning',
    severity: 'neutral',
    what: after.systemVersioned ? 'WITH SYSTEM VERSIONING' : 'no SYSTEM VERSIONING any more',
    why: `The database ${after.systemVersioned ? 'keeps' : 'no longer keeps'} rows as they were; the API shows them as they are.`,
    for: [],
  }
}

function pageSizeChange({ table: before }: TableSide, { table: after }: TableSide): Effect | undefined {
  const [old, now] = [before, after].map(({ pageSize }) => ({ ...PAGE_SIZE, ...pageSize })) as [Pages, Pages]
  if (old.default === now.default && old.maximum === now.maximum) return undefined
  const severity = now.maximum < old.maximum ? 'breaking' : now.maximum > old.maximum ? 'additive' : 'neutral'
  return {
    kind: 'page-size',
    severity,
    what: `${now.default} rows a page, at most ${now.maximum}; were ${old.default} and ${old.maximum}`,
    why: sentences([
      severity === 'breaking' && `A list that asks for more than ${now.maximum} is refused (400).`,
      old.default !== now.default && 'Whoever follows `next` sees every row all the same.',
      severity === 'additive' && 'A list may ask for more at once.',
    ]),
    for: ['reads'],
  }
}

/** Of a column that is renamed or dropped, more is said elsewhere; here, whether what is left is searched. */
function searchChange(
  { table: before }: TableSide,
  { table: after }: TableSide,
  columns: readonly Match[],
): Effect | undefined {
  const names = new Map(columns.map(({ was, is }) => [was.fact.name, is.fact.name]))
  const old = before.search.map(({ column, in: other }) => (other ? `${other.resource}.${column}` : names.get(column)))
  const now = after.search.map(({ column, in: other }) => (other ? `${other.resource}.${column}` : column))
  const gone = old.filter((name) => name !== undefined && !now.includes(name))
  const added = now.filter((name) => !old.includes(name))
  if (gone.length > 0) {
    return {
      kind: 'search',
      severity: 'breaking',
      what: now.length === 0 ? 'is searched no more' : `is searched no more in ${gone.join(', ')}`,
      why: now.length === 0 ? 'A list with `search=` is refused (400).' : 'A search finds fewer rows.',
      for: ['filters'],
    }
  }
  if (added.length === 0) return undefined
  return {
    kind: 'search',
    severity: 'additive',
    what: `is searched in ${added.join(', ')}`,
    why: old.length === 0 ? 'Its list takes `search=`.' : 'A search finds more rows.',
    for: ['filters'],
  }
}

function collationChange({ fact: before }: TableSide, { fact: after }: TableSide): Effect | undefined {
  if (before.collation === after.collation || !before.collation || !after.collation) return undefined
  return {
    kind: 'table-collation',
    severity: 'neutral',
    what: `default collation ${before.collation} -> ${after.collation}`,
    why: 'It is that of columns added later; what happens to the present ones is said with them.',
    for: [],
  }
}

function commentChange({ fact: before }: TableSide, { fact: after }: TableSide): Effect | undefined {
  if (before.comment === after.comment) return undefined
  return {
    kind: 'table-comment',
    severity: 'neutral',
    what: after.comment ? `comment "${after.comment}"` : 'no comment any more',
    why: 'The description in the document and in the types follows it.',
    for: ['client', 'types'],
  }
}
