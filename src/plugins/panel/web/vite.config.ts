import { defineConfig } from 'vite'

/** Every address is relative, so that the panel works wherever a proxy puts it. */
export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1400 },
  // In development the API runs beside: A2B_PORT=8008 npm start, and npm run dev here.
  server: { proxy: { '/api': 'http://127.0.0.1:8008', '/custom_api': 'http://127.0.0.1:8008' } },
})
