/** Names of columns as people read them: `id_cc_card` -> `Cc card`, `lastname` -> `Lastname`. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/^id_(?=.)/, '')
    .replaceAll('_', ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
