/**
 * The words that generated descriptors are written in: `bigint`, `varchar(50, 'utf8mb3')`, `unsigned.decimal(12, 5)`.
 * Each is a {@link ColumnType} with the limits of the SQL type it is named after.
 */
import type { ColumnType } from './resource.ts'

export const tinyint = integer(8)
export const smallint = integer(16)
export const mediumint = integer(24)
export const int = integer(32)
export const bigint = integer(64)
export const float: ColumnType = { kind: 'float' }
export const double: ColumnType = { kind: 'double' }
export const date: ColumnType = { kind: 'date' }
export const year: ColumnType = { kind: 'year' }
export const json: ColumnType = { kind: 'json' }
export const uuid: ColumnType = { kind: 'uuid' }
export const inet4: ColumnType = { kind: 'inet4' }
export const inet6: ColumnType = { kind: 'inet6' }

export const tinytext = longText(255)
export const text = longText(65_535)
export const mediumtext = longText(16_777_215)
export const longtext = longText(4_294_967_295)

export const tinyblob: ColumnType = { kind: 'binary', maxBytes: 255 }
export const blob: ColumnType = { kind: 'binary', maxBytes: 65_535 }
export const mediumblob: ColumnType = { kind: 'binary', maxBytes: 16_777_215 }
export const longblob: ColumnType = { kind: 'binary', maxBytes: 4_294_967_295 }

export const decimal = (precision: number, scale: number): ColumnType => ({ kind: 'decimal', precision, scale })
export const char = (maxLength: number, charset: string): ColumnType => ({
  kind: 'text',
  charset,
  maxLength,
  padded: true,
})
export const varchar = (maxLength: number, charset: string): ColumnType => ({ kind: 'text', charset, maxLength })
export const binary = (maxBytes: number): ColumnType => ({ kind: 'binary', maxBytes, exact: true })
export const varbinary = (maxBytes: number): ColumnType => ({ kind: 'binary', maxBytes })
/** `fraction`: digits after the seconds. */
export const datetime = (fraction = 0): ColumnType => ({ kind: 'datetime', fraction })
export const timestamp = (fraction = 0): ColumnType => ({ kind: 'timestamp', fraction })
export const time = (fraction = 0): ColumnType => ({ kind: 'time', fraction })
export const enumOf = (...values: string[]): ColumnType => ({ kind: 'enum', values })
export const setOf = (...values: string[]): ColumnType => ({ kind: 'set', values })
export const bit = (length: number): ColumnType => ({ kind: 'bit', length })
/** Yes or no, and what the column holds for each: `flag(char(1, 'utf8mb3'), 't', 'f')`. */
export const flag = (stored: ColumnType, yes: string | number, no: string | number): ColumnType => ({
  kind: 'flag',
  stored,
  true: String(yes),
  false: String(no),
})
/** A type whose values are shown as base64 of the server's bytes and cannot be written, e.g. `point`. */
export const opaque = (sqlType: string): ColumnType => ({ kind: 'opaque', sqlType })

export const unsigned = {
  tinyint: integer(8, 'unsigned'),
  smallint: integer(16, 'unsigned'),
  mediumint: integer(24, 'unsigned'),
  int: integer(32, 'unsigned'),
  bigint: integer(64, 'unsigned'),
  float: { kind: 'float', unsigned: true },
  double: { kind: 'double', unsigned: true },
  decimal: (precision: number, scale: number): ColumnType => ({ kind: 'decimal', precision, scale, unsigned: true }),
} as const satisfies Record<string, ColumnType | ((precision: number, scale: number) => ColumnType)>

/** FLOAT(M,D) and DOUBLE(M,D), which keep D decimals. */
export const scaled = {
  float: scaledKind('float'),
  double: scaledKind('double'),
} as const

function scaledKind(kind: 'float' | 'double') {
  return (precision: number, scale: number, sign?: 'unsigned'): ColumnType => ({
    kind,
    digits: { precision, scale },
    ...(sign && { unsigned: true as const }),
  })
}

function integer(bits: number, sign?: 'unsigned'): ColumnType {
  const values = 2n ** BigInt(bits)
  const min = sign ? 0n : -values / 2n
  return { kind: 'integer', min: String(min), max: String(min + values - 1n) }
}

function longText(maxBytes: number): (charset: string) => ColumnType {
  return (charset) => ({ kind: 'text', charset, maxBytes })
}
