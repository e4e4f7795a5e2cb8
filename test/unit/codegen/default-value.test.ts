import { expect, it } from 'vitest'
import { parseDefault } from '../../../codegen/introspection/default-value.ts'

// What two servers say of one column has to come out as one default.
it.each([
  { column: 'none', mariadb: null, mysql: null, extra: '', want: undefined },
  { column: 'null', mariadb: 'NULL', mysql: null, extra: '', want: undefined },
  { column: 'empty text', mariadb: "''", mysql: '', extra: '', want: { value: '' } },
  { column: 'text', mariadb: "'en'", mysql: 'en', extra: '', want: { value: 'en' } },
  { column: 'a quote', mariadb: "'it''s'", mysql: "it's", extra: '', want: { value: "it's" } },
  { column: 'an escape', mariadb: "'a\\\\b'", mysql: 'a\\b', extra: '', want: { value: 'a\\b' } },
  { column: 'the word NULL', mariadb: "'NULL'", mysql: 'NULL', extra: '', want: { value: 'NULL' } },
  { column: 'a number', mariadb: '-1', mysql: '-1', extra: '', want: { value: '-1' } },
  { column: 'a decimal', mariadb: '0.00000', mysql: '0.00000', extra: '', want: { value: '0.00000' } },
  {
    column: 'now',
    mariadb: 'current_timestamp()',
    mysql: 'CURRENT_TIMESTAMP',
    extra: 'DEFAULT_GENERATED',
    want: { expression: 'CURRENT_TIMESTAMP' },
  },
  {
    column: 'now with a fraction',
    mariadb: 'current_timestamp(3)',
    mysql: 'CURRENT_TIMESTAMP(3)',
    extra: 'DEFAULT_GENERATED',
    want: { expression: 'CURRENT_TIMESTAMP(3)' },
  },
  {
    column: 'a function',
    mariadb: 'uuid()',
    mysql: 'uuid()',
    extra: 'DEFAULT_GENERATED',
    want: { expression: 'uuid()' },
  },
  {
    column: 'an expression',
    mariadb: '(1 + 2)',
    mysql: '(1 + 2)',
    extra: 'DEFAULT_GENERATED',
    want: { expression: '1 + 2' },
  },
  {
    column: 'an expression with texts',
    mariadb: "concat('a','b\\'c')",
    mysql: "concat(_utf8mb4\\'a\\',_utf8mb4\\'b\\\\\\'c\\')",
    extra: 'DEFAULT_GENERATED',
    want: { expression: "concat('a','b\\'c')" },
  },
  {
    column: 'tomorrow',
    mariadb: '(current_timestamp() + interval 1 day)',
    mysql: '(now() + interval 1 day)',
    extra: 'DEFAULT_GENERATED',
    want: { expression: 'current_timestamp() + interval 1 day' },
  },
  {
    column: 'a text where only expressions may stand',
    mariadb: "'none'",
    mysql: "_utf8mb4\\'none\\'",
    extra: 'DEFAULT_GENERATED',
    want: { value: 'none' },
  },
  { column: 'a number in brackets', mariadb: '5', mysql: '5', extra: 'DEFAULT_GENERATED', want: { value: '5' } },
  { column: 'bits', type: 'bit(2)', mariadb: "b'10'", mysql: "b'10'", extra: '', want: { expression: "b'10'" } },
  { column: 'no bits', type: 'bit(2)', mariadb: 'NULL', mysql: null, extra: '', want: undefined },
  { column: 'bytes', type: 'binary(3)', mariadb: "x'616263'", mysql: '0x616263', extra: '', want: { value: 'abc' } },
  {
    column: 'bytes that are no text',
    type: 'varbinary(4)',
    mariadb: "x'00ff27'",
    mysql: '0x00FF27',
    extra: '',
    want: { expression: "x'00ff27'" },
  },
  { column: 'no bytes', type: 'varbinary(4)', mariadb: "''", mysql: '0x', extra: '', want: { value: '' } },
  {
    column: 'the words for now',
    mariadb: "'CURRENT_TIMESTAMP'",
    mysql: 'CURRENT_TIMESTAMP',
    extra: '',
    want: { value: 'CURRENT_TIMESTAMP' },
  },
  {
    column: 'now, as MySQL 5.7 says it',
    type: 'datetime',
    mariadb: 'current_timestamp()',
    mysql: 'CURRENT_TIMESTAMP',
    extra: 'on update CURRENT_TIMESTAMP',
    want: { expression: 'CURRENT_TIMESTAMP' },
  },
  { column: 'a text like an expression', mariadb: "'uuid()'", mysql: 'uuid()', extra: '', want: { value: 'uuid()' } },
  {
    column: 'a comparison of texts',
    mariadb: "'a' = 'b'",
    mysql: "(_utf8mb4\\'a\\' = _utf8mb4\\'b\\')",
    extra: 'DEFAULT_GENERATED',
    want: { expression: "'a' = 'b'" },
  },
])('reads $column alike from both servers', ({ type = 'varchar(40)', mariadb, mysql, extra, want }) => {
  expect(parseDefault({ type, extra: '', defaultText: mariadb }, 'mariadb')).toEqual(want)
  expect(parseDefault({ type, extra, defaultText: mysql }, 'mysql')).toEqual(want)
})
