import type { Block } from '../../../core/document-model/index.ts'
import { plainText } from '../../../core/russian/index.ts'
import type { FindPlan } from '../contract.ts'
import { beginsInside, endsInside, isDitto, isFurniture, looksLikeDeadline, looksLikeNumber } from './cell-content.ts'
import { isColumnNumbers } from './column-facts.ts'
import { type Columns, isRepeatedHeader } from './columns.ts'
import { filledColumns, type GridRow, textAt } from './grid.ts'
import { factsOf, type LaidTable, numberOf, type PlanFacts, tablesOf } from './laid-tables.ts'
import { realigned } from './realign.ts'
import { bareNumber, readSectionTitle, SectionTree } from './sections.ts'

/** An item as printed: lines and places per column, re-joined over page breaks, not yet understood. */
export interface PrintedItem {
  readonly columns: Columns
  readonly sectionIndex: number | null
  number: string | null
  readonly lines: string[][]
  readonly places: string[][]
  readonly rows: string[]
  readonly shifted: boolean
  /** Taken for an item though nothing numbers it: the other reading is a continuation of the item before. */
  readonly unnumbered: boolean
  joined: boolean
}

/** Something odd about a row, to be told to people. */
export interface RowNote {
  readonly code: 'repeatedHeader' | 'rowSplit' | 'columnShift' | 'noiseRow' | 'sectionPlainText'
  readonly places: readonly string[]
  readonly text: string
}

export interface ReadRows {
  readonly items: readonly PrintedItem[]
  readonly tree: SectionTree
  readonly columns: readonly Columns[]
  readonly notes: readonly RowNote[]
  readonly used: ReadonlySet<string>
  /** Sections that are tables of their own: numbers may begin anew in them. */
  readonly titled: ReadonlySet<number>
  readonly wording: ReadonlyMap<string, readonly string[]>
}

/** Goes down the rows of the plan and tells headers, sections, items, continuations and noise apart. */
export function readRows(blocks: readonly Block[], plan: ReturnType<FindPlan>): ReadRows {
  const tables = tablesOf(blocks, plan)
  const reader = new RowReader(factsOf([...tables.values()]))
  for (const i of plan.blocks) {
    const block = blocks[i]
    const table = tables.get(i)
    if (block?.kind === 'paragraph') reader.line(plainText(block.text), block.place.id, block.align === 'center')
    else if (block) {
      reader.used.add(block.place.id)
      if (table) reader.table(table)
    }
  }
  reader.finish()
  return reader
}

const MOST_PIECES = 40

class RowReader implements ReadRows {
  readonly items: PrintedItem[] = []
  readonly tree = new SectionTree()
  readonly columns: Columns[] = []
  readonly notes: RowNote[] = []
  readonly used = new Set<string>()
  readonly titled = new Set<number>()
  readonly wording = new Map<string, readonly string[]>()
  private now: Columns | null = null
  private afterBreak = false
  private sectionSince = false
  /** Section column → text of the section it now stands in. */
  private readonly sectionCells = new Map<number, string>()
  private readonly facts: PlanFacts

  constructor(facts: PlanFacts) {
    this.facts = facts
  }

  table({ rows, columns, header }: LaidTable): void {
    const isTitled = this.isTitledTable(header)
    if (columns !== this.now) {
      if (this.now && !isTitled && sameKeys(columns, this.now)) this.note('repeatedHeader', rows[header[0] ?? 0], '')
      this.columns.push(columns)
      this.now = columns
    }
    this.afterBreak = this.items.length > 0
    rows.forEach((row, at) => {
      this.used.add(row.place.id)
      if (header.includes(at)) return
      if (header.length > 0 && at < header[0]!) this.captionRow(row)
      else this.row(row, rows[at + 1], columns)
    })
  }

  /** A table with its own header under a line that names it («МБОУ «Школа № 5»»): a table of its own, no defect of the one before. */
  private isTitledTable(header: readonly number[]): boolean {
    const last = this.notes.at(-1)
    if (header.length === 0 || !this.sectionSince || last?.code !== 'sectionPlainText') return false
    this.notes.pop()
    const { current } = this.tree
    if (current !== null) this.titled.add(current)
    return true
  }

