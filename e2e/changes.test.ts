// A running roadmap changes: the effect is shown before it happens, nobody's edit is lost, nothing is made twice.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { asText, laterOrder } from './invented-order.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { figure, isFine, press, textOf, withWords } from './steps.ts'

describe('a running roadmap is changed', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  const broken: string[][] = []
  let page: Page
  let roadmap: string

  const asCoordinator = async () => {
    const visitor = await aVisitor(browser(), product().origin)
    broken.push(visitor.errors)
    await signIn(visitor.page, 'gorod', demoPassword)
    return visitor.page
  }
  before(async () => {
    page = await asCoordinator()
    await page.goto('/roadmaps')
    await isFine(page, 'roadmaps', { onPhone: true })
    await press(page, '2026 год')
    roadmap = page.url()
  })
  const openItem = async (on: Page, words: string) => {
    await on.goto(`${roadmap}?q=${encodeURIComponent(words)}`)
    await on.locator('tr[id^=item-] th a').first().click()
  }
  const dueDates = (on: Page) => on.locator('#obligations tbody tr td:nth-child(2)').allInnerTexts()
  const reason = (on: Page) => on.getByLabel('Основание изменения')

  test('a new deadline first shows which obligations move, and then moves exactly these', async () => {
    await openItem(page, 'закрепление куратора')
    const card = page.url()
    const before = await dueDates(page)
    await press(page, 'Изменить срок или исполнителей')
    await isFine(page, 'item-change', { onPhone: true })
    await page.getByLabel('Срок').fill('до 11.12.2026')
    await press(page, 'Показать, что изменится')
    const effect = await page.locator('#effect').innerText()
    await isFine(page, 'item-effect', { onPhone: true })
    await page.goto(card)
    assert.deepEqual(await dueDates(page), before, 'looking changes nothing')

    await press(page, 'Изменить срок или исполнителей')
    await page.getByLabel('Срок').fill('до 11.12.2026')
    await press(page, 'Показать, что изменится')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Укажите основание изменения/)
    await reason(page).fill('приказ от 05.11.2026 № 300-о')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Изменение сохранено/)
    await isFine(page, 'item-changed', { onPhone: true })
    const moved = (await dueDates(page)).filter(date => date === '11 декабря 2026')
    assert.equal(moved.length, Number(/(?:Перенесётся|Добавится): ([1-9]\d*)/.exec(effect)?.[1] ?? 0))
    assert.match(await textOf(page), /стало [\s\S]*11\.12\.2026[\s\S]*основание: приказ от 05\.11\.2026 № 300-о/)
  })

  test('two people change one item: the second sees both versions and nothing is overwritten', async () => {
    await openItem(page, 'совещания с руководителями')
    const card = page.url()
    const second = await asCoordinator()
    for (const each of [page, second]) await each.goto(`${card}/change`)
    await page.getByLabel('Срок').fill('1 раз в полугодие')
    await second.getByLabel('Срок').fill('ежемесячно')
    await press(page, 'Показать, что изменится')
    await reason(page).fill('первый')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Изменение сохранено/)
    await press(second, 'Показать, что изменится')
    const both = await second.locator('.conflict').innerText()
    assert.match(both, /ежемесячно/)
    assert.match(both, /1 раз в полугодие/)
    await isFine(second, 'item-conflict', { onPhone: true })
    await page.goto(card)
    assert.match(await textOf(page), /Срок 1 раз в полугодие/)
    await second.context().close()
  })

  test('a school leaves the roadmap: first the effect, then only its obligations are cancelled', async () => {
    await page.goto(roadmap)
    const all = async () => (await figure(page, 'Обязательств')) + (await figure(page, 'Рекомендаций'))
    const before = await all()
    await press(page, 'Школы')
    await isFine(page, 'scope', { onPhone: true })
    assert.match(await textOf(page), /В составе: 8/)
    await page.getByLabel('ООШ № 26').uncheck()
    await press(page, 'Показать, что изменится')
    await isFine(page, 'scope-effect')
    const effect = await page.locator('#effect').innerText()
    const cancelled = Number(/Отменится: (\d+)/.exec(effect)?.[1])
    assert.ok(cancelled > 0)
    const leaving = await page.locator('#effect tbody tr', { hasText: 'отменится' }).allInnerTexts()
    assert.equal(leaving.length, cancelled)
    assert.ok(leaving.every(line => line.includes('ООШ № 26')))
    await reason(page).fill('школа закрыта на ремонт')
    await press(page, 'Сохранить состав')
    assert.match(await textOf(page), /В составе: 7/)
    await page.goto(roadmap)
    assert.equal(await all(), before - cancelled)
  })

  test('of two people who edit one item of a draft the second sees both versions', async () => {
    await page.goto('/orders/new')
    await page.getByLabel('Или вставьте текст').fill(asText(laterOrder))
    await press(page, 'Прочитать')
    const review = page.url()
    const second = await asCoordinator()
    await second.goto(review)
    for (const each of [page, second]) {
      await withWords(each, '.review__item', 'Закрепление наставников').getByText('Править').click()
    }
    await page.getByLabel('Срок').fill('до 20.03.2026')
    await second.getByLabel('Срок').fill('до 30.03.2026')
    await press(page, 'Сохранить')
    await press(second, 'Сохранить')
    const both = await second.locator('.conflict').innerText()
    assert.match(both, /до 30\.03\.2026/)
    assert.match(both, /до 20\.03\.2026/)
    assert.equal(await second.getByLabel('Срок').inputValue(), 'до 30.03.2026', 'what was typed is kept')
    await isFine(second, 'review-conflict', { onPhone: true })
    await page.goto(review)
    assert.match(await withWords(page, '.review__item', 'Закрепление наставников').innerText(), /до 20\.03\.2026/)
    await second.context().close()
  })

  test('back and send again: one document, one roadmap', async () => {
    await page.goto('/orders')
    const documents = await page.locator('tbody tr').count()
    const back = () => page.goBack({ waitUntil: 'load' })
    await page.goto('/orders/new')
    await page.getByLabel('Или вставьте текст').fill(asText({ ...laterOrder, number: '104-р' }))
    await press(page, 'Прочитать')
    const made = page.url()
    await back()
    await press(page, 'Прочитать')
    assert.equal(page.url(), made)
    await page.goto('/orders')
    assert.equal(await page.locator('tbody tr').count(), documents + 1)

    await page.goto(`${made}/../approval`)
    await press(page, 'Утвердить дорожную карту')
    const approved = page.url()
    await back()
    await press(page, 'Утвердить дорожную карту')
    assert.equal(page.url(), approved)
    await page.goto('/roadmaps')
    assert.equal(await page.locator('tbody tr', { hasText: 'школьных наставников' }).count(), 1)
  })

  test('no page broke a script or answered with a fault', () => {
    assert.deepEqual(broken.flat(), [])
  })
})
