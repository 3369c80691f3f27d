import type { Section } from '../contract.ts'

/** A section as it was printed, before it is given its place in the tree. */
interface PrintedSection {
  readonly number: string | null
  readonly title: string
  readonly form: NonNullable<Section['sourceForm']>
  readonly places: readonly string[]
  /** Level asked for by its column, when sections stand in columns of their own. */
  readonly columnLevel?: number
}

const named =
  /^(?:раздел|подраздел|блок|этап|направление|модуль|часть|глава)\s*(?:№\s*)?([IVXІХ]{1,5}|\d{1,2}(?:\.\d{1,2})*)(?:\s*[.:)–—-]+\s*|\s+|$)(.*)$/iu
const numbered =
  /^(\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}(?=[.)]|\s\p{Lu})|[IVXІХ]{1,5}(?=[.)\s]))[.)]*\s*[–—-]?\s*(?=[«"(\p{L}])(.+)$/u

/** «I квартал», «2 полугодие», «II этап»: the figure is a word of the title. */
const ordinal = /^(?:[IVXІХ]{1,4}|\d)(?:-?\p{Ll}{1,2})?\s+(?:квартал|полугоди|четверт|триместр|этап|неделя|декада)/iu

/**
 * Parts the number of a section from its title: «1. Диагностика», «II. …», «Раздел 3. …», «1.1 …».
 *
 * @example readSectionTitle('Раздел II. Работа с кадрами') // { number: 'II', title: 'Работа с кадрами' }
 */
export function readSectionTitle(text: string): { readonly number: string | null; readonly title: string } {
  const found = ordinal.test(text) ? null : (named.exec(text) ?? numbered.exec(text))
  const number = found?.[1]
  return number === undefined ? { number: null, title: text } : { number, title: (found?.[2] ?? '').trim() }
}

/** The number as it is kept: without closing dot or bracket. */
export function bareNumber(text: string): string | null {
  const bare = text
    .replace(/^№\s*/, '')
    .replace(/\s+/g, '')
    .replace(/[.)]+$/, '')
  return bare === '' ? null : bare
}

/** A title longer than this takes no further lines. */
const LONGEST_TITLE = 1200

interface Node {
  readonly index: number
  readonly style: string
  readonly level: number
  readonly number: string | null
}

/** Builds the tree of sections in print order. */
export class SectionTree {
  readonly sections: Section[] = []
  readonly places: string[][] = []
  private path: Node[] = []
  private itemsSince = true

  /** Index of the section that an item met now belongs to. */
  get current(): number | null {
    return this.path.at(-1)?.index ?? null
  }

  /** Number of the section that was met last. */
  get lastNumber(): string | null {
    return this.sections.at(-1)?.number ?? null
  }

  /** An item was met: the next section of the same style is a sibling, not a child. */
  itemMet(): void {
    this.itemsSince = true
  }

  add(printed: PrintedSection): number {
    const last = this.sections.at(-1)
    if (last && !this.itemsSince && last.title === '' && printed.number === null) return this.complete(printed)
    const parent = this.parentOf(printed)
    this.path = parent === null ? [] : this.path.slice(0, this.path.indexOf(parent) + 1)
    const level = printed.columnLevel ?? (parent?.level ?? 0) + 1
    const index = this.sections.length
    this.sections.push({
      index,
      number: printed.number,
      title: printed.title,
      level,
      parentIndex: parent?.index ?? null,
      sourceForm: printed.form,
    })
    this.places.push([...printed.places])
    this.path = [...this.path, { index, style: styleOf(printed), level, number: printed.number }]
    this.itemsSince = false
    return index
  }

  /** Takes the last section away again; its places. */
  drop(): readonly string[] {
    this.sections.pop()
    return this.places.pop() ?? []
  }

  /** Appends the rest of a title that was broken over two rows or lines; false when there is no title to go on with. */
  extend(text: string, places: readonly string[]): boolean {
    const last = this.sections.at(-1)
    if (!last || last.title.length > LONGEST_TITLE) return false
    this.sections.pop()
    this.sections.push({ ...last, title: `${last.title} ${text}`.trim() })
    this.places.at(-1)?.push(...places)
    return true
  }

  /** «Раздел I» on one line, its title on the next. */
  private complete(printed: PrintedSection): number {
    this.extend(printed.title, printed.places)
    return this.sections.length - 1
  }

  private parentOf(printed: PrintedSection): Node | null {
    if (printed.columnLevel !== undefined)
      return this.path.filter(node => node.level < printed.columnLevel!).at(-1) ?? null
    if (printed.number !== null) {
      const above = [...this.path]
        .reverse()
        .find(node => node.number !== null && printed.number?.startsWith(`${node.number}.`))
      if (above) return above
    }
    const style = styleOf(printed)
    const alike = this.path.filter(node => node.style === style).length
    const sibling = this.path.findIndex(node => node.style === style)
    // two unnumbered titles in a row are a section and its part; a third one is no part of a part
    if (alike >= 2 && printed.number === null) return this.path[this.path.length - 2] ?? null
    if (sibling >= 0)
      return this.itemsSince || printed.number !== null ? (this.path[sibling - 1] ?? null) : (this.path.at(-1) ?? null)
    const deepest = this.path.at(-1)
    if (!deepest) return null
    // a new style right under a section is its part; after items it stands beside the deepest one, or starts anew when it is numbered
    if (!this.itemsSince) return deepest
    if (printed.number !== null && deepest.number === null && !printed.number.includes('.'))
      return this.path.at(-2) ?? null
    return deepest.number !== null && printed.number === null && deepest.level === 1
      ? deepest
      : (this.path.at(-2) ?? null)
  }
}

function styleOf(printed: PrintedSection): string {
  const line = printed.form === 'plainLine' || printed.form === 'tableTitle' ? 'line' : 'row'
  if (printed.number === null) return `${line}:${/^[^\p{Ll}]+$/u.test(printed.title) ? 'CAPITALS' : 'plain'}`
  if (/^[IVXІХ]/iu.test(printed.number)) return 'roman'
  return `figures:${printed.number.split('.').length}`
}
