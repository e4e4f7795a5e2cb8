import { describe, expect, it } from 'vitest'
import { normalizeType, parseColumnType } from '../../../codegen/introspection/column-type.ts'

const plain = { isUnsigned: false, isZerofill: false }

describe('parseColumnType', () => {
  it.each([
    { given: 'decimal(15,5)', want: { base: 'decimal', args: ['15', '5'], ...plain } },
    { given: 'smallint unsigned', want: { base: 'smallint', args: [], isUnsigned: true, isZerofill: false } },
    { given: 'int(8) unsigned zerofill', want: { base: 'int', args: ['8'], isUnsigned: true, isZerofill: true } },
    { given: 'timestamp', want: { base: 'timestamp', args: [], ...plain } },
    {
      given: "enum('a','it''s','x,y','back\\\\slash')",
      want: { base: 'enum', args: ['a', "it's", 'x,y', 'back\\slash'], ...plain },
    },
    { given: "enum('\\\\','new\\nline')", want: { base: 'enum', args: ['\\', 'new\nline'], ...plain } },
    { given: "set('')", want: { base: 'set', args: [''], ...plain } },
    { given: "enum('(',')')", want: { base: 'enum', args: ['(', ')'], ...plain } },
    { given: 'timestamp /* mariadb-5.3 */', want: { base: 'timestamp', args: [], ...plain } },
    { given: "enum('a /* b */ c')", want: { base: 'enum', args: ['a /* b */ c'], ...plain } },
  ])('reads $given', ({ given, want }) => {
    expect(parseColumnType(given)).toEqual(want)
  })

  it('names the text it cannot read', () => {
    expect(() => parseColumnType('DECIMAL 15')).toThrow('no such column type "DECIMAL 15"')
    expect(() => parseColumnType("enum('a)")).toThrow('unreadable value list')
  })
})

describe('normalizeType', () => {
  it.each([
    ['int(11)', 'int'],
    ['bigint(20) unsigned', 'bigint unsigned'],
    ['year(4)', 'year'],
    ['tinyint(4)', 'tinyint'],
    ['tinyint(1)', 'tinyint(1)'],
    ['int(8) unsigned zerofill', 'int(8) unsigned zerofill'],
    ['varchar(20)', 'varchar(20)'],
    ['tinyint(1) unsigned', 'tinyint unsigned'],
    ['geomcollection', 'geometrycollection'],
    ['datetime /* mariadb-5.3 */', 'datetime'],
    ['text /*M!100301 COMPRESSED*/', 'text'],
    ["enum('int(11)','/* x */',' zerofill')", "enum('int(11)','/* x */',' zerofill')"],
  ])('%s -> %s', (given, want) => {
    expect(normalizeType(given)).toBe(want)
  })
})
