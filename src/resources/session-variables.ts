/** A2Billing's triggers read session variables that an earlier write on the connection may have left. */

/** @throws Error for a name that cannot stand in SQL as it is */
export function resetSql(variables: readonly string[]): string {
  const wrong = variables.find((name) => !/^[a-z_]+$/i.test(name))
  if (wrong !== undefined) throw new Error(`"${wrong}" is no name of a session variable`)
  return `SET ${variables.map((name) => `@${name} = NULL`).join(', ')}`
}
