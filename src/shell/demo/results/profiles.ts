import type { SchoolType } from '../../../schools/contract.ts'
import { chanceOf } from './chance.ts'

/** What an invented school is like. */
export interface Profile {
  /** How much the participants know: 0 as the region, −1 much less. */
  readonly strength: number
  readonly classes: number
  readonly inClass: number
  readonly grades: readonly number[]
  /** Shares of the social context, in per cent of the pupils. */
  readonly hardship: number
}

/** Schools that differ by intent: those whose pupils need help most, and the one whose marks have heaps. */
const given: Readonly<Record<string, number>> = {
  'СШ № 9': -1.3,
  'ООШ № 23': -1.4,
  'СШ № 4': -0.95,
  'Школа с. Осиновка': -1.2,
  'ООШ № 26': -0.8,
  'СШ № 11': -0.4,
}
/** Classes so small that one participant is a fifth of them. */
const small: Readonly<Record<string, number>> = { 'Школа с. Ключи': 5, 'Школа с. Тихая Пристань': 4, 'ВШ № 30': 7 }

/** One participant short of the border of 30 %, in ОГЭ mathematics of both years. */
export const onTheEdge = 'СШ № 17'
/** Marks «3» and «4» begin with a heap: nobody stands right before them. */
export const withHeaps = 'СШ № 11'
/** No protocol of ВПР mathematics in grade 6 in 2025. */
export const withoutProtocol = 'СШ № 21'
/** Marks of the journal have little to do with the scores. */
export const withOddJournal = 'СШ № 13'

/** @param name short name of the school in `data/organisations.csv` */
export function profileOf(name: string, type: SchoolType | null): Profile {
  const chance = chanceOf(`школа ${name}`)
  const isVillage = name.includes(' с. ')
  const usual = 0.25 * chance.normal() + (type === 'gymnasium' || type === 'lyceum' ? 0.8 : isVillage ? -0.1 : 0.05)
  const strength = given[name] ?? usual
  return {
    strength,
    classes: small[name] || isVillage || type === 'boarding' ? 1 : chance.whole(2, 3),
    inClass: small[name] ?? (isVillage || type === 'boarding' ? chance.whole(9, 15) : chance.whole(21, 27)),
    grades: gradesOf(type),
    hardship: Math.max(2, Math.round(14 - 12 * strength + 4 * chance.normal())),
  }
}

function gradesOf(type: SchoolType | null): readonly number[] {
  if (type === 'primary') return [4]
  if (type === 'basic') return [4, 5, 6, 7, 8, 9]
  if (type === 'evening') return [9, 11]
  return [4, 5, 6, 7, 8, 9, 11]
}
