// The register of schools: found, entered, corrected by two people at once, closed, filled from a file with bad rows.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { writeXlsx } from 'hucre'
import type { Page } from 'playwright-core'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { figure, isFine, press, textOf } from './steps.ts'

const headings = [
  'Муниципалитет',
  'Вид',
  'Полное наименование',
  'Краткое наименование',
  'Тип школы',
  'Логин ФИС ОКО',
  'ИНН',
]
const city = 'Верхнеозёрский городской округ'
/** One new school, one renamed, one as it was; the last three cannot be taken. */
const schoolRows = [
  headings,
  [city, 'школа', 'Средняя школа № 31 «Причал»', 'СШ № 31', 'средняя', 'sch020031', ''],
  [
    city,
    'школа',
    'Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 3 имени Зорина»',
    'СШ № 3',
    'средняя',
    'sch020003',
    '',
  ],
  [
    city,
    'школа',
    'Муниципальное бюджетное общеобразовательное учреждение «Гимназия № 2»',
    'Гимназия № 2',
    'гимназия',
    'sch020002',
    '',
  ],
  [city, 'школа', '', 'СШ № 32', 'средняя', 'sch020032', ''],
  ['Каменнобродский муниципальный район', 'школа', 'Школа чужого района', 'Чужая', 'средняя', 'sch020199', ''],
  [city, 'школа', 'Средняя школа № 33', 'СШ № 33', 'средняя', 'sch020033', '0201000019'],
]

