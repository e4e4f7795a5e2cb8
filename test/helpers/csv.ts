/** CSV as RFC 4180 has it, read strictly: whatever else there is, is an error. */

/** @returns the fields of each line; null for nothing at all, which is not the empty text `""` */
export function readCsv(text: string): (string | null)[][] {
  const lines: (string | null)[][] = []
  let line: (string | null)[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const [, quoted, bare, end] = field.exec(text) ?? []
    if (end === undefined) throw new Error(`This is no CSV: ${JSON.stringify(text.slice(at, at + 80))}`)
    line.push(quoted === undefined ? bare || null : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  if (line.length > 0) throw new Error('The last line has no end')
  return lines
}

/** @returns the text as the database has it, of a field that may have been kept from being a formula */
export function storedText(field: string | null): string | null {
  return field?.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '') ?? null
}