  /** What stands after the last item and opens nothing (a signature, a note) is no section. */
  finish(): void {
    const holding = new Set(this.items.map(item => item.sectionIndex))
    for (let last = this.tree.sections.at(-1); last && this.items.length > 0; last = this.tree.sections.at(-1)) {
      if (last.number !== null || last.sourceForm === 'columnCell' || holding.has(last.index)) break
      if (this.tree.sections.some(section => section.parentIndex === last?.index)) break
      this.notes.push({ code: 'noiseRow', places: this.tree.drop(), text: last.title })
    }
  }

  /** A plain line among the tables: a section. */
  line(text: string, id: string, centred: boolean): void {
    this.used.add(id)
    if (text === '' || isFurniture(text)) return
    if (this.sectionSince && beginsInside(text) && this.tree.extend(text, [id])) return
    this.tree.add({ ...readSectionTitle(text), form: centred ? 'htmlRow' : 'plainLine', places: [id] })
    this.sectionSince = true
    this.notes.push({ code: 'sectionPlainText', places: [id], text })
  }

  private captionRow(row: GridRow): void {
    const text = wholeText(row)
    if (text === '' || /(?:^|\s)(?:план|дорожн|график|комплекс|приложени|утвержд)/iu.test(text)) return
    this.tree.add({ ...readSectionTitle(text), form: 'tableTitle', places: placesOf(row) })
    this.sectionSince = true
  }

  private row(printed: GridRow, next: GridRow | undefined, columns: Columns): void {
    if (filledColumns(printed).length === 0 && !hasLabel(printed, columns)) return
    if (isRepeatedHeader(printed, columns) || isColumnNumbers(printed)) {
      if (isRepeatedHeader(printed, columns)) this.note('repeatedHeader', printed, '')
      else this.wording.set(printed.place.id, [wholeText(printed)])
      this.afterBreak = true
      return
    }
    const { row, shifted } = realigned(printed, columns)
    if (shifted) this.note('columnShift', printed, wholeText(printed))
    const filled = filledColumns(row)
    const texts = new Set(filled.map(column => textAt(row, column)))
    if (texts.size === 1 && !hasLabel(row, columns)) this.lonely(row, filled[0]!, columns)
    else if (isTotal(row, columns)) this.note('noiseRow', row, wholeText(row))
    else if (this.isNumberedSection(row, next, columns)) this.numberedSection(row, columns)
    else this.data(row, columns, shifted)
  }

  /** One text alone in its row: furniture, the rest of the row before, or a section. */
  private lonely(row: GridRow, column: number, columns: Columns): void {
    const text = textAt(row, column)
    const titleAt = columns.roles.indexOf('title')
    const cell = row.cells[column]
    const last = this.openItem()
    const wide = (cell?.span ?? 1) > 1 || filledColumns(row).length > 1
    if (isFurniture(text)) {
      this.note('noiseRow', row, text)
      return
    }
    const ownTitle = row.cells[titleAt]
    if (
      last &&
      !wide &&
      (ownTitle?.mergedUp || (column !== titleAt && column > 0) || this.restOfTitle(last, text, column, titleAt))
    ) {
      this.join(last, row)
      return
    }
    if (looksLikeNumber(text) && column === columns.roles.indexOf('number')) {
      this.note('noiseRow', row, text)
      return
    }
    if (this.sectionSince && beginsInside(text) && this.tree.extend(text, placesOf(row))) return
    this.section({ ...readSectionTitle(text), form: 'tableRow', places: placesOf(row) })
  }

  /** The item that a row may carry on; one in very many pieces is no item any more. */
  private openItem(): PrintedItem | undefined {
    const last = this.sectionSince ? undefined : this.items.at(-1)
    return last && last.rows.length < MOST_PIECES ? last : undefined
  }

