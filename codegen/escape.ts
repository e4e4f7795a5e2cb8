/** Makes names and comments from a database safe inside TypeScript and Markdown; the only place that knows how. */

/** For the inside of a single-quoted string. */
export function escapeString(value: string): string {
  return value
    .replace(/[\\']/g, '\\$&')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A whole single-quoted string literal. */
export function quote(value: string): string {
  return `'${escapeString(value)}'`
}

/** For the inside of a comment, on one line. */
export function escapeComment(value: string): string {
  return value.replaceAll('*/', '*\\/').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

/** The name of a property: bare where TypeScript takes it so, quoted elsewhere. */
export function propertyName(name: string): string {
  // As a plain key this one would set the prototype.
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)
}

/** For a description in the OpenAPI document, which is Markdown: shown as it is written, and no HTML. */
export function escapeMarkdown(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
