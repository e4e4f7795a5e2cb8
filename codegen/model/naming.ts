/** Names in URLs and in code, made from the database's: `cc_card_group` is `cardgroup`, `CardGroup`, `cardGroup`. */

/** Words that TypeScript does not take as the name of a constant, and those that generated modules import. */
const TAKEN_VARIABLES = new Set(
  (
    'arguments async await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield ' +
    'create list read remove update resources routers ' +
    'bigint binary bit blob char date datetime decimal double enumOf flag float inet4 inet6 int json longblob longtext ' +
    'mediumblob mediumint mediumtext opaque scaled setOf smallint text time timestamp tinyblob tinyint tinytext unsigned ' +
    'uuid varbinary varchar year'
  ).split(' '),
)

/** Types that generated modules import or declare, and what the document has operations of: `listResources`. */
const TAKEN_TYPES = new Set(
  'Api Bigint Buffer Database Decimal Generated Insertable Narrowed ReadOnly Resource Resources Router Selectable SqlDate SqlDateTime Updateable'.split(
    ' ',
  ),
)

/**
 * The resource of a table: the prefix off, underscores out, and every other character that a URL would have to
 * encode replaced by a hyphen.
 */
export function resourceName(table: string, prefix: string): string {
  return withoutPrefix(table, prefix)
    .replaceAll('_', '')
    .replace(/[^A-Za-z0-9]+/g, '-')
}

/**
 * `card_group` -> `CardGroup`; `1st table` -> `Table1stTable`, because a type cannot start with a digit; a name that
 * is taken gets `Row` behind it.
 */
export function typeName(table: string, prefix: string): string {
  const name = words(withoutPrefix(table, prefix))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  if (TAKEN_TYPES.has(name)) return `${name}Row`
  return /^[A-Za-z]/.test(name) ? name : `Table${name}`
}

/** `CardGroup` -> `cardGroup`; a name that is taken, or looks like a router's, gets `Table` behind it. */
export function variableName(type: string): string {
  const name = type.charAt(0).toLowerCase() + type.slice(1)
  return TAKEN_VARIABLES.has(name) || name.endsWith('Router') ? `${name}Table` : name
}

function withoutPrefix(table: string, prefix: string): string {
  return prefix && table.startsWith(prefix) && table.length > prefix.length ? table.slice(prefix.length) : table
}

function words(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter(Boolean)
}
