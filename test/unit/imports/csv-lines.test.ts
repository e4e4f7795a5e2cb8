import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CsvCell, readLines } from '../../../src/imports/csv-lines.ts'

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string | Buffer, size = 64): Promise<[number, readonly CsvCell[]][]> {
  const lines: [number, readonly CsvCell[]][] = []
  for await (const { line, cells } of readLines(pieces(Buffer.from(text), size), 1000)) lines.push([line, cells])
  return lines
}

it.each([
  [
    'a,b\n1,2\n',
    [
      [1, ['a', 'b']],
      [2, ['1', '2']],
    ],
  ],
  [
    '\ufeff"a";b\r\n1;"2;3"',
    [
      [1, ['a', 'b']],
      [2, ['1', '2;3']],
    ],
  ],
  [
    'a\tb\r1\t2\r',
    [
      [1, ['a', 'b']],
      [2, ['1', '2']],
    ],
  ],
  [
    'a,b\n\n\n,""\n',
    [
      [1, ['a', 'b']],
      [4, [undefined, '']],
    ],
  ],
  [
    '\n\na\n1',
    [
      [3, ['a']],
      [4, ['1']],
    ],
  ],
  [
    'a,b\r\n"x\r\ny\r\nz",1\r\n2,"""q"""\r\n"p\nq",3\r\n4,5',
    [
      [1, ['a', 'b']],
      [2, ['x\r\ny\r\nz', '1']],
      [5, ['2', '"q"']],
      [6, ['p\nq', '3']],
      [8, ['4', '5']],
    ],
  ],
  [
    'a,b\n1\n1,2,3\n',
    [
      [1, ['a', 'b']],
      [2, ['1']],
      [3, ['1', '2', '3']],
    ],
  ],
  ['', []],
] as const)('reads %j', async (text, lines) => {
  for (const size of [1, 2, 3, 5, 64]) expect(await read(text, size), `pieces of ${size}`).toEqual(lines)
})

it('finds the line where a person would, whatever the cells hold', async () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('\r', '\n', '"', ',', 'é', '😀') }))
  const file = fc.array(fc.tuple(cell, cell), { maxLength: 8 })
  const breaks = fc.constantFrom('\n', '\r\n')
  const property = fc.asyncProperty(file, breaks, fc.integer({ min: 1, max: 9 }), async (rows, end, size) => {
    let line = 2
    const wanted = rows.map((cells): [number, readonly string[]] => {
      const at = line
      line += 1 + (cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0)
      // Between two cells there is a comma: no CR LF comes of a CR before it and a LF after.
      const [first, second] = cells
      if (first.endsWith('\r') && second.startsWith('\n')) line += 1
      return [at, cells]
    })
    const quoted = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join())
    const text = ['a,b', ...quoted].join(end)
    // Lone halves of characters beyond the first plane are not UTF-8.
    fc.pre(text.isWellFormed())
    expect((await read(text, size)).slice(1)).toEqual(wanted)
  })
  await fc.assert(property, { numRuns: 300 })
})

it.each([
  ['a,b\n1,2"3\n', 2, /quote stands where none may/],
  ['a,b\n1,2\n"3"4,5\n', 3, /quote stands where none may/],
  ['a,b\n1,"2\n', 2, /not closed before the file ends/],
  [`a\n"${'x'.repeat(1200)}"\n`, 2, /more than 1000 characters/],
] as const)('says where %j cannot be read', async (text, line, detail) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'malformed_csv',
    errors: [{ line, detail: expect.stringMatching(detail) }],
  })
})

it('says from which line on a file is not UTF-8', async () => {
  const latin = Buffer.from('a\nb\nc\nété\n', 'latin1')
  await expect(read(latin, 3)).rejects.toMatchObject({ code: 'malformed_csv', errors: [{ line: 4 }] })
  await expect(read(Buffer.from('a\nb\xe9', 'latin1'))).rejects.toMatchObject({ code: 'malformed_csv' })
  expect(await read('a\nété', 1)).toEqual([
    [1, ['a']],
    [2, ['été']],
  ])
})

it('throws what the bytes fail with', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('a\nb\n')
    throw new Error('the disk is gone')
  }
  const all = async (): Promise<void> => {
    for await (const _ of readLines(broken(), 1000)) void _
  }
  await expect(all()).rejects.toThrow('the disk is gone')
})
