import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { zipOf } from '../src/platform/files/testing.ts'
import { workEnded } from '../src/platform/postgres/index.ts'
import { aVisitor, signIn, suiteBrowser, withoutBrowser } from './browser.ts'
import { demoPassword, suiteProduct } from './product.ts'
import { download, figure, isFine, press, textOf } from './steps.ts'

const headings = 'Код школы;Год;Процедура;Предмет;Параллель;Этап;Класс;Код участника;Первичный балл;Отметка\n'
const classOf = (school: string, shift = 0) =>
  headings +
  Array.from({ length: 20 }, (_, at) => {
    const score = (at * 7 + shift) % 21
    return `${school};2021;ВПР;математика;5;весна;5А;${at};${score};${score < 7 ? 2 : score < 11 ? 3 : score < 15 ? 4 : 5}\n`
  }).join('')
const unknown =
  'Шифр ОУ;Класс;Предмет;Класс (параллель);Год;Вид работы;Общий балл\nsch020001;5А;русский язык;5;2021;ВПР;17\n'

describe('files of results in a browser', { skip: withoutBrowser }, () => {
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
    await page.goto('/imports/results')
    return { page, errors }
  }
  const send = async (page: Page, files: readonly { name: string; text: string | Buffer }[]) => {
    const sent = files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }))
    await page.setInputFiles('input[name=files] >> nth=0', sent)
    await press(page, 'Прочитать')
    await page.waitForURL(/imports\/results\/[0-9a-f-]{36}/)
  }
  const read = async (page: Page) => {
    await workEnded()
    await page.reload()
  }

  test('a coordinator sends an archive and single files, answers what is asked, sees what changes, and enters it', async () => {
    const { page, errors } = await as('gorod')
    await isFine(page, 'results-uploads', { onPhone: true })
    const archive = zipOf([1, 2].map(at => ({ name: `школы/${at}.csv`, content: classOf(`sch02000${at}`) })))
    await send(page, [
      { name: 'школы.zip', text: archive },
      { name: 'чужой код.csv', text: classOf('20003') },
      { name: 'сводка.csv', text: unknown },
      { name: 'письмо.txt', text: 'Уважаемые коллеги, высылаем результаты школ' },
    ])
    await read(page)
    await isFine(page, 'results-upload-waiting', { onPhone: true })
    assert.equal(await figure(page, 'Новые'), 2)

    await page.selectOption('select[name="matches[0].schoolId"]', { index: 1 })
    await press(page, 'Запомнить коды')
    assert.equal(await figure(page, 'Новые'), 3)

    await page.click('text=указать столбцы')
    await isFine(page, 'results-columns', { onPhone: true })
    await page.dragAndDrop('li[data-meaning=subject]', 'main tbody tr:nth-child(3)')
    await press(page, 'Запомнить и прочитать')
    await read(page)
    assert.equal(await figure(page, 'Новые'), 4)

    await page.click('main table a:has-text("1.csv")')
    await isFine(page, 'results-file', { onPhone: true })
    const { bytes } = await download(page, 'Скачать отчёт')
    assert.equal(bytes.subarray(0, 2).toString(), 'PK')
    await page.goBack()
    await press(page, 'Внести в результаты')
    assert.match(await textOf(page), /Результаты внесены/)
    await isFine(page, 'results-upload-applied')
    assert.deepEqual(errors, [])
  })

  test('without scripts a corrected file shows figures before and after, and may be put aside', async () => {
    const { page } = await as('gorod', false)
    await send(page, [{ name: '3.csv', text: classOf('sch020006') }])
    await read(page)
    await page.click('button:has-text("Внести в результаты")')
    await page.goto('/imports/results')
    await send(page, [{ name: '3.csv', text: classOf('sch020006', 3) }])
    await read(page)
    assert.equal(await figure(page, 'Изменятся'), 1)
    assert.match(await textOf(page), /Было[\s\S]*Станет[\s\S]*20 участников/)
    await page.click('button:has-text("Отложить")')
    await page.waitForURL(/imports\/results$/)
    assert.match(await textOf(page), /отложена/)
  })

  test('a school sends no results and is not shown the way', async () => {
    const { page } = await as('shkola4')
    assert.match(await textOf(page), /недостаточно прав|Нет доступа|не может/i)
    await page.goto('/')
    assert.equal(await page.locator('nav a[href="/imports/results"]').count(), 0)
  })
})
