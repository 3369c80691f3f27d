import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { personNames } from './person-names.ts'

const found = (text: string) => personNames(text).map(({ name }) => `${name.surname} ${name.initials}`)

test('people are found with initials before or after, spaced or glued, in any case', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['возложить на Кравцову А. П.', ['Кравцову А.П.']],
    ['А.В. Рогожина', ['Рогожина А.В.']],
    ['(Е.П.Земляникина)', ['Земляникина Е.П.']],
    ['зав.отделом Гусь М.М.', ['Гусь М.М.']],
    ['Министр Н.А. Селезнёва', ['Селезнёва Н.А.']],
    ['Сойкина А.А. Дроздова В.В., Козлов К.К.', ['Сойкина А.А.', 'Дроздова В.В.', 'Козлов К.К.']],
    ['Сойкина-Дроздова А. П., Ким А.О.', ['Сойкина-Дроздова А.П.', 'Ким А.О.']],
    ['КОЗЛОВ К.К.', ['КОЗЛОВ К.К.']],
    ['приказ А.Б. Черных', ['Черных А.Б.']],
    ['Кравцова И.', ['Кравцова И.']],
    ['Кравцова A.П. (латинская A)', ['Кравцова А.П.']],
  ]
  for (const [text, names] of cases) assert.deepEqual(found(text), names, text)
})

test('full names give initials, in either order', () => {
  assert.deepEqual(personNames('Назначить Рогожину Анастасию Евгеньевну, методиста')[0]?.name, {
    surname: 'Рогожину',
    initials: 'А.Е.',
    given: 'Анастасию',
    patronymic: 'Евгеньевну',
  })
  assert.deepEqual(found('Анна Петровна Сойкина'), ['Сойкина А.П.'])
  assert.deepEqual(found('Дроздова Ильи Кузьмича'), ['Дроздова И.К.'])
})

test('an acting official and a town are no people', () => {
  for (const text of [
    'И.о. начальника управления',
    'И.О. директора школы',
    'г. Н. Ивановка',
    'п.п. 1.2',
    'Приказ № 5',
    'Школа № 3',
    '',
  ]) {
    assert.deepEqual(found(text), [], text)
  }
})

test('offsets point at the printed name', () => {
  const text = 'на Кравцову А. П. и Козлова К.К.'
  assert.deepEqual(
    personNames(text).map(one => text.slice(one.start, one.end)),
    ['Кравцову А. П.', 'Козлова К.К.'],
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), any => {
      for (const one of personNames(any)) assert.equal(any.slice(one.start, one.end), one.text)
    }),
  )
})

test('a text of capitals and initials is searched in far less than a second', () => {
  const before = process.cpuUsage()
  personNames('Козлов К.К. '.repeat(400))
  personNames('А.'.repeat(2_500))
  assert.ok(process.cpuUsage(before).user < 1_000_000)
})
