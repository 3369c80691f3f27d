import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationId, PersonId } from '../../core/base/index.ts'
import { executorKey, type Target, targetCode, targetFromCode } from './executors.ts'
import { type Known, similarity, suggestTargets } from './suggestions.ts'

const id = (name: string) => name as OrganisationId
const groups = {
  allSchools: 'все школы',
  municipalAuthorities: 'все МОУО',
  outside: 'вне',
  type: (type: string) => type,
}
const known: Known = {
  authorityId: id('department'),
  directory: new Map(),
  organisations: [
    {
      id: id('department'),
      name: 'Комитет образования и науки Нагорного округа',
      shortName: null,
      kind: 'municipal-authority',
    },
    {
      id: id('ministry'),
      name: 'Министерство образования Заозёрской области',
      shortName: 'Минобразования',
      kind: 'other',
    },
    { id: id('centre'), name: 'Информационно-методический центр', shortName: 'ИМЦ', kind: 'other' },
    { id: id('s4'), name: 'Средняя школа № 4', shortName: 'СШ № 4', kind: 'school' },
  ],
  people: [
    {
      id: 'p1' as PersonId,
      name: 'Ясенева Анна Петровна',
      organisationId: id('department'),
      organisationName: 'Комитет',
    },
    { id: 'p2' as PersonId, name: 'Ясенев Борис Львович', organisationId: id('centre'), organisationName: 'ИМЦ' },
  ],
}
const first = (text: string, canonical: string | null = null, over: Partial<Known> = {}) =>
  suggestTargets(text, canonical, { ...known, ...over }, groups)[0]?.target

for (const text of [
  'Руководители ОО',
  'школы-участницы',
  'Общеобразовательные организации',
  'ОО',
  'Руководителям школ-участниц',
  'Учителя школ',
  'заместители директоров по учебной работе',
  'Руководителям общеобразовательных организаций, включённых в перечень 2026 года',
])
  test(`«${text}» means every school of the roadmap`, () => assert.deepEqual(first(text), { kind: 'allSchools' }))

for (const text of [
  'МОУО',
  'Муниципальные координаторы',
  'руководителям муниципальных органов управления образованием',
])
  test(`«${text}» means the municipal authorities`, () =>
    assert.deepEqual(first(text), { kind: 'municipalAuthorities' }))

test('one school with a number is not a group', () => {
  assert.deepEqual(first('СШ № 4'), { kind: 'organisation', organisationId: 's4' })
})

test('an institution in the dative singular is not a group of schools', () => {
  const found = first('Государственному бюджетному учреждению нетиповой образовательной организации «Росток»')
  assert.notDeepEqual(found, { kind: 'allSchools' })
})

test('capital letters that begin the words of a name are its abbreviation', () => {
  assert.deepEqual(first('КОиН'), { kind: 'organisation', organisationId: 'department' })
  assert.equal(first('КОиЗ'), undefined)
})

test('a declined surname with initials finds the person, and the initials tell two apart', () => {
  assert.deepEqual(first('Ясеневу А.П., начальнику отдела'), {
    kind: 'person',
    personId: 'p1',
    organisationId: 'department',
  })
})

test('an official nobody knows is offered as somebody of the body that issued the order', () => {
  const found = first('Кленова В.В., главный специалист отдела')
  assert.equal(found?.kind, 'position')
})

test('a department is a body, not an official of another body', () => {
  const found = suggestTargets('Отдел образования', null, known, groups)
  assert.ok(found.every(({ target }) => target.kind !== 'position'))
})

test('schools that are not in the list are not the schools of the roadmap', () => {
  assert.notDeepEqual(first('руководителям школ, не вошедших в перечень'), { kind: 'allSchools' })
  assert.notDeepEqual(first('Школы, не включённые в перечень'), { kind: 'allSchools' })
})

test('what was chosen before is offered first', () => {
  const chosen: Target = { kind: 'organisation', organisationId: id('centre') }
  const directory = new Map([[executorKey('Руководители ОО'), chosen]])
  assert.deepEqual(first('руководители  ОО', null, { directory }), chosen)
})

test('likeness is 1 for the same text and 0 for texts without a shared piece', () => {
  assert.equal(similarity('центр', 'центр'), 1)
  assert.equal(similarity('абв', 'где'), 0)
})

test('a target survives the way through a form', () => {
  const targets: Target[] = [
    { kind: 'allSchools' },
    { kind: 'outside' },
    { kind: 'schoolsOfType', schoolType: 'lyceum' },
    { kind: 'organisation', organisationId: id('o1') },
    { kind: 'person', personId: 'p1' as PersonId, organisationId: id('o1') },
    { kind: 'position', organisationId: id('o1'), positionId: null, position: 'начальник: отдел 1' },
  ]
  for (const target of targets) assert.deepEqual(targetFromCode(targetCode(target)), target)
  assert.equal(targetFromCode(''), null)
  assert.equal(targetFromCode('anything'), null)
})
