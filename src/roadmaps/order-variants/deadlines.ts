// Deadlines as orders print them, each with its typed reading. Long because it is a list of forms.
import { dateOf, type IsoDate, lastDayOfMonth } from '../../core/base/index.ts'
import type { DeadlinePart, Recurrence } from '../../core/deadlines/contract.ts'
import type { Dice } from './dice.ts'
import type { GoldDeadline } from './gold.ts'

/** The period of an invented plan: a calendar year, two, or a school year. */
export interface PlanYears {
  readonly kind: 'calendar' | 'two-years' | 'school'
  readonly firstYear: number
}

export const monthsNom = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
export const monthsGen = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]
const monthsLoc = [
  'январе',
  'феврале',
  'марте',
  'апреле',
  'мае',
  'июне',
  'июле',
  'августе',
  'сентябре',
  'октябре',
  'ноябре',
  'декабре',
]
const romans = ['I', 'II', 'III', 'IV']

const two = (n: number) => String(n).padStart(2, '0')
const monthEnd = (year: number, month: number) => day(year, month, lastDayOfMonth(year, month))
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function day(year: number, month: number, d: number): IsoDate {
  const date = dateOf(year, month, d)
  if (date === null) throw new Error(`no such day: ${year}-${month}-${d}`)
  return date
}

/** First and last day of the plan. */
export function planPeriod(years: PlanYears): { readonly start: IsoDate; readonly end: IsoDate } {
  if (years.kind === 'school') return { start: day(years.firstYear, 9, 1), end: day(years.firstYear + 1, 8, 31) }
  return { start: day(years.firstYear, 1, 1), end: day(years.firstYear + (years.kind === 'two-years' ? 1 : 0), 12, 31) }
}

/** The year in which a month without a year falls. */
function yearOf(years: PlanYears, month: number): number {
  return years.kind === 'school' && month < 9 ? years.firstYear + 1 : years.firstYear
}

function deadline(
  sourceText: string,
  kind: GoldDeadline['kind'],
  start: IsoDate | null,
  end: IsoDate | null,
  more: Partial<GoldDeadline> = {},
): GoldDeadline {
  return { sourceText, kind, start, end, recurrence: null, conditionalNote: null, yearInferred: false, ...more }
}

const every = (freq: Recurrence['freq'], interval: number, more: Partial<Recurrence> = {}): Recurrence => ({
  freq,
  interval,
  from: null,
  ...more,
})

/** A form of deadline: its name for the list of features, and a maker. `level` is the least difficulty that uses it. */
interface DeadlineForm {
  readonly name: string
  readonly level: 1 | 2 | 3
  readonly make: (dice: Dice, years: PlanYears) => GoldDeadline
}

/** A month of the plan with the year it falls in. */
function someMonth(dice: Dice, years: PlanYears): { readonly month: number; readonly year: number } {
  const month = years.kind === 'school' ? dice.pick([9, 10, 11, 12, 1, 2, 3, 4, 5]) : dice.int(2, 12)
  return { month, year: yearOf(years, month) }
}

