/** JSON made to be read in a review: two spaces, and what belongs together on one line. */

/**
 * @param isInline - whether a value stands on one line; asked for arrays and objects, from the outside in
 * @returns text that ends with a line feed
 */
export function formatJson(value: unknown, isInline: (value: unknown, depth: number) => boolean): string {
  return `${format(value, isInline, 0)}\n`
}

/** On one line, with a space behind each colon and comma. */
export function formatInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatInline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${formatInline(member)}`)
    return `{${members.join(', ')}}`
  }
  return JSON.stringify(value)
}

function format(value: unknown, isInline: (value: unknown, depth: number) => boolean, depth: number): string {
  if (typeof value !== 'object' || value === null || isInline(value, depth)) return formatInline(value)
  const indent = '  '.repeat(depth)
  const [open, close, members] = Array.isArray(value)
    ? ['[', ']', value.map((item) => format(item, isInline, depth + 1))]
    : [
        '{',
        '}',
        entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${format(member, isInline, depth + 1)}`),
      ]
  if (members.length === 0) return open + close
  return `${open}\n${members.map((member) => `${indent}  ${member}`).join(',\n')}\n${indent}${close}`
}

/** As JSON.stringify has it: members without a value are left out. */
function entries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined)
}