describe('the register of schools', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  const broken: string[][] = []
  let page: Page
  const asCoordinator = async () => {
    const visitor = await aVisitor(browser(), product().origin)
    broken.push(visitor.errors)
    await signIn(visitor.page, 'gorod', demoPassword)
    return visitor.page
  }
  before(async () => {
    page = await asCoordinator()
  })
  const names = (on: Page) => on.locator('tbody th').allInnerTexts()

  test('schools are found by name, by code and by type', async () => {
    await page.getByRole('link', { name: 'Школы' }).first().click()
    await isFine(page, 'schools', { onPhone: true })
    await page.getByLabel('Название или код').fill('логос')
    await press(page, 'Показать')
    assert.deepEqual(await names(page), ['Гимназия № 12'])
    await page.getByLabel('Название или код').fill('sch020009')
    await press(page, 'Показать')
    assert.deepEqual(await names(page), ['СШ № 9'])
    await page.getByLabel('Название или код').fill('')
    await page.getByLabel('Тип').selectOption({ label: 'лицей' })
    await press(page, 'Показать')
    assert.deepEqual(await names(page), ['Лицей № 7'])
    await page.getByLabel('Название или код').fill('нет такой')
    await press(page, 'Показать')
    assert.match(await textOf(page), /школ не нашлось/)
    await isFine(page, 'schools-none', { onPhone: true })
    await press(page, 'Сбросить')
    assert.ok((await names(page)).length >= 30)
  })

  test('a school is entered, once, though the form was sent twice; a taken code is refused by name', async () => {
    await page.goto('/schools/new')
    await page.getByLabel('Полное название').fill('Средняя школа «Маяк»')
    await page.getByLabel('Логин ФИС ОКО').fill('sch020009')
    await press(page, 'Сохранить')
    assert.match(
      await page.locator('.error-summary').innerText(),
      /sch020009 уже принадлежит другой организации: .*№ 9/,
    )
    await isFine(page, 'school-form-refused', { onPhone: true })
    await page.getByLabel('Логин ФИС ОКО').fill('sch020777')
    await press(page, 'Сохранить')
    assert.match(await textOf(page), /Школа добавлена/)
    await isFine(page, 'school-card', { onPhone: true })
    const made = page.url()
    await page.goBack({ waitUntil: 'load' })
    await press(page, 'Сохранить')
    await page.goto('/schools?q=Маяк')
    assert.equal((await names(page)).length, 1)
    assert.ok(made.endsWith((await page.locator('tbody th a').getAttribute('href')) ?? '—'))
  })

  test('of two people who edit one school the second sees both versions', async () => {
    const second = await asCoordinator()
    for (const each of [page, second]) {
      await each.goto('/schools?q=Маяк')
      await press(each, 'Маяк')
      await press(each, 'Изменить')
    }
    await page.getByLabel('Краткое название').fill('Маяк-1')
    await second.getByLabel('Краткое название').fill('Маяк-2')
    await press(page, 'Сохранить')
    await press(second, 'Сохранить')
    assert.match(await second.locator('.conflict').innerText(), /Маяк-2[\s\S]*Маяк-1/)
    await isFine(second, 'school-conflict', { onPhone: true })
    await second.context().close()
    await page.goto('/schools?q=Маяк')
    assert.deepEqual(await names(page), ['Маяк-1'])
  })

  test('a closed school stays in the register and is shown on request', async () => {
    await press(page, 'Маяк-1')
    await press(page, 'Закрыть или присоединить')
    await isFine(page, 'school-close', { onPhone: true })
    await page.getByLabel('К какой школе присоединена').selectOption({ label: 'СШ № 9' })
    await press(page, 'Закрыть школу')
    assert.match(await textOf(page), /Школа закрыта[\s\S]*Обучающиеся переведены в школу: .*СШ № 9/)
    await isFine(page, 'school-closed')
    await page.goto('/schools?q=Маяк')
    assert.deepEqual(await names(page), [])
    await page.getByLabel('Показывать закрытые').check()
    await press(page, 'Показать')
    assert.deepEqual(await names(page), ['Маяк-1'])
  })

  const uploadRegister = async (name: string, buffer: Buffer) => {
    await page.goto('/imports/registers')
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await press(page, 'Прочитать')
  }
  const totals = async () => [
    await figure(page, 'Новые'),
    await figure(page, 'Изменятся'),
    await figure(page, 'Без изменений'),
    await figure(page, 'Не приняты'),
  ]

  test('a file with three bad rows says row, column and what was found, and the good rows are taken', async () => {
    await page.goto('/imports/registers')
    await isFine(page, 'register-files', { onPhone: true })
    const file = Buffer.from(await writeXlsx({ sheets: [{ name: 'Школы', rows: schoolRows }] }))
    await uploadRegister('школы.xlsx', file)
    await isFine(page, 'register-report', { onPhone: true })
    assert.deepEqual(await totals(), [1, 1, 1, 3])
    const problems = await page.locator('table').first().locator('tbody tr').allInnerTexts()
    assert.equal(problems.length, 3)
    assert.match(problems[0] ?? '', /5\s+Полное название\s+пусто\s+Нет названия/)
    assert.match(
      problems[1] ?? '',
      /6\s+Муниципалитет\s+Каменнобродский муниципальный район\s+(Такого муниципалитета нет|Это другой муниципалитет)/,
    )
    assert.match(problems[2] ?? '', /7\s+ИНН\s+0201000019\s+Не сходится контрольная цифра/)
    await page.goto('/schools?q=Причал')
    assert.deepEqual(await names(page), [], 'nothing is entered before it is confirmed')
    await page.goBack({ waitUntil: 'load' })
    await press(page, 'Внести в справочник')
    assert.match(await textOf(page), /Файл внесён в справочник/)
    await isFine(page, 'register-applied')
    await page.goto('/schools?q=Причал')
    assert.deepEqual(await names(page), ['СШ № 31'])
    await page.goto('/schools?q=Зорина')
    await press(page, 'СШ № 3')
    assert.match(await textOf(page), /Прежние названия[\s\S]*Средняя школа № 3»/)

    await uploadRegister('школы.xlsx', file)
    assert.deepEqual(await totals(), [0, 0, 3, 3])
    assert.match(await textOf(page), /Файл ничего не меняет/)
    assert.equal(await page.getByText('Внести в справочник').count(), 0)
  })

  test('a file that is no register is refused on the form with the headings that were found', async () => {
    await uploadRegister('список.csv', Buffer.from('Цвет;Размер\nсиний;10\n'))
    assert.match(await page.locator('.error-summary').innerText(), /Не удалось узнать справочник[\s\S]*Цвет/)
    await isFine(page, 'register-refused', { onPhone: true })
  })

  test('no page broke a script or answered with a fault', () => {
    assert.deepEqual(broken.flat(), [])
  })
})
