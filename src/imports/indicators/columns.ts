/** Where things stand in a sheet of indicators, told by its headings. */
export interface IndicatorColumns {
  readonly school: number
  readonly year: number | null
  /** Long form: one fact in a row. Null: a column for each indicator. */
  readonly long: Readonly<
    Partial<Record<'indicator' | 'value' | 'numerator' | 'denominator' | 'participants', number>>
  > | null
  readonly wide: readonly WideColumn[]
  /** Headings that were not read. */
  readonly left: readonly string[]
}

export interface WideColumn {
  readonly indicator: string
  /** A year inside the heading: «неполные семьи, 2025». */
  readonly year: number | null
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly participants: number | null
}

const headings = {
  code: ['код школы', 'код оо', 'код организации', 'логин', 'логин фис око', 'school code', 'code'],
  school: ['школа', 'оо', 'организация', 'наименование школы', 'название школы', 'school', 'school name'],
  year: ['год', 'учебный год', 'year'],
  indicator: ['показатель', 'indicator'],
  value: ['значение', 'value'],
  numerator: ['числитель', 'numerator'],
  denominator: ['знаменатель', 'denominator'],
  participants: ['участников', 'участники', 'учащихся', 'участников всего', 'participants', 'pupils'],
} as const
/** Columns of a usual table of schools that are no indicators. */
const noIndicator = new Set([
  '№',
  '№ п/п',
  'n п/п',
  'муниципалитет',
  'муниципальное образование',
  'территория',
  'район',
  'наименование',
  'название',
  'тип',
  'вид',
  'инн',
  'огрн',
  'директор',
  'руководитель',
  'фио',
  'адрес',
  'телефон',
  'почта',
  'примечание',
  'municipality',
  'name',
  'type',
  'note',
])

/**
 * Tells the columns by their headings, in any order, in Russian or English.
 * @returns null: the row is no heading of a table of indicators
 */
export function recogniseColumns(row: readonly string[]): IndicatorColumns | null {
  const plain = row.map(text => text.toLowerCase().replace(/\s+/g, ' ').trim())
  const at = (name: keyof typeof headings) =>
    plain.findIndex(text => (headings[name] as readonly string[]).includes(text))
  const school = at('code') >= 0 ? at('code') : at('school')
  if (school < 0) return null
  const year = at('year') < 0 ? null : at('year')
  const rest = row.map((_, place) => place).filter(place => place !== school && place !== year && plain[place] !== '')
  const heading = (place: number) => row[place]!.trim()
  if (at('indicator') >= 0) {
    const names = ['indicator', 'value', 'numerator', 'denominator', 'participants'] as const
    const long = Object.fromEntries(names.map(name => [name, at(name)]).filter(([, place]) => Number(place) >= 0))
    if (at('value') < 0 && (at('numerator') < 0 || at('denominator') < 0)) return null
    const used = new Set<unknown>(Object.values(long))
    return { school, year, long, wide: [], left: rest.filter(place => !used.has(place)).map(heading) }
  }
  const taken = rest.filter(place => !isNoIndicator(plain[place]!))
  const wide = wideColumns(taken.map(place => ({ place, text: heading(place) })))
  if (wide.length === 0) return null
  return { school, year, long: null, wide, left: rest.filter(place => !taken.includes(place)).map(heading) }
}

const parts = {
  numerator: /[,:;]?\s*\(?(?:числитель|numerator)\)?$/i,
  denominator: /[,:;]?\s*\(?(?:знаменатель|denominator)\)?$/i,
  participants: /[,:;]\s*\(?(?:участников|учащихся|participants|pupils)\)?$/i,
} as const

/** One indicator may take up to two columns: numerator and denominator, or a value and of how many pupils it is. */
function wideColumns(places: readonly { place: number; text: string }[]): WideColumn[] {
  const found = new Map<string, WideColumn>()
  for (const { place, text } of places) {
    const part = (Object.keys(parts) as (keyof typeof parts)[]).find(name => parts[name].test(text)) ?? 'value'
    const base = part === 'value' ? text : text.replace(parts[part], '')
    const said = /[\s,(]+((?:19|20)\d\d)(?:\s*год|\s*г\.)?\)?$/.exec(base)
    const year = said ? Number(said[1]) : null
    const indicator = (said ? base.slice(0, said.index) : base).replace(/[,(]?\s*(?:%|в %|процентов)\)?$/, '').trim()
    const key = `${indicator.toLowerCase()} ${year}`
    const none: WideColumn = { indicator, year, value: null, numerator: null, denominator: null, participants: null }
    const before = found.get(key) ?? none
    // The same heading twice: the second is a column of its own, so that contradictions come to light by row.
    found.set(before[part] === null ? key : `${key} ${place}`, {
      ...(before[part] === null ? before : none),
      [part]: place,
    })
  }
  return [...found.values()].filter(({ indicator }) => indicator !== '')
}

function isNoIndicator(text: string): boolean {
  return noIndicator.has(text) || Object.values(headings).some(known => (known as readonly string[]).includes(text))
}
