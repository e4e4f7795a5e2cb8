/**
 * `npm run screenshots`: the panel's screens on the demo, in both themes and two widths, into `docs/panel/`.
 *
 * It runs the main job on a port of its own and looks at it as a person would.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findOrFetchChromium } from './chromium/chromium.ts'

const ROOT = join(import.meta.dirname, '..')
const PICTURES = join(ROOT, 'docs/panel')
const PORT = process.env['A2B_PORT'] ?? '8018'
const URL = `http://127.0.0.1:${PORT}/admin/`
const PASSWORD = 'only for screenshots'
const READY_MS = 120_000

const SCREENS = {
  dashboard: '/',
  customers: '/card',
  customer: '/card/7/show',
  edit: '/card/7',
  calls: '/call',
  traffic: '/traffic?by=day',
  destinations: '/traffic?by=destination',
  money: '/money',
  audit: '/audit',
  health: '/health',
} as const

const THEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 390] as const

const found = await findOrFetchChromium({ directory: join(ROOT, '.a2b/chromium'), log: console.log })
if (!found) process.exit(69)
const job = spawn(process.execPath, [join(ROOT, 'scripts/start.ts'), '--fresh'], {
  env: { ...process.env, A2B_PORT: PORT, A2B_ADMIN_PASSWORD: PASSWORD },
  stdio: 'ignore',
})
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...(process.env as Record<string, string>), ...found.env },
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
try {
  mkdirSync(PICTURES, { recursive: true })
  await untilBuilt()
  for (const theme of THEMES) for (const width of WIDTHS) await shootAll(theme, width)
} finally {
  await browser.close()
  job.kill('SIGINT')
  await once(job, 'exit')
}

async function untilBuilt(): Promise<void> {
  for (const end = performance.now() + READY_MS; performance.now() < end; await delay(500)) {
    const text = await fetch(URL).then(
      (response) => response.text(),
      () => '',
    )
    if (text.includes('id="root"')) return
  }
  throw new Error(`There was no panel at ${URL} after ${READY_MS / 1000} s`)
}

async function shootAll(theme: (typeof THEMES)[number], width: number): Promise<void> {
  const context: BrowserContext = await browser.newContext({ colorScheme: theme, viewport: { width, height: 844 } })
  const page = await context.newPage()
  const shoot = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle')
    // What moves comes to rest.
    await delay(600)
    const path = join(PICTURES, `${name}-${theme}-${width}.png`)
    await page.screenshot({ path })
    console.log(path.slice(ROOT.length + 1))
  }
  await page.goto(URL)
  await page.getByLabel('Username').waitFor()
  await shoot('sign-in')
  await page.getByLabel('Username').fill('admin')
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('#main-content').waitFor()
  for (const [name, path] of Object.entries(SCREENS)) {
    await page.goto(`${URL}#${path}`)
    await shoot(name)
  }
  await shootRefill(page, shoot)
  await shootImport(page, shoot)
  await context.close()
}

async function shootImport(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${URL}#/ratecard`)
  await page.getByRole('button', { name: 'Import' }).click()
  const csv = 'dialprefix,destination,rateinitial\n99801,33,0.5\n99802,33,"0,5"\n99803,33,0.5\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'rates.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('Nothing was stored').waitFor()
  await shoot('import')
}

async function shootRefill(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${URL}#/card/7/show`)
  await page.getByRole('button', { name: 'Refill' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('10')
  await dialog.getByRole('button', { name: 'Refill' }).click()
  await shoot('refill')
  await dialog.getByRole('button', { name: 'Yes, do it' }).click()
  await dialog.getByText('Balance now').waitFor()
  await shoot('refilled')
}