  private restOfTitle(last: PrintedItem, text: string, column: number, titleAt: number): boolean {
    const before = last.lines[column]?.at(-1) ?? ''
    const inside = beginsInside(text) || endsInside(before)
    return inside && (column === titleAt || before !== '') && !/^[а-яa-z]\)/u.test(text)
  }

  private section(printed: Parameters<SectionTree['add']>[0]): void {
    this.tree.add(printed)
    this.sectionSince = true
    this.sectionCells.clear()
  }

  /** «1.1. | Title | | |»: a number and a title and nothing else, where other rows have more. */
  private isNumberedSection(row: GridRow, next: GridRow | undefined, columns: Columns): boolean {
    const [numberAt, titleAt] = [columns.roles.indexOf('number'), columns.roles.indexOf('title')]
    if (numberAt < 0 || titleAt < 0) return false
    const filled = filledColumns(row).filter(column => column !== numberAt)
    const number = numberOf(row, numberAt)
    const cell = row.cells[titleAt]
    if (number === null || filled.length !== 1) return false
    if (filled[0] !== titleAt) return textAt(row, titleAt) === '' && !cell?.mergedUp && filled[0] === numberAt + 1
    if (!cell) return false
    if (row.cells.some((one, column) => one?.mergedUp && column !== numberAt)) return false
    if (this.facts.bare > 0.6 && cell.span === 1) return false
    const nextNumber = next ? numberOf(next, numberAt) : null
    const bare = bareNumber(number) ?? ''
    if (cell.span > 1 || nextNumber?.startsWith(`${bare}.`)) return true
    if (/^[IVX]+$/iu.test(bare) && !/^[IVX]+$/iu.test(bareNumber(nextNumber ?? '') ?? '')) return true
    if (!follows(this.items.at(-1)?.number ?? null, bare)) return true
    // «5.» after item 4 and after section 4: an item only where the next number goes on from it
    return follows(this.tree.lastNumber, bare) && !follows(bare, bareNumber(nextNumber ?? '') ?? '')
  }

  private numberedSection(row: GridRow, columns: Columns): void {
    const number = numberOf(row, columns.roles.indexOf('number'))
    const titleAt = columns.roles.indexOf('title')
    const title = textAt(row, titleAt) || textAt(row, columns.roles.indexOf('number') + 1)
    this.section({ number: bareNumber(number ?? ''), title, form: 'numberedTableRow', places: placesOf(row) })
  }

  private data(row: GridRow, columns: Columns, shifted: boolean): void {
    const last = this.openItem()
    if (last && this.continues(last, row, columns)) {
      this.join(last, row)
      return
    }
    this.sectionColumns(row, columns)
    const numberAt = columns.roles.indexOf('number')
    const printed = numberAt < 0 ? null : numberOf(row, numberAt)
    const above = this.items.at(-1)
    const inherits = above?.columns === columns
    const item: PrintedItem = {
      columns,
      sectionIndex: this.tree.current,
      number: printed === null ? null : bareNumber(printed),
      lines: row.cells.map((cell, column) => {
        if (cell?.mergedUp || (cell && isDitto(cell.text)))
          return inherits && column !== numberAt ? [...(above.lines[column] ?? [])] : []
        return cell ? [...cell.lines] : []
      }),
      places: row.cells.map((cell, column) =>
        cell?.mergedUp && inherits
          ? [...(above.places[column] ?? [])]
          : cell && cell.text !== ''
            ? [cell.place.id]
            : [],
      ),
      rows: [row.place.id],
      shifted,
      unnumbered: numberAt >= 0 && printed === null && this.facts.numbered > 0,
      joined: false,
    }
    this.items.push(item)
    this.tree.itemMet()
    this.sectionSince = false
    this.afterBreak = false
  }

  /** Is the row the rest of the item before it, parted from it by a page break? */
  private continues(last: PrintedItem, row: GridRow, columns: Columns): boolean {
    const [numberAt, titleAt, deadlineAt] = [
      columns.roles.indexOf('number'),
      columns.roles.indexOf('title'),
      columns.roles.indexOf('deadline'),
    ]
    const title = textAt(row, titleAt)
    const number = numberAt < 0 ? null : numberOf(row, numberAt)
    const titleCell = row.cells[titleAt]
    if (number !== null) return bareNumber(number) === last.number && beginsInside(title)
    if (titleCell?.mergedUp) return true
    if (title === '') return true
    if (this.hasNewSection(row, columns)) return false
    const deadline = deadlineAt < 0 ? '' : textAt(row, deadlineAt)
    const others = filledColumns(row).filter(column => column !== titleAt && column !== deadlineAt).length
    let evidence = beginsInside(title) ? 3 : -2
    if (endsInside(last.lines[titleAt]?.at(-1) ?? '')) evidence += 2
    if (deadline === '' && others <= 1) evidence += 1
    if (deadline !== '' && looksLikeDeadline(deadline))
      evidence -= this.facts.numbered > 0 && beginsInside(title) ? 1 : 2
    evidence += this.afterBreak ? 1 : -1
    if (numberAt < 0 || this.facts.numbered === 0) evidence -= 1
    return evidence > 0
  }

  private hasNewSection(row: GridRow, columns: Columns): boolean {
    return columns.roles.some(
      (role, column) => role === 'section' && textAt(row, column) !== '' && !beginsInside(textAt(row, column)),
    )
  }

  private join(last: PrintedItem, row: GridRow): void {
    this.note('rowSplit', row, wholeText(row))
    last.joined = true
    last.rows.push(row.place.id)
    const texts = row.cells.map(cell => cell?.text ?? '')
    row.cells.forEach((cell, column) => {
      if (!cell || cell.text === '' || cell.mergedUp) return
      const role = last.columns.roles[column]
      const before = (last.lines[column] ?? []).join(' ')
      if (before !== '' && key(before) === key(cell.text)) return
      if (
        role === 'deadline' &&
        !looksLikeDeadline(cell.text) &&
        texts.some((text, other) => other !== column && key(text) === key(cell.text))
      ) {
        this.note('columnShift', row, cell.text)
        return
      }
      last.lines[column] = joined(last.lines[column] ?? [], cell.lines)
      last.places[column] = [...(last.places[column] ?? []), cell.place.id]
    })
    this.afterBreak = false
  }

  /** Sections that stand in columns of their own. */
  private sectionColumns(row: GridRow, columns: Columns): void {
    let level = 0
    columns.roles.forEach((role, column) => {
      if (role !== 'section') return
      level++
      const text = textAt(row, column)
      if (text === '' || row.cells[column]?.mergedUp || isDitto(text) || this.sectionCells.get(column) === key(text))
        return
      this.sectionCells.set(column, key(text))
      for (const other of [...this.sectionCells.keys()]) if (other > column) this.sectionCells.delete(other)
      const cell = row.cells[column]!
      this.tree.add({ ...readSectionTitle(text), form: 'columnCell', places: [cell.place.id], columnLevel: level })
    })
  }

  private note(code: RowNote['code'], row: GridRow | undefined, text: string): void {
    if (row) this.notes.push({ code, places: [row.place.id], text })
  }
}

