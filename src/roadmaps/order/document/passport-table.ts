import { cyrillic } from '../../../core/russian/index.ts'
import { readComparator } from './comparator.ts'
import { joined, type Line, placesOf } from './lines.ts'
import { markerOf, statementsOf } from './marker.ts'
import { asWording, type PassportDraft, put, remember } from './passport-draft.ts'
import { fieldOf } from './passport-fields.ts'

type Row = ReadonlyMap<number, readonly Line[]>

/** Reads a table of the passport: target indicators under a header, or rows «key | value», «number | name | statements». */
export function readPassportTable(draft: PassportDraft, lines: readonly Line[]): void {
  const rows = rowsOf(lines)
  const header = rows[0]
  if (header && isIndicatorHeader(header)) readIndicators(draft, header, rows.slice(1))
  else for (const row of rows) readRow(draft, row)
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows = new Map<number, Map<number, Line[]>>()
  for (const line of lines) {
    const at = line.cell?.row ?? 0
    const row = rows.get(at) ?? new Map<number, Line[]>()
    rows.set(at, row)
    const column = line.cell?.column ?? 0
    row.set(column, [...(row.get(column) ?? []), line])
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row)
}

function textOf(lines: readonly Line[] | undefined): string {
  return lines ? joined(lines) : ''
}

function isIndicatorHeader(row: Row): boolean {
  const texts = [...row.values()].map(textOf)
  return (
    texts.length > 1 &&
    /показател|индикатор/i.test(texts.join(' ')) &&
    texts.some(text => /единиц|ед\.\s?изм|^(?:19|20)\d\d|значени/i.test(text))
  )
}

function readIndicators(draft: PassportDraft, header: Row, rows: readonly Row[]): void {
  const headings = [...header.entries()].map(([column, lines]) => ({ column, text: textOf(lines) }))
  const nameAt = headings.find(({ text }) => /показател|индикатор|наименовани/i.test(text))?.column ?? 0
  const unitAt = headings.find(({ text }) => /единиц|ед\.\s?изм/i.test(text))?.column
  const valueColumns = headings.filter(
    ({ column, text }) => column !== nameAt && column !== unitAt && !/^№|п\/п/.test(text),
  )
  for (const lines of header.values()) {
    remember(draft, '/passport/targetIndicators', placesOf(lines))
    asWording(draft, textOf(lines), placesOf(lines))
  }
  for (const row of rows) {
    const name = textOf(row.get(nameAt))
    const unit = unitAt === undefined ? null : textOf(row.get(unitAt)) || null
    const values = valueColumns.filter(({ column }) => textOf(row.get(column)) !== '')
    if (name === '') continue
    for (const { column, text } of values) {
      const sourceText = textOf(row.get(column))
      const read = readComparator(sourceText)
      const period = /(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?/.exec(text)?.[0] ?? null
      put(
        draft,
        'targetIndicators',
        { name, unit: unit ?? read.unit, comparator: read.comparator, values: read.values, period, sourceText },
        placesOf([...row.values()].flat()),
      )
    }
    if (values.length === 0)
      put(draft, 'targetIndicators', { name, unit, comparator: 'none', values: [] }, placesOf([...row.values()].flat()))
  }
}

/** A row of a passport: its key names a field, or it is a component of the cycle with its statements. */
function readRow(draft: PassportDraft, row: Row): void {
  const cells = [...row.entries()].sort(([a], [b]) => a - b).map(([, lines]) => lines)
  const value = cells.at(-1) ?? []
  const keys = cells.slice(0, -1)
  const number = keys.length > 0 && /^\d{1,2}\.?$/.test(textOf(keys[0])) ? textOf(keys[0]).replace(/\.$/, '') : null
  const name =
    keys
      .filter(key => number === null || key !== keys[0])
      .map(textOf)
      .join(' ')
      .trim() || null
  const places = placesOf(cells.flat())
  const field = name && number === null ? fieldOf(cyrillic(name)) : null
  const statements = statementsIn(draft, value)
  if (field) for (const key of keys) asWording(draft, textOf(key), placesOf(key))
  for (const line of value) asWording(draft, markerOf(line).marker?.number ?? '', placesOf([line]))
  if (field === 'workingGroup' || field === 'developer' || field === 'period') {
    const key = field === 'period' ? 'periodText' : field
    draft[key] = textOf(value)
    remember(draft, `/passport/${key}`, places)
  } else if (field === 'goals' || field === 'tasks' || field === 'expectedResults' || field === 'problem') {
    for (const { text } of statements.flatMap(separate)) put(draft, field, text, places)
  } else if (field === 'targetIndicators') {
    for (const { text } of statements)
      put(draft, 'targetIndicators', { name: text, ...readComparator(text), sourceText: text }, places)
  } else if (name === null && number === null && draft.lists.components.length > 0) {
    goOn(draft, statements, places)
  } else if (cells.length > 0) {
    put(draft, 'components', { number, name, statements: statements.map(({ text }) => text) }, places)
  }
}

/** «1. Выявить дефициты. 2. Устранить …» and «рост качества; снижение доли» printed in one paragraph. */
function separate({ text }: { text: string }): { text: string }[] {
  const parts = text.split(/;\s+|(?<=[.;])\s+(?=\d{1,2}[.)]\s?\p{Lu})/u)
  return parts.map(part => ({ text: part.replace(/^\d{1,2}[.)]\s?/, '') }))
}

/** A row without number and name goes on with the component before: the row was split by a page. */
function goOn(draft: PassportDraft, statements: readonly { text: string }[], places: readonly string[]): void {
  const at = draft.lists.components.length - 1
  const last = draft.lists.components[at]
  if (!last) return
  statements.forEach(({ text }, i) => {
    const before = last.statements.at(-1)
    const isTorn = i === 0 && before !== undefined && /^[а-яё]/.test(text) && !/[.;:,]$/.test(before)
    if (isTorn) last.statements[last.statements.length - 1] = `${before} ${text}`
    else last.statements.push(text)
  })
  remember(draft, `/passport/components/${at}`, places)
}

/** Statements of one cell; a lead-in («Проведён мониторинг:») before a list is kept with the notes, not among them. */
function statementsIn(draft: PassportDraft, lines: readonly Line[]): { text: string }[] {
  const all = statementsOf(lines)
  const isLeadIn = (text: string, i: number) => /:$/.test(text) && i < all.length - 1
  all.forEach(({ text, lines: own }, i) => {
    if (isLeadIn(text, i)) put(draft, 'notes', text, placesOf(own))
  })
  return all.filter(({ text }, i) => !isLeadIn(text, i)).map(({ text }) => ({ text }))
}
