/**
 * The benchmarks' databases: A2Billing 2.3.0 with 100,000 cards, 2,000,000 calls and 20 countries, on InnoDB and on MyISAM.
 *
 * Every row is arithmetic on its number, so that each run reads the same ones; made once and kept in `.a2b/bench/`.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { createSchema } from '../scripts/demo/create.ts'
import { ensureDataDirectory } from '../scripts/mariadb/bootstrap.ts'
import type { Binaries } from '../scripts/mariadb/find.ts'
import { type PrivateServer, startServer } from '../scripts/mariadb/server.ts'

export const DATABASE = 'a2b_bench'
export const MYISAM_DATABASE = 'a2b_bench_myisam'
export const CARDS = 100_000
export const CALLS = 2_000_000
export const COUNTRIES = 20

/** @returns the statements that make all rows, so many calls among them */
function rowsWith(calls: number): readonly string[] {
  return [
    `INSERT INTO cc_country (id, countrycode, countryprefix, countryname)
     SELECT seq, CONCAT('X', LPAD(seq, 2, '0')), 30 + seq, CONCAT('Country ', seq) FROM seq_1_to_${COUNTRIES}`,
    `INSERT INTO cc_trunk (id_trunk, trunkcode, providertech, providerip)
     SELECT seq, CONCAT('Trunk ', seq), 'SIP', CONCAT('192.0.2.', seq) FROM seq_1_to_3`,
    `INSERT INTO cc_card_group (id, name, id_agent) SELECT seq, CONCAT('Group ', seq), 0 FROM seq_1_to_10`,
    `INSERT INTO cc_card (id, creationdate, firstusedate, expirationdate, username, useralias, uipass, credit, tariff,
       activated, status, lastname, firstname, address, city, state, country, zipcode, phone, email, currency, lastuse,
       language, vat, id_group, company_name, traffic, discount)
     SELECT seq, '2020-01-01' + INTERVAL seq MINUTE, IF(seq % 5, '2021-01-01' + INTERVAL seq MINUTE, 0), 0,
       5000000000 + seq, 900000000000000 + seq, MD5(seq), (seq * 7919 % 10000000) / 1000, 1, 't', 1,
       ELT(1 + seq % 6, 'Müller', 'O''Brien', 'Nguyễn', 'Smith', 'd''Alembert "le jeune"', 'García'),
       ELT(1 + seq % 4, 'Zoë', 'Jan', 'Mary Ann', 'José'), CONCAT(seq % 300, ' Main Street'), 'Springfield', '', 'USA',
       LPAD(seq % 99999, 5, '0'), CONCAT('1555', LPAD(seq, 7, '0')), CONCAT('customer', seq, '@example.org'), 'USD',
       IF(seq % 3, '2024-01-01' + INTERVAL seq MINUTE, 0), 'en', IF(seq % 2, 19.6, 0), 1 + seq % 10, '', seq * 11, 0
     FROM seq_1_to_${CARDS}`,
    // A2Billing has no index for the calls of a card; who lists them has added one.
    'ALTER TABLE cc_call ADD KEY (card_id, starttime)',
    `INSERT INTO cc_call (id, sessionid, uniqueid, card_id, nasipaddress, starttime, stoptime, sessiontime, calledstation,
       sessionbill, id_tariffgroup, id_tariffplan, id_ratecard, id_trunk, sipiax, src, buycost, real_sessiontime, dnid,
       terminatecauseid, destination)
     SELECT seq, CONCAT('SIP/', seq % 997, '-', LPAD(HEX(seq), 8, '0')), CONCAT(1600000000 + seq, '.', seq % 1000),
       1 + seq * 7919 % ${CARDS}, '10.0.0.1', '2022-01-01' + INTERVAL seq * 37 SECOND,
       '2022-01-01' + INTERVAL seq * 37 + seq % 600 SECOND, seq % 600, CONCAT('44', LPAD(seq % 9999999, 9, '0')),
       (seq % 600) * 0.01, 1, 1, 1 + seq % 50, 1 + seq % 3, 0, CONCAT('1555', LPAD(seq % ${CARDS}, 7, '0')),
       (seq % 600) * 0.00731, seq % 600, CONCAT('44', LPAD(seq % 9999999, 9, '0')), 1 + seq % 5, 44
     FROM seq_1_to_${calls}`,
    'ANALYZE TABLE cc_card, cc_call, cc_country, cc_trunk',
  ]
}

/** Durable, as a server with money on it is. Stop it when done. */
export async function startBenchServer(
  binaries: Binaries,
  directory: string,
  log: (line: string) => void,
  calls = CALLS,
): Promise<PrivateServer> {
  const rows = rowsWith(calls)
  const dataDir = join(directory, 'data')
  const stampFile = join(directory, 'stamp')
  const stamp = createHash('sha256')
    .update(JSON.stringify([binaries.version, rows]))
    .digest('hex')
  const isMade = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (!isMade) rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  await ensureDataDirectory(binaries, dataDir)
  const extraArguments = ['--innodb-buffer-pool-size=1G', '--max-connections=200']
  const server = await startServer({ binaries, dataDir, durability: 'durable', sqlMode: '', extraArguments })
  if (isMade) return server
  try {
    await fill(server, DATABASE, 'InnoDB', rows, log)
    await fill(server, MYISAM_DATABASE, undefined, rows, log)
    writeFileSync(stampFile, stamp)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function fill(
  { socketPath }: PrivateServer,
  database: string,
  engine: 'InnoDB' | undefined,
  rows: readonly string[],
  log: (line: string) => void,
): Promise<void> {
  await createSchema({ socketPath, database, ...(engine && { engine }) })
  const connection = await createConnection({ socketPath, user: 'root', database })
  for (const sql of rows) {
    log(`${database}: ${sql.split(/\s+/).slice(0, 3).join(' ')}`)
    await connection.query(sql)
  }
  await connection.end()
}
