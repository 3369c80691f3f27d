import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Refusal } from '../../core/base/index.ts'
import { factsIn } from './facts.ts'
import { sheetFacts, unitFacts } from './sheet-facts.ts'

describe('what a title says', () => {
  for (const [title, facts] of [
    ['01 - Русский язык 2022.06.23', { subject: 'русский язык', year: 2022 }],
    ['ОГЭ. 02 - Математика. 27.05.2025', { procedure: 'ОГЭ', subject: 'математика', year: 2025 }],
    [
      'ВПР. Осень 2020. Математика, 5 класс',
      { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2020, wave: 'autumn' },
    ],
    [
      'ЕГЭ, 22 – Математика базовая, резервный день',
      { procedure: 'ЕГЭ', subject: 'математика (базовая)', wave: 'reserve' },
    ],
    [
      'Предмет: Русский язык; Класс: 7; Максимальный первичный балл: 47',
      { subject: 'русский язык', grade: 7, highest: 47 },
    ],
    ['ВПР 15.03.2022', { procedure: 'ВПР', year: 2022, wave: 'spring' }],
    ['ВПР 2020/21 учебный год, весна', { procedure: 'ВПР', year: 2021, wave: 'spring' }],
    ['ВПР, осень 2020-2021 уч. года', { procedure: 'ВПР', year: 2020, wave: 'autumn' }],
    ['Всероссийские проверочные работы', { procedure: 'ВПР' }],
    ['vpr_matematika_2021', { procedure: 'ВПР', year: 2021 }],
    ['ЕГЭ 2025 сентябрь', { procedure: 'ЕГЭ', year: 2025, wave: 'september' }],
    ['Сводный протокол', {}],
  ] as const)
    test(`«${title}»`, () => assert.deepEqual(factsIn(title), facts))
})

const nothing = { isExam: false, layout: {}, title: {}, stated: {}, fileName: '' }

describe('facts of a sheet', () => {
  test('come from the file first, then from the sender, then from the name of the file', () => {
    const facts = sheetFacts({
      ...nothing,
      title: { subject: 'математика' },
      stated: { subject: 'биология', year: 2021 },
      fileName: 'ВПР 2019 6 класс.xlsx',
    })
    assert.deepEqual([facts.procedure, facts.subject, facts.grade, facts.year], ['ВПР', 'математика', 6, 2021])
    assert.deepEqual(facts.sources, { procedure: 'file-name', subject: 'title', grade: 'file-name', year: 'stated' })
    assert.deepEqual(facts.statedOtherwise, ['subject'])
  })

  test('the fuller name of one subject is no contradiction', () => {
    const facts = sheetFacts({
      ...nothing,
      title: { subject: 'математика' },
      stated: { subject: 'математика (профильная)' },
    })
    assert.deepEqual([facts.subject, facts.statedOtherwise], ['математика (профильная)', []])
  })
})

describe('facts of a class', () => {
  const known = { procedure: 'ВПР', subject: 'математика', year: 2021 }

  test('the number of the class is the grade unless the file names another', () => {
    const silent = sheetFacts({ ...nothing, stated: known })
    assert.equal(unitFacts(silent, {}, 6).grade, 6)
    const titled = sheetFacts({ ...nothing, stated: known, title: { grade: 5 } })
    assert.equal(unitFacts(titled, {}, 6).grade, 5)
  })

  test('a class says more than the name of the file', () => {
    const named = sheetFacts({ ...nothing, stated: known, fileName: '5 класс.csv' })
    assert.equal(unitFacts(named, {}, 6).grade, 6)
  })

  test('in an examination grade 9 means ОГЭ and grade 11 ЕГЭ', () => {
    const exam = sheetFacts({ ...nothing, isExam: true, stated: { subject: 'химия', year: 2025 } })
    assert.deepEqual(
      [9, 11].map(grade => unitFacts(exam, {}, grade).procedure),
      ['ОГЭ', 'ЕГЭ'],
    )
  })

  test('ВПР of 2020 were written in autumn, others in spring', () => {
    const wave = (year: number) => unitFacts(sheetFacts({ ...nothing, stated: { ...known, year } }), {}, 5).wave
    assert.deepEqual([2019, 2020, 2021].map(wave), ['spring', 'autumn', 'spring'])
  })

  test('what nothing says is asked for by name', () => {
    assert.throws(
      () => unitFacts(sheetFacts({ ...nothing, stated: { procedure: 'ВПР', year: 2021 } }), {}, null),
      (error: unknown) => {
        assert.ok(error instanceof Refusal)
        assert.equal(error.code, 'results/facts-missing')
        assert.deepEqual(error.params, { procedure: false, subject: true, grade: true, year: false })
        return true
      },
    )
  })
})
