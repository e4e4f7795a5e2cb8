/** Pages in a real browser, which asks nobody but this machine. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { describe, inject } from 'vitest'
import './browser-setup.ts'

/** `describe` where there are a browser and a database; elsewhere skipped, and the set-ups have printed why. */
export const describeBrowser: typeof describe | typeof describe.skip =
  inject('chromium') && inject('mariadb') ? describe : describe.skip

/** What a page did that nobody should see it do. */
export interface Watched {
  readonly page: Page
  /** Errors and warnings of its console, exceptions, and what its Content-Security-Policy refused. */
  readonly complaints: readonly string[]
  /** Addresses that it asked for. */
  readonly requests: readonly string[]
}

export async function launchBrowser(): Promise<Browser> {
  const found = inject('chromium')
  if (!found) throw new Error('No Chromium here: wrap the test in describeBrowser, which then skips it.')
  return chromium.launch({
    executablePath: found.path,
    env: { ...(process.env as Record<string, string>), ...found.env },
    args: [
      // The tests may run as root, where Chromium's own sandbox does not.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page of its own, without cookies of others. */
export async function openPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Watched> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(25_000)
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  return { page, complaints, requests }
}
