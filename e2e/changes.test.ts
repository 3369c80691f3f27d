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
    await page.goto('/orders/new')
    await page.getByLabel('Или вставьте текст').fill(asText({ ...laterOrder, number: '102-р' }))
    await press(page, 'Прочитать')
    await press(page, 'Дальше: исполнители')
    await press(page, 'Сохранить и посмотреть обязательства')
    await press(page, 'Утвердить дорожную карту')
    roadmap = page.url()
  })
  const openItem = async (on: Page, words: string) => {
    await on.goto(`${roadmap}?q=${encodeURIComponent(words)}`)
    await on.locator('tr[id^=item-] th a').first().click()
  }
  const obligations = async (on: Page) => ((await on.locator('#obligations').textContent()) ?? '').replace(/\s+/g, ' ')
  const schoolsIn = (text: string) => new Set(text.match(/[\p{L}-]+ № \d+/gu)).size
  const giveBasis = async (on: Page, reason: string) => {
    await on.getByLabel('Номер приказа').fill('300-о')
    await on.getByLabel('Дата приказа').fill('2026-11-05')
    await on.getByLabel('Причина').fill(reason)
  }

  test('a new deadline first shows which obligations move, and then moves exactly these', async () => {
    await openItem(page, 'закрепление наставника')
    const card = page.url()
    const before = await obligations(page)
    assert.equal(schoolsIn(before), 30)
    await press(page, 'Изменить срок или исполнителей')
    await isFine(page, 'item-change', { onPhone: true })
    await page.getByLabel('Срок').fill('до 11.12.2026')
    await press(page, 'Показать, что изменится')
    assert.match(await page.locator('#effect').innerText(), /Добавится: 0\. Перенесётся: 30\. Отменится: 0/)
    await isFine(page, 'item-effect', { onPhone: true })
    await page.goto(card)
    assert.equal(await obligations(page), before, 'looking changes nothing')

    await press(page, 'Изменить срок или исполнителей')
    await page.getByLabel('Срок').fill('до 11.12.2026')
    await press(page, 'Показать, что изменится')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Укажите основание изменения/)
    await page.getByLabel('Причина').fill('перенос на осень')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Сроки и обязательства меняет приказ: укажите его номер и дату/)
    await giveBasis(page, 'перенос на осень')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Изменение сохранено/)
    await isFine(page, 'item-changed', { onPhone: true })
    const after = await obligations(page)
    assert.equal(schoolsIn(after), 30)
    assert.match(after, /11 декабря 2026/)
    assert.doesNotMatch(after, /10 марта 2026/)
    assert.match(await textOf(page), /11\.12\.2026[\s\S]*основание: приказ от 05\.11\.2026 № 300-о: перенос на осень/)
  })

  test('two people change one item: the second sees both versions and nothing is overwritten', async () => {
    await openItem(page, 'школы молодых наставников')
    const card = page.url()
    const second = await asCoordinator()
    for (const each of [page, second]) await each.goto(`${card}/change`)
    await page.getByLabel('Срок').fill('май 2026')
    await second.getByLabel('Срок').fill('июнь 2026')
    await press(page, 'Показать, что изменится')
    await giveBasis(page, 'первый')
    await press(page, 'Сохранить изменение')
    assert.match(await textOf(page), /Изменение сохранено/)
    await press(second, 'Показать, что изменится')
    const both = await second.locator('.conflict').innerText()
    assert.match(both, /июнь 2026/)
    assert.match(both, /май 2026/)
    await isFine(second, 'item-conflict', { onPhone: true })
    await page.goto(card)
    assert.match(await textOf(page), /Срок май 2026/)
    await second.context().close()
  })

  test('a school leaves the roadmap: first the effect, then only its obligations are cancelled', async () => {
    await page.goto(roadmap)
    const before = await figure(page, 'Обязательств')
    await press(page, 'Школы')
    await isFine(page, 'scope', { onPhone: true })
    assert.match(await textOf(page), /В составе: 30/)
    await page.getByLabel('ООШ № 26').uncheck()
    await press(page, 'Показать, что изменится')
    await isFine(page, 'scope-effect')
    const effect = await page.locator('#effect').innerText()
    assert.match(effect, /Добавится: 0\. Перенесётся: 0\. Отменится: 2\./, 'an item and a clause')
    assert.equal(
      effect.match(/[\p{L}-]+ № \d+/gu)?.every(name => name === 'ООШ № 26'),
      true,
    )
    await page.getByLabel('Причина').fill('школа закрыта на ремонт')
    await press(page, 'Сохранить состав')
    assert.match(await textOf(page), /В составе: 29/)
    await page.goto(roadmap)
    assert.equal(await figure(page, 'Обязательств'), before - 2)
  })

  test('an item is cancelled by an order and taken back: the effect stands first, the card says by which order', async () => {
    await page.goto(roadmap)
    const before = await figure(page, 'Обязательств')
    await openItem(page, 'закрепление наставника')
    await press(page, 'Отменить мероприятие')
    await isFine(page, 'item-cancel', { onPhone: true })
    const gone = Number(/Отменится: (\d+)/.exec(await page.locator('#effect').innerText())?.[1])
    assert.ok(gone > 0)
    await press(page, 'Отменить мероприятие')
    assert.match(await textOf(page), /Укажите основание изменения/)
    await isFine(page, 'item-cancel-refused')
    await giveBasis(page, 'слияние с другим мероприятием')
    await press(page, 'Отменить мероприятие')
    assert.match(await textOf(page), /Мероприятие отменено[\s\S]*приказ от 05\.11\.2026 № 300-о: слияние/)
    await isFine(page, 'item-cancelled', { onPhone: true })
    const card = page.url()
    await page.goto(roadmap)
    assert.equal(await figure(page, 'Обязательств'), before - gone)
    await page.goto(card)
    await press(page, 'Вернуть в работу')
    assert.match(await page.locator('#effect').innerText(), new RegExp(`Вернётся: ${gone}`))
    await giveBasis(page, 'приказ отменён')
    await press(page, 'Вернуть в работу')
    assert.match(await textOf(page), /Мероприятие возвращено в работу/)
    await page.goto(roadmap)
    assert.equal(await figure(page, 'Обязательств'), before)
  })

  test('a new item obliges those of the directory who are chosen, after showing whom', async () => {
    await page.goto(roadmap)
    await press(page, 'Добавить мероприятие')
    await isFine(page, 'item-new', { onPhone: true })
    await page.getByLabel('Мероприятие', { exact: true }).fill('Выездной семинар')
    await page.getByLabel('Срок').fill('когда-нибудь')
    await page.getByLabel('Исполнитель 1').selectOption({ index: 1 })
    await press(page, 'Показать, что изменится')
    assert.match(await textOf(page), /Срок «когда-нибудь» не удалось прочесть/)
    await isFine(page, 'item-new-refused')
    await page.getByLabel('Срок').fill('до 11.12.2026')
    await press(page, 'Показать, что изменится')
    assert.match(await page.locator('#effect').innerText(), /Добавится: [1-9]/)
    await isFine(page, 'item-new-effect', { onPhone: true })
    await giveBasis(page, 'поручение совета')
    await press(page, 'Добавить мероприятие')
    assert.match(await textOf(page), /Мероприятие добавлено[\s\S]*Выездной семинар[\s\S]*11 декабря 2026/)
    await isFine(page, 'item-added', { onPhone: true })
  })

  test('a longer period shows the occurrences it brings, and a clause of the order has its card', async () => {
    await page.goto(roadmap)
    await press(page, 'изменить период')
    await isFine(page, 'period', { onPhone: true })
    await page.getByLabel('Последний день плана').fill('2027-06-30')
    await press(page, 'Показать, что изменится')
    assert.match(await page.locator('#effect').innerText(), /Перенесётся: 0\. Отменится: 0/)
    await isFine(page, 'period-effect', { onPhone: true })
    await giveBasis(page, 'план продлён')
    await press(page, 'Сохранить период')
    assert.match(await textOf(page), /30 июня 2027/)
    await page.locator('#clauses tbody a').first().click()
    assert.match(await textOf(page), /Пункт [\d.]+ приказа[\s\S]*Как напечатано[\s\S]*план продлён/)
    await isFine(page, 'clause', { onPhone: true })
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

    await page.goto('/roadmaps')
    await isFine(page, 'roadmaps', { onPhone: true })
    const roadmaps = await page.locator('tbody tr').count()
    await page.goto(`${made}/../approval`)
    await press(page, 'Утвердить дорожную карту')
    const approved = page.url()
    await back()
    await press(page, 'Утвердить дорожную карту')
    assert.equal(page.url(), approved)
    await page.goto('/roadmaps')
    assert.equal(await page.locator(`tbody a[href="${new URL(approved).pathname}"]`).count(), 1)
    assert.equal(await page.locator('tbody tr').count(), roadmaps + 1)
  })

  test('no page broke a script or answered with a fault', () => {
    assert.deepEqual(broken.flat(), [])
  })
})
