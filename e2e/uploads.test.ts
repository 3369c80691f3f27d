// Files that are no orders, through the form: each is refused in words, and the product goes on.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aDocx, aParagraph, aPdfPage, zipOf } from '../src/platform/files/testing.ts'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { asDocx, asText, laterOrder } from './invented-order.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { isFine, press, textOf } from './steps.ts'

const spreadsheet = zipOf([
  { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' },
  { name: 'xl/workbook.xml', content: '<?xml version="1.0"?><workbook/>' },
])
/** Word keeps a document with a password in an old compound file with a stream of this name. */
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(1016),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(2048),
])

const refused: readonly (readonly [what: string, name: string, bytes: Buffer, answer: RegExp])[] = [
  ['a scan in a PDF', 'скан.pdf', aPdfPage('q 200 0 0 200 0 0 cm /I Do Q'), /В этом PDF нет текста/],
  [
    'a web page called .docx',
    'приказ.docx',
    Buffer.from('<!DOCTYPE html><html><body><p>Приказ</p></body></html>'),
    /Это страница сайта/,
  ],
  ['a broken archive', 'приказ.docx', aDocx(aParagraph('Приказ')).subarray(0, 300), /Файл повреждён/],
  ['a spreadsheet', 'план.xlsx', spreadsheet, /Это таблица Excel/],
  ['an empty file', 'пусто.docx', Buffer.alloc(0), /Файл пуст/],
  ['a document with a password', 'закрыт.docx', encrypted, /закрыт паролем/],
  [
    'a letter without a plan',
    'письмо.docx',
    aDocx(aParagraph('Уважаемые коллеги, благодарим за участие.')),
    /ни таблица с мероприятиями/,
  ],
]

describe('uploading through the form', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()
  let page: Page
  let errors: string[]
  before(async () => {
    ;({ page, errors } = await aVisitor(browser(), product().origin))
    await signIn(page, 'gorod', demoPassword)
  })
  const upload = async (name: string, buffer: Buffer) => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await press(page, 'Прочитать')
  }

  for (const [what, name, bytes, answer] of refused) {
    test(`${what} is refused on the form with what to do`, async () => {
      await page.goto('/orders/new')
      await page.getByLabel('Или вставьте текст').fill('заметка, которую жаль потерять')
      await upload(name, bytes)
      const said = await page.locator('.error-summary').innerText()
      assert.match(said, answer)
      assert.match(said, /[а-яё]{3}/i)
      assert.equal(await page.locator('h1').innerText(), 'Загрузить приказ')
      assert.equal(await page.getByLabel('Или вставьте текст').inputValue(), 'заметка, которую жаль потерять')
    })
  }

  test('a form sent with nothing says what is missing', async () => {
    await page.goto('/orders/new')
    await press(page, 'Прочитать')
    assert.match(await page.locator('.error-summary').innerText(), /Не выбран файл и не вставлен текст/)
    await isFine(page, 'upload-refused', { onPhone: true })
  })

  test('nothing of it is left behind, and the next order is read', async () => {
    await page.goto('/orders')
    assert.equal(await page.locator('tbody tr').count(), 2)
    await page.goto('/orders/new')
    await upload('приказ.docx', await asDocx(laterOrder))
    assert.match(await textOf(page), /Приказ прочитан/)
    assert.deepEqual(errors, [])
  })
})

