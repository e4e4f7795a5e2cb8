import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { readPassword } from '../../../bin/password.ts'

/** A terminal at which these lines are typed, each when it is asked for. */
function terminal(...lines: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const output = new PassThrough()
  const shown = text(output)
  output.on('data', (data: Buffer) => {
    if (String(data).endsWith(': ')) setImmediate(() => input.write(`${lines.shift() ?? ''}\r`))
  })
  return { input, output, shown: () => (output.end(), shown) }
}

function piped(content: string) {
  const input = Object.assign(new PassThrough(), { isTTY: false })
  input.end(content)
  return { input, output: new PassThrough() }
}

it('asks twice, and shows nothing of what is typed', async () => {
  const { shown, ...here } = terminal('correct horse', 'correct horse')
  expect(await readPassword(false, here)).toBe('correct horse')
  expect(await shown()).toBe('New password: \nThe same once more: \n')
})

it('takes no two that differ', async () => {
  await expect(readPassword(false, terminal('correct horse', 'correct hose'))).rejects.toThrow('differ')
})

it.each([
  ['^C', '\x03'],
  ['^D', '\x04'],
])('%s gives none', async (_, pressed) => {
  const { shown, ...here } = terminal(pressed)
  await expect(readPassword(false, here)).rejects.toThrow('No password was given')
  expect(await shown()).toBe('New password: \n')
})

it.each([
  ['correct horse', 'correct horse'],
  ['correct horse\n', 'correct horse'],
  ['correct horse\r\n', 'correct horse'],
  [' two  spaces \n', ' two  spaces '],
])('takes %j from another program as %j', async (content, password) => {
  expect(await readPassword(true, piped(content))).toBe(password)
})

it('asks nobody where there is no terminal', async () => {
  await expect(readPassword(false, piped('correct horse\n'))).rejects.toThrow('--password-stdin')
})
