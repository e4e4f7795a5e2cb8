/** Names and values as they stand in the statements that doctor runs, and in those that it advises. */

/** A name of the database: `` `cc_card` ``. */
export function name(identifier: string): string {
  return `\`${identifier.replaceAll('`', '``')}\``
}

/** A text as a literal. The sessions of this server read a backslash as an escape, other ones mostly, too. */
export function literal(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** `root@localhost` as a statement names it: `'root'@'localhost'`. A name may hold an @, a host cannot. */
export function accountName(account: string): string {
  const at = account.lastIndexOf('@')
  return `${literal(account.slice(0, at))}@${literal(account.slice(at + 1))}`
}
