import { writeXlsx } from 'hucre'
import type { KnownIndicator } from './known-indicators.ts'

/**
 * What a person downloads to fill in: a sheet with a column for each known indicator and an invented row, and a sheet that says where each
 * comes from. Read back by the same reader.
 */
export function templateFile(known: readonly KnownIndicator[], year: number): Promise<Uint8Array> {
  const heads = known.map(({ name, unit }) => (unit === 'percent' ? `${name}, %` : name))
  const samples = ['2,9 %', '12 из 40', 'не собиралось', 'нет данных']
  const row = Object.fromEntries(heads.map((head, at) => [head, samples[at] ?? '']))
  const about = ['Показатель', 'Единица', 'Кто спрашивает', 'Источник']
  const lines = known.map(({ name, unit, askedBy, source }) => ({
    [about[0]!]: name,
    [about[1]!]: unit === 'percent' ? '%' : 'число',
    [about[2]!]: askedBy.join('; '),
    [about[3]!]: source,
  }))
  return writeXlsx({
    sheets: [
      {
        name: 'Показатели',
        columns: ['Школа', 'Год', ...heads].map(column),
        data: [{ Школа: 'sch020001', Год: year, ...row }],
      },
      { name: 'Что это', columns: about.map(column), data: lines },
    ],
  })
}

function column(header: string) {
  return { header, key: header, width: Math.max(14, header.length + 4) }
}