describe('with scripts off, in English and by keyboard', { skip: withoutBrowser }, () => {
  const product = suiteProduct()
  const browser = suiteBrowser()

  test('with scripts off an order becomes a roadmap', async () => {
    const { page } = await aVisitor(browser(), product().origin, { scripts: false })
    await signIn(page, 'gorod', demoPassword)
    await page.goto('/orders/new')
    await page.getByLabel('Или вставьте текст').fill(asText(laterOrder))
    await press(page, 'Прочитать')
    await page.locator('.review__item', { hasText: 'Школа молодого наставника' }).getByText('Править').click()
    await page.getByLabel('Срок').fill('май 2026')
    await press(page, 'Сохранить')
    const item = page.locator('.review__item', { hasText: 'Школа молодого наставника' })
    assert.match(await item.innerText(), /май 2026/)
    await item.getByText('в тексте').click()
    assert.match(page.url(), /#p-/)
    await press(page, 'Дальше: исполнители')
    await press(page, 'Сохранить и посмотреть обязательства')
    await press(page, 'Утвердить дорожную карту')
    assert.match(await textOf(page), /Дорожная карта утверждена и запущена/)
    await page.getByLabel('Слова').fill('наставником')
    await press(page, 'Показать')
    assert.ok((await page.locator('tr[id^=item-]').count()) > 0)
  })

  test('in English every page of the way is English, save what was printed', async () => {
    const { page, errors } = await aVisitor(browser(), product().origin, { lang: 'en' })
    await signIn(page, 'gorod', demoPassword)
    await page.goto('/orders/new')
    await page.getByLabel('Or paste').fill(asText({ ...laterOrder, number: '105-р' }))
    await press(page, 'Read')
    await isFine(page, 'en-review', { onPhone: true })
    await press(page, 'Next: executors')
    await isFine(page, 'en-executors')
    await page.locator('main form button[type=submit]').first().click()
    await isFine(page, 'en-approval')
    await press(page, 'Approve')
    assert.match(await textOf(page), /The roadmap is approved and running/)
    await isFine(page, 'en-roadmap', { onPhone: true })
    await press(page, 'Школа молодого наставника')
    await isFine(page, 'en-item')
    for (const words of ['Deadline', 'Obligations', 'History']) assert.ok((await textOf(page)).includes(words), words)
    assert.deepEqual(errors, [])
  })

  test('by keyboard alone: signed in, an order read, corrected, approved', async () => {
    const { page, errors } = await aVisitor(browser(), product().origin)
    const focus = () =>
      page.evaluate(() => {
        const on = document.activeElement as HTMLElement | null
        const label = (on as HTMLInputElement | null)?.labels?.[0]?.textContent ?? ''
        return `${on?.tagName} ${on?.getAttribute('name') ?? ''} ${label} ${on?.textContent?.trim().slice(0, 200) ?? ''}`
      })
    /** Tab until something with these words has the focus; it has to be visible. */
    const tabTo = async (words: RegExp, most = 150) => {
      for (let steps = 0; steps < most; steps++) {
        await page.keyboard.press('Tab')
        if (!words.test(await focus())) continue
        const outline = await page.evaluate(() => {
          const style = getComputedStyle(document.activeElement as Element)
          return style.outlineStyle !== 'none' || style.boxShadow !== 'none'
        })
        assert.ok(outline, `the focus on ${words} is not to be seen`)
        return
      }
      assert.fail(`Tab never came to ${words}; it stands on ${await focus()}`)
    }
    const enter = async () => {
      const left = page.url()
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
      return left
    }
    await page.goto('/sign-in')
    await tabTo(/^INPUT login/)
    await page.keyboard.type('gorod')
    await tabTo(/^INPUT password/)
    await page.keyboard.type(demoPassword)
    await enter()
    await tabTo(/^A {2}.*К содержанию/)
    await tabTo(/^A .*Документы/)
    await enter()
    await tabTo(/^A .*Загрузить приказ/)
    await enter()
    await tabTo(/^TEXTAREA text/)
    await page.keyboard.insertText(asText({ ...laterOrder, number: '106-р' }))
    await tabTo(/^BUTTON .*Прочитать/)
    await enter()
    await tabTo(/^A .*Править: мероприятие 1\.1/)
    await enter()
    await tabTo(/^INPUT deadlineText/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('июнь 2026')
    await tabTo(/^INPUT lead/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await tabTo(/^BUTTON .*Сохранить/)
    await enter()
    assert.match(await page.locator('.review__item', { hasText: 'Школа молодого наставника' }).innerText(), /июнь 2026/)
    await tabTo(/^A .*Дальше: исполнители/)
    await enter()
    await tabTo(/^SELECT .*МЦ города/)
    await page.keyboard.type('ИМЦ')
    await tabTo(/^BUTTON .*Сохранить и посмотреть/)
    await enter()
    await tabTo(/^INPUT every/)
    await page.keyboard.press('ArrowDown')
    await tabTo(/^INPUT schools/)
    await page.keyboard.press('Space')
    await tabTo(/^BUTTON .*Сохранить состав/)
    await enter()
    await tabTo(/^BUTTON .*Утвердить/)
    await enter()
    assert.match(await textOf(page), /Дорожная карта утверждена и запущена/)
    await tabTo(/^A .*По месяцам/)
    await enter()
    await tabTo(/^SECTION/)
    const at = () => page.locator('.timeline').evaluate(pane => pane.scrollLeft)
    const before = await at()
    for (let times = 0; times < 4; times++) await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(300)
    assert.notEqual(await at(), before, 'arrows move the scale of months')
    assert.deepEqual(errors, [])
  })
})
