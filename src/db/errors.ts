/**
 * Turns the driver's errors into answers: what the client did wrong as 4xx, what the database cannot do now as 503.
 *
 * Numbers: MariaDB "Error Codes" and MySQL "Server Error Message Reference". The driver's error stays the `cause`, for
 * the log; its text holds SQL and values, so none of it is shown but the name of a column or of a key.
 */
import { ApiError, type ErrorCode, type FieldError } from '../errors.ts'

interface DriverError extends Error {
  readonly code?: string
  readonly errno?: number
  readonly sqlMessage?: string
  readonly fatal?: boolean
}

type Rule = (message: string) => { code: ErrorCode; detail: string; errors?: readonly FieldError[] }

const UNAVAILABLE = 'The database cannot be reached; try again in a few seconds.'
const BUSY = 'The database is busy; try again in a second.'

/** For a table whose auto-increment key has come to its end. */
export const NO_NUMBER_LEFT =
  'The table has no number left for a new row, because the highest one is taken; the log names the cause. ' +
  'The operator must remove that row and set the AUTO_INCREMENT of the table back.'

/** MariaDB and MySQL 5.7 have one number for a bad pattern, MySQL 8 one for each way in which it is bad. */
const BAD_PATTERN = [1139, ...Array.from({ length: 16 }, (_, index) => 3685 + index), 3887]

/** What a storage engine says of its files. */
const DAMAGED = [126, 127, 144, 145, 1034, 1194, 1195]

const RULES = new Map<number, Rule>([
  [1062, duplicateKey],
  [1586, duplicateKey],
  ...rules([1406], value('The value is too long for its column.')),
  ...rules([1264, 1367, 1690, 1916], value('The value is out of the range of its column.')),
  ...rules([1265, 1292, 1366, 1411, 1525], value('The column cannot hold this value.')),
  ...rules([1048], value('The column takes no null.')),
  ...rules([1364], value('The column has no default, so a value must be given.')),
  // A check that reads a text as JSON fails on one that is none.
  ...rules([3140, 3141, 4035, 4036, 4037, 4038, 4039, 4040], value('The column, or a check of it, takes only JSON.')),
  ...rules([4025, 3819, 4078], value('The value breaks a rule that the database has for it.')),
  ...rules([1216, 1452], value('The value refers to a row that does not exist.')),
  ...rules([1217, 1451], () => ({ code: 'has_dependants', detail: 'Other rows refer to this one.' })),
  // A2Billing's triggers on cc_ratecard try the dial prefix as a pattern; an invalid one fails there.
  ...rules([...BAD_PATTERN, 1644], value('A trigger of the database refused the row.')),
  ...rules([1020, 1205, 1213, 1317, 1969, 3024], () => ({ code: 'database_busy', detail: BUSY })),
  ...rules([1040, 1053, 1203, 1226, 1290, 1836, 1927], () => ({ code: 'database_unavailable', detail: UNAVAILABLE })),
  ...rules(
    [1449],
    unserved('A trigger or view of the database belongs to a database account that does not exist; the log names it.'),
  ),
  ...rules(
    [1044, 1045, 1698],
    unserved('The database does not accept the account that the server logs in with; the log names it.'),
  ),
  ...rules(
    [1142, 1143, 1227, 1370],
    unserved("The server's database account may not do this; the log names the privilege that it lacks."),
  ),
  ...rules(
    [1054, 1146, 1356],
    unserved(
      'The database lacks a table or column that this server was generated with; the log names it. ' +
        'The operator must generate the server from this database again.',
    ),
  ),
  ...rules(
    DAMAGED,
    unserved('A table of the database is damaged; the log names it. The operator must run REPAIR TABLE on it.'),
  ),
  ...rules([167, 1467], unserved(NO_NUMBER_LEFT)),
])

/** The socket, not the server, says that the connection is gone. */
const CONNECTION_LOST = new Set(
  (
    'ECONNREFUSED ECONNRESET ENOENT ENOTFOUND EAI_AGAIN EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ' +
    'PROTOCOL_CONNECTION_LOST PROTOCOL_UNEXPECTED_PACKET PROTOCOL_PACKETS_OUT_OF_ORDER'
  ).split(' '),
)

/** The driver gives no code to a command that comes after a connection's end. */
const CLOSED = 'connection is in closed state'

/**
 * What to throw instead of `error`.
 *
 * @returns an {@link ApiError} with the driver's error as its cause, or `error` itself where no answer fits: a bug
 */
export function fromDriverError(error: unknown): unknown {
  if (!isDriverError(error)) return error
  if (error.code === 'PROTOCOL_SEQUENCE_TIMEOUT') return busy(error)
  const rule = RULES.get(error.errno ?? 0)
  if (rule) {
    const { code, detail, errors = [] } = rule(error.sqlMessage ?? error.message)
    if (code === 'database_busy') return busy(error)
    if (code === 'database_unavailable') return unavailable(error, detail)
    return new ApiError(code, detail, { errors, cause: error })
  }
  return isGone(error) ? unavailable(error) : error
}

