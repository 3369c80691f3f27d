import type { Comparator } from '../order/contract.ts'

// Fragments of the result and indicator columns. Tables of data.

export interface InventedResult {
  readonly text: string
  readonly kind: 'document' | 'activity'
  readonly type?: string
  readonly altTypes?: readonly string[]
  readonly altKinds?: readonly ('document' | 'indicator' | 'activity')[]
}

const document = (type: string, text: string, altTypes: readonly string[] = []): InventedResult => ({
  text,
  kind: 'document',
  type,
  altTypes,
})
const activity = (text: string): InventedResult => ({ text, kind: 'activity' })

export const results: readonly InventedResult[] = [
  document('приказ', 'приказ об утверждении состава штаба'),
  document('приказ', 'приказ управления образования'),
  document('протокол', 'протокол заседания штаба'),
  document('протокол', 'протоколы собеседований'),
  document('договор', 'договоры о сетевом взаимодействии'),
  document('график', 'график выездов в школы'),
  document('график', 'график консультаций учителей'),
  document('план', 'сводный план методической помощи'),
  document('план-график', 'план-график проведения диагностик', ['план', 'график']),
  document('рекомендации', 'адресные рекомендации школам', ['методические рекомендации']),
  document('методические рекомендации', 'методические рекомендации для учителей', ['рекомендации']),
  document('аналитическая справка', 'аналитическая справка'),
  document('справка', 'справка по итогам выезда'),
  document('справка', 'информационная справка'),
  document('отчёт', 'отчёт о стажировке'),
  document('отчёт', 'отчеты школ'),
  document('аналитический отчёт', 'аналитический отчёт по итогам полугодия'),
  document('публикация', 'публикации в районной газете'),
  document('сайт', 'сайт методического центра', ['публикация']),
  document('перечень', 'перечень школ, нуждающихся в поддержке', ['список']),
  document('перечень', 'перечень профессиональных затруднений', ['список']),
  document('список', 'список педагогов-наставников', ['перечень']),
  document('дорожная карта', 'дорожные карты школ', ['план']),
  document('программа', 'программа семинара'),
  document('программа', 'программы перехода школ в эффективный режим'),
  document('индивидуальный маршрут', 'индивидуальные маршруты педагогов'),
  document('сертификат', 'сертификаты участников'),
  document('удостоверение', 'удостоверения о повышении квалификации'),
  document('положение', 'положение о наставничестве'),
  document('регламент', 'регламент работы выездной команды'),
  document('резолюция', 'резолюция форума'),
  document('письмо', 'информационное письмо в школы'),
  document('паспорт', 'социальный паспорт школы'),
  document('состав', 'состав рабочей группы'),
  document('банк данных', 'банк данных лучших уроков'),
  document('приказ', 'проект приказа о стимулировании педагогов'),
  document('протокол', 'протокол педагогического совета'),
  document('справка', 'справка о посещении уроков'),
  document('аналитическая справка', 'итоговая аналитическая справка'),
  document('аналитические материалы', 'аналитические материалы для совещания', ['материалы']),
  document('отчёт', 'сводный отчёт координатора'),
  document('план', 'индивидуальные планы наставничества'),
  document('план', 'план корректирующих мер'),
  document('график', 'график работы консультационного пункта'),
  document('программа', 'адаптированные рабочие программы'),
  document('программа', 'антирисковые программы'),
  document('перечень', 'реестр школ-наставников', ['список']),
  document('список', 'списки обучающихся, нуждающихся в помощи', ['перечень']),
  document('договор', 'соглашения с вузами-партнёрами', ['другое']),
  document('методические рекомендации', 'сборник методических рекомендаций', ['рекомендации', 'материалы']),
  document('положение', 'положение о конкурсе'),
  document('письмо', 'письмо руководителям школ'),
  document('состав', 'состав экспертного совета'),
  document('банк данных', 'база данных школьных практик'),
  document('дорожная карта', '«дорожная карта» школы', ['план']),
  document('другое', 'чек-лист анализа урока', ['форма', 'материалы']),
  document('другое', 'дневник наставника', ['форма', 'материалы', 'отчёт']),
  document('другое', 'решение координационного совета', ['протокол', 'резолюция', 'приказ']),
  activity('обмен опытом между школами'),
  activity('выявление профессиональных затруднений'),
  activity('консультационная помощь школам'),
  activity('расширение сети партнёров'),
  activity('информирование родителей (законных представителей)'),
  activity('вовлечение родителей в жизнь школы'),
  activity('устранение предметных дефицитов'),
  activity('формирование единых подходов к оцениванию'),
  activity('развитие практики наставничества'),
  activity('обсуждение итогов диагностики с педагогами'),
  activity('принятие управленческих решений'),
  activity('единое понимание целей изменений'),
  activity('оказание адресной помощи молодым учителям'),
  activity('создание развивающей среды'),
  activity('освоение новых приёмов работы с текстом'),
  activity('методическое сопровождение школьных команд'),
  activity('распространение успешных практик'),
  activity('корректировка рабочих программ'),
]

