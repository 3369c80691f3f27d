import assert from 'node:assert/strict'
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { gallerySlice } from '../src/shell/examples/gallery.tsx'
import { aSliceOfNotes } from '../src/shell/examples/notes.tsx'
import { suiteApp } from '../src/shell/testing.ts'
import {
  aVisitor,
  axeProblems,
  phone,
  signIn,
  sticksOutBy,
  suiteBrowser,
  takePictures,
  withoutBrowser,
} from './browser.ts'

describe('components and the frame in a browser', { skip: withoutBrowser }, () => {
  const product = suiteApp([aSliceOfNotes().slice, gallerySlice])
  const chromium = suiteBrowser()
  let browser: Browser
  let origin: string
  let page: Page
  let errors: string[]
  before(async () => {
    browser = chromium()
    await product().listen({ port: 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(product().server.address() as AddressInfo).port}`
    const visitor = await aVisitor(browser, origin)
    page = visitor.page
    errors = visitor.errors
  })

  const isClean = async (name: string) => {
    assert.deepEqual(await axeProblems(page), [], name)
    await page.setViewportSize(phone)
    assert.equal(await sticksOutBy(page), 0, `${name} sticks out at 360 px`)
    assert.deepEqual(await axeProblems(page), [], `${name} at 360 px`)
    await page.setViewportSize({ width: 640, height: 400 }) // 1280 × 800 at 200 %
    assert.equal(await sticksOutBy(page), 0, `${name} sticks out at 200 %`)
    await takePictures(page, name)
    assert.deepEqual(errors, [], name)
  }

  test('sign-in: the page, and the same page after a wrong password', async () => {
    await page.goto('/')
    assert.match(page.url(), /\/sign-in\?next=%2F$/)
    await isClean('sign-in')
    await signIn(page, 'one-seat', 'wrong')
    await isClean('sign-in-refused')
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary')
    await signIn(page, 'two-seats', 'correct horse')
    await isClean('seat')
    await page.click('text=auditor (ru)')
    await page.click('main button[type=submit]')
    await isClean('home')
  })
  for (const [name, path] of [
    ['lists', '/gallery'],
    ['pieces', '/gallery/pieces'],
    ['form', '/gallery/form'],
    ['conflict', '/gallery/conflict'],
    ['wide', '/gallery/wide'],
    ['api', '/api'],
    ['not-found', '/nowhere'],
  ] as const) {
    test(`nothing is wrong with ${path}`, async () => {
      await page.goto(path)
      await isClean(name)
    })
  }
  test('a refused form leads from its summary to the wrong field', async () => {
    await page.goto('/seat')
    await page.click('text=municipal-coordinator (ru)')
    await page.click('main button[type=submit]')
    await page.goto('/gallery/form')
    await page.fill('textarea[name=title]', '')
    await page.click('text=Сохранить >> nth=0')
    await isClean('form-refused')
    await page.click('.error-summary a >> nth=0')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'title')
  })
  test('everything in the header is reached by Tab, the skip link first', async () => {
    await page.goto('/gallery')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip-link')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
  })
  test('on a phone the menu opens and leads on, without any script', async () => {
    const quiet = await aVisitor(browser, origin, { scripts: false, viewport: phone })
    await signIn(quiet.page, 'one-seat', 'correct horse')
    assert.equal(await quiet.page.isVisible('#frame-menu'), false)
    await quiet.page.click('.frame-nav__button')
    assert.equal(await quiet.page.isVisible('#frame-menu'), true)
    await quiet.page.screenshot({ path: '.cache/pictures/menu-360.png' })
    await quiet.page.click('#frame-menu >> text=Дорожные карты')
    assert.match(quiet.page.url(), /\/gallery$/)
  })
  test('a file of 200 MB is refused on a page that says what to do, and the product answers on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-upload-'))
    const big = join(folder, 'big.docx')
    closeSync(openSync(big, 'w'))
    truncateSync(big, 200 * 1024 * 1024)
    try {
      await page.goto('/notes')
      await page.setInputFiles('input[name=file]', big)
      const started = Date.now()
      await page.click('form[enctype] button')
      assert.match((await page.textContent('main')) ?? '', /принимаются файлы до 25 МБ/)
      assert.ok(Date.now() - started < 5000)
      assert.equal((await page.goto('/notes'))?.status(), 200)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  test('the language changes in the header and the reader stays on the page', async () => {
    await page.goto('/notes')
    await page.click('text=English')
    assert.match(page.url(), /\/notes$/)
    assert.equal(await page.textContent('h1'), 'Notes')
    assert.equal(await page.getAttribute('html', 'lang'), 'en')
  })
})
