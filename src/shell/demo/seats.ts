import type { Seat } from '../../core/base/index.ts'

/** One demo login for each seat. The people are invented and stand in `data/people.csv`; the password is the same for all of them. */
export interface DemoSeat {
  readonly login: string
  readonly person: string
  readonly seat: Seat
  /** Short name of the organisation for which the person acts, as in `data/organisations.csv`. */
  readonly organisation: string
  /** False: the whole region. */
  readonly municipal: boolean
}

export const demoPassword = 'opora-demo-2026'

export const demoSeats: readonly DemoSeat[] = [
  {
    login: 'region',
    person: 'Северцева Инна Павловна',
    seat: 'regional-coordinator',
    organisation: 'Минобразования',
    municipal: false,
  },
  {
    login: 'gorod',
    person: 'Ладогина Мария Сергеевна',
    seat: 'municipal-coordinator',
    organisation: 'Управление образования',
    municipal: true,
  },
  {
    login: 'metodist',
    person: 'Рябинина Алла Викторовна',
    seat: 'methodologist',
    organisation: 'ИМЦ',
    municipal: true,
  },
  { login: 'kurator', person: 'Озёрный Роман Тихонович', seat: 'curator', organisation: 'ИМЦ', municipal: true },
  { login: 'shkola4', person: '', seat: 'school-head', organisation: 'СШ № 4', municipal: true },
  {
    login: 'revizor',
    person: 'Дубравин Кирилл Олегович',
    seat: 'auditor',
    organisation: 'Минобразования',
    municipal: false,
  },
  {
    login: 'rayon',
    person: 'Тихонравов Пётр Ильич',
    seat: 'municipal-coordinator',
    organisation: 'Отдел образования',
    municipal: true,
  },
]

/** The administrator comes with the region. */
export const demoAdministrator = {
  login: 'admin',
  familyName: 'Ольховский',
  givenName: 'Денис',
  patronymic: 'Романович',
} as const

/** Schools of the demo's lists: those that the roadmaps of both years help. */
export const demoSchools: readonly string[] = [
  'СШ № 4',
  'СШ № 9',
  'СШ № 11',
  'СШ № 17',
  'ООШ № 19',
  'СШ № 21',
  'ООШ № 23',
  'ООШ № 26',
]
