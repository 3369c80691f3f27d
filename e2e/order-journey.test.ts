// One coordinator's way from an order in Word to a running roadmap and back to Word. The tests go on from one another.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readFile } from '../src/platform/files/index.ts'
import { readTable } from '../src/platform/tables/index.ts'
import { type Order, understandOrder } from '../src/roadmaps/order/index.ts'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { asDocx, asText, laterOrder, readingOrder } from './invented-order.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { download, figure, isFine, press, textOf, withWords } from './steps.ts'

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('an order goes in, a running roadmap comes out', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  let page: Page
  let errors: string[]
  let roadmap: string
  before(async () => {
    ;({ page, errors } = await aVisitor(browser(), product().origin))
    await signIn(page, 'gorod', demoPassword)
  })

  const openDoubts = () => page.locator('.review__doubt').count()
  const editItem = (title: string) => withWords(page, '.review__item', title).getByText('Править').click()

  test('a coordinator uploads an order in Word and is shown the doubtful places first', async () => {
    await page.getByRole('link', { name: 'Документы' }).first().click()
    await isFine(page, 'orders', { onPhone: true })
    await press(page, 'Загрузить приказ')
    await isFine(page, 'upload', { onPhone: true })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Приказ 77-р.docx', mimeType: wordFile, buffer: await asDocx(readingOrder) })
    await press(page, 'Прочитать')
    assert.match(await textOf(page), /Приказ прочитан\. Проверьте, что понято/)
    await isFine(page, 'review', { onPhone: true })
    assert.equal(await figure(page, 'Мероприятий'), 6)
    const doubt = withWords(page, '.review__doubt', 'мероприятие 1.2')
    assert.match(await doubt.innerText(), /год не напечатан, а план охватывает несколько лет/i)
    const doubtsTop = (await page.locator('#doubts').boundingBox())!.y
    assert.ok(doubtsTop < (await page.locator('#structure').boundingBox())!.y)
  })

  test('a reading is chosen, and the doubt is gone', async () => {
    const before = await openDoubts()
    const doubt = withWords(page, '.review__doubt', 'мероприятие 1.2')
    await doubt.getByLabel('2027').check()
    await doubt.getByRole('button').click()
    assert.equal(await openDoubts(), before - 1)
    assert.match(await withWords(page, '.review__item', 'координаторов чтения').innerText(), /2027/)
  })

  test('pointing at the text lights up what it was understood as, and the other way round', async () => {
    await withWords(page, '#source tr', 'Открытые уроки').locator('td').nth(3).click()
    assert.match(await page.locator('.review__item.review__lit').innerText(), /Открытые уроки/)
    await withWords(page, '.review__item', 'Отчёт школы о работе').locator('.review__title').click()
    const lit = page.locator('#source tr.review__lit')
    assert.equal(await lit.count(), 1)
    assert.match(await lit.innerText(), /Отчёт школы о работе/)
  })

  test('a deadline is corrected, an item added, another deleted, a stray line attached', async () => {
    await editItem('Городской праздник книги')
    await page.getByLabel('Срок').fill('до 22 мая 2026')
    await page.locator('[data-deadline-words]', { hasText: 'до 22 мая 2026' }).waitFor()
    await isFine(page, 'review-item-open', { onPhone: true })
    await press(page, 'Сохранить')
    assert.match(await withWords(page, '.review__item', 'Городской праздник').innerText(), /до 22 мая 2026/)

    await press(page, 'Добавить мероприятие')
    const form = page.locator('#new-item')
    await form.getByLabel('Номер').fill('2.4')
    await form.getByLabel('Раздел').selectOption({ label: '2 Работа со школами' })
    await form.getByLabel('Мероприятие', { exact: true }).fill('Выставка школьных газет')
    await form.getByLabel('Срок').fill('ноябрь 2026')
    await form.getByLabel('Исполнитель 1').fill('Управление образования')
    await form.getByRole('button', { name: 'Добавить мероприятие' }).click()
    assert.match(await withWords(page, '.review__item', 'Выставка школьных газет').innerText(), /ноябрь 2026/)

    await editItem('Обсуждение итогов диагностики')
    await page.getByText('Разделить, соединить, удалить').click()
    await press(page, 'Удалить мероприятие')
    assert.match(await textOf(page), /Текст остался среди неразобранного/)
    assert.match(
      await withWords(page, '#rest .review__thing', 'Обсуждение итогов').innerText(),
      /по мере необходимости; Школьный совет; Протокол/,
    )
    assert.equal(await figure(page, 'Мероприятий'), 6)

    const stray = withWords(page, '#rest .review__thing', 'Картотека сказок')
    const option = stray.locator('option', { hasText: '2.2' })
    await stray.getByRole('combobox').selectOption((await option.getAttribute('value'))!)
    await stray.getByRole('button', { name: 'Записать' }).click()
    assert.match(
      await withWords(page, '.review__item', 'Отчёт школы').innerText(),
      /Прикреплено из текста: Картотека сказок/,
    )
  })

  test('the coordinator goes away and comes back: the draft is as it was left', async () => {
    const left = await page.locator('#structure').innerText()
    await page.goto('/')
    assert.match(await textOf(page), /документ ждёт проверки/)
    await page.getByRole('link', { name: 'Документы' }).first().click()
    await press(page, 'развитию читательской грамотности')
    assert.equal(await page.locator('#structure').innerText(), left)
  })

  test('executors that the directory does not know are matched by hand', async () => {
    await press(page, 'Дальше: исполнители')
    await isFine(page, 'executors', { onPhone: true })
    const centre = page.getByLabel('Кто это: МЦ города')
    const known = centre.locator('option', { hasText: 'ИМЦ' }).first()
    await centre.selectOption((await known.getAttribute('value'))!)
    await press(page, 'Сохранить и посмотреть обязательства')
    assert.match(await textOf(page), /Исполнители сопоставлены и запомнены/)
    await isFine(page, 'approval', { onPhone: true })
  })

  test('the preview counts the obligations that approval then makes', async () => {
    await page.getByLabel('Только отмеченные').check()
    for (const school of ['СШ № 4', 'СШ № 9', 'СШ № 11']) await page.getByLabel(school, { exact: true }).check()
    await press(page, 'Сохранить состав школ')
    const promised = await figure(page, 'Обязательств всего')
    await press(page, 'Утвердить дорожную карту')
    assert.match(await textOf(page), /Дорожная карта утверждена и запущена/)
    roadmap = page.url()
    await isFine(page, 'roadmap-new', { onPhone: true })
    assert.equal(await figure(page, 'Обязательств'), promised)
  })

  test('the roadmap is found by another form of a word, filtered, seen by months and by what burns', async () => {
    await page.getByRole('searchbox').fill('библиотек')
    await press(page, 'Показать')
    assert.equal(await page.locator('tr[id^=item-]').count(), 1)
    await page.getByRole('searchbox').fill('открытого урока')
    await press(page, 'Показать')
    assert.match(await page.locator('tr[id^=item-]').innerText(), /Открытые уроки/)
    await page.getByRole('searchbox').fill('полярная сова')
    await press(page, 'Показать')
    assert.match(await textOf(page), /Ничего не найдено/)
    await isFine(page, 'roadmap-nothing', { onPhone: true })
    await page.goto(roadmap)
    await press(page, 'По месяцам')
    await isFine(page, 'timeline', { onPhone: true })
    assert.match(await withWords(page, 'tbody tr', 'Выставка школьных газет').innerText(), /ноябр/)
    await page.getByLabel('Масштаб').selectOption('quarter')
    await press(page, 'Показать')
    await isFine(page, 'timeline-quarter')
    await press(page, 'Что горит')
    await isFine(page, 'burning', { onPhone: true })
  })

  test('the card of an item shows the words it came from, who owes and its history', async () => {
    await page.goto(roadmap)
    await press(page, 'Отчёт школы о работе библиотеки')
    await isFine(page, 'item', { onPhone: true })
    const text = await textOf(page)
    assert.match(text, /Картотека сказок/)
    const owing = (await page.locator('#obligations').textContent()) ?? ''
    for (const school of ['СШ № 4', 'СШ № 9', 'СШ № 11']) assert.ok(owing.includes(school), school)
    assert.match(text, /не менялось с утверждения/)
  })

  test('what is downloaded is read back as the same items', async () => {
    await page.goto(roadmap)
    const titles = await page.locator('tr[id^=item-] th a').allInnerTexts()
    const facts = (order: Order) =>
      order.roadmap.items.map(({ number, title, deadline, responsible, results }) => ({
        number,
        title,
        deadline: deadline?.sourceText ?? null,
        responsible: responsible.map(party => party.sourceText),
        results: results.map(result => result.sourceText).join('; '),
      }))
    const json = JSON.parse((await download(page, 'JSON')).bytes.toString()) as Order
    assert.deepEqual(
      json.roadmap.items.map(item => item.title),
      titles,
    )
    const word = await download(page, 'DOCX')
    assert.deepEqual(facts(understandOrder(await readFile(word.bytes)).order), facts(json))
    const table = await readTable((await download(page, 'XLSX')).bytes)
    for (const title of titles) assert.ok(JSON.stringify(table).includes(title), title)
    const calendar = (await download(page, 'ICS')).bytes.toString()
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/)
    assert.match(calendar, /DTSTART;VALUE=DATE:20260522/)
  })

  test('the next order, pasted as text: the executor matched before is offered', async () => {
    await page.goto('/orders/new')
    await page.getByLabel('Или вставьте текст').fill(asText(laterOrder))
    await press(page, 'Прочитать')
    await press(page, 'Дальше: исполнители')
    await isFine(page, 'executors-offered')
    const centre = page.getByLabel('Кто это: МЦ города')
    assert.match(await centre.locator('option:checked').innerText(), /ИМЦ.*выбрано раньше/)
  })

  test('no page of the way broke a script or answered with a fault', () => {
    assert.deepEqual(errors, [])
  })
})
