import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
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
import { demoAdministrator, demoPassword, suiteProduct } from './product.ts'

describe('the registers in a browser', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const chromium = suiteBrowser()
  let browser: Browser
  let origin: string
  before(() => {
    browser = chromium()
    origin = product().origin
  })
  const as = async (login: string, scripts = true) => {
    const { page, errors } = await aVisitor(browser, origin, { scripts })
    await signIn(page, login, demoPassword)
    return { page, errors }
  }
  const isClean = async (page: Page, name: string) => {
    assert.deepEqual(await axeProblems(page), [], name)
    await page.setViewportSize(phone)
    assert.equal(await sticksOutBy(page), 0, `${name} sticks out at 360 px`)
    await takePictures(page, name)
  }

  test('a regional coordinator walks through territories, organisations and people', async () => {
    const { page, errors } = await as('region')
    await isClean(page, 'home-demo')
    for (const [name, path] of [
      ['municipalities', '/municipalities'],
      ['municipality-new', '/municipalities/new'],
      ['organisations', '/organisations'],
      ['organisations-none', '/organisations?q=zzz'],
      ['organisation-new', '/organisations/new'],
      ['people', '/people'],
      ['person-new', '/people/new'],
    ] as const) {
      const answer = await page.goto(path)
      assert.equal(answer?.status(), 200, path)
      await isClean(page, name)
    }
    await page.goto('/organisations?kind=centre')
    await page.click('tbody th a >> nth=0')
    await isClean(page, 'organisation')
    await page.click('text=Изменить')
    await isClean(page, 'organisation-edit')
    await page.goto('/people')
    await page.click('tbody th a >> nth=0')
    await isClean(page, 'person')
    await page.click('text=Добавить должность')
    await isClean(page, 'position-new')
    assert.deepEqual(errors, [])
  })

  test('with scripts off a person is added, corrected and given a position, and the history tells it', async () => {
    const { page } = await as('region', false)
    await page.goto('/people/new')
    await page.fill('input[name=familyName]', 'Заречная')
    await page.click('main button[type=submit]')
    assert.match((await page.textContent('.error-summary')) ?? '', /Имя: заполните это поле/)
    assert.equal(await page.inputValue('input[name=familyName]'), 'Заречная')
    await page.fill('input[name=givenName]', 'Ольга')
    await page.click('main button[type=submit]')
    assert.equal(await page.textContent('h1'), 'Заречная Ольга')
    assert.match((await page.textContent('.frame-flash')) ?? '', /Человек добавлен/)
    await page.click('main >> text=Изменить >> nth=0')
    await page.fill('input[name=patronymic]', 'Петровна')
    await page.click('main button[type=submit]')
    await page.click('text=Добавить должность')
    await page.fill('input[name=title]', 'методист')
    await page.selectOption('select[name=organisationId]', { index: 1 })
    await page.click('main button[type=submit]')
    assert.match((await page.textContent('table')) ?? '', /методист/)
    assert.match((await page.textContent('#history')) ?? '', /Отчество: — → Петровна/)
  })

  test('of two people who edit one organisation the second sees both versions and nothing is overwritten', async () => {
    const first = (await as('region')).page
    await first.goto('/organisations?kind=centre')
    await first.click('tbody th a >> nth=0')
    const here = first.url()
    const second = (await as('region')).page
    for (const page of [first, second]) await page.goto(`${here}/edit`)
    await first.fill('input[name=shortName]', 'Первое имя')
    await second.fill('input[name=shortName]', 'Второе имя')
    await first.click('main button[type=submit]')
    await second.click('main button[type=submit]')
    const conflict = await second.textContent('.conflict')
    assert.match(conflict ?? '', /Второе имя.*Первое имя/)
    await isClean(second, 'organisation-conflict')
    await first.goto(here)
    assert.match((await first.textContent('main')) ?? '', /Первое имя/)
    // Having seen both, the second one may decide.
    await second.click('.form button[type=submit]')
    assert.match((await second.textContent('main')) ?? '', /Второе имя/)
  })

  test('back and send again makes no second record', async () => {
    const { page } = await as('region')
    await page.goto('/organisations/new')
    await page.fill('input[name=name]', 'Центр повторной отправки')
    await page.click('main button[type=submit]')
    const made = page.url()
    await page.goBack()
    await page.fill('input[name=name]', 'Центр повторной отправки')
    await page.click('main button[type=submit]')
    assert.equal(page.url(), made)
    await page.goto('/organisations?q=повторной')
    assert.equal(await page.locator('tbody tr').count(), 1)
  })

  test('an administrator makes an account with a seat, and the person signs in', async () => {
    const { page } = await as(demoAdministrator.login)
    await page.goto('/people/new')
    await page.fill('input[name=familyName]', 'Новосёлов')
    await page.fill('input[name=givenName]', 'Илья')
    await page.click('main button[type=submit]')
    await page.click('text=Управлять входом и ролями')
    await isClean(page, 'access-none')
    await page.fill('input[name=login]', 'novoselov')
    await page.fill('input[name=password]', 'short')
    await page.click('text=Завести учётную запись')
    assert.match((await page.textContent('.error-summary')) ?? '', /Пароль слишком короткий/)
    await page.fill('input[name=password]', 'longer-than-ten')
    await page.click('text=Завести учётную запись')
    await page.selectOption('select[name=seat]', 'auditor')
    await page.click('main >> text=Выдать роль')
    await isClean(page, 'access')
    const other = await aVisitor(browser, origin)
    await signIn(other.page, 'novoselov', 'longer-than-ten')
    assert.match((await other.page.textContent('.frame-account')) ?? '', /Новосёлов.*Наблюдатель/)
    await other.page.goto('/organisations/new')
    assert.equal(await other.page.textContent('h1'), 'Нет доступа')
    await isClean(other.page, 'forbidden')
  })

  test('a school head reads the registers and is offered nothing to change', async () => {
    const { page } = await as('shkola4')
    await page.goto('/organisations')
    assert.equal(await page.locator('main >> text=Добавить организацию').count(), 0)
    await page.goto('/people')
    assert.equal(await page.locator('main >> text=Добавить человека').count(), 0)
  })
})
