import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { loadI18n } from './i18n/provider.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element #root')
try {
  createRoot(root).render(<App i18nProvider={await loadI18n()} />)
} catch (error) {
  root.textContent = 'A part of this page could not be loaded. Load it again.'
  throw error
}
