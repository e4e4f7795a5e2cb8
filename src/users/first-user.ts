/**
 * The table `user` when the server starts: made if there is none, with the first user, and without the password that
 * everyone knows.
 */
import { randomInt } from 'node:crypto'
import type { Cell, Db } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { StartError } from '../start-error.ts'
import { type Passwords, SHIPPED_PASSWORD, verifyLegacyHash } from './password.ts'

export interface FirstUserOptions {
  readonly passwords: Passwords
  /** Of the first user; `''` has one made and printed. */
  readonly adminPassword: string
  /** Serve although a user still has the password that everyone knows. */
  readonly allowDefaultPassword: boolean
  /** Shows a line to the person at the console, once. */
  readonly print: (line: string) => void
}

/**
 * Makes the table if there is none.
 *
 * @throws {@link StartError} where a table of that name is another program's, or the account may not make one
 */
export async function prepareUserTable(db: Db): Promise<void> {
  const columns = await readColumns(db)
  if (columns.size === 0) return createTable(db)
  const missing = COLUMNS.filter((name) => !columns.has(name))
  if (missing.length > 0) throw new StartError(otherTable(missing))
}

/**
 * Makes the user `admin` if there are no users at all.
 *
 * @throws {@link StartError} when a user still has the password that the original API was shipped with
 */
export async function prepareUsers(db: Db, options: FirstUserOptions): Promise<void> {
  const users = await readAll(db)
  if (users.length === 0) await createFirstUser(db, options)
  if (options.allowDefaultPassword) return
  const shipped = users.find((user) => user.active && verifyLegacyHash(SHIPPED_PASSWORD, user.password))
  if (shipped) throw new StartError(await shippedPassword(shipped, options.passwords))
}

const COLUMNS = ['id', 'username', 'password', 'active', 'admin']

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
async function shippedPassword({ id, name }: StoredUser, passwords: Passwords): Promise<string> {
  const password = randomPassword()
  return (
    `The user "${name}" still has the password "admin" that the original API was shipped with, so anyone can log in. ` +
    'Give it another one by `a2b user passwd`, or in the database, then start again. ' +
    `This one is "${password}", shown only this once:\n` +
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

interface StoredUser {
  readonly id: string
  readonly name: string
  readonly password: string
  readonly active: boolean
}

async function readAll(db: Db): Promise<StoredUser[]> {
  const rows = await db.readRows({ sql: 'select id, username, password, active from `user`', parameters: [] })
  return rows.map(([id, name, password, active]) => ({
    id: toText(id),
    name: toText(name),
    password: toText(password),
    active: Number(active) === 1,
  }))
}

function toText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}

/** Without characters that look alike; 20 of them hold 115 bits. */
function randomPassword(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
  return Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
