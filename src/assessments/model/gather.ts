// Rows become cells here while they pass by. Nothing of a row stays but counts: no code, no name, no order of rows.
import type { CellKey, ResultCell } from './cell.ts'
import { type CounterPages, startCounterPages } from './counter-pages.ts'
import { type GivenFigures, startGivenFigures } from './given-figures.ts'
import { startKeys } from './keys.ts'
import { startKnownUnits } from './known-units.ts'
import { startSeenCodes } from './seen-codes.ts'
import { startSmallLists } from './small-lists.ts'

/** What the rows of a sheet can tell; the same for all of its cells. */
export interface CellShape {
  readonly tasks: readonly { readonly code: string; readonly max: number | null }[]
  readonly scores: boolean
  readonly testScores: boolean
  readonly marks: boolean
  readonly journal: boolean
  /** The highest primary score that the headings allow; null when they do not say. */
  readonly highest: number | null
}

/** A participant while the row is looked at. One object serves all rows; −1 stands for «not printed». */
export interface PassingParticipant {
  score: number
  testScore: number
  mark: number
  journal: number
  /** Points by task of the shape; −1 where nothing is printed or the task was not begun. */
  readonly points: Int16Array
}

/** A cell with the rows that it was gathered from, as a person counts them. */
export interface GatheredCell extends ResultCell {
  readonly rows: readonly [from: number, to: number] | null
}

export type { GivenFigures } from './given-figures.ts'

export interface Gathering {
  /** Cells that hold somebody; one whose rows were all left out says nothing, not even zero. */
  readonly size: number
  /** The shape under its number; the same shape has the same number. */
  shape(shape: CellShape): number
  /** The cell that rows with these key fields belong to, by the hash of the fields as printed; −1 when they are new. */
  find(high: number, low: number): number
  /** The cell of a unit, begun when it is new. Fields that are printed in two ways may mean one unit. */
  open(key: CellKey, shape: number): number
  /** Rows with these fields belong to this cell: `find` will know it. */
  remember(high: number, low: number, cell: number): void
  /** One number for all classes of a school in one procedure, subject, grade, year and wave: there a participant stands once. */
  scopeOf(cell: number): number
  /** Counts a participant in. */
  add(cell: number, shape: number, participant: PassingParticipant, row: number): void
  /** Counts somebody who was absent. */
  addAbsent(cell: number, shape: number, row: number): void
  /** Takes figures that the file itself gives; false when the unit has such figures already. */
  give(key: CellKey, given: GivenFigures, row: number): boolean
  /** Whether this code has passed by in its scope already; two halves of its hash. */
  seenBefore(scope: number, high: number, low: number): boolean
  /** Rows that came after the memory for codes was full: nobody can say whether they are repeated. */
  readonly uncheckedRows: number
  /** The cells, made one at a time. */
  cells(): Iterable<GatheredCell>
}

const [participantsAt, absentAt, marksAt, scoresAt] = [0, 1, 2, 8]
const marks = 6
const testScores = 101
/** From here on a cell counts with 32 bits: before, no sum of points can outgrow 16. */
const wideFrom = 2048
const pointsBeforeWide = 31
const firstScores = 24
const noRow = 0x7fffffff

/**
 * Gathers participants into cells in one pass. Memory grows with cells (some hundred bytes each) and with some 8 bytes for each code that is
 * remembered to find duplicates, never with what stands in a row.
 *
 * @param codesAtMost how many codes are remembered
 * @example
 * const gathering = startGathering()
 * const shape = gathering.shape({ tasks: [], scores: true, testScores: false, marks: false, journal: false, highest: 20 })
 * const cell = gathering.open(key, shape)
 * gathering.add(cell, shape, { score: 7, testScore: -1, mark: -1, journal: -1, points: new Int16Array(0) }, 2)
 * ;[...gathering.cells()][0]!.scores![7] // 1
 */
