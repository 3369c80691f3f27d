// What files of results really do, one trap at a time.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import type { GatheredCell } from '../../assessments/contract.ts'
import { type ReadOptions, readResults } from './read-results.ts'

const headings = [
  'Логин школы',
  'Код обучающегося',
  'Класс',
  'Вариант',
  'Отметка за предыдущую четверть',
  'Балл за 1',
  'Балл за 2',
  'Всего баллов',
]
const stated = { subject: 'математика', grade: 5, year: 2021, wave: 'spring' } as const

async function read(rows: readonly (readonly string[])[], options: ReadOptions = { stated }) {
  return readText(rows.map(row => row.join(';')).join('\n'), options)
}

async function readText(text: string | Uint8Array, options: ReadOptions = { stated }) {
  const { cells, report } = await readResults({ bytes: Buffer.from(text as string) }, options)
  return { cells: [...cells], rows: report.rows, counts: report.counts, issues: report.issues }
}

const row = (
  code: string,
  points: readonly string[],
  total: string,
  more: { variant?: string; journal?: string; cls?: string } = {},
) => ['sch020001', code, more.cls ?? '5А', more.variant ?? '1', more.journal ?? '4', ...points, total]
const scores = (cell: GatheredCell | undefined) =>
  Object.fromEntries([...(cell?.scores ?? []).entries()].filter(([, count]) => count > 0))

describe('the grade is told by classes', () => {
  const { grade: _, ...withoutGrade } = stated
  const withClasses = (classes: readonly string[]) =>
    read([headings, ...classes.map((cls, at) => row(`50${at}`, ['1', '1'], '2', { cls }))], { stated: withoutGrade })
  test('a row whose class is blank or a word is rejected alone, wherever it stands', async () => {
    for (const odd of ['', 'класс', 'А'])
      for (const classes of [
        [odd, '5А', '5А'],
        ['5А', odd, '5А'],
      ]) {
        const { cells, rows, issues } = await withClasses(classes)
        assert.deepEqual([rows.accepted, rows.rejected, cells[0]?.participants], [2, 1, 2], odd)
        const rejected = issues.find(({ fate }) => fate === 'rejected')
        assert.deepEqual([rejected?.code, rejected?.column?.letter], ['results/fact-missing-in-row', 'C'])
      }
  })
  test('when no class tells its grade, the file is refused with what to state', async () => {
    await assert.rejects(withClasses(['А', 'Б', '']), { code: 'results/facts-missing' })
  })
})

describe("the product's own table", () => {
  test('with surnames that somebody added it is still read by its own columns, and nothing of a name is kept', async () => {
    const table = [
      'Код школы;Год;Процедура;Предмет;Параллель;Класс;Код участника;Фамилия;Имя;Первичный балл'.split(';'),
      '002001;2025;ВПР;математика;8;8А;1;Канарейкина;Жозефина;7'.split(';'),
    ]
    const { cells, rows, issues } = await read(table, { fileName: 'ОГЭ математика 2024.csv' })
    assert.deepEqual([cells[0]?.procedure, cells[0]?.year, cells[0]?.grade, rows.accepted], ['ВПР', 2025, 8, 1])
    assert.doesNotMatch(JSON.stringify([cells, issues]), /Канарейк|Жозефин/)
  })
})

describe('blank is not zero', () => {
  test('a row of blanks is nobody, a row of zeros is somebody with no points', async () => {
    const { cells, rows } = await read([headings, row('1', ['', ''], ''), row('2', ['0', '0'], '0')])
    assert.deepEqual([cells[0]!.participants, scores(cells[0]), rows.withoutResult], [1, { 0: 1 }, 1])
  })

  test('a blank total is added up only when every task is filled in', async () => {
    const { cells, counts } = await read([
      headings,
      row('1', ['1', '2'], ''),
      row('2', ['1', ''], ''),
      row('3', ['1', 'X'], ''),
    ])
    assert.deepEqual(scores(cells[0]), { 3: 1, 1: 1 })
    assert.deepEqual([counts['results/total-from-tasks'], counts['results/no-total']], [2, 1])
  })

  test('a task that was not begun earns nothing and is not done', async () => {
    const { cells } = await read([headings, row('1', ['1', 'X'], '1'), row('2', ['1', 'х'], '1')])
    assert.deepEqual(
      cells[0]!.tasks!.map(({ sum, done }) => [sum, done]),
      [
        [2, 2],
        [0, 0],
      ],
    )
  })

  test('X everywhere and no total is neither a zero nor absent', async () => {
    const { cells, rows } = await read([headings, row('1', ['X', 'X'], '')])
    assert.deepEqual([rows.withoutResult, cells.length], [1, 0])
  })
})

