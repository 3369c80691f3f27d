import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findHeadings, hashOfHeadings } from './find-headings.ts'

const table = (text: string) => ({ bytes: Buffer.from(text) })

test('headings of an unknown table are found under its title, with what they most likely are', async () => {
  const found = await findHeadings(
    table('Сводка за четверть;;;\nШифр ОУ;Класс;ФИО;Общий балл\n020001;5А;Пример Один;12\n020001;5А;Пример Два;\n'),
  )
  assert.deepEqual(found?.printed, ['Шифр ОУ', 'Класс', 'ФИО', 'Общий балл'])
  assert.deepEqual(found.guess, { 'Шифр ОУ': 'school', Класс: 'class', ФИО: 'personal', 'Общий балл': 'score' })
  assert.deepEqual(found.filled[3], { of: 2, filled: 1, numbers: 1 })
})

test('a table without headings is not taken for one: its first row may be a pupil', async () => {
  assert.equal(await findHeadings(table('020001;5А;КАНАРЕЙКА Пример;12\n020001;5А;КАНАРЕЙКА Второй;13\n')), null)
})

test('nothing of the rows below is kept but how many are filled and how many are numbers', async () => {
  const found = await findHeadings(table('Код школы;Фамилия;Балл\n020001;КАНАРЕЙКА;12\n'))
  assert.doesNotMatch(JSON.stringify(found), /КАНАРЕЙКА|020001/)
})

test('the same headings have the same hash however they are spaced; another order is another table', () => {
  assert.equal(hashOfHeadings(['Код  школы', 'БАЛЛ']), hashOfHeadings(['Код школы', 'Балл']))
  assert.notEqual(hashOfHeadings(['Балл', 'Код школы']), hashOfHeadings(['Код школы', 'Балл']))
})
