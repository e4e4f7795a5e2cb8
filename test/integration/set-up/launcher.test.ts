import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeStubTree, type StubTree } from '../../helpers/stub-tree.ts'

describe('the launcher', () => {
  let tree: StubTree
  beforeAll(async () => {
    tree = await makeStubTree('launcher')
  })
  afterAll(() => tree.remove())

  it('installs the packages at the first run and not at the second', async () => {
    const first = await tree.run(['a2b', 'hello'])
    expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/First run.*\nInstalled in .*\n\nhello/) })
    expect(readFileSync(join(tree.root, 'node_modules/local/package.json'), 'utf8')).toContain('"local"')
    const second = await tree.run(['a2b', 'hello'])
    expect(second).toEqual({ code: 0, output: 'hello undefined\n' })
  })

  it('installs what generating needs on a machine that is set up for production, too', async () => {
    rmSync(join(tree.root, 'node_modules'), { recursive: true })
    expect(await tree.run(['a2b', 'hello'], { NODE_ENV: 'production' })).toMatchObject({ code: 0 })
    expect(existsSync(join(tree.root, 'node_modules/local/package.json'))).toBe(true)
  })

  it('installs again when the lock file has changed', async () => {
    const path = join(tree.root, 'package-lock.json')
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`)
    const { output } = await tree.run(['a2b', 'hello'])
    expect(output).toContain('package-lock.json has changed')
  })

  it('does not count a failed installation as one', async () => {
    const path = join(tree.root, 'package-lock.json')
    const good = readFileSync(path, 'utf8')
    writeFileSync(path, `${good} and no longer JSON`)
    const failed = await tree.run(['a2b', 'hello'])
    expect(failed.code).not.toBe(0)
    expect(failed.output).toContain('npm ci failed')
    expect(failed.output).not.toContain('hello')
    writeFileSync(path, good)
    expect(await tree.run(['a2b', 'hello'])).toMatchObject({ code: 0 })
  })

  it('passes the exit code on', async () => {
    expect(await tree.run(['a2b', 'exit', '7'])).toMatchObject({ code: 7 })
  })

  it('names its commands when it is given another one', async () => {
    const { code, output } = await tree.run(['toString'])
    expect(code).toBe(2)
    expect(output).toContain('start|test|test:mysql|test:prism|test:faults|a2b|client|bench|bench:generate')
  })
})
