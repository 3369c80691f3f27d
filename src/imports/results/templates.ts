import { writeXlsx } from 'hucre'

export const templateKinds = ['counts', 'participants'] as const
export type TemplateKind = (typeof templateKinds)[number]

/** Headings and two invented rows of each of the product's own tables; read back by the same reader. */
export const templateRows: Readonly<Record<TemplateKind, readonly (readonly (string | number)[])[]>> = {
  counts: [
    [
      'Код школы',
      'Год',
      'Процедура',
      'Предмет',
      'Параллель',
      'Этап',
      'Класс',
      'Участников',
      'Ниже порога',
      'Средний балл',
    ],
    ['sch020001', 2025, 'ВПР', 'математика', 5, 'весна', '5А', 24, 6, '9,5'],
    ['sch020001', 2025, 'ВПР', 'математика', 5, 'весна', '5Б', 22, 2, '12,25'],
  ],
  participants: [
    [
      'Код школы',
      'Год',
      'Процедура',
      'Предмет',
      'Параллель',
      'Этап',
      'Класс',
      'Код участника',
      'Первичный балл',
      'Тестовый балл',
      'Отметка',
      'Отметка в журнале',
      '1 (1б)',
      '2 (2б)',
    ],
    ['sch020001', 2025, 'ВПР', 'математика', 5, 'весна', '5А', '50001', 3, '', 5, 4, 1, 2],
    ['sch020001', 2025, 'ВПР', 'математика', 5, 'весна', '5А', '50002', 'отсутствовал', '', '', '', '', ''],
  ],
}

/**
 * The template as a file: a workbook, or a CSV that Russian spreadsheets open at once (`;`, UTF-8 with a mark).
 *
 * @example await templateFile('counts', 'xlsx')
 */
export async function templateFile(kind: TemplateKind, format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  const rows = templateRows[kind]
  if (format === 'csv') return Buffer.from(`\uFEFF${rows.map(row => row.join(';')).join('\r\n')}\r\n`)
  return writeXlsx({ sheets: [{ name: 'Результаты', rows: rows.map(row => [...row]) }] })
}