describe('absent', () => {
  test('is told by any of the usual words, in whatever column of results', async () => {
    const words = ['отсутствовал', 'Отсутствовала', 'н/п', 'не писал', 'не явился', 'отс.', 'Н']
    const { cells, rows } = await read([
      headings,
      ...words.map((word, at) => row(String(at), ['', ''], word)),
      row('a', [words[0]!, ''], ''),
      row('b', ['', ''], '', { variant: 'отсутствовал' }),
    ])
    assert.deepEqual([cells[0]!.absent, cells[0]!.participants, rows.absent], [9, 0, 9])
  })

  test('and with points at once is rejected', async () => {
    const { counts } = await read([headings, row('1', ['1', 'отсутствовал'], '1')])
    assert.deepEqual(counts, { 'results/absent-with-result': 1 })
  })

  test('is not known where the file never names anybody so', async () => {
    assert.equal((await read([headings, row('1', ['1', '1'], '2')])).cells[0]!.absent, null)
  })
})

describe('numbers', () => {
  test('may have a zero behind a comma or a point, and nothing else', async () => {
    const { cells, counts } = await read([
      headings,
      row('1', ['1,0', '1.0'], '2,00'),
      row('2', ['1', '1'], '2,5'),
      row('3', ['1', '-1'], '0'),
    ])
    assert.deepEqual([scores(cells[0]), counts], [{ 2: 1 }, { 'results/not-whole': 2 }])
  })

  test('above what the heading allows are rejected, at the border they are not', async () => {
    const withMax = ['Пользователь', 'Код', '1 (2б)', '2 (1б)', 'Наименование класса', 'Итого баллов']
    const login = (code: string, points: string[], total: string) => ['sch020001', code, ...points, '5А', total]
    const { cells, counts } = await read([
      withMax,
      login('1', ['2', '1'], '3'),
      login('2', ['3', '0'], '3'),
      login('3', ['2', '1'], '4'),
    ])
    assert.deepEqual(
      [scores(cells[0]), counts],
      [{ 3: 1 }, { 'results/task-above-max': 1, 'results/score-above-max': 1 }],
    )
  })

  test('a total that is not the sum of the tasks stays as printed, and is told', async () => {
    const { cells, issues } = await read([headings, row('1', ['1', '1'], '3')])
    assert.deepEqual(scores(cells[0]), { 3: 1 })
    assert.deepEqual(
      [issues[0]!.code, issues[0]!.fate, issues[0]!.params['sum']],
      ['results/total-differs', 'noted', 2],
    )
  })

  test('a highest score in a title counts where headings name none', async () => {
    const { counts } = await read([
      ['Максимальный балл: 4'],
      headings,
      row('1', ['2', '2'], '4'),
      row('2', ['3', '2'], '5'),
    ])
    assert.deepEqual(counts, { 'results/score-above-max': 1 })
  })
})

describe('the table itself', () => {
  test('is found below titles, with headings in any order and case, with line breaks and «ё»', async () => {
    const turned = ['ВСЕГО   БАЛЛОВ', 'балл за 2', 'Балл за 1', 'КОД ОБУЧАЮЩЕГОСЯ', 'класс', '"Логин\nшколы"', 'Учёба']
    const { cells } = await read([
      ['Протокол'],
      [],
      ['Пятые классы'],
      turned,
      ['3', '2', '1', '7', '5А', 'sch020001', ''],
    ])
    assert.deepEqual(
      [scores(cells[0]), cells[0]!.class, cells[0]!.tasks!.map(({ code }) => code)],
      [{ 3: 1 }, '5А', ['2', '1']],
    )
  })

  test('is read alike in UTF-8 with a mark and in cp1251', async () => {
    const text = [headings, row('1', ['1', '1'], '2')].map(one => one.join(';')).join('\r\n')
    for (const bytes of [Buffer.from(`\uFEFF${text}`), iconv.encode(text, 'win1251')])
      assert.deepEqual(scores((await readText(bytes)).cells[0]), { 2: 1 })
  })

  test('may repeat its headings and end in totals', async () => {
    const { rows } = await read([
      headings,
      row('1', ['1', '1'], '2'),
      headings,
      row('2', ['1', '1'], '2'),
      ['Итого', '', '', '', '', '1', '1', '2,0'],
    ])
    assert.deepEqual([rows.accepted, rows.passedOver, rows.rejected], [2, 2, 0])
  })

  test('with more than eighty columns is read where its headings say', async () => {
    const more = Array.from({ length: 90 }, (_, at) => `Учебник ${at}`)
    const { cells } = await read([
      [...more, ...headings],
      [...more.map(() => 'да'), ...row('1', ['1', '1'], '2')],
    ])
    assert.deepEqual(scores(cells[0]), { 2: 1 })
  })
})

