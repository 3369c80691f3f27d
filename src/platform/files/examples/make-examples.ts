// Makes the example PDFs of this folder from one invented order, by LibreOffice (apt-get install libreoffice-writer):
//   node scripts/with-node.mjs src/platform/files/examples/make-examples.ts
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { aDocx, aParagraph } from '../testing.ts'

const folder = import.meta.dirname
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`
const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`
const widths = [700, 5200, 1900, 2600, 3400]
const columns = `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
const cell = (text: string, width: number, span = 1) =>
  `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/><w:gridSpan w:val="${span}"/></w:tcPr>${text
    .split('\n')
    .map(line => aParagraph(line))
    .join('')}</w:tc>`
const row = (texts: readonly string[], properties = '') =>
  `<w:tr>${properties}${texts.map((text, at) => cell(text, widths[at]!)).join('')}</w:tr>`
const section = (title: string) => `<w:tr>${cell(title, 13_800, 5)}</w:tr>`
const centred = (text: string) =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`

const body = [
  centred('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ'),
  centred('АДМИНИСТРАЦИИ ЗАОЗЁРНОГО РАЙОНА'),
  aParagraph(''),
  centred('П Р И К А З'),
  aParagraph(''),
  aParagraph('14 февраля 2025 года</w:t><w:tab/><w:t>№ 61-о', '<w:tabs><w:tab w:val="right" w:pos="13600"/></w:tabs>'),
  aParagraph(''),
  aParagraph('Об утверждении дорожной карты помощи школам Заозёрного района на 2025 год'),
  aParagraph(''),
  aParagraph(
    'Чтобы школы района, которым труднее других даются итоговые проверки, получили помощь вовремя и знали, от кого её ждать, а управление видело, что из обещанного сделано, приказываю:',
    '<w:jc w:val="both"/>',
  ),
  aParagraph('1. Утвердить дорожную карту (приложение).'),
  aParagraph('2. Контроль за исполнением приказа оставляю за собой.'),
  aParagraph(''),
  aParagraph(
    'Начальник управления</w:t><w:tab/><w:t>О. П. Берёзкина',
    '<w:tabs><w:tab w:val="right" w:pos="13600"/></w:tabs>',
  ),
  '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
  centred('Дорожная карта помощи школам'),
  aParagraph(''),
  `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="13800"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>${columns}`,
  row(['№', 'Мероприятие', 'Срок', 'Ответственные', 'Результат'], '<w:trPr><w:tblHeader/></w:trPr>'),
  section('1. Узнать, что мешает'),
  row([
    '1.1',
    'Беседа с каждым директором о том, чего не хватает школе: учителей, времени, книг, тишины',
    'До 03.03.2025',
    'Управление образования\nДиректора школ',
    'Записка о нехватках',
  ]),
  row(['1.2', 'Опрос родителей и учеников о занятиях после уроков', 'Март', 'Центр «Компас»', 'Сводка ответов']),
  row(['1.3', 'Замер чтения вслух в начальных классах', '10.04-25.04.2025', 'Директора школ', 'Таблица замера']),
  section('2. Помочь'),
  row([
    '2.1',
    'Пары учителей: сильная школа приглашает коллег на уроки не реже двух раз в месяц',
    'в течение года',
    'Центр «Компас»\nДиректора школ',
    'Журнал встреч, не менее 14 встреч',
  ]),
  row([
    '2.2',
    'Занятия для отстающих по русскому языку и математике',
    'Сентябрь-декабрь',
    'Директора школ',
    'Расписание занятий',
  ]),
  row(['2.3', 'Разбор работ с учителями', 'Октябрь', 'Центр «Компас»', 'Памятка']),
  section('3. Проверить, что изменилось'),
  row(['3.1', 'Повторный замер чтения', '01.12-10.12.2025', 'Директора школ', 'Таблица замера']),
  row([
    '3.2',
    'Записка о том, что помогло, а что нет',
    'До 25.12.2025',
    'Управление образования',
    'Записка на сайте управления',
  ]),
  '</w:tbl>',
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="900" w:right="1400" w:bottom="900" w:left="1400"/></w:sectPr>',
].join('')

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-examples-'))
const docx = aDocx(body)
fs.writeFileSync(path.join(folder, 'invented-order.docx'), docx)
const password =
  '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"zima"}}'
for (const [name, filter] of [
  ['invented-order', 'pdf:writer_pdf_Export'],
  ['invented-order-closed', `pdf:writer_pdf_Export:${password}`],
] as const) {
  const source = path.join(temporary, `${name}.docx`)
  fs.writeFileSync(source, docx)
  execFileSync('soffice', ['--headless', '--convert-to', filter, '--outdir', folder, source], {
    env: { ...process.env, HOME: temporary },
  })
}
fs.rmSync(temporary, { recursive: true })
