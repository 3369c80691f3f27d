/** Days, alone or several of one month. */
import { dated, yearWords } from './printed-years.ts'
import {
  bare,
  joinRange,
  markAt,
  numberAt,
  place,
  type Read,
  type Span,
  senseNumber,
  type Tokens,
  tagAt,
} from './span.ts'
import { dayExists } from './tokens.ts'

function daySpan(tokens: Tokens, i: number, next: number, day: number, month: number, year: number | null): Span {
  const impossible = !dayExists(day, month, year)
  return {
    ...bare,
    shape: 'day',
    from: { month, day },
    to: { month, day },
    year,
    ...(impossible && { impossible }),
    ...place(tokens, i, next),
  }
}

/** «15.02.2023», «15.02», «15 февраля 2023 года», «15-го февраля»; a number before a month is a day. */
export function dayAt(tokens: Tokens, i: number): Read<Span> | null {
  const token = tokens[i]
  if (token?.kind === 'dayMonthYear') {
    const next = yearWords(tokens, i + 1).next
    return { value: daySpan(tokens, i, next, token.day, token.month, token.year), next }
  }
  if (token?.kind === 'dayMonth') {
    return dated(tokens, daySpan(tokens, i, i + 1, token.day, token.month, null), i + 1)
  }
  if (token?.kind === 'number' && token.value >= 1 && token.value <= 31) {
    const at = markAt(tokens, i + 1) === '-' && !token.ordinal ? i + 2 : i + 1
    if (tagAt(tokens, at) !== 'month' || (at === i + 2 && (tokens[i + 1]?.at ?? 0) !== token.to)) return null
    return dated(tokens, daySpan(tokens, i, at + 1, token.value, senseNumber(tokens, at), null), at + 1)
  }
  return null
}

/** «15–20 января 2024», «с 15 по 20 января» after its «с», «5, 15 и 25 марта»: bare numbers that take the month of the last. */
export function bareDaysAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const numbers: number[] = []
  let j = i
  let range = false
  for (;;) {
    const n = numberAt(tokens, j)
    if (n === null || n < 1 || n > 31 || numbers.length > 9) return null
    const isLast = numbers.length > 0 && dayAt(tokens, j) !== null
    if (isLast) break
    numbers.push(n)
    j++
    const sign = markAt(tokens, j)
    if (sign === '-' || tagAt(tokens, j) === 'upTo' || tagAt(tokens, j) === 'until') {
      if (range) return null
      range = true
      const token = tokens[j + 1]
      if (token?.kind === 'dayMonthYear' || token?.kind === 'dayMonth') {
        j++
        break
      }
    } else if (sign !== ',' && tagAt(tokens, j) !== 'and') return null
    j++
  }
  const last = dayAt(tokens, j)
  if (!last || numbers.length === 0 || (range && numbers.length > 1)) return null
  const month = last.value.from.month
  const monthOn = [tokens[j + 1]?.at ?? last.value.at, last.value.endsAt] as const
  const days = numbers.map((n, k) => {
    const day = daySpan(tokens, i + 2 * k, i + 2 * k + 1, n, month, last.value.year)
    return { ...last.value, ...day, school: last.value.school, words: [[day.at, day.endsAt] as const, monthOn] }
  })
  const first = days[0]
  if (range && first) return { value: [joinRange(first, last.value)], next: last.next }
  return { value: [...days, last.value], next: last.next }
}
