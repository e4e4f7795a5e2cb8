/** Secrets that all processes on one database share, and that no file or setting has to hold: the table `a2b_secret`. */
import { randomBytes } from 'node:crypto'
import type { Session } from '../db/db.ts'
import type { OwnTables } from './migrate.ts'

export const secretTables: OwnTables = {
  owner: 'secrets',
  migrations: [
    {
      id: '001-secret',
      up: [
        `create table if not exists a2b_secret (
  name varchar(64) not null primary key,
  value char(64) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_secret'],
    },
  ],
}

/**
 * Made by whichever process asks first.
 *
 * @returns 64 hexadecimal digits, the same for every process
 */
export async function sharedSecret(db: Session, name: string): Promise<string> {
  const known = await readSecret(db, name)
  if (known !== undefined) return known
  const sql = 'insert ignore into a2b_secret (name, value) values (?, ?)'
  await db.write({ sql, parameters: [name, makeSecret()] })
  const kept = await readSecret(db, name)
  if (kept === undefined) throw new Error(`The secret "${name}" was removed while it was made`)
  return kept
}

/** @returns 64 hexadecimal digits that nobody else has */
export function makeSecret(): string {
  return randomBytes(32).toString('hex')
}

async function readSecret(db: Session, name: string): Promise<string | undefined> {
  const [row] = await db.readRows({ sql: 'select value from a2b_secret where name = ?', parameters: [name] })
  return row && String(row[0])
}
