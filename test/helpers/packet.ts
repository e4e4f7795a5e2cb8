/** A row as the database sends it: the text of each value behind its length. */
export function rowPacket(cells: readonly (string | number | Buffer | null)[]): Buffer {
  return Buffer.concat(cells.map((cell) => (cell === null ? Buffer.from([0xfb]) : lengthEncoded(bytesOf(cell)))))
}

function bytesOf(cell: string | number | Buffer): Buffer {
  return Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell))
}

function lengthEncoded(bytes: Buffer): Buffer {
  const { length } = bytes
  if (length < 0xfb) return Buffer.concat([Buffer.from([length]), bytes])
  const [marker, size] = length < 2 ** 16 ? [0xfc, 2] : length < 2 ** 24 ? [0xfd, 3] : [0xfe, 8]
  const prefix = Buffer.alloc(1 + size)
  prefix[0] = marker
  prefix.writeUIntLE(length, 1, Math.min(size, 6))
  return Buffer.concat([prefix, bytes])
}
