/** The panel for who does not see or point: every kind of screen, menu and dialog, in both themes, with much room and little. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN } from '../helpers/api.ts'
import { describeBrowser } from '../helpers/browser.ts'
import { startTestPanel, type TestPanel } from '../helpers/panel.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where nothing is that would tell what it is. */
const AWAY = [380, 890] as const

/** What is half transparent while it comes has other colours. What moves for ever, as what shows the focus, is not waited for. */
const AT_REST = `Promise.all(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
  .map((one) => one.finished.catch(() => undefined)))`

/** A menu lies over the page, and so in none of its landmarks. */
const OVER = { region: { enabled: false } }

const SCREENS = [
  '/',
  '/card',
  '/card/5/show',
  '/card/5',
  '/cardgroup/create',
  '/call',
  '/audit',
  '/traffic',
  '/traffic?by=destination',
  '/money',
  '/password',
  '/user/1/show',
  '/key',
  '/health',
]

describeBrowser('the panel, for who does not see or point', () => {
  let panel: TestPanel
  beforeAll(async () => {
    panel = await startTestPanel()
  }, 120_000)
  afterEach(() => panel.settle())
  afterAll(() => panel.close())

  async function look(page: Page, name: string, rules = {}): Promise<unknown[]> {
    await page.waitForLoadState('networkidle')
    await page.mouse.move(...AWAY)
    await page.evaluate(AT_REST)
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    return [
      ...(await violations(page, name, rules)),
      ...(overflow > 0 ? [[name, 'wider than the window', overflow]] : []),
    ]
  }

  describe.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 1280 },
    { theme: 'light', width: 390 },
    { theme: 'dark', width: 390 },
  ] as const)('in $theme at $width', ({ theme, width }) => {
    const options = { viewport: { width, height: 900 }, colorScheme: theme }

    it('has screens that axe finds nothing in', async () => {
      const { page } = await panel.signIn(ADMIN, options)
      const found: unknown[] = []
      for (const path of SCREENS) {
        await panel.open(page, path)
        found.push(...(await look(page, path)))
      }
      expect(found).toEqual([])
    })

    it('has a page to sign in that axe finds nothing in', async () => {
      const { page } = await panel.visit(options)
      panel.expects('401 /api/session/')
      await page.goto(`${panel.api.url}/admin/`)
      await page.getByLabel('Username').waitFor()
      const found = await look(page, 'sign in')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('Required').first().waitFor()
      found.push(...(await look(page, 'sign in, incomplete')))
      await page.getByLabel('Username').fill(ADMIN.name)
      await page.locator('input[name=password]').fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('Name or password is not right.').waitFor()
      found.push(...(await look(page, 'sign in, refused')))
      expect(found).toEqual([])
    })

    it('has dialogs that axe finds nothing in', async () => {
      const { page } = await panel.signIn(ADMIN, options)
      const dialog = page.getByRole('dialog')
      const found: unknown[] = []
      for (const action of ['Refill', 'Charge']) {
        await panel.open(page, '/card/6/show')
        await page.getByRole('button', { name: action }).click()
        await dialog.getByLabel('Amount').waitFor()
        found.push(...(await look(page, action)))
        await dialog.getByLabel('Amount').fill('1,5')
        found.push(...(await look(page, `${action}, of what is no amount`)))
        await dialog.getByLabel('Amount').fill('1.5')
        await dialog.getByRole('button', { name: action }).click()
        await dialog.getByRole('button', { name: 'Yes, do it' }).waitFor()
        found.push(...(await look(page, `${action}, asked about`)))
        await dialog.getByRole('button', { name: 'Yes, do it' }).click()
        await dialog.getByText('Balance now').waitFor()
        found.push(...(await look(page, `${action}, done`)))
        await dialog.getByRole('button', { name: 'Close' }).click()
      }

      panel.expects('409 /api/card/6/')
      await page.getByRole('button', { name: 'Delete' }).click()
      await dialog.getByText('This row cannot be deleted').waitFor()
      found.push(...(await look(page, 'delete, refused')))
      await panel.open(page, '/key')
      await page.getByRole('button', { name: 'Issue a key' }).click()
      await dialog.getByLabel('Name').fill('shop')
      found.push(...(await look(page, 'new key')))
      await dialog.getByLabel('What it may do').fill('country:list')
      await dialog.getByRole('button', { name: 'Issue a key' }).click()
      await dialog.getByText(/^a2b_/).waitFor()
      found.push(...(await look(page, 'new key, shown')))
      await dialog.getByRole('button', { name: 'Close' }).click()
      expect(found).toEqual([])
    })

    it('has a dialog of two versions that axe finds nothing in', async () => {
      const { page } = await panel.signIn(ADMIN, options)
      panel.expects('412 /api/card/9/')
      await panel.open(page, '/card/9')
      await page.waitForLoadState('networkidle')
      await page.getByLabel('City').fill('Bonn')
      await panel.connection.query(`update cc_card set city = 'Kiel in ${theme} at ${width}' where id = 9`)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('dialog').getByText('Kiel').waitFor()
      expect(await look(page, 'conflict')).toEqual([])
    })

    it('has menus that axe finds nothing in', async () => {
      const { page } = await panel.signIn(ADMIN, options)
      const found: unknown[] = []
      await panel.open(page, '/card')
      // Where there is no room for his name, it is said what is behind it.
      await page.getByRole('button', { name: width === 390 ? 'Profile' : ADMIN.name }).click()
      await page.getByRole('menuitem', { name: 'Logout' }).waitFor()
      found.push(...(await look(page, 'user menu', OVER)))
      await page.keyboard.press('Escape')
      const sections = page.getByRole('navigation', { name: 'The parts of the panel' })
      if (width === 390) await page.getByRole('button', { name: 'Open menu' }).click()
      await sections.getByRole('button', { name: 'Money' }).click()
      await sections.getByRole('link', { name: 'Payments', exact: true }).waitFor()
      found.push(...(await look(page, 'menu')))
      if (width === 390) await page.keyboard.press('Escape')
      else await page.getByRole('button', { name: 'Close menu' }).click()
      found.push(...(await look(page, 'menu, closed')))
      await page.getByRole('button', { name: 'Add filter' }).click()
      await page.getByRole('menuitemcheckbox').first().waitFor()
      found.push(...(await look(page, 'filters', OVER)))
      await page.keyboard.press('Escape')
      if (width !== 390) {
        await page.getByRole('button', { name: 'Columns' }).click()
        await page.getByRole('menuitemcheckbox').first().waitFor()
        found.push(...(await look(page, 'columns', OVER)))
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'English' }).click()
        await page.getByRole('menuitem', { name: 'Español' }).waitFor()
        found.push(...(await look(page, 'languages', OVER)))
      }
      expect(found).toEqual([])
    })
  })

  it('shows other columns by the keyboard alone, and remembers which', async () => {
    const { page } = await panel.signIn()
    await panel.open(page, '/card')
    const heads = page.getByRole('columnheader')
    await expect.poll(() => heads.allInnerTexts()).toContain('Account')
    expect(await heads.allInnerTexts()).not.toContain('City')
    await page.getByRole('button', { name: 'Columns' }).press('Enter')
    const city = page.getByRole('menuitemcheckbox', { name: 'City', exact: true })
    expect(await city.getAttribute('aria-checked')).toBe('false')
    await city.press('Enter')
    expect(await city.getAttribute('aria-checked')).toBe('true')
    await page.keyboard.press('Escape')
    await expect.poll(() => heads.allInnerTexts()).toContain('City')
    await page.reload()
    await expect.poll(() => heads.allInnerTexts()).toContain('City')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitem', { name: 'Reset' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => heads.allInnerTexts()).not.toContain('City')
  })

  it('would be found out, if a label were missing', async () => {
    const { page } = await panel.signIn()
    await panel.open(page, '/')
    await page.evaluate("document.body.append(document.createElement('textarea'))")
    expect(JSON.stringify(await look(page, '/'))).toContain('label')
  })

  it('would be found out, if a dialog had no name', async () => {
    const { page } = await panel.signIn()
    await panel.open(page, '/card/6/show')
    await page.getByRole('button', { name: 'Refill' }).click()
    await page.getByRole('dialog').waitFor()
    await page.evaluate("document.querySelector('[role=dialog]').removeAttribute('aria-labelledby')")
    expect(JSON.stringify(await look(page, 'dialog'))).toContain('aria-dialog-name')
  })
})

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

async function violations(page: Page, name: string, rules: object): Promise<unknown[]> {
  await page.evaluate(AXE)
  const { violations: found } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run({ rules: ${JSON.stringify(rules)} })`,
  )
  return found.map(({ id, nodes }) => [name, id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 260))])
}
