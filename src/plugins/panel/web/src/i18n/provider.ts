/** English, French and Spanish, as the browser asks for or the user chooses. */
import polyglot from 'ra-i18n-polyglot'
import english from 'ra-language-english'
import french from 'ra-language-french'
import { resolveBrowserLocale } from 'react-admin'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { frenchWords } from './french-words.ts'
import { spanish } from './spanish.ts'
import { spanishWords } from './spanish-words.ts'

const LANGUAGES = {
  en: { ...english, ...en },
  fr: { ...french, ...fr, ...frenchWords },
  es: { ...spanish, ...es, ...spanishWords },
} as const

function isKnown(locale: string): locale is keyof typeof LANGUAGES {
  return locale in LANGUAGES
}

const asked = resolveBrowserLocale('en')

export const i18nProvider = polyglot(
  (locale) => LANGUAGES[isKnown(locale) ? locale : 'en'],
  isKnown(asked) ? asked : 'en',
  [
    { locale: 'en', name: 'English' },
    { locale: 'fr', name: 'Français' },
    { locale: 'es', name: 'Español' },
  ],
  { allowMissing: true },
)
