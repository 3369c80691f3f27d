/** Wording that makes the date depend on something else: a schedule kept elsewhere, or an event. */
import { countAt } from './frequencies.ts'
import { markAt, type Read, skipDots, type Tokens, tagAt } from './span.ts'
import { isHolidaysOfSeason } from './unit-spans.ts'

export type ConditionKind = 'schedule' | 'event'

/** Papers and agreements that hold the date. */
const papers =
  /^(?:план|плану|планом|планам|плана|планов|планами|график\p{L}*|расписани\p{L}*|циклограмм\p{L}*|приказ\p{L}*|распоряжени\p{L}*|письм\p{L}*|регламент\p{L}*|порядк\p{L}*|положени\p{L}*|программ\p{L}*|календар\p{L}*|протокол\p{L}*|решени\p{L}*|соглашени\p{L}*|договор\p{L}*|согласовани\p{L}*|дорожн\p{L}*|сетк\p{L}*|маршрут\p{L}*|запланированн\p{L}*|медиаплан\p{L}*|смет\p{L}*|указани\p{L}*|инструкци\p{L}*|методик\p{L}*|перечн\p{L}*|распределени\p{L}*|комплектовани\p{L}*|срок\p{L}*)$/u
const happenings =
  /^(?:мере|факту|необходимост\p{L}*|итог\p{L}*|результат\p{L}*|окончани\p{L}*|завершени\p{L}*|истечени\p{L}*|запрос\p{L}*|требовани\p{L}*|заявк\p{L}*|заявлени\p{L}*|обращени\p{L}*|поступлени\p{L}*|получени\p{L}*|приглашени\p{L}*|готовност\p{L}*|показани\p{L}*|поручени\p{L}*|наличи\p{L}*|прибыти\p{L}*|достижени\p{L}*|возникновени\p{L}*|появлени\p{L}*|выходу|ходу)$/u
const eventStarts =
  /^(?:после|перед|накануне|немедленно|незамедлительно|срочно|сразу|оперативно|своевременно|одновременно|спустя|через|во время|с момента)$/
const moments = /^(?:момент|момента|даты|дня|начала)$/
const processes =
  /^(?:проведени\p{L}*|подготовк\p{L}*|ход|ходе|время|рамках|процессе|дни|день|случае|действи\p{L}*|экзамен\p{L}*|реализаци\p{L}*|каникул\p{L}*)$/u

/** Where a condition begins; the answer is its kind and the first token after its opening words. */
export function conditionAt(tokens: Tokens, i: number): Read<ConditionKind> | null {
  const token = tokens[i]
  if (token?.kind === 'number') return durationAt(tokens, i)
  if (token?.kind !== 'word') return null
  const { word } = token
  const tag = tagAt(tokens, i)
  const next = wordAt(tokens, i + 1)
  if (word === 'согласно' || word === 'соответственно') return { value: 'schedule', next: i + 1 }
  if (word === 'соответствии' || (word === 'основании' && tagAt(tokens, i - 1) === 'on'))
    return { value: 'schedule', next: i + 1 }
  if (tag === 'in' && (next === 'соответствии' || next === 'соответствие')) return { value: 'schedule', next: i + 2 }
  if (tag === 'on' && next === 'основании') return { value: 'schedule', next: i + 2 }
  if (tag === 'in' && next === 'рамках') return { value: 'schedule', next: i + 2 }
  if (eventStarts.test(word)) return { value: 'event', next: i + 1 }
  if (word === 'при' && next !== null) return { value: 'event', next: i + 2 }
  if (tag === 'upTo') return afterPo(tokens, i)
  const duration = durationAt(tokens, i)
  if (duration) return duration
  const isBefore = tag === 'on' && tagAt(tokens, i + 2) === 'until'
  if (isBefore && ['week', 'day', 'monthUnit'].includes(tagAt(tokens, i + 1) ?? ''))
    return { value: 'event', next: i + 3 }
  if (tag === 'from' && next !== null && moments.test(next)) return { value: 'event', next: i + 2 }
  if (tag === 'until' && next !== null && isHappening(tokens, i + 1)) return { value: 'event', next: i + 2 }
  if (/^(?:уточня|дополнительн)/.test(word)) return { value: 'schedule', next: i + 1 }
  if (tag === 'not' && tagAt(tokens, i + 1) === 'later') {
    const after = tagAt(tokens, i + 2) === 'than' ? i + 3 : i + 2
    const within = durationAt(tokens, after)
    if (within) return within
    return wordAt(tokens, after) === 'дня' ? { value: 'event', next: after + 1 } : null
  }
  if (tag === 'in') return afterIn(tokens, i)
  if (papers.test(word) && tag === null) return { value: 'schedule', next: i + 1 }
  if (tag === 'holidays' || isHolidaysOfSeason(tokens, i)) return { value: 'event', next: i + 1 }
  return null
}

/** «до проведения …», «до начала …», «до экзамена»: no date follows. */
function isHappening(tokens: Tokens, i: number): boolean {
  const tag = tagAt(tokens, i)
  return tag === null || tag === 'filler' || tag === 'beginning'
}

