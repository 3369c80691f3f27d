import type { PartyKind } from '../order/contract.ts'

/** Responsible parties without a personal name. `kind` as a reader of the plan would sort them. A table of data. */
export interface InventedParty {
  readonly text: string
  readonly kind: PartyKind
  readonly altKinds?: readonly PartyKind[]
}

export const parties: readonly InventedParty[] = [
  { text: 'МКУ «Центр развития образования»', kind: 'organisation' },
  { text: 'МБУ ДПО «Методический центр»', kind: 'organisation' },
  { text: 'ГАУ ДПО «Институт развития образования»', kind: 'organisation' },
  { text: 'Центр психолого-педагогической помощи', kind: 'organisation' },
  { text: 'МБУ «Информационно-методический центр»', kind: 'organisation' },
  { text: 'ЦНППМ', kind: 'organisation' },
  { text: 'МКУ ЦСО', kind: 'organisation' },
  { text: 'ГБУ РЦОИ', kind: 'organisation' },
  { text: 'МБОУ «СОШ № 4»', kind: 'organisation' },
  { text: 'Кафедра педагогики и психологии', kind: 'organisation', altKinds: ['group'] },
  { text: 'Руководители ОО', kind: 'group', altKinds: ['position'] },
  { text: 'Директора школ', kind: 'group', altKinds: ['position'] },
  { text: 'Руководители школ-участниц', kind: 'group', altKinds: ['position'] },
  { text: 'Заместители директоров по УВР', kind: 'group', altKinds: ['position'] },
  { text: 'Руководители ШМО', kind: 'group', altKinds: ['position'] },
  { text: 'Общеобразовательные организации', kind: 'group', altKinds: ['organisation'] },
  { text: 'МОУО', kind: 'group', altKinds: ['organisation'] },
  { text: 'Школы-участницы', kind: 'group', altKinds: ['organisation'] },
  { text: 'Учителя-предметники', kind: 'group' },
  { text: 'Педагоги-психологи', kind: 'group' },
  { text: 'Классные руководители', kind: 'group', altKinds: ['position', 'role'] },
  { text: 'Специалисты управления образования', kind: 'group' },
  { text: 'Муниципальные тьюторы', kind: 'group', altKinds: ['role'] },
  { text: 'Муниципальный координатор', kind: 'role', altKinds: ['position'] },
  { text: 'Региональный координатор', kind: 'role', altKinds: ['position'] },
  { text: 'Кураторы школ', kind: 'role', altKinds: ['group'] },
  { text: 'Школьные координаторы', kind: 'role', altKinds: ['group'] },
  { text: 'Муниципальные координаторы', kind: 'role', altKinds: ['group'] },
  { text: 'Рабочая группа', kind: 'group', altKinds: ['organisation', 'role'] },
  { text: 'Начальник отдела общего образования', kind: 'position' },
  { text: 'Директор методического центра', kind: 'position' },
  { text: 'Заместитель начальника управления образования', kind: 'position' },
  { text: 'Главный специалист отдела общего образования', kind: 'position' },
]
