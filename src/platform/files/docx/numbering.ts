import type { FileLimits } from '../limits.ts'
import { namesFor } from './names.ts'
import { attributeOf, scanXml, wholeVal } from './xml.ts'

export interface Label {
  readonly label: string
  readonly level: number
  readonly bullet: boolean
}

/** Counts the automatic numbers of a document in print order. Made anew for every reading, because it remembers where it is. */
export interface Numbering {
  /** The number that Word shows before the next paragraph of this list and level, or null when it shows none. */
  next(numId: number, level: number): Label | null
  /** Level that a list reserves for a paragraph style. */
  levelOfStyle(numId: number, styleId: string): number | null
}

interface Level {
  start: number
  format: string
  text: string
  /** Level (from 1) whose step restarts this one; 0 never; null the one above. */
  restart: number | null
  legal: boolean
  style: string | null
}

interface AbstractList {
  readonly levels: Map<number, Level>
  /** Another list by its style: «numStyleLink» here leads to «styleLink» there. */
  linkTo: string | null
  linkName: string | null
}

interface List {
  abstractId: number
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/**
 * Reads `numbering.xml` and counts by Word's rules: lists that share a definition share the count, an overriding start restarts it at the
 * first use, a step on one level restarts the deeper ones, `%2` in the text of level 3 shows level 2 in that level's own format.
 *
 * @source ECMA-376-1, 17.9 (Numbering)
 * @example readNumbering(xml, fileLimits).next(2, 0) // { label: '1.', level: 0, bullet: false }
 */
export function readNumbering(xml: string | undefined, limits: FileLimits): Numbering {
  const abstracts = new Map<number, AbstractList>()
  const lists = new Map<number, List>()
  if (xml !== undefined) readLists(xml, limits, abstracts, lists)
  const counts = new Map<number, (number | undefined)[]>()
  const begun = new Set<number>()

  return {
    levelOfStyle(numId, styleId) {
      const list = lists.get(numId)
      for (const [at, level] of list ? abstractOf(list, abstracts).levels : []) if (level.style === styleId) return at
      return null
    },
    next(numId, at) {
      const list = lists.get(numId)
      if (!list || at < 0 || at > 8) return null
      const level = levelAt(list, at, abstracts)
      if (!level) return null
      const counted = counts.get(list.abstractId) ?? []
      counts.set(list.abstractId, counted)
      if (!begun.has(numId)) {
        begun.add(numId)
        for (const overridden of list.starts.keys()) counted[overridden] = undefined
      }
      const value = counted[at] === undefined ? (list.starts.get(at) ?? level.start) : counted[at] + 1
      counted[at] = value
      for (let deeper = at + 1; deeper < 9; deeper++) {
        const restart = levelAt(list, deeper, abstracts)?.restart ?? deeper
        if (restart > at) counted[deeper] = undefined
      }
      const bullet = level.format === 'bullet'
      const label = bullet ? bulletSign(level.text) : numberText(list, at, level, counted, abstracts)
      return label === '' ? null : { label, level: at, bullet }
    },
  }
}

function numberText(
  list: List,
  at: number,
  level: Level,
  counted: readonly (number | undefined)[],
  abstracts: Map<number, AbstractList>,
): string {
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const which = Number(digit) - 1
      if (which > at) return ''
      const other = levelAt(list, which, abstracts)
      const value = counted[which] ?? list.starts.get(which) ?? other?.start ?? 1
      return printNumber(value, level.legal && which !== at ? 'decimal' : (other?.format ?? 'decimal'))
    })
    .trim()
}

function levelAt(list: List, at: number, abstracts: Map<number, AbstractList>): Level | undefined {
  return list.levels.get(at) ?? abstractOf(list, abstracts).levels.get(at)
}

function abstractOf(list: List, abstracts: Map<number, AbstractList>): AbstractList {
  const own = abstracts.get(list.abstractId) ?? { levels: new Map(), linkTo: null, linkName: null }
  if (own.linkTo === null || own.levels.size > 0) return own
  for (const other of abstracts.values()) if (other.linkName === own.linkTo) return other
  return own
}

