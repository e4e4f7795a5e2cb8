/** `/docs/` as a person meets it: read, found, tried. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../helpers/api.ts'
import { startPrefixProxy } from '../helpers/prefix-proxy.ts'
import { describeBrowser, launchBrowser, openPage } from '../helpers/browser.ts'

describeBrowser('/docs/', () => {
  let api: TestApi
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    api = await startTestApi({ rows: true })
  })
  afterAll(async () => {
    await browser.close()
    await api.close()
  })

  it('shows every resource, asks no other host, and complains of nothing', async () => {
    const { page, complaints, requests } = await openPage(browser)
    await page.goto(`${api.url}/docs`)
    await page.locator('.opblock-tag').first().waitFor()
    const { json } = await api.request('GET', '/openapi.json')
    const paths = Object.values((json as { paths: Record<string, Record<string, { tags?: string[] }>> }).paths)
    const tags = new Set(paths.flatMap((path) => Object.values(path).flatMap((operation) => operation.tags ?? [])))
    expect(tags.size).toBeGreaterThan(90)
    expect(await page.locator('.opblock-tag').count()).toBe(tags.size)
    expect(complaints).toEqual([])
    expect(requests.map((url) => new URL(url).origin).filter((origin) => origin !== api.url)).toEqual([])
    expect(requests.length).toBeGreaterThan(3)
  })

  it('would be caught at asking another host', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${api.url}/docs/`)
    await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined))
    expect(complaints.join()).toContain('Content Security Policy')
  })

  /** Tries the list of countries of the page at this address. */
  async function tryCountries(url: string): Promise<void> {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${url}/docs/#/country/listCountry`)
    await page.getByRole('button', { name: 'Authorize' }).first().click()
    await page.getByLabel('auth-basic-username').fill(ADMIN.name)
    await page.getByLabel('auth-basic-password').fill(ADMIN.password)
    await page.locator('.auth-container').first().getByRole('button', { name: 'Apply credentials' }).click()
    await page.getByRole('button', { name: 'Close' }).first().click()
    const operation = page.locator('#operations-country-listCountry')
    await operation.getByRole('button', { name: 'Execute' }).click()
    await expect
      .poll(() => operation.locator('.live-responses-table .response-col_status').last().innerText())
      .toMatch(/^200/)
    expect(await operation.locator('.live-responses-table .microlight').first().innerText()).toContain('"countrycode"')
    expect(complaints).toEqual([])
  }

  it('sends what is tried with the login that was given', () => tryCountries(api.url))

  it('sends it behind the prefix of a proxy, too', async () => {
    const proxy = await startPrefixProxy(api.url, '/billing')
    try {
      await tryCountries(proxy.url)
    } finally {
      await proxy.close()
    }
  })

  it('is refused to frames of other pages, and is not fetched again while it is the same', async () => {
    const first = await api.request('GET', '/docs/', { as: null })
    expect(first.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(first.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    const etag = first.headers.get('ETag') ?? ''
    const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }
    expect((await api.request('GET', '/docs/', { as: null, headers })).status).toBe(304)
    expect((await api.request('GET', '/docs/docs.js', { as: null, headers })).status).toBe(200)
    expect((await api.request('POST', '/docs/', { as: null, body: {} })).status).toBe(405)
    expect((await api.request('GET', '/docs/../package.json', { as: null })).status).toBe(404)
    expect((await api.request('GET', '/docs/swagger-ui.js', { as: null })).status).toBe(404)
  })
})
