/** The panel where there is little room: what a row is called can be read, whole. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADMIN } from '../helpers/api.ts'
import { describeBrowser } from '../helpers/browser.ts'
import { startTestPanel, type TestPanel } from '../helpers/panel.ts'

const NAME = 'Wholesale customers of the north-western region'

describeBrowser('the panel at 390 pixels', () => {
  let panel: TestPanel
  beforeAll(async () => {
    panel = await startTestPanel()
  }, 120_000)
  afterEach(() => panel.settle())
  afterAll(() => panel.close())

  it.each([
    { path: '/card/7/show', name: /^Customers: \d{10}$/ },
    { path: '/cardgroup/2/show', name: `Customer groups: ${NAME}` },
  ])('shows the whole name of $path on top', async ({ path, name }) => {
    await panel.connection.query('update cc_card_group set name = ? where id = 2', [NAME])
    const { page } = await panel.signIn(ADMIN, { viewport: { width: 390, height: 844 } })
    await panel.open(page, path)
    const title = page.getByRole('heading', { level: 1, name, exact: true })
    await title.waitFor()
    const overflow = await page.evaluate<number[]>(`(() => {
      const heading = document.querySelector('h1')
      return [heading.scrollWidth - heading.clientWidth, heading.scrollHeight - heading.clientHeight]
    })()`)
    expect(overflow).toEqual([0, 0])
    const bar = await page.locator('header').boundingBox()
    const box = await title.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0), 'it stays on the bar').toBeLessThanOrEqual(bar?.height ?? 0)
  })

  it('says of codes what they mean', async () => {
    const { page } = await panel.signIn(ADMIN, { viewport: { width: 390, height: 844 } })
    await panel.open(page, '/config')
    await page.getByText('Type of value: choice').first().waitFor()
    expect(await page.getByText(/Type of value: \d/).count()).toBe(0)
  })

  it('offers no columns to choose where rows have none', async () => {
    const { page } = await panel.signIn(ADMIN, { viewport: { width: 390, height: 844 } })
    await panel.open(page, '/call')
    await page.getByRole('button', { name: 'Add filter' }).waitFor()
    expect(await page.getByRole('button', { name: 'Columns' }).count()).toBe(0)
    await page.setViewportSize({ width: 1280, height: 844 })
    await page.getByRole('button', { name: 'Columns' }).waitFor()
  })
})