function hasLabel(row: GridRow, columns: Columns): boolean {
  const numberAt = columns.roles.indexOf('number')
  return numberAt >= 0 && row.cells[numberAt]?.text === '' && numberOf(row, numberAt) !== null
}

/** «Итого: | | 30»: a sum of the rows above. */
function isTotal(row: GridRow, columns: Columns): boolean {
  const [first] = filledColumns(row)
  const isDue = columns.roles.some((role, column) => role === 'deadline' && textAt(row, column) !== '')
  return first !== undefined && !isDue && /^(?:итого|всего)(?:[\s:.]|$)/iu.test(textAt(row, first))
}

/** «4» after «3», «2.4» after «2.3». */
function follows(before: string | null, number: string): boolean {
  if (before === null) return false
  const [a, b] = [before.split('.'), number.split('.')]
  if (a.length !== b.length || a.slice(0, -1).join('.') !== b.slice(0, -1).join('.')) return false
  return Number(b.at(-1)) === Number(a.at(-1)) + 1
}

function sameKeys(a: Columns, b: Columns): boolean {
  return a.keys.join('|') === b.keys.join('|')
}

function wholeText(row: GridRow): string {
  return [...new Set(filledColumns(row).map(column => textAt(row, column)))].join(' | ')
}

function placesOf(row: GridRow): string[] {
  return filledColumns(row).map(column => row.cells[column]!.place.id)
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Lines of a cell with those of its rest: the sentence goes on over the break, a word cut by a hyphen is closed. */
function joined(lines: readonly string[], rest: readonly string[]): string[] {
  const end = lines.at(-1)
  const [first = '', ...others] = rest
  if (end === undefined) return [...rest]
  const wrapped = /\p{L}-$/u.test(end) && /^\p{Ll}/u.test(first)
  return [...lines.slice(0, -1), wrapped ? `${end}${first}` : `${end} ${first}`, ...others]
}
