/**
 * The table `user`: who may use the API. The original API made one like it; an existing one is used as it is.
 */
import { randomInt } from 'node:crypto'
import type { Cell, Db, Row } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { StartError } from '../start-error.ts'
import type { Passwords } from './password.ts'
import { verifyLegacyHash } from './password.ts'

export interface User {
  readonly id: number
  /** As stored, in Unicode's composed form. */
  readonly name: string
  /** Hash, see password.ts. */
  readonly password: string
  readonly active: boolean
  readonly admin: boolean
}

const COLUMN_NAMES = ['id', 'username', 'password', 'active', 'admin']
const COLUMNS = COLUMN_NAMES.join(', ')

/**
 * The user of exactly this name: the column's collation may find `ADMIN` and `admin ` too.
 *
 * The original's table is latin1, where a name in other letters would be an error if it were not converted.
 */
export async function findUser(db: Db, name: string): Promise<User | undefined> {
  const forms = [name.normalize('NFC'), name.normalize('NFD')]
  const sql = `select ${COLUMNS} from \`user\` where convert(username using utf8mb4) in (?, ?)`
  const rows = await db.readRows({ sql, parameters: forms })
  return rows.map(toUser).find((user) => user.name === forms[0])
}

export async function readUser(db: Db, id: number): Promise<User | undefined> {
  const [row] = await db.readRows({ sql: `select ${COLUMNS} from \`user\` where id = ?`, parameters: [id] })
  return row && toUser(row)
}

/** Replaces a user's hash unless it was changed meanwhile. */
export async function replaceHash(db: Db, { id, password: old }: User, hash: string): Promise<void> {
  await db.write({ sql: 'update `user` set password = ? where id = ? and password = ?', parameters: [hash, id, old] })
}

export interface FirstUserOptions {
  readonly passwords: Passwords
  /** Of the first user; `''` has one made and printed. */
  readonly adminPassword: string
  /** Shows a line to the person at the console, once. */
  readonly print: (line: string) => void
}

/**
 * Makes the table if there is none, and the user `admin` if there are no users at all.
 *
 * @throws {@link StartError} when a user still has the password that the original API was shipped with, and where a
 *   table of that name is another program's
 */
export async function prepareUsers(db: Db, options: FirstUserOptions): Promise<void> {
  const columns = await readColumns(db)
  if (columns.size === 0) await createTable(db)
  const missing = COLUMN_NAMES.filter((name) => !columns.has(name))
  if (columns.size > 0 && missing.length > 0) throw new StartError(otherTable(missing))
  const users = await readAll(db)
  if (users.length === 0) await createFirstUser(db, options)
  const shipped = users.find((user) => user.active && verifyLegacyHash('admin', user.password))
  if (shipped) throw new StartError(await shippedPassword(shipped, options.passwords))
}

/** Names compare by bytes here, so `admin` and `Admin` are two users. */
const CREATE_TABLE = `create table if not exists \`user\` (
  id int not null auto_increment primary key,
  username varchar(255) not null unique,
  password varchar(255) not null,
  email varchar(255) not null default '',
  active tinyint(1) not null default 1,
  admin tinyint(1) not null default 0
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`

async function createTable(db: Db): Promise<void> {
  try {
    await db.write({ sql: CREATE_TABLE, parameters: [] })
  } catch (error) {
    if (errorNumber(error) !== NO_PRIVILEGE) throw error
    throw new StartError(
      'The API keeps its users in a table "user" of this database, and its database account may not make one. ' +
        `Have an administrator of the database make it, then start again:\n${CREATE_TABLE};`,
      { cause: error },
    )
  }
}

/** ER_TABLEACCESS_DENIED_ERROR. */
const NO_PRIVILEGE = 1142

async function createFirstUser(db: Db, { passwords, adminPassword, print }: FirstUserOptions): Promise<void> {
  const password = adminPassword || randomPassword()
  const insert = {
    sql:
      'insert into `user` (username, password, email, active, admin) ' +
      "select 'admin', ?, '', 1, 1 from dual where not exists (select 1 from `user`)",
    parameters: [await passwords.hash(password)],
  }
  try {
    const { affectedRows } = await db.write(insert)
    if (affectedRows === 1 && !adminPassword) {
      print(`The first user is "admin", its password "${password}". It is shown only this once.`)
    }
  } catch (error) {
    // Another process that was started at the same moment has made the user.
    if ((await readAll(db)).length === 0) throw error
  }
}

/** The hash is made here: MySQL has dropped the functions that could make one there. */
async function shippedPassword({ id, name }: User, passwords: Passwords): Promise<string> {
  const password = randomPassword()
  return (
    `The user "${name}" still has the password "admin" that the original API was shipped with, so anyone can log in. ` +
    `Give it another one in the database, then start again. This one is "${password}", shown only this once:\n` +
    `  UPDATE \`user\` SET password = '${await passwords.hash(password)}' WHERE id = ${id};`
  )
}

function otherTable(missing: readonly string[]): string {
  return (
    `The table "user" of this database belongs to another program: it lacks ${missing.join(', ')}, and the API keeps ` +
    'its users in a table of that name. Rename that table, or add what it lacks.'
  )
}

/** Empty where there is no such table. */
async function readColumns(db: Db): Promise<ReadonlySet<string>> {
  const sql =
    "select column_name from information_schema.columns where table_schema = database() and table_name = 'user'"
  const rows = await db.readRows({ sql, parameters: [] })
  return new Set(rows.map(([name]) => toText(name).toLowerCase()))
}

async function readAll(db: Db): Promise<User[]> {
  const rows = await db.readRows({ sql: `select ${COLUMNS} from \`user\``, parameters: [] })
  return rows.map(toUser)
}

/** Without characters that look alike; 20 of them hold 115 bits. */
function randomPassword(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
  return Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

function toUser([id, name, password, active, admin]: Row): User {
  return {
    id: Number(id),
    name: toText(name).normalize('NFC'),
    password: toText(password),
    active: Number(active) === 1,
    admin: Number(admin) === 1,
  }
}

function toText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}
