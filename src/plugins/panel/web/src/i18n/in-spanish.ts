/** Everything in Spanish; loaded by who wants it. */
import { es } from './es.ts'
import { spanish } from './spanish.ts'
import { spanishWords } from './spanish-words.ts'

export const messages = { ...spanish, ...es, ...spanishWords }
