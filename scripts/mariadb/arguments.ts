/**
 * Options -> the argument list of a private server: small in memory, deaf to the network, blind to the host's own
 * MariaDB configuration.
 */
import type { Binaries } from './find.ts'

/** `durable` keeps what it was told through a power cut; `test` forgets, three times as fast. */
export type Durability = 'durable' | 'test'

export interface ServerArguments {
  readonly dataDir: string
  readonly socketPath: string
  readonly pidFile: string
  readonly logFile: string
  readonly durability: Durability
  /** e.g. `STRICT_ALL_TABLES`; empty is MySQL's lenient mode; left out is the server's default. */
  readonly sqlMode?: string | undefined
  readonly extraArguments?: readonly string[] | undefined
}

/** 55 MB of memory and 17 MB of disk instead of 100 and 114. */
const SMALL = [
  '--innodb-log-file-size=4M',
  '--innodb-buffer-pool-size=16M',
  '--aria-log-file-size=8M',
  '--aria-pagecache-buffer-size=1M',
  '--key-buffer-size=2M',
  '--skip-performance-schema',
  '--skip-log-bin',
  '--max-connections=60',
]

/** `loose`: a later server that has dropped the option starts all the same, only slower. */
const FORGETFUL = [
  '--innodb-flush-log-at-trx-commit=0',
  '--loose-innodb-flush-method=nosync',
  '--loose-innodb-doublewrite=0',
]

/** What bootstrapping and serving have in common. `--no-defaults` counts only as the first argument. */
export function commonArguments(binaries: Binaries, dataDir: string, isRoot = process.getuid?.() === 0): string[] {
  return [
    '--no-defaults',
    `--datadir=${dataDir}`,
    // A server that starts deletes every temporary table it finds there: in /tmp, those of the servers that run.
    `--tmpdir=${dataDir}`,
    `--lc-messages-dir=${binaries.shareDirectory}`,
    `--character-sets-dir=${binaries.charsetsDirectory}`,
    ...(binaries.pluginDirectory === undefined ? [] : [`--plugin-dir=${binaries.pluginDirectory}`]),
    // MariaDB wants root to be asked for by name. Any other user here would clear the parent-death signal.
    ...(isRoot ? ['--user=root'] : []),
    ...SMALL,
  ]
}

/** The whole argument list of a serving server. */
export function serverArguments(binaries: Binaries, options: ServerArguments): string[] {
  return [
    ...commonArguments(binaries, options.dataDir),
    `--socket=${options.socketPath}`,
    `--pid-file=${options.pidFile}`,
    `--log-error=${options.logFile}`,
    '--skip-networking',
    '--skip-name-resolve',
    '--innodb-buffer-pool-dump-at-shutdown=0',
    '--default-time-zone=+00:00',
    '--character-set-server=utf8mb4',
    ...(options.durability === 'test' ? FORGETFUL : []),
    ...(options.sqlMode === undefined ? [] : [`--sql-mode=${options.sqlMode}`]),
    ...(options.extraArguments ?? []),
  ]
}