/** What a connection that could not be opened means: whatever the reason, the database cannot serve now. */
export function fromConnectError(error: unknown): ApiError {
  const answer = fromDriverError(error)
  return answer instanceof ApiError ? answer : unavailable(error)
}

/** An exception within the driver closes the connection as well, but has no code: that is a defect, not a loss. */
function isGone({ fatal, code, message }: DriverError): boolean {
  return CONNECTION_LOST.has(code ?? '') || (fatal === true && (code !== undefined || message.includes(CLOSED)))
}

/** Whether the server ended the statement because it took longer than one may. */
export function isTooSlow(error: unknown): boolean {
  return errorNumber(error) === 1969 || errorNumber(error) === 3024
}

/** Two texts that the server cannot compare, because their collations differ and one cannot become the other's. */
const MIXED_COLLATIONS = new Set([1267, 1270, 1271])

/** Whether the server refused to compare: most often a text with characters that a column's character set lacks. */
export function isOfMixedCollations(error: unknown): boolean {
  return MIXED_COLLATIONS.has(errorNumber(error))
}

export function unavailable(cause: unknown, detail: string = UNAVAILABLE): ApiError {
  return new ApiError('database_unavailable', detail, { cause, headers: { 'Retry-After': '5' } })
}

export function busy(cause: unknown): ApiError {
  return new ApiError('database_busy', BUSY, { cause, headers: { 'Retry-After': '1' } })
}

/** Reasons for which the server itself says that it has rolled back: a deadlock, a conflict within a cluster. */
const ROLLED_BACK: ReadonlySet<number> = new Set([1180, 1205, 1213])

/**
 * What a COMMIT means that failed: done or not, nobody can tell from here, unless the server itself says so.
 *
 * @param error - what {@link fromDriverError} made of it
 */
export function fromCommitError(error: unknown): unknown {
  return ROLLED_BACK.has(errorNumber(error)) ? error : outcomeUnknown(error)
}

/** Without the Retry-After of every other 503: a client that obeyed it blindly could do the same twice. */
export function outcomeUnknown(cause: unknown, detail: string = UNKNOWN): ApiError {
  return new ApiError('outcome_unknown', detail, { cause })
}

const UNKNOWN =
  'The connection to the database broke at the very end, so whether this was done is not known. ' +
  'Look before you send it again; with an Idempotency-Key, send it again with the same one.'

/** Whether the connection broke, whatever the error was made into. */
export function isLost(error: unknown): boolean {
  return isConnectionLost(error instanceof ApiError ? error.cause : error)
}

/** True when nothing more may be asked of the connection that failed so. */
export function isConnectionLost(error: unknown): boolean {
  if (!isDriverError(error)) return false
  return error.fatal === true || error.code === 'PROTOCOL_SEQUENCE_TIMEOUT' || CONNECTION_LOST.has(error.code ?? '')
}

/** Server error number behind `error`, itself or its cause; 0 where there is none. */
export function errorNumber(error: unknown): number {
  if (isDriverError(error) && error.errno !== undefined) return error.errno
  return error instanceof Error && error.cause !== undefined ? errorNumber(error.cause) : 0
}

/** Whether a table has to be repaired before anyone can use it. */
export function isOfDamage(error: unknown): boolean {
  return DAMAGED.includes(errorNumber(error))
}

/** Whether the database could not read a regular expression. */
export function isBadPattern(error: unknown): boolean {
  return BAD_PATTERN.includes(errorNumber(error))
}

/** Name of the key that a duplicate broke, e.g. `cons_cc_card_username`; MySQL 8 puts the table before it. */
export function duplicateKeyName(error: unknown): string | undefined {
  const message = error instanceof Error && isDriverError(error.cause) ? error.cause.sqlMessage : undefined
  return message?.match(/ for key '(?:[^']*\.)?([^'.]+)'$/)?.[1]
}

function isDriverError(error: unknown): error is DriverError {
  if (!(error instanceof Error) || error instanceof ApiError) return false
  // `fatal` alone is on the error of a command given to a connection that has been closed.
  return 'errno' in error || 'code' in error || 'fatal' in error
}

function rules(numbers: readonly number[], rule: Rule): [number, Rule][] {
  return numbers.map((number) => [number, rule])
}

function duplicateKey(): ReturnType<Rule> {
  return { code: 'duplicate_key', detail: 'Another row already has this key.' }
}

/** For faults that only the operator can mend: the client is told the kind, the log the rest. */
function unserved(detail: string): Rule {
  return () => ({ code: 'database_unavailable', detail })
}

function value(detail: string): Rule {
  return (message) => {
    const column = columnName(message)
    return { code: 'invalid_value', detail, ...(column && { errors: [{ pointer: `/${column}`, detail }] }) }
  }
}

/** "Data too long for column 'x' at row 1"; MariaDB also writes "for column `db`.`table`.`x`"; "Field 'x' doesn't…". */
function columnName(message: string): string | undefined {
  const named = message.match(/(?:column|Column|Field) (?:(?:`[^`]*`\.){0,2}`([^`]+)`|'([^']+)')/)
  return named?.[1] ?? named?.[2]
}
