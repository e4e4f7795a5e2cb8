/** English, French and Spanish, as the browser asks for or the user chooses; the words of the others are not loaded. */
import polyglot from 'ra-i18n-polyglot'
import english from 'ra-language-english'
import { type I18nProvider, resolveBrowserLocale } from 'react-admin'
import { en } from './en.ts'

const LANGUAGES = {
  en: () => Promise.resolve({ ...english, ...en }),
  fr: () => import('./in-french.ts').then(({ messages }) => messages),
  es: () => import('./in-spanish.ts').then(({ messages }) => messages),
} as const

function known(locale: string): keyof typeof LANGUAGES {
  return locale in LANGUAGES ? (locale as keyof typeof LANGUAGES) : 'en'
}

/** With the words of the browser's language. */
export async function loadI18n(): Promise<I18nProvider> {
  const asked = known(resolveBrowserLocale('en'))
  const first = await LANGUAGES[asked]()
  return polyglot(
    (locale) => (locale === asked ? first : LANGUAGES[known(locale)]()),
    asked,
    [
      { locale: 'en', name: 'English' },
      { locale: 'fr', name: 'Français' },
      { locale: 'es', name: 'Español' },
    ],
    { allowMissing: true },
  )
}
