import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { acquireLock, isRunning, LockedError } from '../../../../scripts/mariadb/lock.ts'

let home: string
let path: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'a2b-lock-'))
  path = join(home, 'lock')
})
afterEach(() => rmSync(home, { recursive: true }))

/** The number of a process that has just ended. */
async function endedPid(): Promise<number> {
  const child = spawn('true')
  await once(child, 'exit')
  return child.pid ?? 0
}

it('names its holder to the next one', async () => {
  const lock = await acquireLock(path)
  lock.note({ url: 'http://127.0.0.1:8008' })
  const refused = acquireLock(path)
  await expect(refused).rejects.toBeInstanceOf(LockedError)
  await expect(refused).rejects.toThrow(`http://127.0.0.1:8008 (pid ${process.pid}`)
})

it('is free after its release', async () => {
  const first = await acquireLock(path)
  first.release()
  expect(existsSync(path)).toBe(false)
  const second = await acquireLock(path)
  second.release()
})

it('is taken from a holder that is dead', async () => {
  writeFileSync(path, JSON.stringify({ owner: { pid: await endedPid(), startTime: '1' } }))
  await acquireLock(path)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ owner: { pid: process.pid } })
})

it.runIf(process.platform === 'linux')('is taken from a holder whose number another process has now', async () => {
  writeFileSync(path, JSON.stringify({ owner: { pid: process.pid, startTime: '1' } }))
  await expect(acquireLock(path)).resolves.toBeDefined()
})

it('waits for the server of a dead holder to end', async () => {
  const server = spawn('sleep', ['0.3'])
  const own = await acquireLock(path)
  own.note({ serverPid: server.pid ?? 0 })
  const held = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...held, owner: { pid: await endedPid(), startTime: '1' } }))
  await acquireLock(path)
  expect(isRunning(server.pid ?? 0)).toBe(false)
})

it('lets one of many have it', async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, async () => acquireLock(path)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
