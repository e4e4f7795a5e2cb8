/**
 * What a plugin declares of its tables -> a check of every query that it sends.
 *
 * A query is looked at as Kysely's tree, before it becomes SQL. Text that a plugin writes itself may stand in it only
 * where an expression can, and may hold nothing that could name a table.
 */
import type {
  ColumnUpdateNode,
  DeleteQueryNode,
  InsertQueryNode,
  OperationNode,
  RawNode,
  SchemableIdentifierNode,
  TableNode,
  UpdateQueryNode,
  WithNode,
} from 'kysely'

export interface GuardedTables {
  /** Of the plugin, for errors. */
  readonly plugin: string
  /** By the name in the database. */
  readonly uses: ReadonlyMap<string, TableRule>
  /** Whether it is one of the plugin's own. */
  readonly isOwn: (table: string) => boolean
  /** Where what is written would be nobody's. */
  readonly isReadOnly?: boolean
}

export interface TableRule {
  readonly access: Access
  /** Columns that only the money service changes. */
  readonly balances: readonly string[]
}

type Access = 'read' | 'add' | 'write'

/** Tables that a common table expression has named. */
type Names = ReadonlySet<string>

/** @returns a function that throws an Error for a query that leaves what was declared */
export function tableGuard(tables: GuardedTables): (query: OperationNode) => void {
  return (query) => {
    if (!QUERIES.has(query.kind))
      throw refusal(tables, `may not send ${query.kind}: only select, insert, update and delete`)
    if (tables.isReadOnly && query.kind !== 'SelectQueryNode')
      throw refusal(tables, 'only reads here: a route writes by host.write, and the audit tells who did')
    new Guard(tables).check(query, new Set())
  }
}

/** @throws Error for a table that was not declared */
export function assertMayRead(tables: GuardedTables, table: string): void {
  if (!tables.isOwn(table) && !tables.uses.has(table)) throw undeclared(tables, table)
}

const QUERIES: ReadonlySet<string> = new Set([
  'SelectQueryNode',
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
])

/** What can stand where a table does. */
const SOURCES: ReadonlySet<string> = new Set(['TableNode', 'SelectQueryNode', 'ValuesNode'])

const RANK: Record<Access, number> = { read: 0, add: 1, write: 2 }

class Guard {
  readonly #tables: GuardedTables

  constructor(tables: GuardedTables) {
    this.#tables = tables
  }

  check(node: OperationNode, outer: Names): void {
    const names = 'with' in node && node.with ? this.#namesOf(node.with as WithNode, outer) : outer
    switch (node.kind) {
      case 'TableNode':
        return this.#mayUse(node as TableNode, 'read', names)
      case 'ReferenceNode':
        // A column of a table, or of an alias, that stands elsewhere in the query.
        return undefined
      case 'RawNode':
        this.#checkText(node as RawNode, 0, names)
        return undefined
      case 'WithNode':
        // Looked at with the query that it stands in.
        return undefined
      case 'FromNode':
      case 'UsingNode':
        for (const source of childrenOf(node)) this.#mustBeSource(source)
        break
      case 'JoinNode':
        this.#mustBeSource((node as unknown as { table: OperationNode }).table)
        break
      case 'InsertQueryNode':
        this.#checkInsert(node as InsertQueryNode, names)
        break
      case 'UpdateQueryNode':
        this.#checkUpdate(node as UpdateQueryNode, names)
        break
      case 'DeleteQueryNode':
        for (const table of tablesIn((node as DeleteQueryNode).from)) this.#mayUse(table, 'write', names)
        break
      case 'FunctionNode':
      case 'AggregateFunctionNode':
        this.#checkFunction((node as unknown as { func: string }).func)
        break
      case 'SelectModifierNode':
        if ('rawModifier' in node && node.rawModifier) throw this.#refuse('may not write modifiers of its own')
        return undefined
      case 'MergeQueryNode':
        throw this.#refuse('may not merge')
    }
    for (const child of childrenOf(node)) this.check(child, names)
  }

