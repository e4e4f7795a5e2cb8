/**
 * JSON made to be read in a review: two spaces, and what belongs together on one line.
 *
 * Written from the inside out, every value once: whether one fits on a line is plain from the text of its members.
 */

export interface JsonLayout {
  /** Arrays and objects whose line would be longer are broken up; left out, no line is too long. */
  readonly width?: number
  /** Arrays and objects to break up whatever their length. What holds one is broken up too. */
  readonly isBroken?: (value: object, depth: number) => boolean
}

/** @returns text that ends with a line feed */
export function formatJson(value: unknown, layout: JsonLayout): string {
  return `${format(value, layout, 0)}\n`
}

function format(value: unknown, layout: JsonLayout, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isArray = Array.isArray(value)
  const [open, close] = isArray ? ['[', ']'] : ['{', '}']
  const members = isArray ? value.map((item) => format(item, layout, depth + 1)) : formatMembers(value, layout, depth)
  if (members.length === 0) return open + close
  if (fitsOnLine(members, layout) && !layout.isBroken?.(value, depth)) return open + members.join(', ') + close
  const indent = '  '.repeat(depth)
  return `${open}\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}${close}`
}

/** As JSON.stringify has it: members without a value are left out. */
function formatMembers(value: object, layout: JsonLayout, depth: number): string[] {
  const members: string[] = []
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}: ${format(member, layout, depth + 1)}`)
  }
  return members
}

function fitsOnLine(members: readonly string[], { width = Infinity }: JsonLayout): boolean {
  // Between braces, with a comma and a space between two.
  let length = 2 * members.length
  for (const member of members) length += member.length
  return length <= width && !members.some((member) => member.includes('\n'))
}
