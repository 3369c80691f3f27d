import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { Refusal } from '../../core/base/index.ts'
import { chanceCommand } from './command.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-chance-'))
after(() => fs.rmSync(folder, { recursive: true }))

const header = 'stratum,school,n,k'
const written = (text: string) => {
  const file = path.join(folder, 'counts.csv')
  fs.writeFileSync(file, text)
  return file
}

async function printed(text: string, ...more: string[]): Promise<string> {
  const out: string[] = []
  const args = ['--counts', written(text), '--threshold', '0.3', ...more]
  assert.equal(await chanceCommand.run(args, { out: line => void out.push(line), err: () => {} }), 0)
  return out.join('\n')
}

async function answer(...rows: string[]) {
  return JSON.parse(await printed([header, ...rows].join('\n'), '--json')) as {
    strata: { stratum: string; alpha: number | null; beta: number | null; status: string }[]
    schools: { stratum: string; school: string; posteriorMean: number; q05: number; q95: number; probability: number }[]
  }
}

async function refusal(text: string, args = ['--threshold', '0.3']): Promise<[string, unknown]> {
  const run = chanceCommand.run(['--counts', written(text), ...args], { out: () => {}, err: () => {} })
  const error = await run.then(
    () => assert.fail('it was not refused'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, String(error))
  return [error.code, error.params]
}

describe('chance --json', () => {
  test('gives strata and schools in the order of the file', async () => {
    const { strata, schools } = await answer('m9,b,20,2', 'r9,a,20,9', 'm9,a,20,5', 'm9,c,20,14')
    assert.deepEqual(
      strata.map(({ stratum, status }) => [stratum, status]),
      [
        ['m9', 'fitted'],
        ['r9', 'pooled'],
      ],
    )
    // R: examples/beta-binomial.R of core/statistics, "three schools".
    assert.ok(Math.abs(strata[0]!.alpha! - 1.385621406581023) < 1e-6)
    assert.ok(Math.abs(strata[0]!.beta! - 2.526197727977022) < 1e-6)
    assert.deepEqual(Object.keys(schools[0]!), ['stratum', 'school', 'posteriorMean', 'q05', 'q95', 'probability'])
    assert.deepEqual(
      schools.map(({ stratum, school }) => `${stratum} ${school}`),
      ['m9 b', 'm9 a', 'm9 c', 'r9 a'],
    )
    assert.ok(schools[0]!.q05 < schools[0]!.posteriorMean && schools[0]!.posteriorMean < schools[0]!.q95)
  })

  test('has null where nothing can be said', async () => {
    const { strata, schools } = await answer('m9,a,5,0', 'm9,b,6,6', 'r9,a,0,0')
    assert.deepEqual(strata, [
      { stratum: 'm9', alpha: null, beta: null, status: 'not-converged' },
      { stratum: 'r9', alpha: null, beta: null, status: 'empty' },
    ])
    assert.deepEqual(schools[2], {
      stratum: 'r9',
      school: 'a',
      posteriorMean: null,
      q05: null,
      q95: null,
      probability: null,
    })
  })

  test('stays one JSON when the answer is printed in many pieces', async () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => `m${at % 2},s${at},20,${at % 7}`)
    const { schools } = await answer(...rows)
    assert.equal(schools.length, 10_001)
    assert.equal(new Set(schools.map(({ school }) => school)).size, 10_001)
  })

  test('columns may stand in another order, be named in Russian, and have strangers among them', async () => {
    const rows = [';Школа;Ниже;Участников;Группа', '1;a;2;20;m9', '', '2;b;5;20;m9', '3;c;14;20;m9']
    assert.equal(
      await printed(rows.join('\r\n'), '--json'),
      await printed(`${header}\nm9,a,20,2\nm9,b,20,5\nm9,c,20,14`, '--json'),
    )
  })
})

