/** Reads the curl commands of the manual and sends what curl would send, so that no curl has to be on the machine. */

export interface CurlCommand {
  readonly method: string
  readonly url: URL
  readonly headers: Record<string, string>
  readonly body?: string
}

/**
 * @param command - as the manual prints it
 * @throws Error for an option the manual does not use
 */
export function parseCurl(command: string): CurlCommand {
  const [program, ...words] = splitWords(command)
  if (program !== 'curl') throw new Error(`not a curl command: ${command}`)
  const headers: Record<string, string> = {}
  let method: string | undefined
  let body: string | undefined
  let url: URL | undefined
  while (words.length > 0) {
    const word = words.shift() ?? ''
    const argument = (): string => words.shift() ?? ''
    if (word === '-u') headers['Authorization'] = `Basic ${Buffer.from(argument()).toString('base64')}`
    else if (word === '-H') {
      const [name = '', value = ''] = argument().split(/:\s*/, 2)
      headers[name] = value
    } else if (word === '-X') method = argument()
    else if (word === '-d' || word === '--data') body = argument()
    else if (word === '--dump-header') argument()
    else if (word.startsWith('http://')) url = new URL(word)
    else if (word !== '-i') throw new Error(`the manual does not use ${word}`)
  }
  if (!url) throw new Error(`no address in: ${command}`)
  return { method: method ?? (body === undefined ? 'GET' : 'POST'), url, headers, ...(body !== undefined && { body }) }
}

/** As a shell would: quotes group, and are taken off. */
function splitWords(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
}
