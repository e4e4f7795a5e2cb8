/** Reads `mysql://user:password@host:3306/a2billing`, the one form in which an operator names the database. */

export interface ConnectionTarget {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** Instead of host and port: `?socketPath=/run/mysqld/mysqld.sock`. */
  readonly socketPath?: string
  /** TLS with a verified certificate: `?ssl=true`. */
  readonly ssl?: { readonly rejectUnauthorized: true }
}

/**
 * @param text - parts with reserved characters are percent-encoded
 * @throws Error naming what is wrong, never with the password in it
 */
export function parseConnectionUrl(text: string): ConnectionTarget {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['mysql:', 'mariadb:'].includes(url.protocol)) {
    throw new Error('The database URL must look like mysql://user:password@host:3306/a2billing')
  }
  const database = decode(url.pathname.slice(1))
  if (!database) throw new Error('The database URL names no database: add it after the host, as in /a2billing')
  const { socketPath, ssl, ...unknown } = Object.fromEntries(url.searchParams)
  const [name] = Object.keys(unknown)
  if (name) throw new Error(`The database URL has an unknown option "${name}"; known are socketPath and ssl`)
  if (ssl !== undefined && ssl !== 'true') throw new Error('The option ssl of the database URL can only be true')
  return {
    host: decode(url.hostname).replace(/^\[|\]$/g, ''),
    port: Number(url.port || 3306),
    user: decode(url.username),
    password: decode(url.password),
    database,
    ...(socketPath && { socketPath }),
    ...(ssl && { ssl: { rejectUnauthorized: true } }),
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Error('The database URL has a percent sign that encodes nothing; write it as %25')
  }
}
