import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import iconv from 'iconv-lite'
import type { Paragraph, Table } from '../../../core/document-model/index.ts'
import { decodeText } from './decode.ts'
import { readText } from './index.ts'
import { withoutMarkUp } from './mark-up.ts'

const read = (text: string) => readText(Buffer.from(text)).blocks
const shape = (text: string) => read(text).map(block => (block.kind === 'paragraph' ? block.text : tableText(block)))
const tableText = (table: Table) => table.rows.map(row => row.cells.map(cell => cell.text))
const only = (text: string) => read(text).find(block => block.kind === 'table') as Table

describe('encodings', () => {
  const order = 'ПРИКАЗ\nоб утверждении дорожной карты на 2025 год'
  for (const encoding of ['utf8', 'win1251', 'koi8-r', 'cp866', 'utf16-le', 'utf16-be']) {
    test(`${encoding} is read as it was written`, () => {
      assert.equal(decodeText(iconv.encode(order, encoding)), order)
    })
  }

  test('marks of UTF-8 and UTF-16 are not letters', () => {
    assert.equal(decodeText(iconv.encode(order, 'utf8', { addBOM: true })), order)
    assert.equal(decodeText(iconv.encode(order, 'utf16-le', { addBOM: true })), order)
    assert.equal(decodeText(iconv.encode(order, 'utf16-be', { addBOM: true })), order)
  })

  test('UTF-8 cut inside a letter is still UTF-8', () => {
    assert.equal(decodeText(Buffer.from(order).subarray(0, 11))?.slice(0, 5), 'ПРИКА')
  })

  test('line ends of every system are one line end', () => {
    assert.equal(decodeText(Buffer.from('а\r\nб\rв\u2028г')), 'а\nб\nв\nг')
  })

  test('bytes of a program are no text', () => {
    assert.equal(decodeText(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)), null)
  })
})

describe('paragraphs', () => {
  test('every line is a paragraph and knows its line', () => {
    const [first, second] = read('ПРИКАЗ\n\n№ 5') as Paragraph[]
    assert.deepEqual([first?.text, first?.place.lines, second?.text, second?.place.lines], ['ПРИКАЗ', [1], '№ 5', [3]])
    assert.equal(second?.gapBefore, true)
  })

  test('lines that a program wrapped are one paragraph again', () => {
    const words =
      'Руководителям общеобразовательных организаций района обеспечить участие учителей в занятиях и прислать сведения до первого числа каждого месяца '
    const paragraph = words.repeat(4).trim()
    const wrapped = paragraph.replace(/(.{1,72})(\s|$)/g, '$1\n')
    assert.deepEqual(shape(`ПРИКАЗ\n\n${wrapped}\n${wrapped}`), ['ПРИКАЗ', paragraph, paragraph])
  })

  test('short lines of a letterhead are not wrapped text', () => {
    const lines = ['УПРАВЛЕНИЕ', 'ОБРАЗОВАНИЯ', 'ЗАОЗЁРНОГО', 'РАЙОНА']
    assert.deepEqual(shape(lines.join('\n')), lines)
  })

  test('stars of markdown are bold, also over several lines', () => {
    const [first, second, third] = read('**ПЛАН\nМЕРОПРИЯТИЙ**\nна год') as Paragraph[]
    assert.deepEqual(
      [first?.text, first?.bold, second?.text, second?.bold, third?.bold],
      ['ПЛАН', true, 'МЕРОПРИЯТИЙ', true, undefined],
    )
  })

  test('a markdown dash before a printed number goes, other dashes stay', () => {
    assert.deepEqual(shape(' - 2.1. Принять участие\n - участие'), ['2.1. Принять участие', '- участие'])
  })

  test('a form feed begins a page', () => {
    const [first, second] = read('один\fдва') as Paragraph[]
    assert.deepEqual([first?.place.page, second?.place.page], [1, 2])
  })
})

describe('mark-up inside text', () => {
  test('tags end paragraphs, entries of a list begin them', () => {
    const printed = '<p>Проведение:</p> <ul style="x: y"> - сбора - анализа-обзора </ul>'
    assert.deepEqual(withoutMarkUp(printed), ['Проведение:', '- сбора', '- анализа-обзора'])
  })

  test('signs that only look like mark-up stay', () => {
    assert.deepEqual(withoutMarkUp('доля < 30 % и > 5 %, A&B, 2 * 3'), ['доля < 30 % и > 5 %, A&B, 2 * 3'])
  })

  test('entities become letters', () => {
    assert.deepEqual(withoutMarkUp('&laquo;Школа&raquo;&nbsp;&#8470;&#x35;'), ['«Школа»\u00a0№5'])
  })
})

