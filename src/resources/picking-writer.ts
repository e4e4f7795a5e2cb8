/** Writes rows of which more was read than is to be written. */
import type { RowWriter } from '../db/db.ts'
import { LENGTH_BYTES, NULL } from './packet-values.ts'

/**
 * @param writer - of the cells that are picked
 * @param picked - for every cell of the row, whether it is one of them
 */
export function picking(writer: RowWriter, picked: readonly boolean[]): RowWriter {
  if (picked.every(Boolean)) return writer
  return {
    room: (bytes) => writer.room(bytes),
    write(from, start, end, to, at) {
      const cells = Buffer.allocUnsafe(end - start)
      let length = 0
      let position = start
      for (let index = 0; index < picked.length; index++) {
        // Cells that follow one another are copied together.
        const first = position
        const isPicked = picked[index]
        position = endOfCell(from, position)
        while (index + 1 < picked.length && picked[index + 1] === isPicked) {
          position = endOfCell(from, position)
          index++
        }
        if (isPicked) length += from.copy(cells, length, first, position)
      }
      if (position !== end) throw new Error('The database sent more or fewer values than were selected')
      return writer.write(cells, 0, length, to, at)
    },
    fromCells: (row) => writer.fromCells(row.filter((_, index) => picked[index])),
  }
}

function endOfCell(from: Buffer, position: number): number {
  const length = from[position] as number
  if (length < NULL) return position + 1 + length
  if (length === NULL) return position + 1
  const bytes = LENGTH_BYTES[length - NULL] as number
  return position + 1 + (bytes === 6 ? 8 : bytes) + from.readUIntLE(position + 1, bytes)
}
