import { cyrillic, plainText } from '../../../../core/russian/index.ts'
import type { Comparator, Indicator } from '../../contract.ts'

const number = String.raw`\d{1,3}(?:[\s\u00a0]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`
const span = String.raw`(${number})(?:\s*%?\s*[-–—]\s*(${number})|\s*%?\s+до\s+(${number}))?`
const atLeast = 'не\\s+менее|не\\s+ниже|не\\s+реже|не\\s+меньше|минимум|как\\s+минимум|≥|>='
const atMost = 'не\\s+более|не\\s+выше|не\\s+чаще|не\\s+больше|не\\s+превышает|не\\s+превышающ\\S+|максимум|≤|<='
const bounded = new RegExp(
  String.raw`(${atLeast}|${atMost})\s*(?:чем\s+)?(?:в\s+|до\s+|на\s+|по\s+|у\s+|из\s+|для\s+)?${span}\s*(%|процент\S*)?\s*(.*)$`,
  'iu',
)
const strict = new RegExp(
  String.raw`(?<!не\s)(более|свыше|больше|выше|менее|ниже|меньше|>|<)\s+(?:чем\s+)?(?:на\s+)?${span}\s*(%|процент\S*)?\s*(.*)$`,
  'iu',
)
const percent = new RegExp(String.raw`(?<![\p{L}\d№-])${span}\s*(?:%|процент\S*)\s*(.*)$`, 'iu')
const times = new RegExp(String.raw`^(?:${span})\s*раза?\s*(.*)$`, 'iu')
const counted = new RegExp(
  String.raw`^(?:\D{0,40}?[\s:–—-])?${span}\s*(?!\+)(чел\.?|(?:[\p{L}-]+[ыи]х\s+){0,2}[\p{L}-]{3,})?\s*(.*)$`,
  'iu',
)
const grows = /^(?:положительн\S+ динамик|увеличени|повышени|рост|прирост|возрастани)/iu
const falls = /^(?:снижени|уменьшени|сокращени|минимизаци)/iu
const measure =
  /(?<!\p{L})(?:дол[яиюе]|процент\S*|количеств[оаеу]|кол-в[оа]|числ[оае](?!\p{L})|численност\S*|охват\S*|удельн\S+ вес\S*|показател\S+|балл\S*)/iu
const measureHead =
  /^(?:\S+\s+){0,2}?(?:доля|процент|количество|кол-во|число|численность|удельный вес|средний балл)(?!\p{L})/iu
/** The noun that is counted, with its adjectives: «открытых уроков». */
const unitShape = /^(?:чел\.?(?!\p{L})|(?:[\p{Ll}-]+[ыи]х\s+){0,2}(?:\p{Ll}[\p{Ll}-]+|\p{Lu}{2,}))/u
const year = /^(?:19|20)\d\d$/

interface IndicatorReading {
  readonly comparator: Comparator
  readonly values: readonly number[]
  readonly unit: string | null
  readonly population: string | null
  readonly period: string | null
}

/**
 * Reads a measured statement: how it compares, with what values, in what unit, of whom and by when.
 *
 * @param anyCount also a bare count with its noun («5 мероприятий»); only sure in a column of indicators
 * @returns null when nothing in it is measured
 * @example readIndicator('не реже 1 раза в месяц', true) // { comparator: '>=', values: [1], unit: 'раз/мес', … }
 */
export function readIndicator(sourceText: string, anyCount: boolean): IndicatorReading | null {
  const text = inFigures(cyrillic(plainText(sourceText)).replace(/\s+([,;.])/g, '$1'))
  const period =
    /(?:к|до)\s+(?:концу|конца)\s+\S+(?:\s+учебного)?(?:\s+года)?|(?:к|в|на|за)\s+20\d\d(?:[/-]\d{2,4})?\s*(?:учебн\S+\s+)?(?:год\S*|г\.?)/iu.exec(
      text,
    )?.[0] ?? null
  const change: Comparator | null =
    grows.test(text) && (measure.test(text) || /\d\s*%/.test(text))
      ? 'increase'
      : falls.test(text) && (measure.test(text) || /\d\s*%/.test(text))
        ? 'decrease'
        : null
  const found = bounded.exec(text)
  if (found)
    return bound(
      found,
      text,
      change ?? (new RegExp(`^(?:${atMost})$`, 'iu').test(found[1] ?? '') ? '<=' : '>='),
      period,
    )
  if (/,\s*%$/u.test(text) || (measureHead.test(text) && !hasTarget(text)))
    return named(text, 'none', [], /%|дол|процент|вес/iu.test(text) ? '%' : null, period)
  const harsh = strict.exec(text)
  if (harsh && (harsh[5] || anyCount || change))
    return bound(harsh, text, change ?? (/^(?:более|свыше|больше|выше|>)$/iu.test(harsh[1] ?? '') ? '>' : '<'), period)
  const upTo = /^до\s+(\d+(?:[.,]\d+)?)\s*(%|процент\S*|чел\S*)\s*(.*)$/iu.exec(text)
  if (upTo)
    return named(
      text,
      '<=',
      valuesOf(upTo, 1).slice(0, 1),
      /^чел/iu.test(upTo[2] ?? '') ? 'чел.' : '%',
      period,
      upTo[3],
    )
  const share = percent.exec(text)
  if (share)
    return named(text, change ?? (share[2] || share[3] ? 'range' : '='), valuesOf(share, 1), '%', period, share[4])
  const often = times.exec(text)
  if (often && /раз/iu.test(text)) return named(text, '=', valuesOf(often, 1), frequency(often[4] ?? ''), period)
  if (change) return named(text, change, [], null, period)
  if (anyCount) {
    const count = counted.exec(text)
    if (count && !year.test(count[1] ?? ''))
      return named(text, count[2] || count[3] ? 'range' : '=', valuesOf(count, 1), count[4] ?? null, period, count[5])
  } else {
    const people = new RegExp(String.raw`(?<![\p{L}\d№-])${span}\s*(чел(?:\.|овек\S*)?)(?!\p{L})`, 'iu').exec(text)
    if (people) return named(text, people[2] || people[3] ? 'range' : '=', valuesOf(people, 1), 'чел.', period)
  }
  return null
}

