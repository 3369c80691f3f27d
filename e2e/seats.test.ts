// What each seat sees and may do, the way in and the way out.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { change, newId, sql, withSystem } from '../src/platform/postgres/index.ts'
import { aVisitor, signIn, suiteBrowser, type VisitorOptions, withoutBrowser } from './browser.ts'
import { demoAdministrator, demoPassword, suiteProduct } from './product.ts'
import { isFine, press, textOf } from './steps.ts'

describe('seats', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  const broken: string[][] = []
  let roadmap: string
  let order: string

  const visitor = async (options: VisitorOptions = {}) => {
    const made = await aVisitor(browser(), product().origin, options)
    broken.push(made.errors)
    return made.page
  }
  const as = async (login: string, options: VisitorOptions = {}) => {
    const page = await visitor(options)
    await signIn(page, login, demoPassword)
    return page
  }
  const whoIs = (page: Page) => page.locator('.frame-account__person').innerText()
  const statusOf = async (page: Page, address: string) => (await page.goto(address))?.status()

  before(async () => {
    const page = await as('gorod')
    await page.goto('/roadmaps')
    await press(page, '2026 год')
    roadmap = new URL(page.url()).pathname
    await press(page, 'Исходный документ')
    order = new URL(page.url()).pathname
    await page.context().close()
  })

  test('a school head sees what the own school owes, and no way to change or to read orders', async () => {
    const page = await as('shkola4')
    await isFine(page, 'school-home', { onPhone: true })
    assert.equal(await page.getByRole('link', { name: 'Документы' }).count(), 0)
    await page.goto('/burning')
    await isFine(page, 'school-burning', { onPhone: true })
    const schools = new Set(await page.locator('tbody td:nth-of-type(2)').allInnerTexts())
    assert.deepEqual(
      [...schools].filter(name => name !== 'СШ № 4'),
      [],
    )
    await press(page, 'Календарь сроков')
    await isFine(page, 'school-calendar', { onPhone: true })
    await press(page, 'Получить ссылку')
    const link = await page.getByLabel('Ссылка, которую нужно скопировать').inputValue()
    assert.match(link, /^https?:\S+\/obligations\/calendar\.ics\?key=\S+$/)
    await isFine(page, 'school-calendar-link', { onPhone: true })
    const stranger = await visitor()
    const calendar = await (await stranger.request.get(link)).text()
    assert.match(calendar, /^BEGIN:VCALENDAR/)
    const owners = calendar.replace(/\r\n /g, '').match(/Организация: [^\\\r\n]+/g) ?? []
    assert.deepEqual([...new Set(owners)], ['Организация: СШ № 4'])
    await press(page, 'Отозвать ссылку')
    assert.doesNotMatch(await (await stranger.request.get(link)).text(), /VCALENDAR/)
    await stranger.context().close()
    await page.goto(roadmap)
    await isFine(page, 'school-roadmap', { onPhone: true })
    await page.goto(`${roadmap}?q=${encodeURIComponent('школьных дорожных карт')}`)
    await page.locator('tr[id^=item-] th a').first().click()
    const owing = (await page.locator('#obligations').textContent()) ?? ''
    assert.deepEqual(new Set(owing.match(/\S+ № \d+/g)), new Set(['СШ № 4']))
    assert.equal(await page.locator('main').getByText('Изменить срок').count(), 0)
    await isFine(page, 'school-item')
    assert.equal(await statusOf(page, `${page.url()}/change`), 403)
    assert.equal(await statusOf(page, order), 403)
    assert.equal(await statusOf(page, '/orders/new'), 403)
    await page.goto('/organisations?q=Осиновка')
    assert.equal(await page.getByText('Школа с. Осиновка').count(), 0)
    await page.context().close()
  })

  test('a neighbouring coordinator sees nothing of the city: the same answer as for what does not exist', async () => {
    const page = await as('rayon')
    await page.goto('/roadmaps')
    assert.match(await textOf(page), /Дорожных карт пока нет/)
    await isFine(page, 'empty-roadmaps', { onPhone: true })
    await page.goto('/orders')
    assert.match(await textOf(page), /Документов пока нет/)
    await isFine(page, 'empty-orders', { onPhone: true })
    await page.goto('/burning')
    await isFine(page, 'empty-burning', { onPhone: true })
    await page.goto('/')
    await isFine(page, 'empty-home', { onPhone: true })
    for (const address of [roadmap, order, `${roadmap}/timeline`, `${roadmap}/schools`]) {
      const foreign = { status: await statusOf(page, address), text: await textOf(page) }
      const missing = address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, newId())
      assert.deepEqual(foreign, { status: await statusOf(page, missing), text: await textOf(page) }, address)
      assert.equal(foreign.status, 404)
    }
    await isFine(page, 'not-found', { onPhone: true })
    assert.equal((await page.request.get(`${roadmap}/roadmap.docx`)).status(), 404)
    await page.goto('/schools')
    assert.equal(await page.getByText('СШ № 4').count(), 0)
    await page.context().close()
  })

  test('a regional coordinator sees every municipality', async () => {
    const page = await as('region')
    await page.goto('/schools')
    await isFine(page, 'region-schools')
    const places = await page.getByLabel('Муниципалитет').locator('option').allInnerTexts()
    assert.equal(places.length, 4)
    await page.goto('/roadmaps')
    await isFine(page, 'region-roadmaps', { onPhone: true })
    assert.equal(await page.locator('tbody tr').count(), 2)
    assert.equal(await statusOf(page, roadmap), 200)
    await page.context().close()
  })

  test('an auditor reads everything and is offered nothing to change', async () => {
    const page = await as('revizor')
    for (const [name, address] of [
      ['auditor-orders', '/orders'],
      ['auditor-review', order],
      ['auditor-roadmap', roadmap],
      ['auditor-schools', '/schools'],
    ] as const) {
      assert.equal(await statusOf(page, address), 200, address)
      await isFine(page, name)
      assert.equal(await page.locator('main form[method=post]').count(), 0, address)
    }
    assert.equal(
      await page
        .locator('main')
        .getByText(/Загрузить приказ|Добавить|Править/)
        .count(),
      0,
    )
    for (const address of ['/orders/new', '/schools/new', '/imports/registers'])
      assert.equal(await statusOf(page, address), 403, address)
    const answer = await page.request.post('/orders', {
      multipart: { text: 'ПРИКАЗ' },
      headers: { origin: product().origin },
    })
    assert.equal(answer.status(), 403)
    await page.context().close()
  })

  test('an administrator makes a person, an account and two seats; the new person chooses between them', async () => {
    const page = await as(demoAdministrator.login)
    await page.goto('/people/new')
    await page.getByLabel('Фамилия').fill('Перелескова')
    await page.getByLabel('Имя', { exact: true }).fill('Нина')
    await page.locator('main button[type=submit]').first().click()
    await press(page, 'Управлять входом и ролями')
    await page.fill('input[name=login]', 'pereleskova')
    await page.fill('input[name=password]', 'kruglyy-god-2026')
    await press(page, 'Завести учётную запись')
    for (const [seat, organisation] of [
      ['methodologist', 'ИМЦ'],
      ['curator', 'ИМЦ'],
    ] as const) {
      await page.selectOption('select[name=seat]', seat)
      await page.selectOption('select[name=municipalityId]', { label: 'Верхнеозёрский городской округ' })
      await page.selectOption('select[name=organisationId]', { label: organisation })
      await press(page, 'Выдать роль')
    }
    await isFine(page, 'admin-access', { onPhone: true })
    const person = await visitor()
    await signIn(person, 'pereleskova', 'kruglyy-god-2026')
    assert.equal(await person.locator('h1').innerText(), 'Выбор роли')
    await isFine(person, 'seat', { onPhone: true })
    await person.getByLabel('Куратор').check()
    await press(person, 'Продолжить')
    assert.match(await whoIs(person), /Перелескова[\s\S]*Куратор/)
    assert.equal(await person.getByRole('link', { name: 'Документы' }).count(), 0)
    await person.getByText('Сменить роль').click()
    await person.getByLabel('Методист').check()
    await press(person, 'Продолжить')
    assert.match(await whoIs(person), /Методист/)
    await isFine(person, 'methodologist-home', { onPhone: true })
    await page.context().close()
    await person.context().close()
  })

  test('a wrong password and an unknown login get the same answer, and the login stays typed', async () => {
    const page = await visitor()
    const answers: string[] = []
    for (const login of ['gorod', 'nobody']) {
      await signIn(page, login, 'wrong-password')
      await page.waitForLoadState()
      answers.push(await page.locator('.error-summary').innerText())
      assert.equal(await page.inputValue('input[name=login]'), login)
      assert.equal(await page.inputValue('input[name=password]'), '')
    }
    assert.equal(answers[0], answers[1])
    assert.match(answers[0] ?? '', /Логин или пароль неверен/)
    await isFine(page, 'sign-in-refused', { onPhone: true })
    await page.context().close()
  })

  test('a session that ended leads to signing in, and from there back to the page that was wanted', async () => {
    const page = await as('gorod')
    await withSystem(product().db, tx =>
      change(tx, sql`UPDATE sessions SET began_at = began_at - interval '60 days', last_seen_at = began_at`),
    )
    await page.goto(roadmap)
    assert.equal(await page.locator('h1').innerText(), 'Вход')
    await page.fill('input[name=login]', 'gorod')
    await page.fill('input[name=password]', demoPassword)
    await press(page, 'Войти')
    assert.equal(new URL(page.url()).pathname, roadmap)
    await page.getByRole('button', { name: 'Выйти' }).click()
    await page.waitForLoadState()
    await page.goBack({ waitUntil: 'load' })
    await page.goto(roadmap)
    assert.equal(await page.locator('h1').innerText(), 'Вход')
    await isFine(page, 'sign-in', { onPhone: true })
    await page.context().close()
  })

  test('the language is changed in the header, on the same page and on the next ones', async () => {
    const page = await as('gorod')
    await page.goto('/schools?q=Гимназия')
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForLoadState()
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    assert.match(page.url(), /\/schools\?q=/)
    await page.goto('/')
    await isFine(page, 'home-en', { onPhone: true })
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    await page.getByRole('button', { name: 'Русский' }).click()
    await page.waitForLoadState()
    assert.equal(await page.locator('html').getAttribute('lang'), 'ru')
    await page.context().close()
  })

  test('no page broke a script or answered with a fault', () => {
    assert.deepEqual(broken.flat(), [])
  })
})
