import { writeXlsx } from 'hucre'
import type { RegisterKind } from './columns.ts'

/** Headings and one invented row of each register: what a person downloads to fill in. Read back by the same reader. */
export const templateRows: Readonly<Record<RegisterKind, readonly (readonly string[])[]>> = {
  organisations: [
    [
      'Муниципалитет',
      'Вид',
      'Полное наименование',
      'Краткое наименование',
      'Тип школы',
      'Логин ФИС ОКО',
      'Код РЦОИ',
      'Код ОО-1',
      'ИНН',
      'ОГРН',
    ],
    [
      'Верхнеозёрский городской округ',
      'школа',
      'Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 1»',
      'СШ № 1',
      'средняя',
      'sch020001',
      '002001',
      '020100001',
      '',
      '',
    ],
  ],
  people: [
    ['ФИО', 'Должность', 'Организация', 'Дата назначения'],
    ['Образцова Вера Ильинична', 'директор', 'sch020001', '01.09.2025'],
  ],
  municipalities: [
    ['Код ОКТМО', 'Название муниципалитета'],
    ['02701000', 'Верхнеозёрский городской округ'],
  ],
}

/** The template as a workbook. */
export async function templateFile(kind: RegisterKind): Promise<Uint8Array> {
  const [head, ...rows] = templateRows[kind]
  const columns = head!.map(header => ({ header, key: header, width: Math.max(14, header.length + 4) }))
  return writeXlsx({
    sheets: [
      {
        name: 'Справочник',
        columns,
        data: rows.map(row => Object.fromEntries(head!.map((header, index) => [header, row[index] ?? '']))),
      },
    ],
  })
}