export function startGathering(codesAtMost?: number): Gathering {
  const narrow = startCounterPages(false)
  const wide = startCounterPages(true)
  const units = startKnownUnits()
  const codes = startSeenCodes(codesAtMost)
  const shapes: CellShape[] = []
  const shapeNumbers = new Map<string, number>()
  const namesAbsent: boolean[] = []
  const keys = startKeys()
  const given = startGivenFigures()
  const pairs = startSmallLists()
  const kept = startRecords()
  let size = 0
  let filled = 0
  let bare: number | undefined
  let uncheckedRows = 0

  const pagesOf = (cell: number): CounterPages => (kept.isWide[cell] ? wide : narrow)

  /** Gives a cell more room: for a higher score or for larger counters. */
  const move = (cell: number, highest: number, toWide: boolean): void => {
    const from = pagesOf(cell)
    const to = toWide || kept.isWide[cell] ? wide : narrow
    const before = kept.highest[cell]!
    const tasks = 2 * shapes[kept.shape[cell]!]!.tasks.length
    const base = kept.base[cell]!
    const newBase = to.take(scoresAt + highest + 1 + tasks)
    copy(from, base, to, newBase, scoresAt + before + 1)
    copy(from, base + scoresAt + before + 1, to, newBase + scoresAt + highest + 1, tasks)
    kept.base[cell] = newBase
    if (from === wide && kept.journalAt[cell]! >= 0) {
      const journal = to.take(marks * (highest + 1))
      for (let mark = 0; mark < marks; mark++)
        copy(from, kept.journalAt[cell]! + mark * (before + 1), to, journal + mark * (highest + 1), before + 1)
      kept.journalAt[cell] = journal
    } else if (to !== from && kept.pairCount[cell]! > 0) {
      const journal = to.take(marks * (highest + 1))
      pairs.each(kept.pairs[cell]!, kept.pairCount[cell]!, pair => {
        const address = journal + (pair & 7) * (highest + 1) + (pair >>> 3)
        wide.pageOf(address)[wide.offsetOf(address)]!++
      })
      kept.journalAt[cell] = journal
    }
    if (kept.testsAt[cell]! >= 0 && to !== from) {
      const tests = to.take(testScores)
      copy(from, kept.testsAt[cell]!, to, tests, testScores)
      kept.testsAt[cell] = tests
    }
    kept.highest[cell] = highest
    kept.isWide[cell] = to === wide ? 1 : 0
  }

  /** Marks of the journal by score: a list of pairs in a small cell, a table of counters in a large one. */
  const journalOf = (cell: number, length: number): number[][] | null => {
    const address = kept.journalAt[cell]!
    const pairCount = kept.pairCount[cell]!
    if (address < 0 && pairCount === 0) return null
    const table = Array.from({ length: marks }, () => new Array<number>(length).fill(0))
    if (address < 0) pairs.each(kept.pairs[cell]!, pairCount, pair => table[pair & 7]![pair >>> 3]!++)
    else
      for (const [mark, row] of table.entries()) {
        const begin = address + mark * (kept.highest[cell]! + 1)
        const page = wide.pageOf(begin)
        for (let score = 0; score < length; score++) row[score] = page[wide.offsetOf(begin) + score]!
      }
    return table
  }

  const touch = (cell: number, shape: number, row: number): void => {
    if (kept.firstRow[cell] === noRow) filled++
    if (row < kept.firstRow[cell]!) kept.firstRow[cell] = row
    if (row > kept.lastRow[cell]!) kept.lastRow[cell] = row
    if (shape !== kept.shape[cell]) kept.otherShape[cell] = shape + 1
  }

  return {
    get size() {
      return filled
    },
    get uncheckedRows() {
      return uncheckedRows
    },
    shape(shape) {
      const text = JSON.stringify(shape)
      const known = shapeNumbers.get(text) ?? shapes.push(shape) - 1
      shapeNumbers.set(text, known)
      return known
    },
    find: units.find,
    remember: units.add,
    scopeOf: cell => keys.scopeOf(cell),
    open(key, shape) {
      const cell = keys.place(key, size)
      if (cell < size) return cell
      size++
      const highest = Math.min(shapes[shape]!.highest ?? firstScores, 1000)
      const base = narrow.take(scoresAt + highest + 1 + 2 * shapes[shape]!.tasks.length)
      kept.begin(cell, base, highest, shape)
      return cell
    },
    add(cell, shape, participant, row) {
      touch(cell, shape, row)
      const { score, testScore, mark, journal, points } = participant
      if (score > kept.highest[cell]!) move(cell, score + (score >> 1), false)
      const tasks = kept.otherShape[cell] === 0 ? shapes[shape]!.tasks.length : 0
      let page = pagesOf(cell).pageOf(kept.base[cell]!)
      let at = pagesOf(cell).offsetOf(kept.base[cell]!)
      let large = page[at + participantsAt]! + 1 >= wideFrom
      for (let task = 0; task < tasks; task++) if (points[task]! > pointsBeforeWide) large = true
      if (large && !kept.isWide[cell]) {
        move(cell, kept.highest[cell]!, true)
        page = wide.pageOf(kept.base[cell]!)
        at = wide.offsetOf(kept.base[cell]!)
      }
      page[at + participantsAt]!++
      page[at + marksAt + (mark < 0 ? 0 : mark)]!++
      const highest = kept.highest[cell]!
      if (score >= 0) page[at + scoresAt + score]!++
      const sums = at + scoresAt + highest + 1
      for (let task = 0; task < tasks; task++) {
        const found = points[task]!
        if (found < 0) continue
        page[sums + task]! += found
        page[sums + tasks + task]!++
      }
      if (journal >= 0 && score >= 0 && !kept.isWide[cell]) {
        kept.pairs[cell] = pairs.add(kept.pairs[cell]!, kept.pairCount[cell]!, (score << 3) | journal)
        kept.pairCount[cell]!++
      } else if (journal >= 0 && score >= 0) {
        if (kept.journalAt[cell]! < 0) kept.journalAt[cell] = pagesOf(cell).take(marks * (highest + 1))
        const address = kept.journalAt[cell]! + journal * (highest + 1) + score
        pagesOf(cell).pageOf(address)[pagesOf(cell).offsetOf(address)]!++
      }
      if (testScore >= 0) {
        if (kept.testsAt[cell]! < 0) kept.testsAt[cell] = pagesOf(cell).take(testScores)
        const address = kept.testsAt[cell]! + testScore
        pagesOf(cell).pageOf(address)[pagesOf(cell).offsetOf(address)]!++
      }
    },
    addAbsent(cell, shape, row) {
      touch(cell, shape, row)
      namesAbsent[shape] = true
      const base = kept.base[cell]!
      const at = pagesOf(cell).offsetOf(base) + absentAt
      const page = pagesOf(cell).pageOf(base)
      page[at]!++
      if (page[at] === wideFrom && !kept.isWide[cell]) move(cell, kept.highest[cell]!, true)
    },
    seenBefore(scope, high, low) {
      const wasFull = codes.full
      const seen = codes.seenBefore(scope, high, low)
      if (!seen && wasFull) uncheckedRows++
      return seen
    },
    give(key, figures, row) {
      bare ??= this.shape(bareShape)
      const shape = bare
      const cell = this.open(key, shape)
      const isTaken = given.put(cell, figures)
      if (isTaken) touch(cell, shape, row)
      return isTaken
    },
    *cells() {
      for (let cell = 0; cell < size; cell++) {
        if (kept.firstRow[cell] === noRow) continue
        const key = keys.at(cell)
        const rows = [kept.firstRow[cell]!, kept.lastRow[cell]!] as const
        const figures = given.at(cell)
        if (figures) {
          yield { ...key, ...figures, rows }
          continue
        }
        const own = shapes[kept.shape[cell]!]!
        const other = kept.otherShape[cell] === 0 ? null : shapes[kept.otherShape[cell]! - 1]!
        const pages = pagesOf(cell)
        const run = (address: number, length: number): number[] => {
          const page = pages.pageOf(address)
          const begin = pages.offsetOf(address)
          const counts = new Array<number>(length)
          for (let at = 0; at < length; at++) counts[at] = page[begin + at]!
          return counts
        }
        const base = kept.base[cell]!
        const highest = kept.highest[cell]!
        const scores = run(base + scoresAt, highest + 1)
        const length = lengthOf(scores, own.highest)
        const sums = run(base + scoresAt + highest + 1, 2 * own.tasks.length)
        const journal = journalOf(cell, length)
        yield {
          ...key,
          basis: 'participants',
          participants: run(base + participantsAt, 1)[0]!,
          absent: namesAbsent[kept.shape[cell]!] ? run(base + absentAt, 1)[0]! : null,
          scores: own.scores || other?.scores ? scores.slice(0, length) : null,
          testScores:
            own.testScores || other?.testScores
              ? kept.testsAt[cell]! < 0
                ? new Array<number>(testScores).fill(0)
                : run(kept.testsAt[cell]!, testScores)
              : null,
          marks: own.marks || other?.marks ? run(base + marksAt, marks) : null,
          below: null,
          mean: null,
          journal,
          comparison: null,
          tasks:
            own.tasks.length === 0 || other !== null
              ? null
              : own.tasks.map((task, at) => ({ ...task, sum: sums[at]!, done: sums[own.tasks.length + at]! })),
          rows,
        }
      }
    },
  }
}

