import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachRow } from '../../platform/tables/index.ts'
import type { RoadmapHead } from '../contract.ts'
import { aDeadline, aNewRoadmap } from '../examples/roadmaps.ts'
import { roadmapXlsx } from './xlsx.ts'

async function itemsSheet(lang: 'ru' | 'en'): Promise<string[][]> {
  let next = 0
  const { document, items } = aNewRoadmap(
    [
      { deadline: aDeadline('1 раз в квартал'), party: 'ИМЦ' },
      { deadline: null, party: 'школы' },
    ],
    () => `id-${next++}`,
  )
  const [first, second] = items
  const bytes = await roadmapXlsx(
    {
      lang,
      head: {} as RoadmapHead,
      document,
      sections: [],
      items: [
        { ...first!, cancelled: null, extra: { Соисполнители: 'библиотека' } },
        { ...second!, cancelled: null },
      ],
      leftovers: [],
    },
    [],
    status => status,
  )
  const rows: string[][] = []
  await eachRow({ bytes }, (row, sheet) => {
    if (sheet.at === 0) rows.push(Array.from({ length: row.count }, (_, at) => row.text(at)))
  })
  return rows
}

test('the workbook shows co-executors as the plan prints them, and says in words what kind a deadline is', async () => {
  const [head, first, second] = await itemsSheet('ru')
  const at = head!.indexOf('Соисполнители')
  assert.ok(at > 0)
  assert.equal(first![at], 'библиотека')
  assert.equal(second![at] ?? '', '')
  assert.equal(first![head!.indexOf('Вид срока')], 'повторяется')
  const [english, row] = await itemsSheet('en')
  assert.equal(row![english!.indexOf('Kind of deadline')], 'repeats')
})
