/** A part of the passport that a heading or a key of its table opens. */
export type PassportField =
  | 'goals'
  | 'tasks'
  | 'expectedResults'
  | 'targetIndicators'
  | 'workingGroup'
  | 'developer'
  | 'period'
  | 'legal'
  | 'problem'
  | 'methodology'
  | 'structure'
  | 'components'

const fields: readonly (readonly [PassportField, RegExp])[] = [
  [
    'targetIndicators',
    /целев\p{L}+ (?:показател|индикатор)|показател\p{L}+ (?:эффективности|результативности|реализации)|индикатор/iu,
  ],
  ['expectedResults', /(?:ожидаем|планируем|прогнозируем)\p{L}+ (?:конечн\p{L}+ )?результат|конечн\p{L}+ результат/iu],
  ['workingGroup', /рабоч\p{L}+ групп|состав (?:группы|разработчик|команды)/iu],
  ['developer', /разработчик|составител/iu],
  [
    'period',
    /срок\p{L}*(?: и этапы)? (?:реализации|действия|выполнения|исполнения)|период реализации|этапы (?:и сроки )?реализации/iu,
  ],
  ['tasks', /^(?:основн\p{L}+ )?задач/iu],
  ['goals', /^(?:основн\p{L}+ |стратегическ\p{L}+ )?цел[ьи](?!\p{L})/iu],
  ['legal', /нормативн|правов\p{L}+ (?:основ|баз)|основани\p{L} для разработки/iu],
  ['structure', /организационн\p{L}+ структур|структур\p{L} управлени/iu],
  [
    'methodology',
    /методик|критери|порядок (?:выявления|отбора|идентификации)|механизм\p{L}* (?:выявления|идентификации)|идентификаци/iu,
  ],
  [
    'problem',
    /проблем|актуальност|обосновани|общие положения|введение|пояснительная записка|анализ (?:ситуации|состояния)|характеристика/iu,
  ],
]

/** Which part of the passport a heading names, or null. @example fieldOf('Ожидаемые результаты:') // 'expectedResults' */
export function fieldOf(heading: string): PassportField | null {
  const text = heading.replace(/[:.]\s*$/, '').trim()
  return fields.find(([, shape]) => shape.test(text))?.[0] ?? null
}

/** A lead-in («… по следующим показателям:») under which the list tells how schools are found. */
export function methodologyKindOf(leadIn: string): 'indicator' | 'procedure' | 'inclusionRule' | null {
  if (
    /(?:в\s+(?:список|перечень|группу).{0,20}(?:включ|вош|вход))|(?:критери\p{L}+ (?:отбора|включения|отнесения))/iu.test(
      leadIn,
    )
  )
    return 'inclusionRule'
  if (/процедур/i.test(leadIn) && /(?:результат|анализ|следующ)/i.test(leadIn)) return 'procedure'
  if (/показател|критери/i.test(leadIn) && /(?:рейтинг|отбор|отнес|идентиф|выявл|стратиф|оцен)/i.test(leadIn))
    return 'indicator'
  return null
}

/** «Под «низкими результатами» понимаются …», «Определяющими … являются показатели 1 и 2», how a value is computed. */
export function definitionKindOf(sentence: string): 'definition' | 'threshold' | 'computation' | null {
  if (/^под\s.{3,120}\s(?:понима|подразумева)/iu.test(sentence))
    return /\d\s?%|не менее|не более/.test(sentence) ? 'threshold' : 'definition'
  if (/^определяющими .{0,60}являются .{0,40}(?:показател|критери)/iu.test(sentence)) return 'definition'
  if (/вычислял|рассчитыва(?:л|ет)|средн\p{L}+ арифметическ/iu.test(sentence)) return 'computation'
  return null
}

/** «Данная дорожная карта разработана …»: says what the document rests on, states no problem. */
export function isAboutItself(sentence: string): boolean {
  return /^(?:данн|настоящ)\p{L}+\s(?:\p{L}+\s){0,4}(?:разработан|подготовлен|составлен|определяет)/iu.test(sentence)
}

/** A line that names a school: «МБОУ «Школа № 5»». */
export function isSchool(text: string): boolean {
  return (
    /^(?:м|г|ч)?(?:б|к|а|н)?оу\s|^мун?ициальн|^(?:муниципальн|государственн)\p{L}+ .{0,60}учреждени/iu.test(text) &&
    /школ|гимнази|лице|сош|оош|нош|интернат|детский дом/iu.test(text) &&
    text.length < 160
  )
}

/** A countable fact: «лицеи – 8», «гимназий: 4 ед.». */
export function factOf(text: string): { name: string; value: number; unit: string | null } | null {
  const match = /^(.{3,90}?)\s*[–—:-]\s*(\d{1,6}(?:[.,]\d+)?)\s*(%|ед\.?|чел\.?|\p{L}{2,12})?\s*[.;,]?$/u.exec(text)
  if (!match) return null
  return { name: match[1] ?? '', value: Number((match[2] ?? '').replace(',', '.')), unit: match[3] ?? 'ед.' }
}

/** Counts of organisations stated inside a sentence: «функционирует 88 образовательных организаций». */
export function factsIn(sentence: string): { name: string; value: number; unit: string | null }[] {
  const counted = /(?<![\d№.,-])(\d{1,5})\s+((?:\p{Ll}+\s+){0,4}(?:организаци|школ|учреждени)\p{Ll}*[^.;:(]{0,80})/gu
  return [...sentence.matchAll(counted)].map(match => ({
    name: (match[2] ?? '').replace(/[\s,]+(?:среди них|из них|в том числе)?$/i, '').trim(),
    value: Number(match[1]),
    unit: 'ед.',
  }))
}
