// Results are looked at: the region, a municipality, schools by name, a school, one procedure; by keyboard, without scripts, in English.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { isFine, press, textOf } from './steps.ts'

describe('seeing results', { skip: withoutBrowser }, () => {
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
  const names = (on: Page) => on.locator('tbody th[scope=row]').allInnerTexts()
  before(async () => {
    page = await visitor('region')
  })

  test('the region: procedures of a year, what is missing, the way to schools', async () => {
    await page.getByRole('link', { name: 'Результаты', exact: true }).first().click()
    await isFine(page, 'results-region', { onPhone: true })
    const text = await textOf(page)
    assert.match(text, /Результаты школ: Регион/)
    assert.match(text, /Рейтинга школ здесь нет/)
    assert.match(text, /Математика, 5 класс \d+/)
    await press(page, '2024')
    assert.match(await textOf(page), /Процедуры, 2024 год/)
    await press(page, 'Каменнобродский муниципальный район')
    await isFine(page, 'results-municipality', { onPhone: true })
    assert.match(await textOf(page), /В регионе/)
  })

  test('schools stand by name, and those without a result say why', async () => {
    await page.goto('/results/schools?year=2025&key=ВПР~математика~6~spring')
    await isFine(page, 'results-schools', { onPhone: true })
    const all = await names(page)
    assert.ok(all.indexOf('СШ № 9') < all.indexOf('СШ № 10'), 'numbers in names are numbers')
    await page.getByLabel('Результаты', { exact: true }).selectOption({ label: 'Нет результата' })
    await press(page, 'Показать')
    const without = await names(page)
    assert.ok(without.includes('СШ № 21'), without.join())
    const row = page.locator('tbody tr', { hasText: 'НШ № 28' })
    assert.match(await row.innerText(), /не бывает/, 'a primary school has no grade 6')
    assert.match(await page.locator('tbody tr', { hasText: 'СШ № 21' }).innerText(), /нет данных/)
    await page.getByText('Что означают пустые места').click()
    assert.match(await textOf(page), /ноль: участники были/)
    await isFine(page, 'results-schools-without', { onPhone: true })
  })

  test('a school, and one procedure with its charts, tables and markers', async () => {
    await page.goto('/results/schools?q=№ 11&year=2025&key=ВПР~математика~5~spring')
    await press(page, 'СШ № 11')
    await isFine(page, 'results-procedure', { onPhone: true })
    const participants = Number(await page.locator('.figure__value').first().innerText())
    const inClasses = await page.locator('#classes tbody tr td:nth-child(2)').allInnerTexts()
    assert.equal(
      inClasses.reduce((sum, text) => sum + Number(text), 0),
      participants,
      'classes add up to the school',
    )
    assert.match(await textOf(page), /есть скачок на границе отметки/)
    assert.doesNotMatch(await textOf(page), /необъективн/i)
    for (const chart of await page.locator('svg[role=img]').all()) {
      const name = await chart.locator('title').first().textContent()
      assert.ok((name ?? '').length > 3)
      assert.ok(((await chart.locator('desc').first().textContent()) ?? '').length > 10, `${name} has a description`)
    }
    const open = page.locator('#distribution details summary')
    await open.focus()
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('#distribution tbody tr').count(), 21, 'a row for each score from 0 to 20')
    await page.locator('#markers summary').first().click()
    assert.match(await textOf(page), /1,96/)
    await isFine(page, 'results-procedure-open', { onPhone: true })
    await page.locator('.breadcrumbs a', { hasText: 'СШ № 11' }).click()
    await isFine(page, 'results-school', { onPhone: true })
  })

  test('a year without a result is a gap and words, and never a zero', async () => {
    await page.goto('/results/schools?q=№ 21&year=2024&key=ВПР~математика~6~spring')
    await press(page, 'СШ № 21')
    await page.locator('.tabs a', { hasText: '2025' }).click()
    assert.match(await textOf(page), /За 2025 год результата нет/)
    assert.match(await textOf(page), /это не ноль/i)
    assert.equal(await page.locator('.chart__gap').count(), 1)
    await isFine(page, 'results-procedure-missing', { onPhone: true })
  })

  test('a small school is told that it is small, and markers say that they cannot be counted', async () => {
    await page.goto('/results/schools?q=Тихая&year=2025&key=ВПР~математика~5~spring')
    await press(page, 'Тихая Пристань')
    assert.match(await textOf(page), /видны отдельные ученики/)
    assert.match(await textOf(page), /нельзя посчитать: слишком мало: \d, нужно не меньше 10/)
    await isFine(page, 'results-procedure-small', { onPhone: true })
  })

  test('similar schools are chosen, and the choice stays in the address', async () => {
    await page.goto('/results/schools?q=№ 11&year=2025&key=ВПР~математика~5~spring')
    await press(page, 'СШ № 11')
    await page.getByLabel('Тип школы').selectOption({ label: 'любой' })
    await page.getByLabel('Показатель контекста').selectOption({ index: 1 })
    await page.locator('#similar button[type=submit]').click()
    await page.waitForLoadState()
    const address = new URL(page.url())
    assert.ok(address.searchParams.get('indicator'))
    const said = /В группе \d+ школ/.exec(await textOf(page))?.[0]
    assert.ok(said)
    const other = await visitor('region')
    await other.goto(address.pathname + address.search)
    assert.ok((await textOf(other)).includes(said), 'a colleague sees the same group')
    await other.context().close()
  })

  test('the head of a school sees the own school and the territory without other schools', async () => {
    const head = await visitor('shkola4')
    await head.goto('/results')
    await isFine(head, 'results-territory-of-school', { onPhone: true })
    await press(head, 'Результаты вашей школы')
    assert.match(await textOf(head), /Результаты школы: СШ № 4/)
    await isFine(head, 'results-own-school')
    await head.goto('/results/schools')
    assert.deepEqual(await names(head), ['СШ № 4'])
    await press(head, 'СШ № 4')
    assert.match(await textOf(head), /Сравнение с другими школами видят муниципалитет и регион/)
    await isFine(head, 'results-own-procedure', { onPhone: true })
    await head.context().close()
  })

  test('everything works without scripts, by keyboard, in English', async () => {
    const plain = await visitor('gorod', { scripts: false, lang: 'en' })
    await plain.goto('/results/schools')
    await plain.getByLabel('Name of the school').fill('№ 11')
    await plain.getByLabel('Name of the school').press('Enter')
    await plain.waitForLoadState()
    assert.deepEqual(await names(plain), ['СШ № 11'])
    await plain.getByRole('link', { name: 'СШ № 11' }).focus()
    await plain.keyboard.press('Enter')
    await plain.waitForLoadState()
    assert.match(await textOf(plain), /Distribution of scores/)
    await plain.locator('#distribution details summary').click()
    assert.ok(await plain.locator('#distribution tbody tr').first().isVisible())
    assert.equal(await plain.locator('h1').count(), 1)
    await plain.context().close()
  })

  test('no page broke a script or answered with a fault', () => {
    assert.deepEqual(broken.flat(), [])
  })
})

describe('results before there are any', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  test('an empty region and an empty school say what will be here', async () => {
    const client = await product().db.connect()
    try {
      await client.query('TRUNCATE municipality_results, school_results, result_cells, result_states')
    } finally {
      client.release()
    }
    const { page, errors } = await aVisitor(browser(), product().origin)
    await signIn(page, 'region', demoPassword)
    await page.goto('/results')
    assert.match(await textOf(page), /Результатов пока нет/)
    await isFine(page, 'results-none', { onPhone: true })
    await page.goto('/results/schools')
    await isFine(page, 'results-schools-none', { onPhone: true })
    await press(page, 'Гимназия № 2')
    assert.match(await textOf(page), /Результатов этой школы пока нет/)
    await isFine(page, 'results-school-none', { onPhone: true })
    assert.deepEqual(errors, [])
  })
})
