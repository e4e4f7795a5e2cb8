/** What a report of the panel shows, and never shows, while answers are under way and where clocks differ. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADMIN } from '../helpers/api.ts'
import { describeBrowser } from '../helpers/browser.ts'
import { startTestPanel, type TestPanel } from '../helpers/panel.ts'

const JANUARY = '/traffic?from=2026-01-20&to=2026-01-26'

/** Keeps what stood in the table at any moment: from when, under which heading, and what its first row is called. */
const WATCH = `
  window.stood = new Set()
  new MutationObserver(() => {
    const [head, row] = ['thead th', 'tbody th'].map((name) => document.querySelector('main [role=region] ' + name)?.innerText)
    const from = document.querySelector('main input[type=date]')?.value
    if (row !== undefined) window.stood.add([from, head, row].join(' | '))
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })`

describeBrowser('a report in the panel', () => {
  let panel: TestPanel
  beforeAll(async () => {
    panel = await startTestPanel({ env: { A2B_TIME_ZONE: '+05:00' } })
  }, 120_000)
  afterEach(() => panel.settle())
  afterAll(() => panel.close())

  async function watched(): Promise<Page> {
    const { page } = await panel.signIn()
    await page.addInitScript(WATCH)
    // It begins with the next page that is loaded, and another part of the panel is none.
    await page.goto('about:blank')
    return page
  }

  const stood = (page: Page): Promise<string[]> => page.evaluate<string[]>('[...window.stood]')

  async function group(page: Page, by: string): Promise<void> {
    await page.getByRole('combobox', { name: /^By / }).click()
    await page.getByRole('option', { name: by, exact: true }).click()
  }

  /** Holds the answers to what has this in its address back until it is told. */
  async function hold(page: Page, part: string): Promise<{ isAsked: Promise<unknown>; release: () => void }> {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const isAsked = page.waitForRequest((request) => request.url().includes(part))
    await page.route(
      (url) => url.href.includes('/report/traffic/') && url.search.includes(part),
      async (route) => {
        await released
        await route.continue()
      },
    )
    return { isAsked, release: () => release() }
  }

  it('never stands under the name of another, though the second answer is long in coming', async () => {
    const page = await watched()
    await panel.open(page, JANUARY)
    await page.getByRole('rowheader', { name: '2026-01-20' }).waitFor()
    const trunks = await hold(page, 'by=trunk')
    await group(page, 'Trunk')
    await trunks.isAsked
    await page.getByRole('progressbar').waitFor()

    trunks.release()
    await page.getByRole('rowheader', { name: 'MERIDIAN-1' }).waitFor()
    const later = await hold(page, 'from=2026-01-22')
    await group(page, 'Day')
    await page.getByRole('rowheader', { name: '2026-01-20' }).waitFor()
    await page.getByLabel('From', { exact: true }).fill('2026-01-22')
    await later.isAsked
    await page.getByRole('progressbar').waitFor()

    later.release()
    await page.getByRole('rowheader', { name: '2026-01-22' }).waitFor()
    const seen = await stood(page)
    expect(seen).toContainEqual(expect.stringMatching(/^2026-01-20 \| Trunk \| [A-Z]/))
    expect(seen.filter((text) => !/^2026-01-20 \| Trunk \| [A-Z]/.test(text)).toSorted()).toEqual([
      '2026-01-20 | Day | 2026-01-20',
      '2026-01-22 | Day | 2026-01-22',
    ])
  })

  it('never stands under the name of another, though the first answer comes last', async () => {
    const page = await watched()
    const days = await hold(page, 'by=day')
    await panel.open(page, JANUARY)
    await days.isAsked
    await group(page, 'Trunk')
    await page.getByRole('rowheader', { name: 'MERIDIAN-1' }).waitFor()
    days.release()
    await page.waitForLoadState('networkidle')
    await page.getByRole('rowheader', { name: 'MERIDIAN-1' }).waitFor()
    const seen = await stood(page)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter((text) => !/^2026-01-20 \| Trunk \| [A-Z]/.test(text))).toEqual([])
  })

  it('would be found out, if figures stood under the name of another for a moment', async () => {
    const page = await watched()
    await panel.open(page, JANUARY)
    await page.getByRole('rowheader', { name: '2026-01-20' }).waitFor()
    await page.evaluate(`{
      const head = document.querySelector('main [role=region] thead th')
      head.innerText = 'Trunk'
      setTimeout(() => (head.innerText = 'Day'), 50)
    }`)
    await expect.poll(() => stood(page)).toContain('2026-01-20 | Trunk | 2026-01-20')
  })

  it('leads to the calls that it counted, by whichever clocks', async () => {
    const { page } = await panel.signIn(ADMIN, { timezoneId: 'America/New_York' })
    await panel.open(page, '/traffic?from=2026-01-22&to=2026-01-22')
    const calls = Number(await page.locator('tfoot td').first().innerText())
    expect(calls).toBeGreaterThan(10)
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const lines = (await panel.api.request('GET', csv?.replace(panel.api.url, '') ?? '')).text.trimEnd().split('\n')
    expect(lines.length - 1).toBe(calls)
    await page.getByRole('link', { name: 'Show the calls' }).click()
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor()
    const filter = JSON.parse(new URLSearchParams(page.url().split('?')[1]).get('filter') ?? '') as Record<
      string,
      string
    >
    // New York is five hours behind UTC then, and the database five before.
    expect(filter).toEqual({ starttime__gte: '2026-01-22 10:00:00', starttime__lt: '2026-01-23 10:00:00' })
    const { n } = await panel.one("select count(*) n from cc_call where date(starttime) = '2026-01-22'")
    expect(n, 'the control: the day itself has other calls').not.toBe(calls)
  })
})
