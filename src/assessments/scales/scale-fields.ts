import { isoDate, refuse } from '../../core/base/index.ts'
import { usualPoints } from '../model/cell-facts.ts'
import type { Scale } from '../model/scale.ts'
import type { RegionScale } from '../store/region-scales.ts'
import type { ScalePlace } from './scale-entry.ts'
import type { ScaleFields } from './shapes.ts'

/** «ВПР|математика|5|2025», the place in an address. */
export function placeKey({ procedure, subject, grade, year }: ScalePlace): string {
  return [procedure, subject, grade, year].join('|')
}

/** @throws refuse('not-found', 'assessments/scale-place-unknown') */
export function placeIn(key: string): ScalePlace {
  const [procedure = '', subject = '', grade = '', year = ''] = key.split('|')
  const place = { procedure, subject, grade: Number(grade), year: Number(year) }
  const isPlace = /^\d{1,2}$/.test(grade) && /^(199|20\d)\d$/.test(year) && place.grade >= 1 && place.grade <= 12
  if (!isPlace || procedure === '' || subject === '') throw refuse('not-found', 'assessments/scale-place-unknown')
  return place
}

/**
 * Reads the fields of the form.
 *
 * @throws refuse('invalid', 'assessments/scale-number' | 'assessments/scale-incomplete') naming the field
 */
export function scaleIn(fields: ScaleFields, place: ScalePlace): RegionScale {
  const source = fields.source.trim()
  const checkedOn = isoDate(fields.checkedOn)
  if (source === '') throw incomplete('source')
  if (!checkedOn) throw incomplete('checkedOn')
  return { thresholds: fields.kind === 'shipped' ? null : thresholdsIn(fields, place), source, checkedOn }
}

function thresholdsIn(fields: ScaleFields, { procedure, subject }: ScalePlace): Scale {
  const [three, four, five] = (['three', 'four', 'five'] as const).map(name => scoreIn(fields, name))
  const minimum = scoreIn(fields, 'minimum')
  const max = scoreIn(fields, 'highest')
  const given = [three, four, five].filter(score => score !== null).length
  if (given > 0 && given < 3) throw incomplete(three === null ? 'three' : four === null ? 'four' : 'five')
  if (given === 0 && minimum === null) throw incomplete('minimum')
  if (given === 3 && !(three! < four! && four! < five!)) throw number('four', fields.four, 'ascending')
  if (max !== null && max < (five ?? minimum!)) throw number('highest', fields.highest, 'notBelowMarks')
  const marks = given === 3 ? ([three!, four!, five!] as const) : null
  return { of: usualPoints(procedure, subject), marks, minimum, max, also: fields.also.trim() || null }
}

function scoreIn(fields: ScaleFields, name: 'three' | 'four' | 'five' | 'minimum' | 'highest'): number | null {
  const text = fields[name].trim()
  if (text === '') return null
  if (!/^\d{1,3}$/.test(text)) throw number(name, text, 'whole')
  return Number(text)
}

function number(field: string, found: string, expected: 'whole' | 'ascending' | 'notBelowMarks') {
  return refuse('invalid', 'assessments/scale-number', { found, expected }, { field })
}

function incomplete(field: string) {
  return refuse('invalid', 'assessments/scale-incomplete', { field }, { field })
}