/** «не менее двух уроков» → «не менее 2 уроков». */
function inFigures(text: string): string {
  return text.replace(spelled, (whole, before: string, word: string) => {
    const at = numberWords.indexOf(
      word
        .toLowerCase()
        .replaceAll('ё', 'е')
        .replace(/^одной$/, 'одного'),
    )
    return at < 0 ? whole : `${before}${at + 1}`
  })
}
const numberWords = 'одного двух трех четырех пяти шести семи восьми девяти десяти'.split(' ')
const spelled =
  /((?:не\s+(?:менее|более|реже|ниже|меньше|выше|чаще)|минимум)\s+(?:чем\s+)?(?:в\s+|на\s+)?)(\p{L}{4,8})(?!\p{L})/giu

function bound(found: RegExpExecArray, text: string, comparator: Comparator, period: string | null): IndicatorReading {
  const rest = found[6] ?? ''
  const unit = found[5]
    ? '%'
    : /^раза?(?!\p{L})/iu.test(rest)
      ? frequency(rest.replace(/^раза?\s*/iu, ''))
      : (unitShape.exec(rest)?.[0] ?? null)
  const after = found[5] ? rest : unit?.startsWith('раз') ? '' : rest.slice(unit?.length ?? 0)
  return named(text, comparator, valuesOf(found, 2), unit, period, after, text.slice(0, found.index))
}

function named(
  text: string,
  comparator: Comparator,
  values: readonly number[],
  unit: string | null,
  period: string | null,
  after = '',
  before = '',
): IndicatorReading {
  const counted =
    unit ?? (values.length > 0 ? (/(?:количество|кол-во|число)\s+([\p{L}-]+)/iu.exec(text)?.[1] ?? null) : null)
  return {
    comparator,
    values,
    unit: counted && /^чел/iu.test(counted) ? 'чел.' : counted,
    population: populationOf(text, after, before, period),
    period,
  }
}

/** What the share is of: after the figure, after «доля», or what stands before the figure. */
function populationOf(text: string, after: string, before: string, period: string | null): string | null {
  const rest = after
    .replace(period ?? '\u0000', ' ')
    .replace(/^[\s,]*(?:от\s+)?(?:общего\s+|общей\s+)?(?:числа|количества|численности)?\s*(?:от\s+)?/iu, '')
  const tail = rest.replace(/[\s,;.%]+$/, '').trim()
  if (tail !== '') return tail
  const share = /(?:доля|доли|процент[а]?|количество|кол-во|число|числа|количества)\s+([^,%\d]+(?:\([^)]*\))?)/iu
    .exec(text)?.[1]
    ?.trim()
  if (share) return share.replace(/[\s,;]+$/, '')
  return (
    before
      .replace(/[\s,;:–—-]+$/, '')
      .replace(/^участие$/iu, '')
      .trim() || null
  )
}

function valuesOf(found: RegExpExecArray, at: number): number[] {
  return [found[at], found[at + 1] ?? found[at + 2]]
    .filter(value => value !== undefined)
    .map(value => Number(value.replace(/[\s\u00a0]/g, '').replace(',', '.')))
}

function frequency(rest: string): string {
  const text = rest.toLowerCase()
  if (/(?:в|\/)\s*мес/.test(text) || /ежемесячно/.test(text)) return 'раз/мес'
  if (/(?:в|\/)\s*(?:кв|чет)/.test(text)) return text.includes('чет') ? 'раз/четверть' : 'раз/квартал'
  if (/(?:в|\/)\s*полуг/.test(text)) return 'раз/полугодие'
  if (/(?:в|\/)\s*(?:\S+\s+)?год/.test(text)) return 'раз/год'
  if (/(?:в|\/)\s*недел/.test(text)) return 'раз/неделю'
  return 'раз'
}

/** «Доля …, 50 %» and «Количество … – 5» have a target after all. */
function hasTarget(text: string): boolean {
  return (
    /(?:[-–—:,(]|составляет|до|на|менее|более|свыше|ниже|выше)\s*\d+(?:[.,]\d+)?\s*(?:%|процент|чел|ед)/iu.test(text) ||
    /[-–—:]\s*\d+\s*$/u.test(text) ||
    // «Доля участников 90 %», but not «Доля детей, читающих хуже 90 %»
    /^\S+(?:\s+[\p{L}-]+){1,5}\s+\d+(?:[.,]\d+)?\s*(?:%|процент\S*)\.?$/u.test(text)
  )
}

/** The indicator with its text and the column it was read in. */
export function indicator(sourceText: string, reading: IndicatorReading, column: Indicator['column']): Indicator {
  return { sourceText, ...reading, ...(column ? { column } : {}) }
}
