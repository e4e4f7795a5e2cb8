/** A password from the person at the keyboard, or from another program: never from the arguments, which all can read. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { StartError } from '../src/start-error.ts'

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

const HERE: Terminal = { input: process.stdin, output: process.stderr }

/**
 * @param fromStdin - it is all of standard input, less the end of the line
 * @throws {@link StartError} where there is nobody to ask, and where the two that were typed differ
 */
export async function readPassword(fromStdin: boolean, { input, output }: Terminal = HERE): Promise<string> {
  if (fromStdin) return (await text(input)).replace(/\r?\n$/, '')
  if (!input.isTTY) {
    throw new StartError(
      'There is no terminal to ask for the password. Send it to standard input, with --password-stdin.',
    )
  }
  const first = await ask('New password: ', { input, output })
  const second = await ask('The same once more: ', { input, output })
  if (first !== second) throw new StartError('The two passwords differ. Nothing was changed.')
  return first
}

/** What is typed goes to the reader, who would show it, and from there nowhere. */
async function ask(question: string, { input, output }: Terminal): Promise<string> {
  output.write(question)
  const nowhere = new Writable({ write: (_, __, done) => done() })
  const reader = createInterface({ input, output: nowhere, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      const stop = (): void => reject(new StartError('No password was given. Nothing was changed.'))
      reader.once('SIGINT', stop).once('close', stop)
      reader.question('').then(resolve, reject)
    })
  } finally {
    reader.close()
    output.write('\n')
  }
}
