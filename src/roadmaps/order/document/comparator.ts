import type { Comparator } from '../contract.ts'

const words: readonly (readonly [Comparator, RegExp])[] = [
  ['>=', /не\s+(?:менее|ниже|меньше)|от\s+\d/i],
  ['<=', /не\s+(?:более|выше|больше|превыша\p{L}+)|до\s+\d/iu],
  ['>', /(?:более|свыше|больше|выше)\s+(?:чем\s+)?\d/i],
  ['<', /(?:менее|ниже|меньше)\s+(?:чем\s+)?\d/i],
  ['increase', /увеличени|рост|повышени/i],
  ['decrease', /снижени|уменьшени|сокращени/i],
]

/**
 * Reads the target of an indicator: how to compare, the value, the unit.
 * @example readComparator('не более 6 %') // { comparator: '<=', values: [6], unit: '%' }
 */
export function readComparator(text: string): { comparator: Comparator; values: number[]; unit: string | null } {
  const range = /(\d+(?:[.,]\d+)?)\s*[-–—]\s*(\d+(?:[.,]\d+)?)/.exec(text)
  const numbers = [...text.matchAll(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?![\p{L}\d])/gu)].map(match =>
    Number(match[0].replace(',', '.')),
  )
  const comparator = words.find(([, shape]) => shape.test(text))?.[0]
  const unit = /\d\s*(%|процент\p{L}*|чел\p{L}*\.?|ед\.?|балл\p{L}*|раз\p{L}*)/iu.exec(text)?.[1] ?? null
  if (numbers.length === 0) return { comparator: comparator ?? 'none', values: [], unit }
  if (range && !comparator) return { comparator: 'range', values: numbers.slice(0, 2), unit }
  return { comparator: comparator ?? '=', values: numbers.slice(0, 1), unit: unit === 'процент' ? '%' : unit }
}
