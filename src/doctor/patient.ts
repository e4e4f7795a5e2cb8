/** What every check is given: the database, the resources it is served as, and a few facts read once. */
import type { Cell, Db, Row } from '../db/db.ts'
import type { Resource } from '../resources/resource.ts'

export interface Patient {
  readonly db: Db
  /** What is served of the database as it is now; drift has been taken out. */
  readonly resources: readonly Resource[]
  /** Every table of the database, views not among them. */
  readonly tables: ReadonlyMap<string, TableFacts>
  readonly database: string
  readonly server: string
  /** The account as the server knows it: `a2b@localhost`. */
  readonly account: string
  /** Connections that the API may open, of the setting `A2B_POOL_SIZE`. */
  readonly poolSize: number
}

export interface TableFacts {
  readonly engine: string
  /** Exact on MyISAM, a guess on InnoDB. */
  readonly rows: number
}

/** @throws ApiError when the database cannot be reached */
export async function readPatient(db: Db, resources: Iterable<Resource>, poolSize: number): Promise<Patient> {
  const [[database, server, account] = []] = await rowsOf(db, 'select database(), version(), current_user()')
  const tables = await rowsOf(
    db,
    `select table_name, engine, table_rows from information_schema.tables
     where table_schema = database() and table_type not like '%VIEW' and engine is not null order by table_name`,
  )
  return {
    db,
    resources: [...resources],
    tables: new Map(tables.map(([name, engine, rows]) => [text(name), { engine: text(engine), rows: Number(rows) }])),
    database: text(database),
    server: text(server),
    account: text(account),
    poolSize,
  }
}

/** Of a constant statement. */
export async function rowsOf(
  db: Pick<Db, 'readRows'>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return db.readRows({ sql, parameters })
}

export function text(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}