function copy(from: CounterPages, begin: number, to: CounterPages, target: number, length: number): void {
  const at = from.offsetOf(begin)
  to.pageOf(target).set(from.pageOf(begin).subarray(at, at + length), to.offsetOf(target))
}

/** Scores are told up to the highest possible one, or up to the highest that was found. */
function lengthOf(scores: readonly number[], highest: number | null): number {
  const last = scores.findLastIndex(count => count > 0)
  return Math.max(last, highest ?? 0) + 1
}

const bareShape: CellShape = {
  tasks: [],
  scores: false,
  testScores: false,
  marks: false,
  journal: false,
  highest: 0,
}

/** Facts of each cell as columns that grow together. */
function startRecords() {
  const columns = {
    base: new Int32Array(64),
    highest: new Int32Array(64),
    shape: new Int32Array(64),
    otherShape: new Int32Array(64),
    journalAt: new Int32Array(64),
    pairs: new Int32Array(64),
    pairCount: new Int32Array(64),
    testsAt: new Int32Array(64),
    firstRow: new Int32Array(64),
    lastRow: new Int32Array(64),
    isWide: new Int32Array(64),
  }
  return Object.assign(columns, {
    begin(cell: number, base: number, highest: number, shape: number): void {
      if (cell >= columns.base.length)
        for (const name of Object.keys(columns) as (keyof typeof columns)[]) {
          const column = columns[name]
          if (!(column instanceof Int32Array)) continue
          const larger = new Int32Array(column.length * 2)
          larger.set(column)
          columns[name] = larger
        }
      columns.base[cell] = base
      columns.highest[cell] = highest
      columns.shape[cell] = shape
      columns.journalAt[cell] = -1
      columns.testsAt[cell] = -1
      columns.firstRow[cell] = noRow
    },
  })
}