/** Two months of the plan in order, at least one apart. */
function twoMonths(dice: Dice, years: PlanYears) {
  const order = years.kind === 'school' ? [9, 10, 11, 12, 1, 2, 3, 4, 5] : [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  const a = dice.int(0, order.length - 3)
  const b = dice.int(a + 2, order.length - 1)
  const pair = (i: number) => ({ month: order[i] as number, year: yearOf(years, order[i] as number) })
  return [pair(a), pair(b)] as const
}

const nom = (m: number) => monthsNom[m - 1] as string
const gen = (m: number) => monthsGen[m - 1] as string
const loc = (m: number) => monthsLoc[m - 1] as string

function quarterPart(year: number, quarter: number): DeadlinePart & { start: IsoDate; end: IsoDate } {
  return {
    start: day(year, quarter * 3 - 2, 1),
    end: monthEnd(year, quarter * 3),
    label: `${romans[quarter - 1]} квартал`,
  }
}

const forms: readonly DeadlineForm[] = [
  {
    name: 'by',
    level: 1,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const d = dice.int(1, 28)
      const text = dice.pick([
        `До ${two(d)}.${two(month)}.${year}`,
        `до ${two(d)}.${two(month)}.${year}`,
        `до ${two(d)}.${two(month)}.${two(year % 100)}`,
        `до ${d} ${gen(month)} ${year} года`,
        `не позднее ${two(d)}.${two(month)}.${year}`,
        `до ${two(d)}.${two(month)}.${year} г.`,
        `не позднее ${d} ${gen(month)} ${year} г.`,
        `к ${d} ${gen(month)} ${year} года`,
      ])
      return deadline(text, 'by', null, day(year, month, d))
    },
  },
  {
    name: 'by-no-year',
    level: 2,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const d = dice.int(1, 28)
      const text = dice.pick([`до ${d} ${gen(month)}`, `не позднее ${d} ${gen(month)}`, `до ${two(d)}.${two(month)}`])
      return deadline(text, 'by', null, day(year, month, d), {
        yearInferred: true,
        // a day before the order's own date may mean the second year of the plan
        ...(years.kind === 'two-years' ? { alternatives: [{ end: day(year + 1, month, d) }] } : {}),
      })
    },
  },
  {
    name: 'on',
    level: 1,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const d = dice.int(1, 28)
      const text = dice.pick([
        `${two(d)}.${two(month)}.${year}`,
        `${d} ${gen(month)} ${year} года`,
        `${two(d)}.${two(month)}.${two(year % 100)}`,
        `${two(d)} ${gen(month)} ${year} г.`,
      ])
      return deadline(text, 'on', day(year, month, d), day(year, month, d), { altKinds: ['by'] })
    },
  },
  {
    name: 'window-days',
    level: 1,
    make: (dice, years) => {
      const [a, b] = twoMonths(dice, years)
      const from = dice.int(1, 28)
      const to = dice.int(1, 28)
      const forms = [
        `${two(from)}.${two(a.month)}.${a.year}-${two(to)}.${two(b.month)}.${b.year}`,
        `с ${two(from)}.${two(a.month)}.${a.year} по ${two(to)}.${two(b.month)}.${b.year}`,
        `с ${from} ${gen(a.month)} ${a.year} года по ${to} ${gen(b.month)} ${b.year} года`,
        `${two(from)}.${two(a.month)}.${a.year} – ${two(to)}.${two(b.month)}.${b.year}`,
      ]
      if (a.year === b.year)
        forms.push(
          `${two(from)}.${two(a.month)}-${two(to)}.${two(b.month)}.${b.year}`,
          `${two(from)}.${two(a.month)}.-${two(to)}.${two(b.month)}.${b.year}`,
          `с ${from} ${gen(a.month)} по ${to} ${gen(b.month)} ${b.year} г.`,
        )
      return deadline(dice.pick(forms), 'window', day(a.year, a.month, from), day(b.year, b.month, to))
    },
  },
  {
    name: 'window-one-month',
    level: 2,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const from = dice.int(1, 12)
      const to = dice.int(14, 28)
      const text = dice.pick([
        `${from}–${to} ${gen(month)} ${year}`,
        `${from}-${to} ${gen(month)} ${year} года`,
        `с ${from} по ${to} ${gen(month)} ${year} г.`,
        `${two(from)}-${two(to)}.${two(month)}.${year}`,
      ])
      return deadline(text, 'window', day(year, month, from), day(year, month, to))
    },
  },
  {
    name: 'month',
    level: 1,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const plain = dice.chance(0.5)
      const text = plain
        ? dice.pick([capital(nom(month)), nom(month)])
        : dice.pick([
            `${capital(nom(month))} ${year}`,
            `${nom(month)} ${year} года`,
            `${nom(month)} ${year} г.`,
            `в ${loc(month)} ${year} года`,
          ])
      return deadline(text, 'month', day(year, month, 1), monthEnd(year, month), {
        yearInferred: plain,
        ...(plain && years.kind === 'two-years'
          ? { alternatives: [{ start: day(year + 1, month, 1), end: monthEnd(year + 1, month) }] }
          : {}),
      })
    },
  },
  {
    name: 'window-months',
    level: 1,
    make: (dice, years) => {
      const [a, b] = twoMonths(dice, years)
      const bare = dice.chance(0.5)
      const text = bare
        ? dice.pick([
            `${capital(nom(a.month))}-${nom(b.month)}`,
            `${capital(nom(a.month))} – ${nom(b.month)}`,
            `${nom(a.month)}- ${nom(b.month)}`,
            `с ${gen(a.month)} по ${nom(b.month)}`,
          ])
        : a.year === b.year
          ? dice.pick([
              `${capital(nom(a.month))} – ${nom(b.month)} ${b.year} г.`,
              `${nom(a.month)}-${nom(b.month)} ${b.year} года`,
            ])
          : `${nom(a.month)} ${a.year} г. – ${nom(b.month)} ${b.year} г.`
      return deadline(text, 'window', day(a.year, a.month, 1), monthEnd(b.year, b.month), { yearInferred: bare })
    },
  },
  {
    name: 'quarter',
    level: 1,
    make: (dice, years) => {
      // the third quarter lies outside a school year
      const quarter = years.kind === 'school' ? dice.pick([1, 2, 4]) : dice.int(1, 4)
      const year = yearOf(years, quarter * 3)
      const part = quarterPart(year, quarter)
      const roman = romans[quarter - 1] as string
      const plain = years.kind !== 'two-years' && dice.chance(0.4)
      const text = plain
        ? dice.pick([`${roman} квартал`, `${quarter} квартал`])
        : dice.pick([
            `${roman} квартал ${year} года`,
            `${quarter} квартал ${year} г.`,
            `${roman} кв. ${year} г.`,
            `${quarter}-й квартал ${year} года`,
          ])
      return deadline(text, 'quarter', part.start, part.end, { yearInferred: plain })
    },
  },
  {
    name: 'half-year',
    level: 2,
    make: (dice, years) => {
      const half = dice.int(1, 2)
      const year = years.firstYear
      const calendar =
        half === 1 ? ([day(year, 1, 1), day(year, 6, 30)] as const) : ([day(year, 7, 1), day(year, 12, 31)] as const)
      const school =
        half === 1
          ? ([day(year, 9, 1), day(year, 12, 31)] as const)
          : ([day(year + 1, 1, 1), day(year + 1, 5, 31)] as const)
      const [start, end] = years.kind === 'school' ? school : calendar
      const bare = dice.pick([
        `${romans[half - 1]} полугодие`,
        `${half} полугодие`,
        half === 1 ? 'первое полугодие' : 'второе полугодие',
      ])
      const text = years.kind === 'calendar' && dice.chance(0.5) ? `${bare} ${year} года` : bare
      const alternatives =
        years.kind === 'school' && half === 2 ? [{ end: day(year + 1, 6, 30) }, { end: day(year + 1, 8, 31) }] : []
      return deadline(text, 'window', start, end, { yearInferred: text === bare, alternatives })
    },
  },
  {
    name: 'multi-months',
    level: 2,
    make: (dice, years) => {
      const [a, b] = twoMonths(dice, years)
      const printed = a.year === b.year && dice.chance(0.4)
      const text = printed
        ? dice.pick([
            `${capital(nom(a.month))} ${a.year} ${capital(nom(b.month))} ${b.year}`,
            `${nom(a.month)}, ${nom(b.month)} ${b.year} года`,
          ])
        : dice.pick([
            `${capital(nom(a.month))}, ${nom(b.month)}`,
            `${nom(a.month)}, ${nom(b.month)}`,
            `${nom(a.month)} и ${nom(b.month)}`,
          ])
      const parts = [a, b].map(x => ({ start: day(x.year, x.month, 1), end: monthEnd(x.year, x.month) }))
      return deadline(text, 'multi', day(a.year, a.month, 1), monthEnd(b.year, b.month), {
        parts,
        yearInferred: !printed,
      })
    },
  },
  {
    name: 'multi-days',
    level: 2,
    make: (dice, years) => {
      const [a, b] = twoMonths(dice, years)
      const from = dice.int(1, 28)
      const to = dice.int(1, 28)
      const text = `${two(from)}.${two(a.month)}.${a.year}, ${two(to)}.${two(b.month)}.${b.year}`
      const parts = [day(a.year, a.month, from), day(b.year, b.month, to)].map(d => ({ start: d, end: d }))
      return deadline(text, 'multi', day(a.year, a.month, from), day(b.year, b.month, to), { parts })
    },
  },
  {
    name: 'yearly',
    level: 1,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      if (dice.chance(0.5))
        return deadline('ежегодно', 'recurring', null, null, { recurrence: every('YEARLY', 1), ...wholePlan(years) })
      return deadline(`${nom(month)} ежегодно`, 'recurring', day(year, month, 1), monthEnd(year, month), {
        baseKind: 'month',
        recurrence: every('YEARLY', 1),
        yearInferred: true,
        alternatives: [{ start: null, end: null }],
      })
    },
  },
  {
    name: 'yearly-from',
    level: 2,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const first = day(year, month, 1)
      const recurrence = every('YEARLY', 1, { from: first })
      if (dice.chance(0.5))
        return deadline(
          `${capital(nom(month))} ${year} года, далее ежегодно`,
          'recurring',
          first,
          monthEnd(year, month),
          { baseKind: 'month', recurrence },
        )
      return deadline(`с ${gen(month)} ${year} года, далее ежегодно`, 'recurring', first, null, { recurrence })
    },
  },
  {
    name: 'every-so-often',
    level: 1,
    make: (dice, years) => {
      const [text, freq, interval] = dice.pick([
        ['ежеквартально', 'MONTHLY', 3],
        ['ежемесячно', 'MONTHLY', 1],
        ['еженедельно', 'WEEKLY', 1],
        ['1 раз в квартал', 'MONTHLY', 3],
        ['один раз в месяц', 'MONTHLY', 1],
        ['1 раз в полугодие', 'MONTHLY', 6],
        ['не реже 1 раза в квартал', 'MONTHLY', 3],
      ] as const)
      return deadline(text, 'recurring', null, null, { recurrence: every(freq, interval), ...wholePlan(years) })
    },
  },
  {
    name: 'so-many-times-a-year',
    level: 3,
    make: (dice, years) => {
      const [a, b] = twoMonths(dice, years)
      const parts = [a, b].map(x => ({ start: day(x.year, x.month, 1), end: monthEnd(x.year, x.month) }))
      const yearly = every('YEARLY', 1, { times: 2 })
      const half = every('MONTHLY', 6)
      if (dice.chance(0.4))
        return deadline('2 раза в год', 'recurring', null, null, {
          recurrence: yearly,
          alternatives: [{ recurrence: half }, ...wholePlan(years).alternatives],
        })
      const hull = { start: day(a.year, a.month, 1), end: monthEnd(b.year, b.month) }
      return deadline(`2 раза в год (${nom(b.month)}, ${nom(a.month)})`, 'recurring', hull.start, hull.end, {
        recurrence: yearly,
        parts,
        yearInferred: true,
        baseKind: 'multi',
        alternatives: [
          { recurrence: half },
          { start: null, end: null },
          { start: hull.start, end: monthEnd(a.year, a.month) },
          { kind: 'multi', recurrence: null, parts, ...hull },
        ],
      })
    },
  },
  {
    name: 'monthly-until-day',
    level: 3,
    make: (dice, years) => {
      const d = dice.int(5, 25)
      const { start: first } = planPeriod(years)
      const dated = day(Number(first.slice(0, 4)), Number(first.slice(5, 7)), d)
      return deadline(
        dice.pick([`ежемесячно, до ${d} числа`, `ежемесячно до ${d}-го числа`]),
        'recurring',
        null,
        null,
        {
          recurrence: every('MONTHLY', 1, { rrule: `FREQ=MONTHLY;BYMONTHDAY=${d}` }),
          alternatives: [{ end: dated }, { start: dated, end: dated }, { start: first, end: dated }],
        },
      )
    },
  },
  {
    name: 'through-the-year',
    level: 1,
    make: (dice, years) => {
      const { start, end } = planPeriod(years)
      const text =
        years.kind === 'school'
          ? dice.pick(['в течение учебного года', 'В течение года', 'на протяжении учебного года'])
          : years.kind === 'calendar'
            ? dice.pick(['в течение года', 'В течение года', `в течение ${years.firstYear} года`])
            : 'в течение года'
      const year = years.firstYear
      return deadline(text, 'continuous', start, end, {
        yearInferred: !/\d/.test(text),
        altKinds: ['window'],
        alternatives: [
          { start: null, end: null },
          { start: day(year, 1, 1), end: day(year, 12, 31) },
          { end: day(year + 1, 5, 31) },
        ],
      })
    },
  },
  {
    name: 'always',
    level: 1,
    make: (dice, years) => {
      const { start, end } = planPeriod(years)
      const text = dice.pick([
        'постоянно',
        'Постоянно',
        'весь период',
        'в течение всего периода',
        'на постоянной основе',
      ])
      return deadline(text, 'continuous', null, null, { alternatives: [{ start, end }] })
    },
  },
  {
    name: 'quarters',
    level: 2,
    make: (dice, years) => {
      const year = years.kind === 'school' ? years.firstYear + 1 : years.firstYear
      const [from, to] = dice.pick([
        [1, 2],
        [2, 3],
        [3, 4],
      ] as const)
      const roman = (q: number) => romans[q - 1] as string
      const text = dice.pick([
        `${roman(from)}-${roman(to)} квартал ${year} года`,
        `${roman(from)} – ${roman(to)} кварталы ${year} года`,
        `${from}-${to} кварталы ${year} г.`,
      ])
      return deadline(text, 'window', quarterPart(year, from).start, quarterPart(year, to).end, {
        altKinds: ['quarter'],
      })
    },
  },
  {
    name: 'ten-days',
    level: 3,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const third = dice.int(1, 3)
      const end = third === 3 ? monthEnd(year, month) : day(year, month, third * 10)
      const text = dice.pick([
        `${romans[third - 1]} декада ${gen(month)} ${year} года`,
        `${third} декада ${gen(month)} ${year} г.`,
        `${third}-я декада ${gen(month)} ${year} года`,
      ])
      return deadline(text, 'window', day(year, month, third * 10 - 9), end)
    },
  },
  {
    name: 'by-end-of',
    level: 2,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      if (dice.chance(0.3))
        return deadline(`до конца ${years.firstYear} года`, 'by', null, day(years.firstYear, 12, 31))
      return deadline(`до конца ${gen(month)} ${year} года`, 'by', null, monthEnd(year, month))
    },
  },
  {
    name: 'several-days-of-a-month',
    level: 3,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const days = [dice.int(1, 8), dice.int(9, 17), dice.int(18, 28)]
      const parts = days.map(d => ({ start: day(year, month, d), end: day(year, month, d) }))
      const text = `${days.join(', ')} ${gen(month)} ${year} года`
      return deadline(text, 'multi', parts[0]?.start ?? null, parts[2]?.end ?? null, { parts })
    },
  },
  {
    name: 'from-day-on',
    level: 3,
    make: (dice, years) => {
      const { month, year } = someMonth(dice, years)
      const d = dice.int(1, 28)
      const { end } = planPeriod(years)
      return deadline(`с ${two(d)}.${two(month)}.${year}`, 'window', day(year, month, d), null, {
        altKinds: ['continuous', 'on'],
        alternatives: [{ end }, { end: day(year, month, d) }],
      })
    },
  },
  {
    name: 'external-schedule',
    level: 1,
    make: dice => {
      const text = dice.pick([
        'по графику',
        'по отдельному графику',
        'в соответствии с расписанием',
        'согласно плану работы методического центра',
        'в соответствии с графиком диагностических работ',
        'по отдельному плану',
      ])
      return deadline(text, 'byExternalSchedule', null, null, { conditionalNote: text })
    },
  },
  {
    name: 'event',
    level: 2,
    make: dice => {
      const text = dice.pick([
        'по результатам деятельности',
        'по итогам диагностики',
        'по мере необходимости',
        'в течение 10 рабочих дней после получения результатов',
        'в течение 5 дней со дня утверждения состава штаба',
        'после получения результатов ВПР',
      ])
      return deadline(text, 'event', null, null, { conditionalNote: text })
    },
  },
]

