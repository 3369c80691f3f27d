import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { zipOf } from '../../platform/files/testing.ts'
import { runWords } from '../../shell/cli/run.ts'
import { resultsCommands } from './commands.ts'
import { resultsTexts } from './texts.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-results-'))
after(() => fs.rmSync(folder, { recursive: true }))

function file(name: string, ...rows: readonly string[]): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, rows.join('\n'))
  return place
}

async function run(...words: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) }
  const code = await runWords(['results', ...words], resultsCommands, [resultsTexts], io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const counts = 'school,year,procedure,subject,grade,participants,below,wave,class'
const protocol = 'Код школы;Год;Процедура;Предмет;Класс;Код участника;Первичный балл;Этап'

describe('./opora results read', () => {
  test('gives cells and one report over all files, and says which file could not be read', async () => {
    const zip = path.join(folder, 'школы.zip')
    const good = [counts, 'sch020001,2025,ВПР,математика,5,20,6,spring,5А'].join('\n')
    fs.writeFileSync(
      zip,
      zipOf([
        { name: 'a.csv', content: good },
        { name: 'b.csv', content: 'x;y\n1;2' },
      ]),
    )
    const { code, out } = await run('read', zip, '--json')
    const answer = JSON.parse(out)
    assert.equal(code, 1)
    assert.deepEqual([answer.cells.length, answer.cells[0].file, answer.cells[0].below], [1, 0, 6])
    assert.deepEqual([answer.report.rows.read, answer.report.rows.accepted], [1, 1])
    assert.equal(answer.files[1].refusal.code, 'results/unknown-layout')
    assert.match(answer.files[1].refusal.message, /Таблица не узнана/)
  })

  test('many cells are printed in pieces that are one JSON', async () => {
    const rows = Array.from({ length: 1201 }, (_, at) => `sch${100_000 + at},2025,ВПР,математика,5,20,6,spring,5А`)
    const { out } = await run('read', file('many.csv', counts, ...rows), '--json')
    assert.equal(JSON.parse(out).cells.length, 1201)
  })

  test('a file alone that is not known is refused', async () => {
    const { code, err } = await run('read', file('unknown.csv', 'a;b;c', '1;2;3'))
    assert.equal(code, 2)
    assert.match(err, /results\/unknown-layout/)
  })

  test('says in words where, what was found and what was expected, in both languages', async () => {
    const wrong = file('wrong.csv', counts, 'sch020001,2025,ВПР,математика,5,20,21,spring,5А')
    assert.match(
      (await run('read', wrong)).out,
      /отклонено: строка 2, столбец G «below».*найдено «21»; ожидалось: от 0 до 20/,
    )
    assert.match(
      (await run('read', wrong, '--lang', 'en')).out,
      /rejected: row 2, column G “below”.*found “21”; expected: 0 to 20/,
    )
  })

  test('shows the first hundred of a kind and counts all', async () => {
    const rows = Array.from({ length: 130 }, (_, at) => `sch${100_000 + at},2025,ВПР,математика,5,20,21,spring,5А`)
    const { out } = await run('read', file('many-wrong.csv', counts, ...rows))
    assert.equal(out.split('\n').filter(line => line.includes('отклонено: строка')).length, 100)
    assert.match(out, /… и ещё 30: ниже порога больше, чем участников/)
  })

  test('an option that nobody knows, or no file, is refused with an example', async () => {
    for (const words of [
      ['read'],
      ['read', 'a.csv', '--grade', '15'],
      ['read', 'a.csv', '--hurry'],
      ['read', 'a.csv', '--wave', 'winter'],
    ]) {
      const { code, err } = await run(...words)
      assert.equal(code, 2)
      assert.match(err, /\.\/opora results read/)
    }
  })
})

describe('--counts', () => {
  const written = () => fs.readFileSync(path.join(folder, 'out.csv'), 'utf8').trim().split('\n')
  const read = (name: string, ...more: readonly string[]) =>
    run('read', name, '--counts', path.join(folder, 'out.csv'), ...more)

  test('adds classes up, takes printed counts, and leaves unknown what nobody says', async () => {
    const name = file(
      'classes.csv',
      counts,
      'sch020001,2025,ВПР,математика,5,20,6,spring,5А',
      'sch020001,2025,ВПР,математика,5,10,1,spring,5Б',
      'sch020002,2025,ВПР,математика,5,10,,spring,5А',
    )
    assert.equal((await read(name)).code, 0)
    assert.deepEqual(written(), [
      'school,year,procedure,subject,grade,participants,below,mean',
      'sch020001,2025,ВПР,математика,5,30,7,',
      'sch020002,2025,ВПР,математика,5,10,unknown,',
    ])
  })

  test('counts low results by the scale where no marks are printed: 7 points of ВПР mathematics 5 are «3»', async () => {
    const rows = ['6', '7', '20'].map((score, at) => `sch020001;2021;ВПР;математика;5А;${at};${score};весна`)
    assert.equal((await read(file('scores.csv', protocol, ...rows))).code, 0)
    assert.equal(written()[1], 'sch020001,2021,ВПР,математика,5,3,1,11')
  })

  test('an autumn test of grade 5 is counted by the scale of grade 4: 6 points are «3» there', async () => {
    const rows = ['5', '6'].map((score, at) => `sch020001;2020;ВПР;математика;5А;${at};${score};осень`)
    assert.equal((await read(file('autumn.csv', protocol, ...rows))).code, 0)
    assert.equal(written()[1], 'sch020001,2020,ВПР,математика,5,2,1,5.5')
  })

  test('September is a second try and is left out; spring and autumn of one year are not added up', async () => {
    const september = file(
      'september.csv',
      counts,
      'a1,2025,ОГЭ,математика,9,20,2,main,',
      'a1,2025,ОГЭ,математика,9,2,1,september,',
    )
    assert.equal((await read(september)).code, 0)
    assert.equal(written()[1], 'a1,2025,ОГЭ,математика,9,20,2,')
    const both = file(
      'both.csv',
      counts,
      'a1,2022,ВПР,математика,5,20,2,spring,',
      'a1,2022,ВПР,математика,5,20,1,autumn,',
    )
    assert.match((await read(both)).err, /results\/waves-clash/)
    assert.equal((await read(both, '--waves', 'autumn')).code, 0)
    assert.equal(written()[1], 'a1,2022,ВПР,математика,5,20,1,')
  })

  test('one class in two files is refused with both names', async () => {
    const row = 'sch020001,2025,ВПР,математика,5,20,6,spring,5А'
    const { code, err } = await read(file('one.csv', counts, row), file('two.csv', counts, row))
    assert.equal(code, 2)
    assert.match(err, /one\.csv.*two\.csv/)
  })
})

test('./opora results template writes a table that is read back whole', async () => {
  for (const name of ['counts.xlsx', 'counts.csv', 'participants.xlsx', 'participants.csv']) {
    const place = path.join(folder, name)
    assert.equal((await run('template', place)).code, 0)
    const { rows } = JSON.parse((await run('read', place, '--json')).out).report
    assert.deepEqual([rows.read, rows.accepted], [2, 2], name)
  }
  assert.equal((await run('template', path.join(folder, 'pupils.xlsx'))).code, 2)
})
