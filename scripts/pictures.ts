// `npm run pictures`: the pictures of the main screens for the READMEs, from the demo, at 1280 × 800.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { desk, openBrowser } from '../e2e/browser.ts'
import { openProduct } from '../src/app.ts'
import { migrate, migrationFolders, openDatabase } from '../src/platform/postgres/index.ts'
import { loadDemo } from '../src/shell/demo/load-demo.ts'
import { demoPassword } from '../src/shell/demo/seats.ts'

const pictures = path.resolve(import.meta.dirname, '../docs/pictures')
const order = path.resolve(import.meta.dirname, '../docs/examples/order-2027.txt')
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-pictures-'))
const db = await openDatabase({ folder: path.join(data, 'postgres') })
try {
  await migrate(db, migrationFolders())
  await loadDemo(db, new Date())
  const app = await openProduct(db, { logLevel: 'silent' })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  const page = await (
    await browser.newContext({ baseURL: origin, viewport: desk, locale: 'ru-RU', reducedMotion: 'reduce' })
  ).newPage()
  fs.mkdirSync(pictures, { recursive: true })
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) })

  await page.goto('/sign-in')
  await page.fill('input[name=login]', 'gorod')
  await page.fill('input[name=password]', demoPassword)
  await page.click('main button[type=submit]')
  await page.goto('/orders/new')
  await page.setInputFiles('input[type=file]', order)
  await page.click('main form:has(input[type=file]) button[type=submit]')
  await page.waitForURL(/review/)
  await page.evaluate(() => document.querySelector('.review')?.scrollIntoView())
  await picture('review')
  await page.goto('/roadmaps')
  await page.click('main table a')
  await page.waitForLoadState()
  await picture('roadmap')
  await page.goto(`${new URL(page.url()).pathname}/timeline`)
  await page.waitForTimeout(300)
  await picture('timeline')
  await page.goto('/burning')
  await picture('burning')
  await page.goto('/schools')
  await picture('schools')
  await page.goto('/results/schools?state=with')
  const ways = await page
    .locator('main a[href*="/procedure?"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href')))
  await page.goto(ways[3] ?? '/results')
  await picture('results')
  await page.goto('/lists')
  await page.goto((await page.locator('main tbody a').first().getAttribute('href')) ?? '/lists')
  await page.goto((await page.locator('main a[href*="/schools/"]').first().getAttribute('href')) ?? '/lists')
  await picture('why')
  await browser.close()
  await app.close()
} finally {
  await db.close()
  fs.rmSync(data, { recursive: true, force: true })
}
console.log(`pictures are in ${path.relative(process.cwd(), pictures)}`)
