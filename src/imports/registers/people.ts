import { type IsoDate, isoDate, type OrganisationId, type PersonId } from '../../core/base/index.ts'
import { findDate } from '../../core/deadlines/index.ts'
import type { PersonColumn, RecognisedRegister } from './columns.ts'
import { type RegisterReport, startReport } from './report.ts'

export interface KnownPlace {
  readonly id: OrganisationId
  readonly name: string
  readonly shortName: string | null
  readonly codes: readonly string[]
}

export interface KnownHolder {
  readonly personId: PersonId
  readonly fullName: string
  readonly organisationId: OrganisationId
  readonly title: string
}

export interface PersonChange {
  readonly row: number
  /** Null: nobody of this name holds a position in this organisation yet. */
  readonly personId: PersonId | null
  readonly fullName: string
  readonly organisationId: OrganisationId
  /** Null when the file names no position: the person is entered without one. */
  readonly title: string | null
  readonly from: IsoDate | null
}

/**
 * Decides which people and positions a file adds. Pure. A person is known by the full name within the organisation; the same name in
 * another organisation is another entry until somebody says that it is one person (one person may hold seats in two schools).
 *
 * @param rows cells without the heading row
 * @returns rows with an unknown place or without a full name are rejected and reported; the others become changes
 */
export function planPeople(
  register: RecognisedRegister,
  rows: readonly (readonly string[])[],
  known: { readonly places: readonly KnownPlace[]; readonly holders: readonly KnownHolder[] },
  firstRow = 2,
): { readonly changes: readonly PersonChange[]; readonly report: RegisterReport } {
  const report = startReport('people', register.unknown)
  const changes: PersonChange[] = []
  const places = new Map<string, KnownPlace | null>()
  for (const place of known.places) {
    // A name that two organisations share names neither.
    for (const key of [place.name, place.shortName, ...place.codes]) {
      if (key) places.set(keyOf(key), places.has(keyOf(key)) && places.get(keyOf(key)) !== place ? null : place)
    }
  }
  const holders = new Map(known.holders.map(one => [`${one.organisationId} ${keyOf(one.fullName)}`, one]))
  const seen = new Set<string>()

  rows.forEach((cells, index) => {
    const row = firstRow + index
    const cell = (column: PersonColumn) => tidy(cells[register.columns[column] ?? -1] ?? '')
    if (cells.every(value => value.trim() === '')) return
    const fullName = cell('person')
    const place = places.get(keyOf(cell('organisation')))
    const from = cell('from') === '' ? null : dateIn(cell('from'))
    const refusals: [PersonColumn, string, string][] = []
    if (fullName.split(' ').length < 2)
      refusals.push(['person', fullName === '' ? 'person-missing' : 'person-incomplete', fullName])
    if (place === undefined)
      refusals.push([
        'organisation',
        cell('organisation') === '' ? 'organisation-missing' : 'organisation-unknown',
        cell('organisation'),
      ])
    if (place === null) refusals.push(['organisation', 'organisation-ambiguous', cell('organisation')])
    if (cell('from') !== '' && from === null) refusals.push(['from', 'date-unreadable', cell('from')])
    for (const [column, code, found] of refusals) report.problem(row, column, code, found)
    if (refusals.length > 0 || !place) {
      report.fate('rejected')
      return
    }
    const title = cell('position') || null
    const key = `${place.id} ${keyOf(fullName)}`
    const holder = holders.get(key)
    if (
      seen.has(`${key} ${keyOf(title ?? '')}`) ||
      (holder && (title === null || keyOf(holder.title) === keyOf(title)))
    ) {
      report.fate('same')
      return
    }
    seen.add(`${key} ${keyOf(title ?? '')}`)
    changes.push({ row, personId: holder?.personId ?? null, fullName, organisationId: place.id, title, from })
    report.fate(holder ? 'changed' : 'created')
  })
  return { changes, report: report.finish() }
}

const tidy = (text: string) => text.replace(/[\s\u00A0\u00AD]+/g, ' ').trim()
const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„\s]+/g, ' ')
    .trim()
const dateIn = (text: string): IsoDate | null => isoDate(text) ?? (findDate(text)?.date as IsoDate | undefined) ?? null
