/** A folder that was generated before -> what it was made from: the facts, and the settings of that day. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseConfigFile } from '../config-file.ts'
import { CodegenError } from '../errors.ts'
import { parseSnapshot, type Snapshot } from '../introspection/snapshot.ts'
import type { Profile } from '../profile/profile.ts'

export interface GeneratedFolder {
  readonly snapshot: Snapshot
  /** Undefined where the folder has no `config.json`, such as one that only keeps a snapshot. */
  readonly profile: Profile | undefined
}

/** @throws {@link CodegenError} when there is no snapshot, or one of the two files is not what the generator writes */
export async function readGeneratedFolder(folder: string): Promise<GeneratedFolder> {
  const [snapshotFile, configFile] = ['snapshot.json', 'config.json'].map((name) => join(folder, name)) as [
    string,
    string,
  ]
  const snapshot = await readText(snapshotFile)
  if (snapshot === undefined) throw new CodegenError(`There is no ${snapshotFile}; \`a2b generate\` writes one.`)
  const config = await readText(configFile)
  return {
    snapshot: parseSnapshot(snapshot, snapshotFile),
    profile: config === undefined ? undefined : parseConfigFile(config, configFile),
  }
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new CodegenError(`Cannot read ${file}: ${error.message}`, { cause: error })
  })
}