describe('who and where', () => {
  test('the same code twice in one school counts once; in another school it is somebody else', async () => {
    const twice = row('1', ['1', '1'], '2')
    const { rows, counts } = await read([headings, twice, twice, ['sch020002', ...twice.slice(1)]])
    assert.deepEqual([rows.accepted, counts['results/repeated']], [2, 1])
  })

  test('a code in another class of the same school is the same participant', async () => {
    const { counts } = await read([headings, row('1', ['1', '1'], '2'), row('1', ['1', '1'], '2', { cls: '5Б' })])
    assert.deepEqual(counts, { 'results/repeated': 1 })
  })

  test('a rejected row does not keep its corrected copy out', async () => {
    const { rows } = await read([headings, row('1', ['1', '1'], '2,5'), row('1', ['1', '1'], '2')])
    assert.deepEqual([rows.rejected, rows.accepted], [1, 1])
  })

  test('classes told in two ways are one class, even rows apart', async () => {
    const { cells } = await read([
      headings,
      row('1', ['1', '1'], '2'),
      row('2', ['1', '1'], '2', { cls: '5Б' }),
      row('3', ['1', '1'], '2', { cls: '5 «а»' }),
    ])
    assert.deepEqual(
      cells.map(cell => [cell.class, cell.participants]),
      [
        ['5А', 2],
        ['5Б', 1],
      ],
    )
  })

  test('an odd mark of the journal is left out, the participant is not', async () => {
    const { cells, rows } = await read([
      headings,
      row('1', ['1', '1'], '2', { journal: '7' }),
      row('2', ['1', '1'], '2', { journal: '' }),
    ])
    assert.deepEqual([cells[0]!.participants, cells[0]!.journal, rows.repaired, rows.accepted], [2, null, 1, 1])
  })

  test('codes that lost their zeros are told and not guessed', async () => {
    const plain = ['Код школы', 'Код участника', 'Класс', 'Первичный балл']
    const options = { stated: { procedure: 'ВПР', ...stated } }
    const { cells, issues } = await read([plain, ['002001', '1', '5А', '3'], ['2002', '1', '5А', '3']], options)
    assert.deepEqual(
      cells.map(({ schoolCode }) => schoolCode),
      ['002001', '2002'],
    )
    assert.deepEqual(
      issues.map(({ code, row: at }) => [code, at]),
      [['results/codes-of-different-length', 3]],
    )
  })

  test('what a file says of itself wins over the sender, and the sender over the name of the file', async () => {
    const options = { stated: { subject: 'биология', year: 2021 }, fileName: 'ВПР 2019 математика.csv' }
    const { cells, counts } = await read([['Русский язык'], headings, row('1', ['1', '1'], '2')], options)
    assert.deepEqual([cells[0]!.subject, cells[0]!.year], ['русский язык', 2021])
    assert.equal(counts['results/stated-otherwise'], 1)
  })

  test('what only the name of the file says is called an assumption', async () => {
    const { cells, issues } = await read([headings, row('1', ['1', '1'], '2')], { fileName: 'ВПР_математика_2021.csv' })
    assert.deepEqual([cells[0]!.subject, cells[0]!.year], ['математика', 2021])
    assert.deepEqual(
      issues.filter(({ code }) => code === 'results/from-file-name').map(({ params }) => params['fact']),
      ['subject', 'year'],
    )
  })
})