export interface InventedIndicator {
  readonly text: string
  readonly comparator: Comparator
  readonly values: readonly number[]
  readonly unit: string | null
  readonly alternatives?: readonly {
    readonly comparator?: Comparator
    readonly unit?: string | null
    readonly values?: readonly number[]
  }[]
}

/** Indicators with a number drawn by chance: `n` is a whole number from 2 to 95. */
export function indicatorsWith(n: number): readonly InventedIndicator[] {
  const few = 1 + (n % 8)
  return [
    { text: `не менее ${n}% педагогов школ`, comparator: '>=', values: [n], unit: '%' },
    { text: `Не менее ${n} % школ-участниц`, comparator: '>=', values: [n], unit: '%' },
    { text: `100% школ-участниц`, comparator: '=', values: [100], unit: '%', alternatives: [{ comparator: '>=' }] },
    { text: `охват не менее ${n}% обучающихся 9-х классов`, comparator: '>=', values: [n], unit: '%' },
    { text: `не более ${few} % обучающихся, не преодолевших порог`, comparator: '<=', values: [few], unit: '%' },
    { text: `не менее ${few + 1} семинаров`, comparator: '>=', values: [few + 1], unit: 'семинаров' },
    { text: `Не менее ${few + 2} публикаций`, comparator: '>=', values: [few + 2], unit: 'публикаций' },
    { text: 'не реже 1 раза в месяц', comparator: '>=', values: [1], unit: 'раз/мес' },
    { text: `${n} чел.`, comparator: '=', values: [n], unit: 'чел.', alternatives: [{ comparator: '>=' }] },
    { text: `не ниже ${n} %`, comparator: '>=', values: [n], unit: '%' },
    { text: `до ${n} человек`, comparator: '<=', values: [n], unit: 'чел.' },
    { text: `≥ ${n} % педагогов`, comparator: '>=', values: [n], unit: '%' },
    { text: `${n} процентов школ`, comparator: '=', values: [n], unit: '%', alternatives: [{ comparator: '>=' }] },
    { text: `более ${n}% обучающихся`, comparator: '>', values: [n], unit: '%' },
    { text: `менее ${few}% выпускников`, comparator: '<', values: [few], unit: '%' },
    {
      text: `не менее ${few + 1} открытых уроков`,
      comparator: '>=',
      values: [few + 1],
      unit: 'уроков',
      alternatives: [{ unit: 'открытых уроков' }],
    },
    { text: `от ${n} до ${n + 4} % школ`, comparator: 'range', values: [n, n + 4], unit: '%' },
    {
      text: `доля школ, выполнивших план, – ${n} %`,
      comparator: '=',
      values: [n],
      unit: '%',
      alternatives: [{ comparator: '>=' }],
    },
    {
      text: `количество консультаций – не менее ${n}`,
      comparator: '>=',
      values: [n],
      unit: 'консультаций',
      alternatives: [{ unit: null }, { unit: 'ед.' }, { unit: 'шт.' }],
    },
    {
      text: 'доля педагогов, прошедших диагностику, %',
      comparator: 'none',
      values: [],
      unit: '%',
    },
    {
      text: 'увеличение доли обучающихся, подтвердивших отметку',
      comparator: 'increase',
      values: [],
      unit: '%',
      alternatives: [{ unit: 'доля' }, { unit: null }],
    },
    {
      text: 'снижение доли неуспевающих обучающихся',
      comparator: 'decrease',
      values: [],
      unit: '%',
      alternatives: [{ unit: 'доля' }, { unit: null }],
    },
  ]
}
