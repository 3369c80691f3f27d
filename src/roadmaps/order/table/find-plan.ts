import type { Block, Place } from '../../../core/document-model/index.ts'
import { cyrillic, plainText } from '../../../core/russian/index.ts'
import type { FindPlan } from '../contract.ts'
import { isFurniture } from './cell-content.ts'
import { isColumnNumbers } from './column-facts.ts'
import { agreesWith, type Columns, columnsByContent, isPlan } from './columns.ts'
import { filledColumns, type GridRow, gridOf, isTable, textAt } from './grid.ts'
import { ownHeader } from './laid-tables.ts'
import { isLegalForm } from './parties/heads.ts'
import { readSectionTitle } from './sections.ts'

/** A table with its header and the tables that carry it on after page breaks and section lines. */
interface Group {
  readonly columns: Columns
  readonly tables: number[]
  rows: number
}

const LONGEST_CAPTION = 500
const MOST_CAPTIONS = 4

/**
 * Finds the plan: every table with the header of a plan, the headless tables that carry it on, and the lines between them that are
 * section titles. Tables of a passport, of target values, of schools and blank report forms are left out.
 *
 * @returns indices of the blocks in print order; `captions` are the paragraphs among them that are read as sections. Empty when the
 * document has no plan.
 */
export const findPlan: FindPlan = blocks => {
  const grids = new Map<number, GridRow[]>()
  blocks.forEach((block, i) => {
    if (isTable(block)) grids.set(i, gridOf(block, i))
  })
  let groups = filled(groupsByHeader(blocks, grids))
  if (groups.length === 0) groups = filled(groupsByContent(blocks, grids))
  const tables = groups.flatMap(group => group.tables)
  const captions = captionsOf(blocks, groups)
  const taken = new Set([...tables, ...captions])
  return {
    blocks: [...taken].sort((a, b) => a - b),
    captions: [...captions]
      .sort((a, b) => a - b)
      .map(i => blocks[i]?.place)
      .filter((place): place is Place => place !== undefined),
  }
}

/** Groups that hold rows, or carry on with the same header a group that does. */
function filled(groups: readonly Group[]): Group[] {
  const key = ({ columns }: Group): string => columns.keys.join('|')
  const real = new Set(groups.filter(group => group.rows > 0).map(key))
  return groups.filter(group => real.has(key(group)))
}

function groupsByHeader(blocks: readonly Block[], grids: ReadonlyMap<number, readonly GridRow[]>): Group[] {
  const groups: Group[] = []
  let open: Group | null = null
  for (let i = 0; i < blocks.length; i++) {
    const grid = grids.get(i)
    if (!grid) {
      if (open && !mayStandBetween(blocks[i], open, i, blocks)) open = null
      continue
    }
    const columns = ownHeader(grid, open?.columns ?? null)
    if (isPlan(columns)) {
      open = { columns, tables: [i], rows: dataRows(grid, columns) }
      groups.push(open)
    } else if (open && columns === null && carriesOn(grid, open)) {
      open.tables.push(i)
      open.rows += dataRows(grid, open.columns)
    } else if (columns !== null || grid.length > 1) open = null
  }
  return groups
}

/** A short line may stand inside the plan: a section, a page number, a continuation mark. */
function mayStandBetween(block: Block | undefined, group: Group, at: number, blocks: readonly Block[]): boolean {
  if (block?.kind !== 'paragraph') return false
  const text = plainText(block.text)
  if (text.length > LONGEST_CAPTION) return false
  const last = group.tables.at(-1) ?? at
  const lines = blocks
    .slice(last + 1, at + 1)
    .filter(one => one.kind === 'paragraph' && plainText(one.text) !== '').length
  return lines <= MOST_CAPTIONS * 2
}

function carriesOn(grid: readonly GridRow[], { columns, rows }: Group): boolean {
  const width = grid[0]?.cells.length ?? 0
  // a header alone in its table has its rows in the next one, whatever they hold
  if (width === columns.width) return rows === 0 || agreesWith(grid, columns)
  return Math.abs(width - columns.width) === 1 && grid.length > 1 && columnsByContent(grid) !== null
}

function dataRows(grid: readonly GridRow[], columns: Columns): number {
  const titleAt = columns.roles.indexOf('title')
  return grid.filter(
    (row, i) =>
      !columns.headerRows.includes(i) &&
      textAt(row, titleAt) !== '' &&
      filledColumns(row).length >= 2 &&
      !isColumnNumbers(row),
  ).length
}

function groupsByContent(blocks: readonly Block[], grids: ReadonlyMap<number, readonly GridRow[]>): Group[] {
  const groups: Group[] = []
  let open: Group | null = null
  for (let i = 0; i < blocks.length; i++) {
    const grid = grids.get(i)
    if (!grid) {
      if (open && !mayStandBetween(blocks[i], open, i, blocks)) open = null
      continue
    }
    const columns = columnsByContent(grid)
    if (open && carriesOn(grid, open)) {
      open.tables.push(i)
      open.rows += dataRows(grid, open.columns)
    } else if (columns && tellsEnough(columns) && grid.length >= 3) {
      open = { columns, tables: [i], rows: dataRows(grid, columns) }
      groups.push(open)
    } else open = null
  }
  return groups
}

