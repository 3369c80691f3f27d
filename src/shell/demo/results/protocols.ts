import type { SchoolType } from '../../../schools/contract.ts'
import { type Paper, papers, tasksOf } from './papers.ts'
import { type Participant, participantsOf } from './participants.ts'
import { profileOf, withoutProtocol } from './profiles.ts'

export interface DemoSchool {
  /** Login of ФИС ОКО: the code that the protocols print. */
  readonly code: string
  readonly name: string
  readonly type: SchoolType | null
}

const waveWords = { main: 'основной', reserve: 'резервный', september: 'сентябрь', spring: 'весна' } as const

/** A village school without a class of this age: 6 in 2024, 7 in 2025. */
export const withoutClass = 'Школа с. Тихая Пристань'

/** Protocols of a year as the product's own tables of participants: one file for each work, all schools of the region. */
export function protocolsOf(schools: readonly DemoSchool[], year: number): { name: string; text: string }[] {
  return papers.map(paper => {
    const rows = schools.filter(school => writes(school, paper, year)).flatMap(school => rowsOf(school, paper, year))
    const name = `${paper.procedure} ${year}, ${paper.subject}, ${paper.grade} класс.csv`
    return { name, text: [headingOf(paper), ...rows].join('\r\n') }
  })
}

function writes({ name, type }: DemoSchool, paper: Paper, year: number): boolean {
  if (name === withoutProtocol && year === 2025 && paper.subject === 'математика' && paper.grade === 6) return false
  if (name === withoutClass && paper.grade === year - 2018) return false
  return profileOf(name, type).grades.includes(paper.grade)
}

function headingOf(paper: Paper): string {
  const tasks = tasksOf(paper).map((points, at) => `${at + 1} (${points}б)`)
  const score = paper.highest === 100 ? 'Тестовый балл' : 'Первичный балл'
  return [
    'Код школы',
    'Год',
    'Процедура',
    'Предмет',
    'Параллель',
    'Этап',
    'Класс с буквой',
    'Код участника',
    score,
    'Отметка',
    'Отметка в журнале',
    ...tasks,
  ].join(';')
}

function rowsOf({ code, name, type }: DemoSchool, paper: Paper, year: number): string[] {
  const { procedure, subject, grade } = paper
  const row = ({ class: className, wave, score, mark, journal, points }: Participant, at: number) =>
    [
      ...[code, year, procedure, subject, grade, waveWords[wave], className, `${code.slice(-4)}-${at + 1}`],
      ...[score ?? 'отсутствовал', mark ?? '', journal ?? '', ...points],
    ].join(';')
  return participantsOf(name, profileOf(name, type), paper, year).map(row)
}
