import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axeProblems, desk, phone, sticksOutBy, takePictures } from './browser.ts'

/**
 * What every step of a journey is asked: one heading, nothing for axe, nothing that sticks out; on request on a phone too.
 * `PICTURES=1` keeps a picture under the name of the step.
 */
export async function isFine(page: Page, name: string, { onPhone = false } = {}): Promise<void> {
  assert.equal(await page.locator('h1').count(), 1, `${name}: one h1`)
  assert.deepEqual(await axeProblems(page), [], name)
  assert.ok((await sticksOutBy(page)) <= 0, `${name} sticks out at 1280 px`)
  if (onPhone) {
    await page.setViewportSize(phone)
    assert.deepEqual(await axeProblems(page), [], `${name} at 360 px`)
    assert.ok((await sticksOutBy(page)) <= 0, `${name} sticks out at 360 px`)
    await page.setViewportSize(desk)
  }
  if (process.env['PICTURES']) await takePictures(page, `journey-${name}`)
}

/** Presses a link or button of the page's body by its words and waits for what it leads to. */
export async function press(page: Page, words: string): Promise<void> {
  await page.locator('main').locator('a, button', { hasText: words }).first().click()
  await page.waitForLoadState()
}

/** The text of the page's body. */
export async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}

/** The whole number a figure of the page shows under this label. */
export async function figure(page: Page, label: string): Promise<number> {
  const shown = await page.locator('.figure', { hasText: label }).first().innerText()
  return Number(/\d[\d\s]*/.exec(shown.replace(label, ''))?.[0].replace(/\s/g, ''))
}

/** Follows a link that downloads. */
export async function download(page: Page, words: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, words)])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) }
}

/** One of many things whose words hold these. */
export function withWords(page: Page, selector: string, words: string) {
  return page.locator(selector, { hasText: words }).first()
}
