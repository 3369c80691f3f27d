import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declinePerson, initialsOf, nominative, type RussianCase, surnameWithInitials } from './index.ts'

test('full names are declined, with the cases that the library gets wrong', () => {
  const cases: readonly (readonly [string, RussianCase, string])[] = [
    ['Кравцова Анна Петровна', 'accusative', 'Кравцову Анну Петровну'],
    ['Кравцова Анна Петровна', 'nominative', 'Кравцова Анна Петровна'],
    ['Шевчук Пётр Ильич', 'instrumental', 'Шевчуком Петром Ильичом'],
    ['Шевчук Любовь Ивановна', 'dative', 'Шевчук Любови Ивановне'],
    ['Заяц Лев Кузьмич', 'genitive', 'Зайца Льва Кузьмича'],
    ['Заяц Лев Кузьмич', 'instrumental', 'Зайцем Львом Кузьмичом'],
    ['Орёл Артём Фомич', 'dative', 'Орлу Артёму Фомичу'],
    ['Соловей Семён Лукич', 'instrumental', 'Соловьём Семёном Лукичом'],
    ['Соловей Мария Лукинична', 'dative', 'Соловей Марии Лукиничне'],
    ['Бойко Никита Олегович', 'dative', 'Бойко Никите Олеговичу'],
    ['Черных Олег Игоревич', 'genitive', 'Черных Олега Игоревича'],
    ['Петров-Водкин Кузьма Сергеевич', 'accusative', 'Петрова-Водкина Кузьму Сергеевича'],
    ['Сало Нинель Петровна', 'genitive', 'Сало Нинели Петровны'],
    ['Алиев Рашид Ахмед оглы', 'dative', 'Алиеву Рашиду Ахмед оглы'],
  ]
  for (const [name, gcase, expected] of cases) assert.equal(declinePerson(name, gcase), expected)
})

test('a short name is declined when its surname tells the gender, else it stays', () => {
  assert.equal(surnameWithInitials('Кравцова Анна Петровна', 'accusative'), 'Кравцову А. П.')
  assert.equal(surnameWithInitials('Кравцова А.П.', 'accusative'), 'Кравцову А. П.')
  assert.equal(surnameWithInitials('Козлов К. К.', 'dative'), 'Козлову К. К.')
  assert.equal(surnameWithInitials('Шевчук А. П.', 'dative'), 'Шевчук А. П.')
  assert.equal(surnameWithInitials('Шевчук А. П.', 'dative', 'male'), 'Шевчуку А. П.')
  assert.equal(surnameWithInitials('Шевчук Пётр Ильич', 'dative'), 'Шевчуку П. И.')
})

test('initials come from whatever is known', () => {
  assert.equal(initialsOf('Кравцова Анна Петровна'), 'А. П.')
  assert.equal(initialsOf('Кравцова А.П.'), 'А. П.')
  assert.equal(initialsOf('Кравцова А.'), 'А.')
  assert.equal(initialsOf('Кравцова'), '')
})

test('an office is put into the nominative, its dependants stay', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['первого заместителя министра', 'первый заместитель министра'],
    ['заместителя начальника', 'заместитель начальника'],
    ['Заместителю директора по УВР', 'Заместитель директора по УВР'],
    ['первого заместителя министра – начальника управления', 'первый заместитель министра – начальник управления'],
    ['исполняющего обязанности директора', 'исполняющий обязанности директора'],
    ['временно исполняющего обязанности директора', 'временно исполняющий обязанности директора'],
    ['заведующего отделом', 'заведующий отделом'],
    ['заведующей сектором', 'заведующая сектором'],
    ['главного специалиста отдела', 'главный специалист отдела'],
    ['ведущего методиста', 'ведущий методист'],
    ['педагога-психолога', 'педагог-психолог'],
    ['главу администрации', 'глава администрации'],
    ['муниципального координатора', 'муниципальный координатор'],
    ['Руководителям школ', 'Руководители школ'],
    ['директорам школ', 'директора школ'],
    ['Комитету образования', 'Комитет образования'],
    ['Управлению образования', 'Управление образования'],
  ]
  for (const [given, expected] of cases) assert.equal(nominative(given), expected)
})

test('a phrase that is no office in an oblique case comes back as it is', () => {
  for (const same of [
    'директор школы',
    'заместитель директора',
    'контроль',
    'школа № 3',
    'Кравцову А. П.',
    '',
    'п. 5',
  ]) {
    assert.equal(nominative(same), same)
  }
})
