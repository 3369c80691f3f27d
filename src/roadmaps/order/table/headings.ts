import { cyrillic, unspaced } from '../../../core/russian/index.ts'
import type { ColumnRole } from '../contract.ts'

/** What a column heading says. `strength` 2 names the role outright, 1 is a word that only helps when nothing better is near. */
interface HeadingReading {
  readonly role: ColumnRole
  readonly strength: 1 | 2
}

/** The word that stands first in a heading decides; order here only breaks ties. */
const cues: readonly (readonly [ColumnRole, 1 | 2, RegExp])[] = [
  ['number', 2, /^№|^n(?![a-zа-я])|№\s*п|^п\s*[/.\\]\s*п|^номер|^no\b|^нп[/п]/],
  ['coexecutor', 2, /со-?исполнител|привлекаем\S* (?:организац|специалист)|взаимодейств|партн[её]р/],
  ['note', 2, /примечан|отметк\S|комментари|замечани|фактическ/],
  ['informationSupport', 2, /информаци\S* (?:сопровожд|обеспеч|поддерж|освещ)|освещени/],
  [
    'funding',
    2,
    /финансир|источник\S* (?:финанс|средств)|стоимост|об[ъь][её]м\S* (?:финанс|средств)|бюджет|затрат|средства(?![а-я])/,
  ],
  ['place', 2, /^мест\S |место(?![а-я])|площадк/],
  ['participants', 2, /участник|целев\S+ (?:групп|аудитор)|аудитори|категори|контингент|адресат|для кого|охват/],
  ['level', 2, /уров(?:ень|ни|ня)/],
  [
    'deadline',
    2,
    /^начало|^окончание|срок|дата(?![а-я])|даты|период|когда|время(?![а-я])|месяц|календар|^квартал|по кварталам/,
  ],
  ['responsible', 2, /ответствен|исполнител|куратор|(?:^|\s)кто(?![а-я])|должностн\S+ лиц/],
  ['indicator', 2, /показател|индикатор|критери|целев\S+ значени|значени/],
  [
    'result',
    2,
    /(?:что|чего)\s+(?:получ|ожида|достиг)|на выходе|результат|итог(?![а-я]*в)|выход|продукт|отч[её]т|подтвержд|где отраж|чем отраж|отражени|эффект|завершени|документ/,
  ],
  [
    'title',
    2,
    /мероприят|действи|мер(?:ы|а)(?![а-я])|содержани\S* (?:работ|деятел)|деятельност|виды? работ|формы? работ|событи|меропр/,
  ],
  [
    'other',
    2,
    /^(?:(?:полное |краткое )?(?:наименовани|названи|список|перечень)\S* )?(?:(?:обще)?образовательн\S+ (?:организац|учрежд)|школ[аы]?(?![а-я])|оо(?![а-я])|оу(?![а-я])|учрежд|организац|муниципалитет|мо(?![а-я]))/,
  ],
  ['section', 2, /раздел|направлени|блок(?![а-я])|модул|этап/],
  ['title', 1, /задач|наименован|содержани|описани|перечень|название|план(?![а-я])|тема(?![а-я])|работ[аы](?![а-я])/],
]

/**
 * Reads the heading of a column: the earliest telling word wins, a weak word («Наименование …») only when no other is there.
 *
 * @returns null when no word of it tells a role
 * @example readHeading('Сроки реализации мероприятий')?.role // 'deadline'
 */
export function readHeading(heading: string): HeadingReading | null {
  const text = headingKey(heading)
  if (text === '' || text.length > 120) return null
  let best: (HeadingReading & { at: number }) | null = null
  for (const [role, strength, shape] of cues) {
    const at = text.search(shape)
    if (at < 0) continue
    const better = best === null || strength > best.strength || (strength === best.strength && at < best.at)
    if (better) best = { role, strength, at }
  }
  // «№, наименование мероприятия» is a column of titles with their numbers
  if (best?.role === 'number' && /мероприят|наименован|содержан/.test(text)) return { role: 'title', strength: 2 }
  return best && { role: best.role, strength: best.strength }
}

/** The heading for comparing: letters joined, look-alikes and case levelled, line-wrap hyphens closed. */
export function headingKey(heading: string): string {
  return cyrillic(unspaced(heading))
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(\p{L})[-‐]\s+(?=\p{Ll})/gu, '$1')
    .trim()
}

/** The stretch of a year that a column stands for: «II кв.», «Сентябрь», «1 полугодие». Months are 1…12, from 13 on those of the next year. */
export interface HeadingPeriod {
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'schoolYear'
  readonly first: number
  readonly last: number
  readonly year: number | null
  readonly label: string
}

const monthStarts = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/**
 * The period that a heading names, when the column is one of a row of periods.
 *
 * @param above the heading over it in a two-level header, where the word «квартал» may stand
 * @example readHeadingPeriod('II', 'Квартал')?.first // 4
 */
export function readHeadingPeriod(heading: string, above = ''): HeadingPeriod | null {
  const text = headingKey(heading).replace(/[іl|](?=[іl|iv]|\s*кв|$)/g, 'i')
  const over = headingKey(above)
  if (text === '' || text.length > 30) return null
  const school = schoolYear.exec(text)
  if (school && school[0] === text) return period('schoolYear', 9, 12, Number(school[1]), heading)
  const printedYear = /(?<!\d)(20\d\d)(?!\d)/.exec(`${text} ${over}`)
  const printed = printedYear ? Number(printedYear[1]) : null
  const ofSchool = schoolYear.test(over) && !/20\d\d/.test(text)
  /** Under «2023/2024 учебный год» autumn is of the first year and spring of the second. */
  const yearFrom = (first: number): number | null => (ofSchool && printed !== null && first < 8 ? printed + 1 : printed)
  const quarter = /^(i{1,3}|iv|[1-4])(?:-?(?:й|ый|ой|ий))?\s*(кв\S*)?(?=$|[\s.,])/.exec(text)
  const half = /^(i{1,2}|[12])(?:-?(?:е|ое))?\s*полуг/.exec(text)
  if (half) return period('half', (ordinal(half[1]) - 1) * 6 + 1, 6, printed, heading)
  if (quarter && (quarter[2] || /кварт|кв\./.test(over)))
    return period('quarter', (ordinal(quarter[1]) - 1) * 3 + 1, 3, yearFrom((ordinal(quarter[1]) - 1) * 3 + 1), heading)
  const month = monthStarts.findIndex(start => text.startsWith(start))
  if (month >= 0 && /^[а-я]+\.?(?:\s+20\d\d(?:\s*г\S*)?)?$/.test(text))
    return period('month', month + 1, 1, yearFrom(month + 1), heading)
  if (printed !== null && /^20\d\d\s*(?:г\S*)?$/.test(text)) return period('year', 1, 12, printed, heading)
  return null
}

const schoolYear = /(?<!\d)(20\d\d)\s*[/–—-]\s*(?:20)?\d\d(?!\d)(?:\s*уч\S*(?:\s*г\S*)?|\s*г\S*)?/

function ordinal(sign: string | undefined): number {
  return roman[sign ?? ''] ?? Number(sign)
}

function period(
  kind: HeadingPeriod['kind'],
  first: number,
  months: number,
  year: number | null,
  label: string,
): HeadingPeriod {
  return { kind, first, last: first + months - 1, year, label }
}
