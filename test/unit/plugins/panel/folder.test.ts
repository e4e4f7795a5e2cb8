/** What is at `/admin/` before the panel has been built, and when it cannot be. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { panelFolder } from '../../../../src/plugins/panel/folder.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'a2b-panel-')), 'built')
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(join(folder, '..'), { recursive: true })
})

it('is built once, whoever asks meanwhile, and then served', async () => {
  const build = vi.fn(async () => {
    await new Promise(setImmediate)
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'assets/app-1.js'), 'x')
    writeFileSync(join(folder, 'secret.key'), 'x')
    writeFileSync(join(folder, 'index.html'), '<div id="root"></div>')
  })
  const { find } = panelFolder({ build, findFolder: async () => folder, onFailure: () => undefined })
  const waiting = await Promise.all([find(''), find('')])
  expect(waiting.map((file) => String(file?.bytes))).toEqual([
    expect.stringContaining('being made'),
    expect.stringContaining('being made'),
  ])
  expect(await find('assets/app-1.js')).toBeUndefined()
  await vi.waitFor(async () => expect(String((await find(''))?.bytes)).toContain('id="root"'))
  expect(build).toHaveBeenCalledTimes(1)
  expect(await find('assets/app-1.js')).toMatchObject({
    isImmutable: true,
    type: expect.stringContaining('javascript'),
  })
  expect((await find(''))?.isImmutable).toBeUndefined()
  for (const name of ['secret.key', '../index.html', 'assets', 'assets/../index.html']) {
    expect([name, await find(name)]).toEqual([name, undefined])
  }
})

it('says so when it could not be, tells why to the log alone, and is not tried again by everybody who asks', async () => {
  const failure = new Error('npm said: no registry at this address')
  const build = vi.fn(async () => {
    throw failure
  })
  const onFailure = vi.fn()
  const { find } = panelFolder({ build, findFolder: async () => folder, onFailure })
  await find('')
  await vi.waitFor(async () => expect(String((await find(''))?.bytes)).toContain('could not be made'))
  expect(String((await find(''))?.bytes)).not.toContain('npm said')
  expect(onFailure.mock.calls).toEqual([[failure]])
  for (let asked = 0; asked < 10; asked++) await find('')
  expect(build).toHaveBeenCalledTimes(1)
  vi.setSystemTime(Date.now() + 60_000)
  expect(String((await find(''))?.bytes)).toContain('being made')
  expect(build).toHaveBeenCalledTimes(2)
})
