/** Everything in French; loaded by who wants it. */
import french from 'ra-language-french'
import { fr } from './fr.ts'
import { frenchWords } from './french-words.ts'

export const messages = { ...french, ...fr, ...frenchWords }
