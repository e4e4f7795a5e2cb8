/** A file without a name, for what does not fit in memory: nothing is left of it however the process ends. */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** In the folder for temporary files, to read and to write, for this user alone. */
export async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `a2b-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}
