// The scale of a procedure: which counts, what another one would change, and that it does so; a refused number; a seat that only reads.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { isFine, press, textOf } from './steps.ts'

describe('scales', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  const broken: string[][] = []
  let page: Page
  const visitor = async (login: string, options: Parameters<typeof aVisitor>[2] = {}) => {
    const one = await aVisitor(browser(), product().origin, options)
    broken.push(one.errors)
    await signIn(one.page, login, demoPassword)
    return one.page
  }
  before(async () => {
    page = await visitor('region')
  })

  test('the list says which scale counts and where it comes from', async () => {
    await page.getByRole('link', { name: 'Шкалы', exact: true }).first().click()
    await isFine(page, 'scales-list', { onPhone: true })
    const text = await textOf(page)
    assert.match(
      text,
      /ВПР, математика, 5 класс «3» с 7, «4» с 11, «5» с 15; наибольший 20 регион, редакция 1; сверена 01\.03\.2025/,
    )
    assert.match(text, /ЕГЭ, русский язык, 11 класс минимум 24 из поставки: ege-usual; принята по умолчанию/)
    assert.match(text, /ОГЭ, математика, 9 класс отметки из файлов/)
  })

  test('wrong numbers stay in the form with the reason beside them', async () => {
    await press(page, 'ВПР, математика, 5 класс')
    await isFine(page, 'scale-form', { onPhone: true })
    await page.getByLabel('Для «4»').fill('5')
    await page.getByLabel('Откуда числа').fill('Письмо от 01.04.2025 № 7')
    await press(page, 'Посмотреть, что изменится')
    await isFine(page, 'scale-refused')
    assert.match(await textOf(page), /баллы «3», «4» и «5» должны возрастать/)
    assert.equal(await page.getByLabel('Для «4»').inputValue(), '5')
  })

  test('a scale shows what it changes, and then it does', async () => {
    await page.getByLabel('Для «3»').fill('8')
    await page.getByLabel('Для «4»').fill('11')
    await press(page, 'Посмотреть, что изменится')
    await isFine(page, 'scale-preview', { onPhone: true })
    assert.match(await textOf(page), /Изменятся отметки или доли у \d+ класс/)
    const row = page.locator('tbody tr', { hasText: 'СШ № 9' })
    const cells = await row.locator('td').allInnerTexts()
    const [participants, before, after] = cells.map(Number)
    assert.ok(participants! > after! && after! > before!, cells.join())
    await press(page, 'Установить и пересчитать')
    await isFine(page, 'scale-set', { onPhone: true })
    const text = await textOf(page)
    assert.match(text, /Шкала установлена/)
    assert.match(text, /Редакция 2: «3» с 8, «4» с 11, «5» с 15; наибольший 20\. Письмо от 01\.04\.2025 № 7/)
    await page.goto('/results/schools?q=№ 9&year=2025&key=ВПР~математика~5~spring')
    assert.match(
      await page.locator('tbody tr', { hasText: 'СШ № 9' }).innerText(),
      new RegExp(`${after}\\D+${participants}`),
    )
  })

  test('the shipped scale comes back on request', async () => {
    await page.goto(`/results/scales/${encodeURIComponent('ВПР|математика|5|2025')}`)
    await press(page, 'Посмотреть, что изменит возврат')
    assert.match(await textOf(page), /Будет действовать шкала из поставки, если она есть/)
    await press(page, 'Вернуть и пересчитать')
    assert.match(await textOf(page), /нет шкалы/)
    await page.goto('/results/scales?year=2025')
    assert.match(await textOf(page), /ВПР, математика, 5 класс нет шкалы .*у 1\s\d{3} участников/)
  })

  test('a municipality reads and does not set; in English and without scripts', async () => {
    const reader = await visitor('gorod', { scripts: false })
    await reader.goto(`/results/scales/${encodeURIComponent('ВПР|математика|6|2025')}`)
    assert.match(await textOf(reader), /Шкалу устанавливает регион/)
    assert.equal(await reader.locator('main form').count(), 0)
  })

  test('nothing was broken on the way', () => assert.deepEqual(broken.flat(), []))
})
