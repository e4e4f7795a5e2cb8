/** Words that come from the API, in English: tables, columns and codes. */

export type Translate = (key: string, options?: { readonly _?: string }) => string

/** @returns the word itself where nobody has translated it */
export function translated(translate: Translate, word: string): string {
  return translate(word, { _: word })
}
