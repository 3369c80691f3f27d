// Indicators of schools: the table, one school, and a file from its reading to the entered values; a seat that only reads.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { download, figure, isFine, press, textOf } from './steps.ts'

const file = [
  'Школа;Год;олимпиады;неполные семьи;учёт, числитель;учёт, знаменатель;примечание',
  'СШ № 1;2025;0;нет данных;12;40;',
  'sch020003;2025;2,9 %;не собиралось;;;',
  'СШ № 4;2025;—;;нет учащихся;;',
  'Школа за рекой;2025;1;2;3;4;',
].join('\n')

describe('indicators of schools', { skip: withoutBrowser }, () => {
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
  const send = async (name: string, body: string) => {
    await page.goto('/imports/indicators')
    await page.getByLabel('Файл').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(body) })
    await press(page, 'Прочитать')
  }
  before(async () => {
    page = await visitor('region')
  })

  test('the table stands by name, with units, and says what empty places mean', async () => {
    await page.getByRole('link', { name: 'Показатели школ', exact: true }).first().click()
    await isFine(page, 'indicators-table', { onPhone: true })
    const names = await page.locator('tbody th').allInnerTexts()
    assert.ok(names.indexOf('СШ № 4') < names.indexOf('СШ № 10') || !names.includes('СШ № 10'))
    await page.getByText('Что означают пустые места').click()
    assert.match(await textOf(page), /никто ничего не сообщил; это не ноль/)
  })

  test('one indicator comes with its number of pupils and source', async () => {
    await page.getByLabel('Показатель').selectOption({ index: 1 })
    await page.locator('main form button').first().click()
    await page.waitForLoadState()
    await isFine(page, 'indicators-one', { onPhone: true })
    assert.match(await textOf(page), /Социальный паспорт/)
  })

  test('a file shows what it would change and what is wrong in it', async () => {
    await page.goto('/imports/indicators')
    await isFine(page, 'indicators-files', { onPhone: true })
    assert.equal((await download(page, 'Шаблон')).name, 'opora-indicators.xlsx')
    await send('показатели.csv', file)
    await isFine(page, 'indicators-file', { onPhone: true })
    assert.equal(await figure(page, 'Не приняты'), 4)
    const text = await textOf(page)
    assert.match(text, /Такой школы нет\. Сверьте код или название/)
    assert.match(text, /Прочерк непонятен/)
    assert.match(text, /учёт.*Ни одна методика из поставки такого не спрашивает/)
    assert.match(text, /Эти столбцы не прочитаны: примечание/)
  })

  test('confirmed values are seen of the school with the way they came', async () => {
    await press(page, 'Внести показатели')
    await isFine(page, 'indicators-entered', { onPhone: true })
    await page.goto('/results/indicators?year=2025&q=СШ № 1')
    await press(page, 'СШ № 1')
    await isFine(page, 'indicators-of-school', { onPhone: true })
    const text = await textOf(page)
    assert.match(text, /олимпиады, %.* 0\s%/)
    assert.match(text, /30\s% \(12\sиз\s40\)/)
    assert.match(text, /нет данных/)
    await press(page, 'показатели.csv')
    assert.match(await textOf(page), /Загрузки файла «показатели\.csv»/)
    await press(page, 'показатели.csv')
    assert.match(await textOf(page), /Показатели из файла внесены/)
  })

  test('the same file again has nothing to enter', async () => {
    await send('показатели.csv', file)
    assert.match(await textOf(page), /Файл ничего не меняет/)
    await press(page, 'Отложить')
    await isFine(page, 'indicators-put-aside')
  })

  test('a table that is none keeps the form and says what it needs', async () => {
    await send('люди.csv', 'ФИО;Должность\nОбразцова;директор\n')
    await isFine(page, 'indicators-refused', { onPhone: true })
    assert.match(await textOf(page), /В файле не узнаны показатели\. Найдены заголовки: ФИО, Должность/)
  })

  test('a school sees its own facts from its card and enters none; in English too', async () => {
    const head = await visitor('shkola4', { lang: 'en' })
    await head.goto('/results/indicators')
    await isFine(head, 'indicators-own-school')
    assert.equal(await head.locator('tbody tr').count(), 1)
    assert.equal(await head.getByRole('link', { name: 'Upload indicators' }).count(), 0)
    await head.locator('tbody th a').first().click()
    assert.match(await textOf(head), /Where these facts come from/)
  })

  test('nothing was broken on the way', () => assert.deepEqual(broken.flat(), []))
})
