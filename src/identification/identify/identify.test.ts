import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Refusal } from '../../core/base/index.ts'
import { identifyCommand } from './command.ts'
import type { Answer } from './identify.ts'

const folder = await mkdtemp(join(tmpdir(), 'opora-identify-'))
after(() => rm(folder, { recursive: true }))

const header = 'school,year,procedure,subject,grade,participants,below'

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function run(counts: string, ...more: string[]): Promise<string> {
  const out: string[] = []
  const words = ['--methodology', 'bottom-share', '--counts', await file('counts.csv', counts), ...more]
  assert.equal(await identifyCommand.run(words, { out: text => void out.push(text), err: () => undefined }), 0)
  return out.join('\n')
}

async function refusalOf(counts: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    await run(counts)
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.params }
    throw error
  }
  return { code: 'taken' }
}

describe('./opora identify', () => {
  test('gives every school its lists, values, trace, margin and chance', async () => {
    const schools = await file('schools.csv', 'school;name;type\n2;Берёзовская школа;СОШ\n10;Алмазная школа;СОШ\n3;;')
    const rows = ['2,2025,ВПР,математика,5,20,6', '10,2025,ВПР,математика,5,20,1']
    const answer = JSON.parse(await run([header, ...rows].join('\n'), '--schools', schools, '--json')) as Answer
    assert.deepEqual(
      answer.schools.map(({ school, lists }) => [school, lists['bottom']]),
      [
        ['3', 'unknown'],
        ['10', 'no'],
        ['2', 'yes'],
      ],
      'in the order of names, and a school without results is not judged',
    )
    const second = answer.schools[2]!
    assert.equal(second.values['lowShare'], 0.3)
    assert.equal(second.margin?.participants, 6)
    assert.equal(second.trace[0]!.mechanism, 'bottom-share')
  })

  test('a chance stands beside each judged procedure', async () => {
    const rows = ['1,2025,ОГЭ,математика,9,20,6', '2,2025,ОГЭ,математика,9,20,19', '3,2025,ОГЭ,математика,,20,0']
    const counts = await file('chance.csv', [header, ...rows].join('\n'))
    const out: string[] = []
    const words = ['--methodology', 'two-years-in-a-row', '--counts', counts, '--json']
    await identifyCommand.run(words, { out: text => void out.push(text), err: () => undefined })
    const { schools } = JSON.parse(out.join('')) as Answer
    assert.ok(schools[1]!.chance[0]!.probability! > 0.99)
    assert.ok(schools[2]!.chance[0]!.probability! < 0.05)
  })

  test('says in words what is on the edge', async () => {
    const rows = ['1,2025,ВПР,математика,5,20,6', '2,2025,ВПР,математика,5,20,5']
    assert.match(await run([header, ...rows].join('\n')), /на грани: достаточно одного участника/)
  })

  for (const [what, row, column] of [
    ['more below than participants', '1,2025,ВПР,математика,5,20,21', 7],
    ['a share in the place of a count', '1,2025,ВПР,математика,5,20,0.3', 7],
    ['a negative number', '1,2025,ВПР,математика,5,-2,0', 6],
    ['a year with two digits', '1,25,ВПР,математика,5,20,3', 2],
    ['a grade that no school has', '1,2025,ВПР,математика,15,20,3', 5],
    ['a row without a school', ',2025,ВПР,математика,5,20,3', 1],
  ] as const)
    test(`${what} is refused with row and column`, async () => {
      const found = await refusalOf([header, '9,2025,ВПР,математика,5,20,3', row].join('\n'))
      assert.deepEqual([found['code'], found['row'], found['column']], ['identify/bad-cell', 3, column])
    })

  test('the same record twice is refused with both rows', async () => {
    const row = '1,2025,ВПР,математика,5,20,3'
    const found = await refusalOf([header, row, row].join('\n'))
    assert.deepEqual([found['row'], found['expected'], found['other']], [3, 'onceOnly', '2'])
  })

  test('a missing column is named', async () => {
    const found = await refusalOf('school,year,procedure,subject,grade,participants\n1,2025,ВПР,математика,5,20')
    assert.deepEqual([found['code'], found['name']], ['identify/no-column', 'below'])
  })
})
