import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Paper, papers, tasksOf } from './papers.ts'
import { participantsOf } from './participants.ts'
import { onTheEdge, profileOf, withHeaps, withoutProtocol } from './profiles.ts'
import { type DemoSchool, protocolsOf, withoutClass } from './protocols.ts'

const school = (name: string, type: DemoSchool['type'] = 'secondary'): DemoSchool => ({ code: 'sch020001', name, type })
const paper = (procedure: Paper['procedure'], subject: string, grade: number) =>
  papers.find(one => one.procedure === procedure && one.subject === subject && one.grade === grade)!
const scoresOf = (name: string, of: Paper, year: number) =>
  participantsOf(name, profileOf(name, 'secondary'), of, year).filter(
    ({ score, wave }) => score !== null && wave !== 'september',
  )

describe('invented results', () => {
  test('are the same every time, whatever else is generated', () => {
    const alone = protocolsOf([school('СШ № 5')], 2025)
    const among = protocolsOf([school('СШ № 4'), school('СШ № 5')], 2025)
    for (const [at, { text }] of alone.entries())
      assert.ok(among[at]!.text.endsWith(text.slice(text.indexOf('\r\n'))), among[at]!.name)
    assert.notEqual(protocolsOf([school('СШ № 5')], 2024)[0]!.text, alone[0]!.text)
  })

  test('points of the tasks make the score', () => {
    for (const { score, points } of scoresOf('СШ № 5', paper('ВПР', 'математика', 5), 2025))
      assert.equal(
        points.reduce((sum, one) => sum + one, 0),
        score,
      )
    for (const one of papers.filter(({ procedure }) => procedure === 'ВПР'))
      assert.equal(
        tasksOf(one).reduce((sum, points) => sum + points, 0),
        one.highest,
      )
  })

  test('one school is a single participant short of 30 % below the minimum, in both years', () => {
    for (const year of [2024, 2025]) {
      const all = scoresOf(onTheEdge, paper('ОГЭ', 'математика', 9), year)
      const below = all.filter(({ mark }) => mark === 2).length
      assert.ok(10 * below < 3 * all.length && 10 * (below + 1) >= 3 * all.length, `${below} of ${all.length}`)
    }
  })

  test('one school has heaps where marks begin', () => {
    const scores = scoresOf(withHeaps, paper('ВПР', 'математика', 5), 2025).map(({ score }) => score)
    const at = (score: number) => scores.filter(one => one === score).length
    assert.ok(at(7) >= 3 * at(6) && at(11) >= 3 * at(10) && at(7) + at(11) >= 10, [6, 7, 10, 11].map(at).join())
  })

  test('one protocol is missing, and one village has no class of that age', () => {
    const six = protocolsOf([school(withoutProtocol)], 2025).filter(({ name }) => name.includes('математика, 6'))
    assert.deepEqual(
      six.map(({ text }) => text.split('\r\n').length),
      [1],
    )
    const village = protocolsOf([school(withoutClass, 'basic')], 2025)
    const rows = (what: string) => village.find(({ name }) => name.includes(what))!.text.split('\r\n').length - 1
    assert.deepEqual([rows('математика, 7'), rows('профильная')], [0, 0])
    assert.ok(rows('математика, 6') > 0)
  })
})
