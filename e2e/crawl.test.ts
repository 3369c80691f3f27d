import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import {
  aVisitor,
  axeProblems,
  desk,
  phone,
  signIn,
  sticksOutBy,
  suiteBrowser,
  takePictures,
  withoutBrowser,
} from './browser.ts'
import { demoAdministrator, demoPassword, suiteProduct } from './product.ts'

/** One page of each kind is enough: ids are all alike, and so are the parts of a long list. */
function kindOf(href: string): string {
  return href
    .split(/[?#]/)[0]!
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+(?=\/|$)/g, '/:n')
}

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page.$$eval('a[href]', links => links.map(link => link.getAttribute('href') ?? ''))
  const here = new URL(page.url())
  return hrefs
    .map(href => new URL(href, here))
    .filter(url => url.origin === here.origin)
    .map(url => url.pathname + url.search)
}

async function open(page: Page, href: string) {
  try {
    const answer = await page.goto(href)
    return answer?.headers()['content-type']?.startsWith('text/html') ? answer : 'download'
  } catch (error) {
    if (/Download is starting/.test((error as Error).message)) return 'download'
    throw error
  }
}

describe('every page that a seat can reach by links', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const chromium = suiteBrowser()
  let browser: Browser
  before(() => {
    browser = chromium()
  })

  for (const [login, lang, least] of [
    ['gorod', 'ru', 20],
    ['region', 'en', 20],
    ['shkola4', 'ru', 8],
    [demoAdministrator.login, 'en', 8],
  ] as const) {
    test(`${login} (${lang}): opens, has nothing for axe, fits into 360 px and breaks no script`, async () => {
      const { page, errors } = await aVisitor(browser, product().origin, { lang })
      await signIn(page, login, demoPassword)
      const waiting = ['/', ...(await linksOf(page))]
      const seen = new Set<string>()
      const wrong: string[] = []
      for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
        const kind = kindOf(href)
        if (seen.has(kind)) continue
        seen.add(kind)
        await page.setViewportSize(desk)
        const answer = await open(page, href)
        if (answer === 'download') continue
        if (answer?.status() !== 200) wrong.push(`${href}: ${answer?.status()}`)
        if ((await page.locator('h1').count()) !== 1) wrong.push(`${href}: not one h1`)
        wrong.push(...(await axeProblems(page)).map(problem => `${href}: ${problem}`))
        await page.setViewportSize(phone)
        const out = await sticksOutBy(page)
        if (out > 0) wrong.push(`${href}: sticks out by ${out} px at 360 px`)
        if (process.env['PICTURES']) await takePictures(page, `${login}${kind.replace(/[^a-z0-9]+/gi, '-')}`)
        waiting.push(...(await linksOf(page)))
      }
      assert.deepEqual([...wrong, ...errors], [])
      assert.ok(seen.size >= least, `only ${seen.size} kinds of pages: ${[...seen].join(' ')}`)
    })
  }
})
