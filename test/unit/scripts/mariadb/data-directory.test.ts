import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureDataDirectory, isSameSeries } from '../../../../scripts/mariadb/bootstrap.ts'
import { socketPathFor, socketUrl } from '../../../../scripts/mariadb/server.ts'
import { makeWorkDirectory, moveInto } from '../../../../scripts/mariadb/work-directory.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'a2b-unit-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const binaries = {
  mariadbd: '/nowhere/mariadbd',
  version: '11.8.3',
  shareDirectory: '/nowhere',
  charsetsDirectory: '/nowhere',
  libraryDirectories: [],
}

it.each([
  ['10.11.4', '10.11.19', true],
  ['10.11.4', '10.1.4', false],
  ['10.11.4', '11.8.3', false],
])('%s and %s of one series: %s', (a, b, want) => {
  expect(isSameSeries(a, b)).toBe(want)
})

describe('a data directory that is there', () => {
  const stamped = (version: string) => writeFileSync(join(home, 'a2b-server-version'), `${version}\n`)

  it('is kept when the same series wrote it', async () => {
    stamped('11.8.1')
    expect(await ensureDataDirectory(binaries, home)).toBe(false)
  })

  it('is refused, with the next step, when another series wrote it', async () => {
    stamped('10.11.19')
    await expect(ensureDataDirectory(binaries, home)).rejects.toThrow(/10\.11\.19.*11\.8\.3[^]*npm start -- --fresh/)
  })

  it('is left alone when something else made it', async () => {
    writeFileSync(join(home, 'ibdata1'), '')
    await expect(ensureDataDirectory(binaries, home)).rejects.toThrow('not made by this program')
    expect(existsSync(join(home, 'ibdata1'))).toBe(true)
  })
})

describe('the socket', () => {
  it('lies in the data directory', () => {
    expect(socketPathFor('/srv/a2b/.a2b/data')).toBe('/srv/a2b/.a2b/data/mariadbd.sock')
  })

  it('goes to a directory only its owner can enter when the path is too long for the kernel', () => {
    const dataDir = `/srv/${'é'.repeat(45)}/data`
    const path = socketPathFor(dataDir, home)
    expect(dirname(dirname(path))).toBe(home)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    expect(socketPathFor(dataDir, home)).toBe(path)
    expect(socketPathFor(`${dataDir}2`, home)).not.toBe(path)
  })

  it('survives a URL', () => {
    const url = new URL(socketUrl('/a b/ü&?/s', 'da/ta'))
    expect(url.searchParams.get('socketPath')).toBe('/a b/ü&?/s')
    expect(decodeURIComponent(url.pathname)).toBe('/da/ta')
  })
})

describe('a work directory', () => {
  it('replaces what killed processes have left, and nothing else', () => {
    const place = join(home, 'data')
    for (const name of ['data.new-4194305', `data.new-${process.ppid}`, 'data.newer', 'other.new-4194305']) {
      mkdirSync(join(home, name))
    }
    const work = makeWorkDirectory(place)
    expect(readdirSync(home).sort()).toEqual(
      [`data.new-${process.pid}`, `data.new-${process.ppid}`, 'data.newer', 'other.new-4194305'].sort(),
    )
    writeFileSync(join(work, 'file'), '')
    moveInto(place, work)
    expect(readdirSync(place)).toEqual(['file'])
  })

  it('yields to the one that was finished first', () => {
    const place = join(home, 'data')
    mkdirSync(place)
    writeFileSync(join(place, 'first'), '')
    moveInto(place, makeWorkDirectory(place))
    expect(readdirSync(place)).toEqual(['first'])
  })
})
