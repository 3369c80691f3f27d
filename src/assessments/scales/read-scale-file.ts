import { refuse } from '../../core/base/index.ts'
import { procedureNamed, subjectNamed } from '../model/procedure-names.ts'
import type { ScaleEntry } from './scale-entry.ts'

type Fields = Readonly<Record<string, unknown>>

const fileFields = [
  'id',
  'title',
  'procedure',
  'years',
  'from',
  'region',
  'points',
  'source',
  'checkedOn',
  'status',
  'scales',
]
const scaleFields = ['subject', 'grade', 'lowest', 'minimum', 'highest', 'also']

/**
 * Scales out of the data of a file `scales/<id>/scale.yaml`.
 *
 * @param file named in refusals
 * @throws refuse('invalid', 'assessments/scale-malformed') with the place in the data, what was found and what was expected
 * @example readScaleFile(parse(text), 'scales/oge-2026/scale.yaml')[0]!.minimum // 15
 */
export function readScaleFile(data: unknown, file: string): readonly ScaleEntry[] {
  const whole = fieldsIn(data, fileFields, file, '—')
  const text = (name: string) => textIn(whole[name], file, name)
  const checkedOn = text('checkedOn')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(checkedOn)) throw malformed(file, 'checkedOn', checkedOn, 'date')
  const head = {
    id: text('id'),
    title: text('title'),
    procedure: procedureNamed(text('procedure')),
    years: yearsIn(whole, file),
    regionId: whole['region'] === undefined ? null : wholeIn(whole['region'], file, 'region', 1, 99),
    of: oneOf(whole['points'], ['primary', 'test'] as const, file, 'points'),
    source: text('source'),
    checkedOn,
    status: oneOf(whole['status'], ['confirmed', 'default'] as const, file, 'status'),
  }
  const scales = whole['scales']
  if (!Array.isArray(scales) || scales.length === 0) throw malformed(file, 'scales', scales, 'list')
  return scales.map((each, at) => ({ ...head, ...scaleIn(each, file, `scales[${at}]`) }))
}

function scaleIn(data: unknown, file: string, at: string) {
  const fields = fieldsIn(data, scaleFields, file, at)
  const minimum = fields['minimum'] === undefined ? null : wholeIn(fields['minimum'], file, `${at}.minimum`, 0, 1000)
  const highest = fields['highest'] === undefined ? null : wholeIn(fields['highest'], file, `${at}.highest`, 1, 1000)
  const marks = fields['lowest'] === undefined ? null : lowestIn(fields['lowest'], file, `${at}.lowest`)
  if (marks === null && minimum === null) throw malformed(file, at, '', 'lowestOrMinimum')
  const top = marks?.[2] ?? minimum!
  if (highest !== null && highest < top) throw malformed(file, `${at}.highest`, highest, 'notBelowMarks')
  return {
    subject: subjectNamed(textIn(fields['subject'], file, `${at}.subject`)),
    grade: wholeIn(fields['grade'], file, `${at}.grade`, 1, 12),
    marks,
    minimum,
    max: highest,
    also: fields['also'] === undefined ? null : textIn(fields['also'], file, `${at}.also`),
  }
}

function lowestIn(data: unknown, file: string, at: string): readonly [number, number, number] {
  const fields = fieldsIn(data, ['3', '4', '5'], file, at)
  const [three, four, five] = ['3', '4', '5'].map(mark => wholeIn(fields[mark], file, `${at}.${mark}`, 0, 1000))
  if (!(three! < four! && four! < five!)) throw malformed(file, at, [three, four, five].join(', '), 'ascending')
  return [three!, four!, five!]
}

function yearsIn(whole: Fields, file: string): ScaleEntry['years'] {
  const { years, from } = whole as { years?: unknown; from?: unknown }
  if (from !== undefined && years === undefined) return { from: wholeIn(from, file, 'from', 1990, 2100) }
  if (!Array.isArray(years) || years.length === 0 || from !== undefined)
    throw malformed(file, 'years', years ?? '', 'yearsOrFrom')
  return years.map((year, at) => wholeIn(year, file, `years[${at}]`, 1990, 2100))
}

function fieldsIn(data: unknown, known: readonly string[], file: string, at: string): Fields {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw malformed(file, at, data, 'fields')
  const stranger = Object.keys(data).find(name => !known.includes(name))
  if (stranger !== undefined) throw malformed(file, at, stranger, 'knownField')
  return data as Fields
}

function textIn(value: unknown, file: string, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw malformed(file, at, value, 'text')
  return value.trim()
}

function wholeIn(value: unknown, file: string, at: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw malformed(file, at, value, 'whole')
  return value
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[], file: string, at: string): Word {
  const found = words.find(word => word === value)
  if (!found) throw malformed(file, at, value, 'word', words.join(', '))
  return found
}

function malformed(file: string, at: string, found: unknown, expected: string, known = '') {
  const shown = typeof found === 'string' ? found : (JSON.stringify(found) ?? '')
  return refuse('invalid', 'assessments/scale-malformed', { file, at, found: shown, expected, known })
}
