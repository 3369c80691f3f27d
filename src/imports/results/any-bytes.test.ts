import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../core/base/index.ts'
import { readResults } from './read-results.ts'

const words = [
  'Код ОО',
  'Фамилия',
  'Первичный балл',
  'Балл',
  'Класс',
  'user',
  'sum',
  'a-1-grade',
  'klass',
  'code',
  'Логин школы',
  'Код обучающегося',
  'Всего баллов',
  'Балл за 1',
  'Пользователь',
  'Код',
  '1 (2б)',
  '1 (99б)',
  'Группы участников',
  'Кол-во участников',
  '2',
  '3',
  '4',
  '5',
  '%',
  'Понизили',
  'Подтвердили',
  'Повысили',
  'school',
  'participants',
  'below',
  'mean',
  'year',
  'subject',
  'sch020001',
  '002001',
  '12,5',
  '-1',
  '999999999999',
  '',
  '5А',
  'ВПР',
  'математика',
  'отсутствовал',
  'X',
  'Итого',
  '2021',
  '0',
]

test('any table gives cells that hold together, or is refused in words; the program never slips', async () => {
  const row = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(';', '\t'), async (rows, mark) => {
      const bytes = Buffer.from(rows.map(one => one.join(mark)).join('\n'))
      const stated = { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2021 }
      try {
        const { cells, report, size } = await readResults({ bytes }, { stated })
        const all = [...cells]
        assert.equal(all.length, size)
        const { read, accepted, repaired, rejected, withoutResult, passedOver } = report.rows
        assert.equal(accepted + repaired + rejected + withoutResult + passedOver, read)
        for (const cell of all) {
          const { participants, marks, scores } = cell
          assert.ok(participants >= 0)
          for (const counts of [marks, scores])
            assert.ok((counts ?? []).reduce((sum, count) => sum + count, 0) <= participants)
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }),
    { numRuns: 1500 },
  )
})