describe('tables of tabs', () => {
  test('lines with tabs are rows, and every cell keeps its line', () => {
    const table = only('План\n\n№\tДело\tСрок\n1\tЗамер\tМай\n2\tОтчёт\tИюнь')
    assert.deepEqual(tableText(table), [
      ['№', 'Дело', 'Срок'],
      ['1', 'Замер', 'Май'],
      ['2', 'Отчёт', 'Июнь'],
    ])
    assert.deepEqual(table.rows[1]?.cells[1]?.paragraphs[0]?.place.lines, [4])
  })

  test('a line without tabs between rows is a row over all columns', () => {
    const table = only('1\tЗамер\tМай\nОбучение учителей\n2\tОтчёт\tИюнь')
    assert.deepEqual(
      table.rows[1]?.cells.map(cell => [cell.text, cell.columnSpan]),
      [['Обучение учителей', 3]],
    )
  })

  test('a caption above the first row stays outside', () => {
    assert.deepEqual(shape('Дорожная карта\n№\tДело\tСрок\n1\tЗамер\tМай'), [
      'Дорожная карта',
      [
        ['№', 'Дело', 'Срок'],
        ['1', 'Замер', 'Май'],
      ],
    ])
  })

  test('a cell with a line break inside is one cell', () => {
    assert.deepEqual(tableText(only('1\tЗамер\tМай\n2\tОтчёт\nи записка\tИюнь\n3\tРазбор\tИюль')), [
      ['1', 'Замер', 'Май'],
      ['2', 'Отчёт\nи записка', 'Июнь'],
      ['3', 'Разбор', 'Июль'],
    ])
  })

  test('a row shorter than the others takes nothing from the next item', () => {
    assert.deepEqual(tableText(only('1\tЗамер\tМай\n2\tОтчёт\n3\tРазбор\tИюль')), [
      ['1', 'Замер', 'Май'],
      ['2', 'Отчёт'],
      ['3', 'Разбор', 'Июль'],
    ])
  })

  test('a rest of a row after an empty line belongs to a table when the widths agree', () => {
    const [first, second] = read('№\tДело\tСрок\n1\tРазбор работ\tМай\n\n\tс учителями\t') as Table[]
    assert.equal(first?.kind, 'table')
    assert.equal(second?.kind, 'table')
  })

  test('a signature with a tab and paragraphs indented by tabs are no tables', () => {
    assert.deepEqual(shape('\tПервый абзац.\n\tВторой абзац.\n\nНачальник\tО. П. Берёзкина'), [
      'Первый абзац.',
      'Второй абзац.',
      'Начальник\tО. П. Берёзкина',
    ])
  })

  test('the ruler of a markdown table that lost its bars is no row', () => {
    assert.equal(only('1\tЗамер\tМай\n--\t---\t--\n2\tОтчёт\tИюнь').rows.length, 2)
  })
})

describe('tables of bars', () => {
  test('a markdown table: every line a row, the ruler none', () => {
    assert.deepEqual(
      tableText(only('| № | Дело | Срок |\n|---|:--|--:|\n| 1 | Замер<br>чтения | Май |\n| 2 | Отчёт | |')),
      [
        ['№', 'Дело', 'Срок'],
        ['1', 'Замер\nчтения', 'Май'],
        ['2', 'Отчёт', ''],
      ],
    )
  })

  test('a drawn box: lines between rulers are one row, words wrapped in a cell are joined', () => {
    const box = [
      '┌───┬──────────────┬────────┐',
      '│ № │ Мероприятие  │ Срок   │',
      '├───┼──────────────┼────────┤',
      '│ 1 │ Входной      │ Май    │',
      '│   │ мониторинг   │        │',
      '├───┴──────────────┴────────┤',
      '│ Обучение учителей         │',
      '├───┬──────────────┬────────┤',
      '│ 2 │ Отчёт        │ Июнь   │',
      '└───┴──────────────┴────────┘',
    ].join('\n')
    const table = only(box)
    assert.deepEqual(tableText(table), [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Входной мониторинг', 'Май'],
      ['Обучение учителей'],
      ['2', 'Отчёт', 'Июнь'],
    ])
    assert.equal(table.rows[2]?.cells[0]?.columnSpan, 3)
    assert.deepEqual(table.rows[1]?.place.lines, [4, 5])
  })

  test('a table with inner bars only, with a ruler and wrapped rows, has all its columns', () => {
    const open = [
      ' №  | Дело           | Срок ',
      '----+----------------+------',
      ' 1  | Замер          | Май  ',
      '    | чтения         |      |'.slice(0, -1),
      ' 2  | Отчёт          |',
    ].join('\n')
    const rows = tableText(only(open))
    assert.deepEqual(rows[0], ['№', 'Дело', 'Срок'])
    assert.deepEqual(rows.at(-1), ['2', 'Отчёт', ''])
  })

  test('one bar in a line, or two such lines, make no table', () => {
    const { blocks } = readText(Buffer.from('Директор | Завуч\nШкола | Лицей\nКласс | Кружок\n\nа | б | в\nг | д | е'))
    assert.ok(blocks.every(block => block.kind === 'paragraph'))
  })

  test('a box of plus and minus signs is a table too', () => {
    assert.deepEqual(
      tableText(
        only('+---+-------+\n| № | Дело  |\n+---+-------+\n| 1 | Замер |\n+---+-------+\n| 2 | Отчёт |\n+---+-------+'),
      ),
      [
        ['№', 'Дело'],
        ['1', 'Замер'],
        ['2', 'Отчёт'],
      ],
    )
  })
})