  /** Each expression sees those before it, and where the clause is recursive, itself. */
  #namesOf({ expressions, recursive }: WithNode, outer: Names): Names {
    const names = new Set(outer)
    for (const { name, expression } of expressions) {
      const own = name.table.table.identifier.name
      this.check(expression, recursive ? new Set([...names, own]) : new Set(names))
      names.add(own)
    }
    return names
  }

  #mayUse({ table }: TableNode, access: Access, names: Names): void {
    const { schema, identifier } = table as SchemableIdentifierNode
    if (schema) throw this.#refuse(`may not reach into the database ${schema.name}`)
    const { name } = identifier
    if ((access === 'read' && names.has(name)) || this.#tables.isOwn(name)) return
    const rule = this.#tables.uses.get(name)
    if (!rule) throw undeclared(this.#tables, name)
    if (RANK[rule.access] >= RANK[access]) return
    throw this.#refuse(`declares to ${rule.access} the table ${name}, and this query needs "${access}"`)
  }

  #checkInsert({ into, replace, onDuplicateKey }: InsertQueryNode, names: Names): void {
    if (!into) throw this.#refuse('inserts into nothing')
    this.#mayUse(into, replace || onDuplicateKey ? 'write' : 'add', names)
    if (replace && this.#balancesOf([into]).length > 0) throw this.#balance(into.table.identifier.name)
    this.#checkChanges([into], onDuplicateKey?.updates ?? [])
  }

  /** A column without its table could be of any of them, so all must be the plugin's to change. */
  #checkUpdate({ table, from, joins = [], updates = [] }: UpdateQueryNode, names: Names): void {
    if (!table) throw this.#refuse('updates nothing')
    const all = [table, ...(from ? [from] : []), ...joins.map((join) => join.table)].flatMap(tablesIn)
    for (const one of all) this.#mayUse(one, 'write', names)
    this.#checkChanges(all, updates)
  }

  #checkChanges(tables: readonly TableNode[], changes: readonly ColumnUpdateNode[]): void {
    const balances = this.#balancesOf(tables)
    for (const { column } of changes) {
      const name = columnName(column)
      if (name === undefined) throw this.#refuse('must name the columns that it changes')
      if (balances.includes(name.toLowerCase())) throw this.#balance(name)
    }
  }

  #balancesOf(tables: readonly TableNode[]): string[] {
    return tables.flatMap(({ table }) => this.#tables.uses.get(table.identifier.name)?.balances ?? [])
  }

  #balance(what: string): Error {
    return this.#refuse(`may not change the balance ${what}: money moves by host.money.move`)
  }

  /** @param depth - of round brackets, so that no text ends a bracket that it has not begun, or begins another table */
  #checkText({ sqlFragments, parameters }: RawNode, depth: number, names: Names): number {
    sqlFragments.forEach((fragment, index) => {
      const text = fragment.replaceAll(/'[\w .:%-]*'/g, '0')
      const [found] = FORBIDDEN.exec(text) ?? []
      if (found !== undefined) throw this.#refuse(`may not write "${found}" in SQL of its own: ${fragment.trim()}`)
      for (const char of text.replaceAll(/[^(),]/g, '')) {
        depth += char === '(' ? 1 : char === ')' ? -1 : 0
        if (depth < 0 || (char === ',' && depth === 0)) {
          throw this.#refuse(`may write one expression at a time in SQL of its own: ${fragment.trim()}`)
        }
      }
      const parameter = parameters[index]
      if (parameter?.kind === 'RawNode') depth = this.#checkText(parameter as RawNode, depth, names)
      else if (parameter) this.check(parameter, names)
    })
    return depth
  }

  #checkFunction(name: string): void {
    if (!/^\w+$/.test(name) || FORBIDDEN.test(name)) throw this.#refuse(`may not call the function ${name}`)
  }

  #mustBeSource(node: OperationNode): void {
    const source = node.kind === 'AliasNode' ? (node as unknown as { node: OperationNode }).node : node
    if (!SOURCES.has(source.kind)) throw this.#refuse(`may not read from ${source.kind}: only from tables and queries`)
  }

  #refuse(what: string): Error {
    return refusal(this.#tables, what)
  }
}

/** What could name a table, end a statement, hide in a comment, set a variable, or wait. */
const FORBIDDEN =
  /;|--|#|\/\*|[`"'@\\]|\b(?:select|from|\w*join|table|into|union|intersect|except|call|do|handler|procedure|load_file|get_lock|release_lock|release_all_locks|sleep|benchmark)\b/i

function undeclared(tables: GuardedTables, name: string): Error {
  return refusal(tables, `has not declared the table ${name}. Add it to \`tables\``)
}

function refusal({ plugin }: GuardedTables, what: string): Error {
  return new Error(`Plugin "${plugin}" ${what}.`)
}

function childrenOf(node: OperationNode): OperationNode[] {
  return Object.values(node).flat().filter(isNode)
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === 'object' && value !== null && 'kind' in value
}

/** Those that a FROM, a list or an alias names itself, not those of queries inside. */
function tablesIn(node: OperationNode): TableNode[] {
  if (node.kind === 'TableNode') return [node as TableNode]
  return node.kind.endsWith('QueryNode') ? [] : childrenOf(node).flatMap(tablesIn)
}

function columnName(node: OperationNode): string | undefined {
  const column = node.kind === 'ReferenceNode' ? (node as unknown as { column: OperationNode }).column : node
  return column.kind === 'ColumnNode' ? (column as unknown as { column: { name: string } }).column.name : undefined
}