/** «по …»: a paper or a happening among the next words decides. */
function afterPo(tokens: Tokens, i: number): Read<ConditionKind> | null {
  for (let j = i + 1; j < Math.min(i + 8, tokens.length); j++) {
    const word = wordAt(tokens, j)
    if (word === null) {
      if (markAt(tokens, j) === '-') continue
      break
    }
    if (happenings.test(word)) return { value: 'event', next: j + 1 }
    if (papers.test(word)) return { value: 'schedule', next: j + 1 }
    if (word.startsWith('отдельн')) return { value: 'schedule', next: j + 1 }
  }
  return null
}

/** «в установленные сроки», «в период проведения …», «в ходе …», «в 3-дневный срок», «в каникулярное время». */
function afterIn(tokens: Tokens, i: number): Read<ConditionKind> | null {
  const next = wordAt(tokens, i + 1)
  if (next === null) return null
  if (next.startsWith('кратчайш') || next === 'оперативном') return { value: 'event', next: i + 2 }
  if (
    next === 'дни' ||
    next === 'день' ||
    next === 'ходе' ||
    next === 'время' ||
    next === 'процессе' ||
    next === 'случае'
  ) {
    return { value: 'event', next: i + 2 }
  }
  if (tagAt(tokens, i + 1) === 'holidays') return { value: 'event', next: i + 2 }
  const unit = tagAt(tokens, i + 2)
  const hasUnit =
    unit === 'monthUnit' ||
    unit === 'week' ||
    unit === 'quarter' ||
    unit === 'day' ||
    unit === 'term' ||
    unit === 'half'
  if (tagAt(tokens, i + 1) === 'during' && hasUnit) return { value: 'event', next: i + 3 }
  const span = tagAt(tokens, i + 1) === 'period' || tagAt(tokens, i + 1) === 'during'
  const after = wordAt(tokens, i + 2)
  if (
    span &&
    after !== null &&
    (processes.test(after) || tagAt(tokens, i + 2) === 'holidays' || isHolidaysOfSeason(tokens, i + 2))
  ) {
    return after.startsWith('реализаци') || after.startsWith('действи') ? null : { value: 'event', next: i + 3 }
  }
  if (isHolidaysOfSeason(tokens, i + 1)) return { value: 'event', next: i + 3 }
  for (let j = i + 1; j < Math.min(i + 4, tokens.length); j++) {
    if (tagAt(tokens, j) === 'term-of') {
      const adjective = wordAt(tokens, i + 1) ?? ''
      if (/^(?:установленн|утвержденн|определенн|указанн|назначенн|запланированн)/.test(adjective))
        return { value: 'schedule', next: j + 1 }
      const between = wordAt(tokens, j + 1) ?? ''
      if (j === i + 1 && /^(?:установленн|утвержденн|определенн|указанн|назначенн|проведени)/.test(between)) {
        return { value: 'schedule', next: j + 2 }
      }
      if (j === i + 1 && markAt(tokens, j + 1) === ',') return { value: 'schedule', next: j + 2 }
      if (/^(?:месячн|недельн|декадн|двухнедельн|десятидневн|трехдневн|пятидневн|дневн)/.test(adjective))
        return { value: 'event', next: j + 1 }
      break
    }
  }
  return null
}

/** «в течение 10 рабочих дней …», «через 2 недели …», «за 10 дней до …», «в 3-дневный срок», «10 дней после …». */
function durationAt(tokens: Tokens, start: number): Read<ConditionKind> | null {
  let i = start
  for (let step = 0; step < 4; step++) {
    const tag = tagAt(tokens, i)
    if (
      tag === 'in' ||
      tag === 'on' ||
      tag === 'during' ||
      tag === 'term-of' ||
      tag === 'until' ||
      tag === 'filler' ||
      tag === 'not'
    )
      i++
    else if (wordAt(tokens, i) === 'более' || wordAt(tokens, i) === 'через' || wordAt(tokens, i) === 'спустя') i++
    else break
  }
  const count = countAt(tokens, i)
  if (!count) return null
  let j = count.next
  if (markAt(tokens, j) === '-') j++
  if (
    markAt(tokens, j) === '-' ||
    tagAt(tokens, j) === 'workday' ||
    tagAt(tokens, j) === 'school' ||
    markAt(tokens, j) === '('
  )
    j = skipDots(tokens, j + 1)
  const unit = tagAt(tokens, j)
  const isDays = unit === 'day' || unit === 'workday' || unit === 'hour' || unit === 'week'
  const isMonths =
    unit === 'monthUnit' && (i > start || tagAt(tokens, j + 1) === 'from' || wordAt(tokens, j + 1) === 'после')
  if (!isDays && !isMonths) return null
  if (unit === 'week' && i === start && count.value <= 5 && !isAfterWord(tokens, j + 1)) return null
  if (tagAt(tokens, start) === 'until' && unit === 'day' && i === start + 1) return { value: 'event', next: j + 1 }
  return { value: 'event', next: tagAt(tokens, j + 1) === 'term-of' ? j + 2 : j + 1 }
}

function isAfterWord(tokens: Tokens, i: number): boolean {
  const word = wordAt(tokens, i)
  return word === 'после' || word === 'до' || word === 'со' || word === 'с'
}

function wordAt(tokens: Tokens, i: number): string | null {
  const token = tokens[i]
  return token?.kind === 'word' ? token.word : null
}
