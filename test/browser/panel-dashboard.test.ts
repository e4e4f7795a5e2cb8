/** What is seen first, on servers and by users that have no reports. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { describeBrowser } from '../helpers/browser.ts'
import { startTestPanel, type TestPanel } from '../helpers/panel.ts'

const OPERATOR = { name: 'operator', password: 'a password of the operator' }
const CLERK = { name: 'clerk', password: 'a password of the clerk' }
const WHY = /the server runs without the plugin “reports”/

/** @returns the texts of what stands on the dashboard; nothing for a place that is empty */
async function cardsOn(page: Page): Promise<string[]> {
  await page.getByLabel('Find a customer').waitFor()
  await page.waitForLoadState('networkidle')
  return page.locator('#main-content form').locator('xpath=../..').locator('> *').allInnerTexts()
}

describeBrowser.each([
  { server: 'with reports', plugins: {}, hasReports: true },
  { server: 'without reports', plugins: { off: ['reports'] }, hasReports: false },
])('the dashboard of a server $server', ({ plugins, hasReports }) => {
  let panel: TestPanel
  beforeAll(async () => {
    panel = await startTestPanel({ plugins })
    await panel.addUser(OPERATOR, ['card:list', 'logrefill:list', 'logrefill:get', 'doctor:read'])
    await panel.addUser(CLERK, ['card:list', 'logrefill:list', 'logrefill:get'])
  }, 120_000)
  afterEach(() => panel.settle())
  afterAll(() => panel.close())

  it(hasReports ? 'has its figures' : 'says why it has none, and what to do', async () => {
    const { page } = await panel.signIn()
    await panel.open(page, '/')
    await cardsOn(page)
    expect(await page.getByText('Margin', { exact: true }).count()).toBe(hasReports ? 1 : 0)
    expect(await page.getByText(WHY).count()).toBe(hasReports ? 0 : 1)
  })

  describe.each([
    { who: OPERATOR, isTold: !hasReports },
    { who: CLERK, isTold: false },
  ])('to $who.name', ({ who, isTold }) => {
    it('shows what there is, and leaves no place empty', async () => {
      const { page } = await panel.signIn(who)
      await panel.open(page, '/')
      const cards = await cardsOn(page)
      expect(cards.filter((text) => text.trim() === '')).toEqual([])
      expect(cards.join()).toContain('Latest refills')
      expect(await page.getByText(WHY).count()).toBe(isTold ? 1 : 0)
    })
  })
})
