import type { Column, ColumnRole } from '../order/contract.ts'
import type { PlanYears } from './deadlines.ts'
import type { Dice } from './dice.ts'

export type SectionForm = 'none' | 'mergedRow' | 'numberedRow' | 'plainLine' | 'nested' | 'column' | 'tablePerSchool'

const headings: Readonly<Record<string, readonly string[]>> = {
  number: ['№ п/п', '№', '№ пп', '№ п.п.', 'N п/п'],
  title: [
    'Наименование мероприятия',
    'Мероприятия',
    'Мероприятие',
    'Содержание деятельности',
    'Содержание работы',
    'Наименование мероприятий',
    'Перечень мероприятий',
    'Действия',
  ],
  deadline: [
    'Сроки',
    'Срок исполнения',
    'Сроки реализации',
    'Срок',
    'Дата проведения',
    'Сроки проведения',
    'Период реализации',
  ],
  responsible: [
    'Ответственные',
    'Ответственный исполнитель',
    'Ответственные исполнители',
    'Исполнители',
    'Ответственные лица',
  ],
  result: [
    'Ожидаемый результат',
    'Результат',
    'Планируемый результат',
    'Вид документа',
    'Итоговый документ',
    'Форма завершения',
  ],
  indicator: ['Показатель', 'Целевой показатель', 'Показатели реализации', 'Индикатор'],
  informationSupport: ['Информационное сопровождение'],
  coexecutor: ['Соисполнители', 'Соисполнитель'],
  participants: ['Участники', 'Целевая аудитория', 'Категория участников'],
  funding: ['Источник финансирования', 'Финансирование'],
  place: ['Место проведения'],
  note: ['Примечание', 'Отметка о выполнении'],
  section: ['Направление', 'Раздел', 'Направление работы'],
}

/** Columns in print order; what was drawn is added to `features`. */
export function someColumns(
  dice: Dice,
  level: 1 | 2 | 3,
  form: SectionForm,
  years: PlanYears,
  features: string[],
): readonly Column[] {
  const quarters = level > 1 && years.kind === 'calendar' && dice.chance(0.2)
  const hasResult = !dice.chance(level === 1 ? 0.15 : 0.3)
  const hasNumber = level === 1 || form === 'nested' || form === 'numberedRow' || !dice.chance(0.15)
  const heading = (role: ColumnRole): Column => ({ heading: dice.pick(headings[role] as readonly string[]), role })
  const extras =
    level === 1
      ? []
      : dice.sample<ColumnRole>(
          ['coexecutor', 'participants', 'funding', 'place', 'note', 'indicator', 'informationSupport'],
          dice.pick([0, 0, 1, 1, 2]),
        )
  const twoDates = level === 3 && !quarters && dice.chance(0.12)
  if (twoDates) features.push('start-and-end-columns')
  const ends = dice.pick([
    ['Начало', 'Окончание'],
    ['Дата начала', 'Дата окончания'],
  ] as const)
  const quarterForm = dice.pick(['I кв.', 'I квартал'])
  const deadline: Column[] = quarters
    ? ['I', 'II', 'III', 'IV'].map(q => ({ heading: quarterForm.replace('I', q), role: 'deadline' as const }))
    : twoDates
      ? ends.map(text => ({ heading: text, role: 'deadline' as const }))
      : [heading('deadline')]
  if (quarters) features.push('quarter-columns')
  if (!hasResult) features.push('no-result-column')
  for (const role of extras) features.push(`extra:${role}`)
  const rest: Column[][] = [deadline, [heading('responsible')], ...(hasResult ? [[heading('result')]] : [])]
  const tail = level === 1 ? rest : dice.shuffle([...rest, ...extras.map(role => [heading(role)])])
  if (tail[0] !== deadline) features.push('columns-reordered')
  const head: Column[] = [...(form === 'column' ? [heading('section')] : []), ...(hasNumber ? [heading('number')] : [])]
  const titleLate = level === 3 && !quarters && hasNumber && dice.chance(0.15)
  if (titleLate) features.push('title-after-first')
  const body = titleLate
    ? [...(tail[0] as Column[]), heading('title'), ...tail.slice(1).flat()]
    : [heading('title'), ...tail.flat()]
  return [...head, ...body]
}