function wholePlan(years: PlanYears): { readonly alternatives: readonly { start: IsoDate; end: IsoDate | null }[] } {
  const { start, end } = planPeriod(years)
  return {
    alternatives: [
      { start, end },
      { start, end: null },
      { start, end: day(years.firstYear + (years.kind === 'school' ? 1 : 0), 12, 31) },
    ],
  }
}

/** A deadline of some form allowed at this difficulty, with the name of the form. */
export function someDeadline(
  dice: Dice,
  years: PlanYears,
  level: 1 | 2 | 3,
): { readonly form: string; readonly deadline: GoldDeadline } {
  const form = dice.pick(forms.filter(f => f.level <= level))
  return { form: form.name, deadline: form.make(dice, years) }
}

/** Two days in two columns, first day and last day: «01.02.2023 – 15.05.2023». */
export function betweenDays(dice: Dice, years: PlanYears): GoldDeadline {
  const [a, b] = twoMonths(dice, years)
  const from = dice.int(1, 28)
  const to = dice.int(1, 28)
  const text = `${two(from)}.${two(a.month)}.${a.year} – ${two(to)}.${two(b.month)}.${b.year}`
  return deadline(text, 'window', day(a.year, a.month, from), day(b.year, b.month, to))
}

/** The deadline that marks in quarter columns mean: one quarter, or every marked quarter. */
export function markedQuarters(year: number, quarters: readonly number[]): GoldDeadline {
  const parts = quarters.map(q => quarterPart(year, q))
  const start = parts[0]?.start ?? null
  const end = parts.at(-1)?.end ?? null
  const text = parts.map(p => p.label).join(', ')
  if (parts.length === 1) return deadline(text, 'quarter', start, end, { yearInferred: true })
  return deadline(text, 'multi', start, end, {
    parts,
    yearInferred: true,
    altKinds: ['window', 'continuous', 'quarter'],
    alternatives: [
      { kind: 'continuous', start: null, end: null },
      { kind: 'recurring', recurrence: every('MONTHLY', 3) },
    ],
  })
}
