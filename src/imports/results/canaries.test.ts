// Names, passports and codes go through every layout in every way a file can be wrong; nothing of them may come out anywhere.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { runWords } from '../../shell/cli/run.ts'
import { resultsCommands } from './commands.ts'
import { readResults } from './read-results.ts'
import { resultsTexts } from './texts.ts'

const name = 'КАНАРЕЙКА-Иванов'
const series = '9137'
const number = '913755'
const code = '8135791'
const secret = /КАНАРЕЙКА|канарейка|9137|8135791/

interface Bait {
  readonly titles: readonly string[]
  readonly headings: readonly string[]
  /** A good row. */
  readonly row: readonly string[]
  /** Columns in which even a number is taken for what it is said to be: the code of a school is a number as well. */
  readonly schoolIsNumber?: number
}

const baits: Readonly<Record<string, Bait>> = {
  'vpr-2020': {
    titles: ['ВПР, математика, 5 класс, осень 2020'],
    headings: 'groups,user,id,code,otc,gender,klass,var-1,var-2,sum,a-1-grade,a-2-grade,ФИО'.split(','),
    row: ['Озёрск', 'sch020001', code, code, '4', 'ж', '5А', '1', '2', '3', '1', '2', name],
  },
  'vpr-2021': {
    titles: ['Математика, 5 класс, 2021'],
    headings:
      'Логин школы,Регион,Номер обучающегося,Код обучающегося,Отметка за предыдущую четверть,Пол,Класс,Вариант,Всего баллов,Балл за 1,Балл за 2,ФИО'.split(
        ',',
      ),
    row: ['sch020001', 'Озёрск', code, code, '4', 'ж', '5А', '1', '3', '1', '2', name],
  },
  'vpr-2022': {
    titles: ['Биология, 7 класс, 2022'],
    headings:
      'Пользователь,Школа,Код,Вариант,1 (1б),2 (2б),Наименование класса,Пол,Отметка за предыдущий период,Итого баллов,ФИО'.split(
        ',',
      ),
    row: ['sch020001', 'Пример', code, '1', '1', '2', '7А', 'ж', '4', '3', name],
  },
  rcoi: {
    titles: ['ЕГЭ. 01 - Русский язык 2022.06.23'],
    headings:
      '№,Код МСУ,Код ОО,Класс,Код ППЭ,Аудитория,Фамилия,Имя,Отчество,Серия,Номер,Задания с кратким ответом,Задания с развёрнутым ответом,Первичный балл,Балл'.split(
        ',',
      ),
    row: ['1', '201', '002001', '11А', '0001', '0003', name, name, name, series, number, '++-0(2)', '1(3)', '40', '71'],
    schoolIsNumber: 2,
  },
  'mark-shares': {
    titles: ['ВПР 2021. Математика. 5 класс. Весна'],
    headings: ['Группы участников', 'Кол-во ОО', 'Кол-во участников', '2', '3', '4', '5', 'Ответственный'],
    row: ['sch020001', '1', '20', '30', '25', '25', '20', name],
    schoolIsNumber: 0,
  },
  'mark-comparison': {
    titles: ['ВПР 2021. Математика. 5 класс. Весна'],
    headings: ['Группы участников', 'Кол-во участников', 'Понизили', 'Подтвердили', 'Повысили', 'Ответственный'],
    row: ['sch020001', '20', '5', '10', '5', name],
    schoolIsNumber: 0,
  },
  'plain-counts': {
    titles: [],
    headings: [
      'Код школы',
      'Год',
      'Процедура',
      'Предмет',
      'Параллель',
      'Участников',
      'Ниже порога',
      'Средний балл',
      'Директор',
    ],
    row: ['sch020001', '2025', 'ВПР', 'математика', '5', '20', '6', '9,5', name],
    schoolIsNumber: 0,
  },
  'plain-participants': {
    titles: [],
    headings: [
      'Код школы',
      'Год',
      'Процедура',
      'Предмет',
      'Класс',
      'Код участника',
      'Первичный балл',
      'Отметка',
      '1 (3б)',
      '2 (3б)',
      'ФИО',
    ],
    row: ['sch020001', '2025', 'ВПР', 'математика', '5А', code, '6', '4', '3', '3', name],
    schoolIsNumber: 0,
  },
}

