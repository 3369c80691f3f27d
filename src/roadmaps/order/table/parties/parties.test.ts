import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameVariants } from './name-variants.ts'
import { readParties } from './read-parties.ts'

const none: ReadonlyMap<string, string> = new Map()
const texts = (cell: string) => readParties(cell, none).parties.map(party => party.sourceText)
const kinds = (cell: string) => readParties(cell, none).parties.map(party => party.kind)

test('parties with nothing but a space between them are parted where a new one begins', () => {
  assert.deepEqual(texts('Руководители школ МОУО КИРО'), ['Руководители школ', 'МОУО', 'КИРО'])
  assert.deepEqual(texts('Районный координатор Школьные координаторы Директора лицеев'), [
    'Районный координатор',
    'Школьные координаторы',
    'Директора лицеев',
  ])
  assert.deepEqual(texts('Комитет образования МБУ ЦРО Куратор ОО'), ['Комитет образования', 'МБУ ЦРО', 'Куратор ОО'])
  assert.deepEqual(texts('Лисина А.П., заместитель начальника Управления образования Рыжов К.К., методист'), [
    'Лисина А.П., заместитель начальника Управления образования',
    'Рыжов К.К., методист',
  ])
})

test('one long name stays one party', () => {
  for (const name of [
    'Центр непрерывного роста мастерства педагогических работников Липовской области',
    'Комитет по делам семьи, молодёжи и спорта',
    'Опорные площадки МАОУ ДПО ЦРО',
    'учителя русского языка, математики',
    'Директор МБОУ СОШ № 5',
    'УОи МП',
    'Органы местного самоуправления, осуществляющие управление в сфере образования',
    'Ответственные за проведение ВПР в ОО',
    'Учителя - предметники',
    'Кафедра физики ГАУ ДПО «ЦРО»',
    'Заместители директоров по УВР, ВР',
    'Отдел сопровождения ЦРО',
    'Педагоги-психологи ОО',
    'Руководители и педагоги ОО',
    'гл. специалист УО',
  ])
    assert.deepEqual(texts(name), [name])
})

test('an abbreviation after an abbreviation of a body, and a body after a comma, are parties of their own', () => {
  assert.deepEqual(texts('АНО «Радуга», волонтёры'), ['АНО «Радуга»', 'волонтёры'])
  assert.deepEqual(texts('ГБПОУ «Липа», слушатели'), ['ГБПОУ «Липа»', 'слушатели'])
  assert.deepEqual(texts('МБОУ «Липа», включённое в перечень'), ['МБОУ «Липа», включённое в перечень'])
  assert.deepEqual(texts('Речной колледж Учителя труда'), ['Речной колледж', 'Учителя труда'])
  assert.deepEqual(texts('УО ОО'), ['УО', 'ОО'])
  assert.deepEqual(texts('Школы-лидеры, Липовский ЦРО'), ['Школы-лидеры', 'Липовский ЦРО'])
  assert.deepEqual(texts('Отдел общего образования ЦРО'), ['Отдел общего образования', 'ЦРО'])
  assert.deepEqual(texts('ЦРО, школьные ППк'), ['ЦРО', 'школьные ППк'])
  assert.deepEqual(texts('Заместители по УВР, ЦРО'), ['Заместители по УВР', 'ЦРО'])
})

test('«и» parts two bodies, but a field of work after it belongs to the body before', () => {
  assert.deepEqual(texts('КДН и ЗП, социальные педагоги'), ['КДН и ЗП', 'социальные педагоги'])
  assert.deepEqual(texts('УО и МП'), ['УО и МП'])
  assert.deepEqual(texts('УО и ЦРО'), ['УО', 'ЦРО'])
  assert.equal(readParties('УО и ЦРО', none).glued, false)
  assert.equal(readParties('Комитет образования МБУ ЦРО', none).glued, true)
})

test('the letters of a region after a body belong to it', () => {
  assert.deepEqual(texts('Минпросвещения РТ, ИРО РТ'), ['Минпросвещения РТ', 'ИРО РТ'])
  assert.deepEqual(texts('ЦОКО СК МОУО'), ['ЦОКО СК', 'МОУО'])
})

test('a wrapped line does not part a name, a new entry on a new line does', () => {
  assert.deepEqual(texts('Муниципальное\nказённое учреждение\n«Центр\nразвития»,\nруководители\nшкол'), [
    'Муниципальное казённое учреждение «Центр развития»',
    'руководители школ',
  ])
  assert.deepEqual(texts('Отдел образования\nДиректора школ'), ['Отдел образования', 'Директора школ'])
})

test('an office belongs to its person on either side of the name', () => {
  const [first, second] = readParties('Лисина А.П., директор лицея, методист Рыжов К.К.', none).parties
  assert.deepEqual([first?.name, first?.position], ['Лисина А.П.', 'директор лицея'])
  assert.deepEqual([second?.name, second?.position], ['Рыжов К.К.', 'методист'])
})

test('kinds: a person, an office, a body, a role, a class', () => {
  assert.deepEqual(kinds('Лисина А.П.; директор лицея; Отдел образования; куратор; руководители ОО; МБУ ЦРО; ОО'), [
    'person',
    'position',
    'organisation',
    'role',
    'group',
    'organisation',
    'group',
  ])
})

test('a team is a class, «отв.» before a name leaves it a person', () => {
  assert.deepEqual(kinds('Проектная команда школы; завхоз; отв. Лисина А.П.; ЦРО (Лисина А.П.)'), [
    'group',
    'position',
    'person',
    'organisation',
  ])
})

test('an abbreviation that the document expands has its expansion as the canonical reading', () => {
  const { parties } = readParties('ЦРО, завуч', new Map([['ЦРО', 'Центр развития образования']]))
  assert.deepEqual(
    parties.map(party => party.canonical),
    ['Центр развития образования', null],
  )
})

test('one official under two surnames gets the frequent one; two people with other offices do not', () => {
  const parties = readParties(
    'Лисинина А.П., методист; Лисина А.П., методист; Лисинина А.П., методист; Лисова А.П., директор',
    none,
  ).parties
  const { likely } = nameVariants(parties)
  assert.deepEqual([...likely], [['Лисина А.П.', 'Лисинина А.П.']])
})
