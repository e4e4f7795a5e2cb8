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
])('reads $column alike from both servers', ({ mariadb, mysql, extra, want }) => {
  expect(parseDefault(mariadb, 'mariadb', '')).toEqual(want)
  expect(parseDefault(mysql, 'mysql', extra)).toEqual(want)
})