const elements = namesFor([
  'w:abstractNum',
  'w:num',
  'w:abstractNumId',
  'w:numStyleLink',
  'w:styleLink',
  'w:lvlOverride',
  'w:startOverride',
  'w:lvl',
  'w:pPr',
  'w:rPr',
  'w:start',
  'w:numFmt',
  'w:lvlText',
  'w:lvlRestart',
  'w:isLgl',
  'w:pStyle',
])

function readLists(
  xml: string,
  limits: FileLimits,
  abstracts: Map<number, AbstractList>,
  lists: Map<number, List>,
): void {
  let abstract: AbstractList | null = null
  let list: List | null = null
  let level: Level | null = null
  let overridden = 0
  scanXml(
    xml,
    elements,
    {
      wantsText: false,
      open(name, attributes) {
        if (name === 'w:abstractNum') {
          abstract = { levels: new Map(), linkTo: null, linkName: null }
          abstracts.set(Number(attributeOf(attributes, 'abstractNumId')), abstract)
        } else if (name === 'w:num') {
          list = { abstractId: -1, starts: new Map(), levels: new Map() }
          lists.set(Number(attributeOf(attributes, 'numId')), list)
        } else if (name === 'w:abstractNumId' && list) list.abstractId = wholeVal(attributes) ?? -1
        else if (name === 'w:numStyleLink' && abstract) abstract.linkTo = attributeOf(attributes, 'val') ?? null
        else if (name === 'w:styleLink' && abstract) abstract.linkName = attributeOf(attributes, 'val') ?? null
        else if (name === 'w:lvlOverride') overridden = Number(attributeOf(attributes, 'ilvl') ?? 0)
        else if (name === 'w:startOverride' && list) list.starts.set(overridden, wholeVal(attributes) ?? 1)
        else if (name === 'w:lvl') {
          level = { start: 0, format: 'decimal', text: '', restart: null, legal: false, style: null }
          const levels = list ? list.levels : abstract?.levels
          levels?.set(Number(attributeOf(attributes, 'ilvl') ?? 0), level)
        } else if (level) readLevel(level, name, attributes)
        return name === 'w:pPr' || name === 'w:rPr'
      },
      close(name) {
        if (name === 'w:abstractNum') abstract = null
        else if (name === 'w:num') list = null
        else if (name === 'w:lvl') level = null
      },
    },
    limits,
  )
}

function readLevel(level: Level, name: string, attributes: string): void {
  if (name === 'w:start') level.start = wholeVal(attributes) ?? 0
  else if (name === 'w:numFmt') level.format = attributeOf(attributes, 'val') ?? 'decimal'
  else if (name === 'w:lvlText') level.text = attributeOf(attributes, 'val') ?? ''
  else if (name === 'w:lvlRestart') level.restart = wholeVal(attributes)
  else if (name === 'w:isLgl') level.legal = true
  else if (name === 'w:pStyle') level.style = attributeOf(attributes, 'val') ?? null
}

/** Symbol fonts keep their bullets in the private area; any of those is shown as a round one. */
function bulletSign(text: string): string {
  const sign = text.trim()
  return sign === '' || /[\ue000-\uf8ff]/.test(sign) ? '•' : sign
}

const russianLower = 'абвгдежзиклмнопрстуфхцчшщэюя'
const latinLower = 'abcdefghijklmnopqrstuvwxyz'
const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A count in one of Word's formats; formats that Russian orders never use are printed as plain numbers. */
export function printNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperLetter':
      return letter(value, latinLower).toUpperCase()
    case 'lowerLetter':
      return letter(value, latinLower)
    case 'russianUpper':
      return letter(value, russianLower).toUpperCase()
    case 'russianLower':
      return letter(value, russianLower)
    default:
      return String(value)
  }
}

function roman(value: number): string {
  if (value < 1 || value > 5000) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of romanSigns) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** After the last letter Word doubles: а … я, аа … яя. */
function letter(value: number, alphabet: string): string {
  if (value < 1 || value > 800) return String(value)
  return alphabet[(value - 1) % alphabet.length]!.repeat(Math.floor((value - 1) / alphabet.length) + 1)
}