type Wrong = (row: readonly string[], bait: Bait) => readonly string[]
const baitAt = fc.nat(30)
/** Ways in which a row goes wrong. A passport in the very column of school numbers cannot be told from one, so there only names are put. */
const wrongs = fc.oneof(
  fc.constant<Wrong>(row => row),
  fc.integer({ min: 1, max: 6 }).map(
    (by): Wrong =>
      row => [...Array.from({ length: by }, () => name), ...row],
  ),
  fc.integer({ min: 1, max: 6 }).map(
    (by): Wrong =>
      row =>
        row.slice(by),
  ),
  fc.tuple(baitAt, fc.constantFrom(name, series, number, code, `${series} ${number}`, `${name} 7`)).map(
    ([at, secretText]): Wrong =>
      (row, { schoolIsNumber }) =>
        row.map((field, place) => (place === at % row.length ? (place === schoolIsNumber ? name : secretText) : field)),
  ),
  fc.tuple(baitAt, fc.constantFrom('отсутствовал', 'X', '', '99', '-1', '6,5', 'н/п')).map(
    ([at, text]): Wrong =>
      row =>
        row.map((field, place) => (place === at % row.length ? text : field)),
  ),
  fc.constant<Wrong>(row => [...row, name]),
  fc.constant<Wrong>(() => [name]),
  fc.constant<Wrong>(() => [`Итого ${name}`, series, number]),
  fc.constant<Wrong>((_, { headings }) => headings),
  fc.constant<Wrong>(row => row.map(() => name)),
)

const folder = await mkdtemp(join(tmpdir(), 'opora-canaries-'))
after(() => rm(folder, { recursive: true }))

async function everythingSaid(path: string, ...options: string[]): Promise<string> {
  const said: string[] = []
  const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text), debug: true }
  await runWords(['results', 'read', path, ...options], resultsCommands, [resultsTexts], io)
  return said.join('\n')
}

const asCsv = (rows: readonly (readonly string[])[]) => rows.map(row => row.join(';')).join('\n')

for (const [layout, bait] of Object.entries(baits))
  describe(`layout ${layout}`, () => {
    test('the bait is read by its own layout', async () => {
      const rows = [...bait.titles.map(title => [title]), bait.headings, bait.row]
      const read = await readResults({ bytes: Buffer.from(asCsv(rows)) })
      assert.equal(read.layout, layout)
      assert.equal(read.report.rows.accepted, 1)
    })

    test('nothing of a participant comes out, whatever is wrong with the rows', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(wrongs, { minLength: 1, maxLength: 12 }),
          fc.boolean(),
          fc.boolean(),
          async (ways, isXlsx, inTitle) => {
            const rows = ways.map(way => [...way(bait.row, bait)])
            const titles = [...bait.titles, ...(inTitle ? [`Ответственный: ${name}, ${number}`] : [])].map(title => [
              title,
            ])
            const table = [...titles, [...bait.headings], ...rows]
            const path = join(folder, `${layout}.${isXlsx ? 'xlsx' : 'csv'}`)
            const sheets = [{ name: `Лист ${name}`, rows: table }]
            await writeFile(path, isXlsx ? await writeXlsx({ sheets }) : asCsv(table))
            for (const options of [['--json'], ['--lang', 'en'], ['--counts', join(folder, 'counts.csv')]]) {
              const said = await everythingSaid(path, ...options)
              assert.doesNotMatch(said, secret, said)
              assert.doesNotMatch(said, /reading of results failed/, 'the program never slips')
            }
          },
        ),
        { numRuns: 60 },
      )
    })
  })

describe('a file that cannot be read', () => {
  test('with unknown headings is refused without a word of it', async () => {
    const path = join(folder, 'unknown.csv')
    await writeFile(
      path,
      asCsv([
        ['ФИО', 'Паспорт', 'Код'],
        [name, number, code],
        [name, number, code],
      ]),
    )
    const said = await everythingSaid(path)
    assert.match(said, /results\/unknown-layout/)
    assert.doesNotMatch(said, secret)
  })

  test('that says nowhere what it is about is refused without a word of it', async () => {
    const path = join(folder, 'silent.csv')
    await writeFile(path, asCsv([baits['vpr-2021']!.headings, baits['vpr-2021']!.row]))
    const said = await everythingSaid(path)
    assert.match(said, /results\/facts-missing/)
    assert.doesNotMatch(said, secret)
  })

  test('because the program slipped is told without the words of the slip', async () => {
    const { titles, headings, row } = baits['rcoi']!
    const bytes = Buffer.from(asCsv([titles, headings, row]))
    const slip = (): never => {
      throw new TypeError(`cannot read ${name} of ${number}`)
    }
    await assert.rejects(readResults({ bytes }, { rows: { onProgress: slip } }), (error: Error) => {
      assert.match(error.stack ?? '', /TypeError/)
      assert.match(error.stack ?? '', /canaries\.test/)
      assert.doesNotMatch(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`, secret)
      return true
    })
  })
})