describe('ЕГЭ and ОГЭ', () => {
  const exam = '№;Код МСУ;Код ОО;Класс;Код ППЭ;Фамилия;Серия;Номер;Задания с кратким ответом;Первичный балл;Балл'.split(
    ';',
  )
  const person = (score: string, last: string, more: { cls?: string; name?: string; no?: string } = {}) => [
    more.no ?? '1',
    '201',
    '002001',
    more.cls ?? '11А',
    '0001',
    more.name ?? 'Пример',
    '0000',
    score.padStart(6, '0'),
    '+-0(2)',
    score,
    last,
  ]

  test('«Балл» is a test score in ЕГЭ and a mark in ОГЭ and in base mathematics', async () => {
    const scored = await read([['ЕГЭ. 02 - Математика профильная 2025.05.27'], exam, person('10', '52')], {})
    assert.deepEqual([scored.cells[0]!.testScores![52], scored.cells[0]!.marks], [1, null])
    for (const title of ['ОГЭ. 02 - Математика 2025.06.03', 'ЕГЭ. 22 - Математика базовая 2025.05.27']) {
      const marked = await read([[title], exam, person('10', '4')], {})
      assert.deepEqual([marked.cells[0]!.testScores, marked.cells[0]!.marks![4]], [null, 1])
    }
  })

  test('strings of answers are no points', async () => {
    assert.equal((await read([['ЕГЭ. Химия 2025'], exam, person('10', '52')], {})).cells[0]!.tasks, null)
  })

  test('a row that slipped sideways gives nobody a school', async () => {
    const { rows, counts } = await read(
      [['ЕГЭ. Химия 2025'], exam, person('10', '52', { name: '000001' }), person('11', '53', { no: 'Пример' })],
      {},
    )
    assert.deepEqual([rows.rejected, counts['results/slipped']], [2, 2])
  })

  test('people without a passport in the file are told apart by name, room and class', async () => {
    const bare = exam.filter(heading => heading !== 'Серия' && heading !== 'Номер')
    const one = ['1', '201', '002001', '11А', '0001', 'Пример', '+', '10', '52']
    const { rows, counts } = await read([['ЕГЭ. Химия 2025'], bare, one, one, one.with(5, 'Образец')], {})
    assert.deepEqual([rows.accepted, counts['results/repeated']], [2, 1])
  })

  test('where no wave is named the main one is taken, with a warning: a reserve day would replace it', async () => {
    const { issues } = await read([['ЕГЭ. Химия 2025.06.23'], exam, person('10', '52')], {})
    assert.deepEqual(
      issues.map(({ code, severity }) => [code, severity]),
      [['results/usual-wave', 'warning']],
    )
  })
})

test('a person may say which column is what, and the table is read like any other', async () => {
  const odd = ['Уч.', 'Кто', 'Сколько', 'З1', 'З2']
  const columns = { 'Уч.': 'school', Кто: 'code', Сколько: 'score', З1: 'task', З2: 'task' } as const
  const options = { stated: { procedure: 'ВПР', ...stated }, columns }
  const { cells, counts } = await read(
    [odd, ['sch020001', '1', '3', '1', '2'], ['sch020001', '1', '3', '1', '2']],
    options,
  )
  assert.deepEqual([scores(cells[0]), counts], [{ 3: 1 }, { 'results/repeated': 1 }])
})

test('every row has exactly one fate, and participants are those accepted or repaired who were not absent', async () => {
  const field = fc.constantFrom('', '0', '1', '2', 'X', 'отсутствовал', '9,5', '300', 'нечто')
  const anyRow = fc.tuple(
    fc.constantFrom('sch020001', 'sch020002', '', 'Итого', 'школа'),
    fc.constantFrom('1', '2', '3', ''),
    fc.constantFrom('5А', '5Б', '', 'класс'),
    field,
    field,
    field,
    field,
    field,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 40 }), async given => {
      const filled = given.filter(one => one.some(text => text !== ''))
      const { rows, cells } = await read([headings, ...given.map(one => [...one])])
      assert.equal(rows.read, filled.length)
      assert.equal(rows.accepted + rows.repaired + rows.rejected + rows.withoutResult + rows.passedOver, rows.read)
      const participants = cells.reduce((sum, cell) => sum + cell.participants, 0)
      assert.equal(participants, rows.accepted + rows.repaired - rows.absent)
      for (const cell of cells)
        assert.ok((cell.scores ?? []).reduce((sum, count) => sum + count, 0) <= cell.participants)
    }),
    { numRuns: 150 },
  )
})