/** Without a header only dates and owners, or dates and numbers, make a plan. */
function tellsEnough({ roles }: Columns): boolean {
  return roles.includes('deadline') && (roles.includes('responsible') || roles.includes('number'))
}

/** Paragraphs between the tables that are section titles; before the first table only where the other tables have one of the kind too. */
function captionsOf(blocks: readonly Block[], groups: readonly Group[]): Set<number> {
  const captions = new Set<number>()
  const tables = groups.flatMap(group => group.tables)
  for (let t = 1; t < tables.length; t++) {
    const between = withoutStamp(blocks, linesBefore(blocks, tables[t]!, tables[t - 1]!), tables[t - 1]!)
    const near = between.length <= MOST_CAPTIONS ? between : between.slice(-1)
    for (const i of near) captions.add(i)
  }
  const first = tables[0]
  if (first === undefined) return captions
  const [above] = linesBefore(blocks, first, -1).slice(-1)
  if (above === undefined) return captions
  const text = plainText((blocks[above] as { text: string }).text)
  const heads = groups
    .slice(1)
    .map(group => linesBefore(blocks, group.tables[0]!, group.tables[0]! - MOST_CAPTIONS).slice(-1)[0])
  const told = heads.filter(i => i !== undefined)
  // of two plans in one file the title of the first is the title of the roadmap
  const isTitle = isPlanTitle(text) && told.every(i => isPlanTitle(plainText((blocks[i] as { text: string }).text)))
  const alike =
    !isTitle && told.length > 0 && told.every(i => sameKind(text, plainText((blocks[i] as { text: string }).text)))
  const numbered = readSectionTitle(text).number
  const carried = [...captions].some(
    i => sameKind(text, plainText((blocks[i] as { text: string }).text)) && numbered !== null,
  )
  if (alike || carried || /^раздел\s+(?:\d|[ivx])/iu.test(text)) captions.add(above)
  return captions
}

/** Under the stamp of a new appendix only the title of its plan (or the last line, where none sounds like one) is a section. */
function withoutStamp(blocks: readonly Block[], lines: readonly number[], after: number): number[] {
  const textOf = (i: number) => plainText((blocks[i] as { text?: string }).text ?? '')
  const last = lines.at(-1)
  if (last === undefined) return []
  const stampAt = Array.from({ length: last - after }, (_, k) => after + 1 + k).findLast(i => stamp.test(textOf(i)))
  if (stampAt === undefined) return [...lines]
  const titleAt = lines.findIndex(i => i > stampAt && isPlanTitle(textOf(i)))
  return titleAt >= 0 ? lines.slice(titleAt) : lines.filter(i => i > stampAt && !stampRest.test(textOf(i))).slice(-1)
}

const stamp = /^(?:приложение(?=$|[\s№:.\d])|утвержд[её]н[аоы]?(?!\p{L}))/iu
const stampRest = /^(?:к\s|от\s|№|приказом|распоряжением|постановлением)/iu

/** Indices of the readable paragraphs right above a block. */
function linesBefore(blocks: readonly Block[], at: number, after: number): number[] {
  const found: number[] = []
  for (let i = at - 1; i > after; i--) {
    const block = blocks[i]
    if (block?.kind !== 'paragraph') break
    const text = plainText(block.text)
    if (text === '' || isFurniture(text)) continue
    if (text.length > LONGEST_CAPTION) break
    found.unshift(i)
  }
  return found
}

/** Two lines number or name themselves the same way: «I. …» and «II. …», «МБОУ …» and «МКОУ …»; a title of a plan is none of them. */
function sameKind(a: string, b: string): boolean {
  const [first, second] = [readSectionTitle(a), readSectionTitle(b)]
  if (first.number !== null || second.number !== null) {
    return first.number !== null && second.number !== null && /^\d/.test(first.number) === /^\d/.test(second.number)
  }
  if (planTitle.test(a) !== planTitle.test(b) || !/^[\p{Lu}«"\d]/u.test(a)) return false
  const opening = (text: string): string => /^[\p{L}-]+/u.exec(cyrillic(text).replace(/^[«"]/, ''))?.[0] ?? ''
  if (opening(a).toLowerCase() === opening(b).toLowerCase()) return true
  return isLegalForm(opening(a)) === isLegalForm(opening(b)) && Math.max(a.length, b.length) <= 120
}

/** «План мероприятий на 2023 год»: what a whole plan is called, not a part of it. */
function isPlanTitle(text: string): boolean {
  return /^[«"]?(?:\p{L}+\s){0,2}(?:план|дорожн\p{L}+ карт|комплекс\p{L}* мер)/iu.test(cyrillic(text))
}

const planTitle = /план|дорожн|карт|график|комплекс|мероприяти|приложени|утвержд/iu