describe('chance for a reader', () => {
  test('says the probability in words, and never rounds it to certainty', async () => {
    const text = await printed(`${header}\nm9,a,20,2\nm9,b,40,35\nm9,c,90,1\nm9,d,0,0`)
    assert.match(text, /Группа «m9»: 4 школы, 150 участников, ниже порога отметки 25,3\s%/)
    assert.match(text, /b: 35 из 40 \(87,5\s%\); вероятность, что истинная доля не ниже 30\s%, — больше 99\s%/)
    assert.match(text, /c: 1 из 90 .* — меньше 1\s%/)
    assert.match(text, /d: участников нет/)
  })

  test('says when the common share stands for all, and on which side of the threshold it is', async () => {
    const text = await printed(`${header}\nm9,a,10,3\nm9,b,10,3\nr9,a,100,30\nr9,b,100,29`)
    assert.match(text, /a: 3 из 10; общая доля группы 30\s% — не ниже порога 30\s%/)
    assert.match(text, /b: 29 из 100; общая доля группы 29,5\s% — ниже порога 30\s%/)
  })

  test('speaks English when asked', async () => {
    assert.match(await printed(`${header}\nm9,a,20,2`, '--lang', 'en'), /Group “m9”: 1 school, 20 participants/)
  })
})

describe('chance refuses', () => {
  const malformed: [string, string, string, Record<string, unknown>][] = [
    ['more below than participants', `${header}\nm,a,10,3\nm,b,10,11`, 'chance/bad-number', { row: 3, column: 4 }],
    ['a negative number', `${header}\nm,a,-1,0`, 'chance/bad-number', { row: 2, column: 3, found: '-1' }],
    ['a part of a participant', `${header}\nm,a,"10,5",0`, 'chance/bad-number', { row: 2, column: 3 }],
    ['a word for a number', `${header}\nm,a,10,нет`, 'chance/bad-number', { row: 2, column: 4, found: 'нет' }],
    ['an empty cell', `${header}\nm,,10,1`, 'chance/empty-cell', { row: 2, column: 2, name: 'school' }],
    ['a row that ends too soon', `${header}\nm,a,10`, 'chance/empty-cell', { row: 2, column: 4, name: 'k' }],
    ['a row that is too long', `${header}\nm,a,10,1,7`, 'chance/extra-cell', { row: 2, column: 5, found: '7' }],
    ['a missing column', 'stratum,school,n\nm,a,10', 'chance/no-column', { row: 1, name: 'k' }],
    ['a column named twice', 'stratum,school,n,k,n\nm,a,10,1,10', 'chance/column-twice', { row: 1, column: 5 }],
    ['a school named twice', `${header}\nm,a,10,1\n\nm,a,12,1`, 'chance/school-twice', { row: 4, column: 2, first: 2 }],
    ['a header alone', header, 'chance/no-rows', {}],
  ]
  for (const [name, text, code, place] of malformed) {
    test(name, async () => {
      const [found, params] = await refusal(text)
      assert.equal(found, code)
      assert.deepEqual({ ...(params as object), ...place }, params, 'with its row and column')
    })
  }

  test('a threshold that is no share, on either side of 0 and 1', async () => {
    const file = `${header}\nm,a,10,1\nm,b,10,7`
    for (const threshold of ['1.01', '-0.01', '30', 'x', ''])
      assert.equal((await refusal(file, ['--threshold', threshold]))[0], 'chance/bad-threshold', threshold)
    assert.equal((await refusal(file, []))[0], 'chance/bad-threshold')
  })

  test('no threshold that is a share, however it is written', async () => {
    const file = written(`${header}\nm,a,10,1\nm,b,10,7`)
    const under = async (threshold: string) => {
      const out: string[] = []
      await chanceCommand.run(['--counts', file, '--threshold', threshold, '--json'], {
        out: line => void out.push(line),
        err: () => {},
      })
      return out.join('\n')
    }
    const usual = await under('0.3')
    for (const threshold of ['30%', '30 %', '3/10', '0,3']) assert.equal(await under(threshold), usual, threshold)
    for (const threshold of ['0', '1']) assert.notEqual(await under(threshold), usual, threshold)
  })

  test('words that it does not know, and a call without a file', async () => {
    assert.equal((await refusal(header, ['--treshold', '0.3']))[0], 'chance/unknown-option')
    const run = chanceCommand.run(['--threshold', '0.3'], { out: () => {}, err: () => {} })
    await assert.rejects(run, (error: unknown) => error instanceof Refusal && error.code === 'chance/no-file')
  })
})
