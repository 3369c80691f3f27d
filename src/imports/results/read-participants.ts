import { type CellShape, mixed, type PassingParticipant } from '../../assessments/contract.ts'
import type { Row } from '../../platform/tables/rows/row.ts'
import { repeats } from './headings.ts'
import type { ParticipantPlan } from './layout.ts'
import { isUnderTable, type SheetPlace, tellOf, type Wrong } from './sheet-place.ts'
import { startUnits } from './units.ts'

const blank = -1
const notWhole = -2
const notBegun = -3
const absent = -4

/** Where the headings do not say how many points a task or a whole work can earn. */
const [taskAtMost, scoreAtMost] = [99, 200]

/** Reads rows of participants into cells: the row that passes by is checked, counted and forgotten. */
export function participantReader(
  plan: ParticipantPlan,
  place: SheetPlace,
): { readonly read: (row: Row) => void; readonly end: () => void } {
  const { gathering, report, headings, facts } = place
  const { tasks } = plan
  const width = headings.plain.length
  const units = startUnits(plan, place)
  const sumOfMax =
    tasks.length > 0 && tasks.every(({ max }) => max !== null) ? tasks.reduce((sum, { max }) => sum + max!, 0) : null
  const highestSaid = sumOfMax ?? facts.highest
  const highest = highestSaid === null ? null : Math.min(highestSaid, 1000)
  const shape: CellShape = {
    tasks: tasks.map(({ code, max }) => ({ code, max })),
    scores: plan.score >= 0 || tasks.length > 0,
    testScores: plan.testScore >= 0,
    marks: plan.mark >= 0,
    journal: plan.journal >= 0,
    highest,
  }
  const scored = gathering.shape(shape)
  // «Балл» is a test score only in ЕГЭ; in ОГЭ and base mathematics it is the mark.
  const marked = gathering.shape({ ...shape, testScores: false, marks: true })
  const someone: PassingParticipant = {
    score: blank,
    testScore: blank,
    mark: blank,
    journal: blank,
    points: new Int16Array(tasks.length),
  }
  const { points } = someone
  const taskCount = tasks.length
  const taskColumns = Int32Array.from(tasks, task => task.at)
  const taskMaxima = Int32Array.from(tasks, task => task.max ?? taskAtMost)

  let accepted = 0
  let cell = -1
  let scope = 0
  let scoreIsMark = false
  let isKnown = false
  let unitWrong: Wrong | null = null
  let unitRepairs: readonly Wrong[] = []
  const markCells = new Set<number>()
  const repairs = new Map<number, readonly Wrong[]>()

  const findUnit = (row: Row): void => {
    const high = units.hashOf(row, 11)
    const low = units.hashOf(row, 29)
    cell = gathering.find(high, low)
    unitWrong = null
    if (cell < 0) {
      const named = units.named(row)
      if (named.key === null) {
        unitWrong = named.wrong
        return
      }
      const { key, repairs: own } = named
      const isMark = plan.testScore >= 0 && (key.procedure !== 'ЕГЭ' || key.subject === 'математика (базовая)')
      cell = gathering.open(key, isMark ? marked : scored)
      gathering.remember(high, low, cell)
      if (isMark) markCells.add(cell)
      if (own.length > 0) repairs.set(cell, own)
    }
    scope = gathering.scopeOf(cell)
    scoreIsMark = markCells.size > 0 && markCells.has(cell)
    unitRepairs = repairs.size === 0 ? none : (repairs.get(cell) ?? none)
  }

  const tell = (row: Row, wrong: Wrong): void => tellOf(place, row, plan.personal, wrong)
  const reject = (row: Row, code: string, column?: number, params?: Wrong['params']): void => {
    report.fate('rejected')
    tell(row, { code, fate: 'rejected', ...(column === undefined ? {} : { column }), ...(params ? { params } : {}) })
  }

  const isRepeated = (row: Row): boolean => {
    const { identity, identityInstead } = plan
    let isNamed = identity.length > 0
    for (let at = 0; at < identity.length; at++) if (row.isBlank(identity[at]!)) isNamed = false
    const fields = isNamed ? identity : identityInstead
    if (!isNamed && identityInstead.every(at => row.isBlank(at))) {
      if (identity.length > 0)
        tell(row, { code: 'results/no-code', fate: 'noted', column: identity[0]!, severity: 'info' })
      return false
    }
    let high = row.hash(fields[0]!, 3)
    let low = row.hash(fields[0]!, 5)
    for (let at = 1; at < fields.length; at++) {
      high = mixed(high, row.hash(fields[at]!, 3))
      low = mixed(low, row.hash(fields[at]!, 5))
    }
    return gathering.seenBefore(scope, high, low)
  }

  const outside = (row: Row): void => {
    if (repeats(headings, row) || isUnderTable(row)) report.fate('passedOver')
    else reject(row, unitWrong!.code, unitWrong!.column, unitWrong!.params)
  }

  const read = (row: Row) => {
    if (!isKnown || !units.sameAsAbove(row)) findUnit(row)
    isKnown = unitWrong === null
    if (unitWrong !== null) return outside(row)
    if (row.count > width)
      for (let at = width; at < row.count; at++) if (!row.isBlank(at)) return reject(row, 'results/extra-fields')

    let isAbsent = false
    let sum = 0
    let begun = 0
    let blanks = 0
    for (let at = 0; at < taskCount; at++) {
      const column = taskColumns[at]!
      const found = numberAt(row, column)
      if (found >= 0) {
        if (found > taskMaxima[at]!) return reject(row, 'results/task-above-max', column, { highest: taskMaxima[at]! })
        sum += found
        begun++
        points[at] = found
        continue
      }
      points[at] = blank
      if (found === blank) blanks++
      else if (found === absent) isAbsent = true
      else if (found === notWhole) return reject(row, 'results/not-whole', column, { highest: taskMaxima[at]! })
    }
    let score = plan.score < 0 ? blank : numberAt(row, plan.score)
    let printed = plan.testScore < 0 ? blank : numberAt(row, plan.testScore)
    let mark = plan.mark < 0 ? blank : numberAt(row, plan.mark)
    if (score === absent || printed === absent || mark === absent) isAbsent = true
    if (score === notWhole) return reject(row, 'results/not-whole', plan.score, { highest: highest ?? scoreAtMost })
    if (printed === notWhole)
      return reject(row, scoreIsMark ? 'results/bad-mark' : 'results/not-whole', plan.testScore, { highest: 100 })
    if (mark === notWhole) return reject(row, 'results/bad-mark', plan.mark)
    const hasNothing = begun === 0 && score < 0 && printed < 0 && mark < 0
    if (hasNothing) {
      for (let at = 0; at < plan.variant.length; at++) if (numberAt(row, plan.variant[at]!) === absent) isAbsent = true
      if (!isAbsent) return report.fate('withoutResult')
      if (isRepeated(row)) return reject(row, 'results/repeated', plan.identity[0])
      gathering.addAbsent(cell, scoreIsMark ? marked : scored, row.number)
      return report.fate('absent')
    }
    if (isAbsent) return reject(row, 'results/absent-with-result')
    if (scoreIsMark) {
      if (mark < 0) mark = printed
      printed = blank
    }
    if (mark >= 0 && (mark < 2 || mark > 5))
      return reject(row, 'results/bad-mark', plan.mark < 0 ? plan.testScore : plan.mark)
    if (printed > 100) return reject(row, 'results/test-score-above-100', plan.testScore)

    let wasRepaired = unitRepairs.length > 0
    if (score < 0) {
      const isComplete = tasks.length > 0 && blanks === 0 && begun > 0
      if (isComplete) {
        score = sum
        if (plan.score >= 0) {
          tell(row, { code: 'results/total-from-tasks', fate: 'repaired', column: plan.score, params: { sum } })
          wasRepaired = true
        }
      } else if (shape.scores && mark < 0 && printed < 0)
        return reject(row, 'results/no-total', plan.score < 0 ? undefined : plan.score)
    }
    if (score > (highest ?? scoreAtMost))
      return reject(row, 'results/score-above-max', plan.score < 0 ? undefined : plan.score, {
        highest: highest ?? scoreAtMost,
      })
    let journal = plan.journal < 0 ? blank : numberAt(row, plan.journal)
    const journalIsOdd = journal !== blank && (journal < 1 || journal > 5)
    if (isRepeated(row)) return reject(row, 'results/repeated', plan.identity[0] ?? plan.identityInstead[0])

    if (tasks.length > 0 && (blanks === 0 ? sum !== score : score >= 0 && sum > score) && score >= 0)
      tell(row, {
        code: 'results/total-differs',
        fate: 'noted',
        ...(plan.score < 0 ? {} : { column: plan.score }),
        params: { sum },
      })
    if (journalIsOdd) {
      journal = blank
      tell(row, { code: 'results/journal-dropped', fate: 'repaired', column: plan.journal })
      wasRepaired = true
    }
    if (unitRepairs.length > 0) for (const wrong of unitRepairs) tell(row, wrong)
    someone.score = score < 0 ? blank : score
    someone.testScore = printed < 0 ? blank : printed
    someone.mark = mark < 0 ? blank : mark
    someone.journal = journal < 0 ? blank : journal
    gathering.add(cell, scoreIsMark ? marked : scored, someone, row.number)
    if (wasRepaired) report.fate('repaired')
    else accepted++
  }
  // The usual fate is told once: a name looked up for each of millions of rows costs more than counting.
  const end = () => {
    units.end()
    report.fate('accepted', accepted)
  }
  return { read, end }
}

const none: readonly Wrong[] = []
const absentWords =
  /^(отс|отсутств\S*|н\/?п|н\/?я|н|нп|ня|не писала?|не писал\(а\)|не явил\S*|неявка|не участвовала?|не участвует|absent)\.?$/i

/** The number of a field; or that it is blank, not begun («X»), a word about being absent, or something else. */
function numberAt(row: Row, at: number): number {
  const found = row.whole(at)
  if (found !== notWhole) return found
  const text = row.text(at)
  if (/^[xх]$/i.test(text)) return notBegun
  if (/^[-–—]$/.test(text)) return blank
  return absentWords.test(text) ? absent : notWhole
}
