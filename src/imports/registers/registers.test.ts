import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MunicipalityId, OrganisationId, PersonId } from '../../core/base/index.ts'
import { recogniseRegister } from './columns.ts'
import { planMunicipalities } from './municipalities.ts'
import { type KnownOrganisation, planOrganisations } from './organisations.ts'
import { planPeople } from './people.ts'

const city = { id: 'm-city' as MunicipalityId, oktmo: '02701000', name: 'Верхнеозёрский городской округ' }
const district = { id: 'm-district' as MunicipalityId, oktmo: '02605000', name: 'Каменнобродский район' }
const head = ['Муниципалитет', 'Полное наименование', 'Краткое наименование', 'Тип', 'Логин ФИС ОКО', 'ИНН']
const register = recogniseRegister(head)!

const birch: KnownOrganisation = {
  id: 'o-birch' as OrganisationId,
  municipalityId: city.id,
  kind: 'school',
  name: 'Средняя школа № 4',
  shortName: 'СОШ № 4',
  type: 'secondary',
  codes: [{ system: 'fis-oko', code: 'sch020004' }],
}
const oak: KnownOrganisation = {
  ...birch,
  id: 'o-oak' as OrganisationId,
  name: 'Гимназия № 2',
  shortName: 'Гимназия № 2',
  type: 'gymnasium',
  codes: [{ system: 'inn', code: '0201001237' }],
}
const known = { municipalities: [city, district], organisations: [birch, oak], ownMunicipality: null }
const plan = (...rows: string[][]) => planOrganisations(register, rows, known)

test('columns are recognised by their headings, in any order, and strange ones are named', () => {
  const found = recogniseRegister(['Телефон', 'ИНН', 'Краткое наименование', 'Наименование организации'])!
  assert.equal(found.kind, 'organisations')
  assert.deepEqual(found.columns, { inn: 1, shortName: 2, name: 3 })
  assert.deepEqual(found.unknown, ['Телефон'])
})

test('a list of people and a list of municipalities are told from a list of schools', () => {
  assert.equal(recogniseRegister(['ФИО', 'Должность', 'Школа'])?.kind, 'people')
  assert.equal(recogniseRegister(['Код ОКТМО', 'Муниципалитет'])?.kind, 'municipalities')
  assert.equal(recogniseRegister(['Показатель', 'Значение']), null)
})

test('a new school is created with its type read from the name when the cell is empty', () => {
  const { changes, report } = plan(['Верхнеозёрский городской округ', 'Основная школа № 9', '', '', 'sch020009', ''])
  assert.equal(report.totals.created, 1)
  assert.equal(changes[0]?.does === 'create' && changes[0].facts.type, 'basic')
})

test('a school is matched by its code although it was renamed', () => {
  const { changes } = plan([
    'Верхнеозёрский городской округ',
    'Средняя школа № 4 имени лётчика Орлова',
    '',
    '',
    'SCH020004',
    '',
  ])
  assert.deepEqual(
    changes.map(change => change.does === 'change' && [change.id, change.fields]),
    [['o-birch', ['name']]],
  )
})

test('an empty cell never clears what the register knows', () => {
  const { changes, report } = plan(['Верхнеозёрский городской округ', 'Средняя школа № 4', '', '', 'sch020004', ''])
  assert.deepEqual(changes, [])
  assert.equal(report.totals.same, 1)
})

test('a row whose codes belong to two schools is rejected with the codes found', () => {
  const { changes, report } = plan(['Верхнеозёрский городской округ', 'Школа', '', '', 'sch020004', '0201001237'])
  assert.deepEqual(changes, [])
  assert.deepEqual(
    report.problems.map(problem => [problem.row, problem.code, problem.found]),
    [[2, 'codes-of-two-organisations', 'sch020004, 0201001237']],
  )
})

