import { procedureNamed, subjectNamed, type Wave, waves } from '../../assessments/contract.ts'
import { type Lang, refuse } from '../../core/base/index.ts'
import type { Facts } from './facts.ts'

export const readExample =
  './opora results read протоколы.zip --procedure ВПР --subject математика --grade 5 --year 2021 --json'

export interface ReadWords {
  readonly places: readonly string[]
  readonly json: boolean
  readonly lang: Lang
  readonly stated: Facts
  /** Where counts.csv is written. */
  readonly counts: string | null
  readonly waves: readonly Wave[] | null
}

/** The words after `results read`. @throws refuse('invalid', 'results/bad-option' | 'results/no-file') */
export function readWordsIn(args: readonly string[]): ReadWords {
  const places: string[] = []
  const stated: { -readonly [Name in keyof Facts]: Facts[Name] } = {}
  let json = false
  let lang: Lang = 'ru'
  let counts: string | null = null
  let counted: readonly Wave[] | null = null
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (!word.startsWith('--')) {
      places.push(word)
      continue
    }
    if (word === '--json') {
      json = true
      continue
    }
    const value = args[++at]
    const bad = () =>
      refuse('invalid', 'results/bad-option', { found: [word, value].filter(Boolean).join(' '), example: readExample })
    if (value === undefined || value.trim() === '') throw bad()
    if (word === '--lang' && (value === 'ru' || value === 'en')) lang = value
    else if (word === '--procedure') stated.procedure = procedureNamed(value)
    else if (word === '--subject') stated.subject = subjectNamed(value)
    else if (word === '--grade') stated.grade = wholeIn(value, 1, 12, bad)
    else if (word === '--year') stated.year = wholeIn(value, 1990, 2100, bad)
    else if (word === '--wave') stated.wave = waveIn(value, bad)
    else if (word === '--counts') counts = value
    else if (word === '--waves') counted = value.split(',').map(one => waveIn(one.trim(), bad))
    else throw bad()
  }
  if (places.length === 0) throw refuse('invalid', 'results/no-file', { example: readExample })
  return { places, json, lang, stated, counts, waves: counted }
}

function wholeIn(text: string, from: number, to: number, bad: () => Error): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= from && value <= to)) throw bad()
  return value
}

function waveIn(text: string, bad: () => Error): Wave {
  const wave = waves.find(known => known === text)
  if (!wave) throw bad()
  return wave
}