test('the second row with the same code is rejected, the first goes in', () => {
  const row = ['Верхнеозёрский городской округ', 'Школа № 10', '', 'средняя', 'sch020010', '']
  const { report } = plan(row, [row[0]!, 'Школа № 11', ...row.slice(2)])
  assert.deepEqual([report.totals.created, report.totals.rejected], [1, 1])
  assert.equal(report.problems[0]?.code, 'code-twice-in-file')
  assert.equal(report.problems[0]?.row, 3)
})

test('three bad rows do not keep the good one out, and every row is counted once', () => {
  const { report } = plan(
    ['Неведомый округ', 'Школа № 12', '', '', '', ''],
    ['Верхнеозёрский городской округ', '', '', '', 'sch020013', ''],
    ['Верхнеозёрский городской округ', 'Школа № 14', '', '', '', '0201001238'],
    ['02605000', 'Школа № 15', '', '', '', ''],
    ['', '', '', '', '', ''],
  )
  assert.deepEqual(report.totals, { created: 1, changed: 0, same: 0, rejected: 3 })
  assert.deepEqual(
    report.problems.map(problem => problem.code),
    ['municipality-unknown', 'name-missing', 'code-checksum'],
  )
})

test('a municipal coordinator cannot enter a school of another municipality', () => {
  const { report } = planOrganisations(register, [['Каменнобродский район', 'Школа № 16', '', '', '', '']], {
    ...known,
    ownMunicipality: city.id,
  })
  assert.equal(report.problems[0]?.code, 'municipality-foreign')
})

test('an unreadable type is reported, and the row still goes in', () => {
  const { report } = plan(['Верхнеозёрский городской округ', 'Школа «Родник»', '', 'обычная', '', ''])
  assert.equal(report.totals.created, 1)
  assert.deepEqual(
    report.problems.map(problem => [problem.code, problem.repaired]),
    [['type-unknown', true]],
  )
})

const people = recogniseRegister(['ФИО', 'Должность', 'Организация', 'Дата назначения'])!
const places = [{ id: birch.id, name: birch.name, shortName: birch.shortName, codes: ['sch020004'] }]

test('a person is entered at the place named by code, short name or full name', () => {
  const { changes, report } = planPeople(people, [['Ладогина Мария Сергеевна', 'директор', 'СОШ № 4', '01.09.2024']], {
    places,
    holders: [],
  })
  assert.deepEqual(report.totals, { created: 1, changed: 0, same: 0, rejected: 0 })
  assert.deepEqual([changes[0]?.organisationId, changes[0]?.from], ['o-birch', '2024-09-01'])
})

test('the same person in the same position is left alone', () => {
  const holders = [
    { personId: 'p' as PersonId, fullName: 'Ладогина Мария Сергеевна', organisationId: birch.id, title: 'директор' },
  ]
  const { changes, report } = planPeople(people, [['Ладогина Мария  Сергеевна', 'Директор', 'sch020004', '']], {
    places,
    holders,
  })
  assert.deepEqual([changes.length, report.totals.same], [0, 1])
})

test('a surname alone and an unknown place are rejected with what was found', () => {
  const { report } = planPeople(people, [['Ладогина', 'директор', 'СОШ № 5', '']], { places, holders: [] })
  assert.deepEqual(
    report.problems.map(problem => [problem.column, problem.code, problem.found]),
    [
      ['person', 'person-incomplete', 'Ладогина'],
      ['organisation', 'organisation-unknown', 'СОШ № 5'],
    ],
  )
  assert.equal(report.totals.rejected, 1)
})

test('a municipality is known by its code: another name renames it, a code of another region is rejected', () => {
  const territories = recogniseRegister(['ОКТМО', 'Название муниципалитета'])!
  const { changes, report } = planMunicipalities(
    territories,
    [
      ['02701000', 'Город Верхнеозёрск'],
      ['03701000', 'Чужой округ'],
      ['02605000', district.name],
    ],
    {
      municipalities: [city, district],
      regionOktmo: '02',
    },
  )
  assert.deepEqual(
    changes.map(change => [change.id, change.name]),
    [['m-city', 'Город Верхнеозёрск']],
  )
  assert.deepEqual(report.totals, { created: 0, changed: 1, same: 1, rejected: 1 })
})
