import { type Costs, fixedCosts } from './cost.ts'
import { ceilingOf, type Fraction } from './fraction.ts'
import type { Trace, Workbench } from './mechanism.ts'
import { cellState, type ResultsTable, type Slot, slotAt } from './results-table.ts'
import type { Verdict } from './verdict.ts'

/** A procedure in a year: where it stands in the table (-1: no school has it) and whether a type of school can have it. */
export interface Judged {
  readonly slot: Slot
  readonly at: number
  /** 1 can, 0 cannot, 2 the type of the school is not known; null: every school can. */
  readonly canHave: Uint8Array | null
}

export interface Border {
  readonly threshold: Fraction
  readonly minParticipants: number
}

/** The procedures of a methodology that are held in a year, optionally of some names only. */
export function judgedIn(year: number, { table, procedures }: Workbench, names?: readonly string[]): Judged[] {
  return procedures
    .filter(({ procedure, years }) => (!years || years.includes(year)) && (!names || names.includes(procedure)))
    .map(named => ({
      slot: { procedure: named.procedure, subject: named.subject, grade: named.grade, year },
      at: slotAt(table.slots, named, year),
      canHave: named.schoolTypes || named.notSchoolTypes ? typesThatCan(table, named) : null,
    }))
}

function typesThatCan(
  table: ResultsTable,
  {
    schoolTypes,
    notSchoolTypes,
  }: { readonly schoolTypes?: readonly string[]; readonly notSchoolTypes?: readonly string[] },
): Uint8Array {
  return Uint8Array.from(table.schools, ({ type }) => {
    if (type === null) return 2
    return (!schoolTypes || schoolTypes.includes(type)) && !notSchoolTypes?.includes(type) ? 1 : 0
  })
}

/** Whether a school cannot have the procedure at all: it then leaves its universe and is no unknown. */
export function isOutside(judged: Judged, school: number, table: ResultsTable): boolean {
  if (judged.canHave !== null && judged.canHave[school] === 0) return true
  return judged.at >= 0 && table.state[school * table.slots.length + judged.at] === cellState.notApplicable
}

/**
 * Whether the share of low results of a cell reaches the threshold, in integers: `den·k ≥ num·n`.
 * Too few participants, a missing row and a withheld number are unknown.
 */
export function lowVerdict(
  judged: Judged,
  school: number,
  { state, participants, below, slots }: ResultsTable,
  { threshold, minParticipants }: Border,
): Verdict {
  if (judged.at < 0) return 'unknown'
  const cell = school * slots.length + judged.at
  const n = participants[cell]!
  if (state[cell] !== cellState.reported || n < minParticipants || n === 0) return 'unknown'
  return threshold.den * below[cell]! >= threshold.num * n ? 'yes' : 'no'
}

/** What it takes to move the verdict of a cell: so many participants over the threshold, or back. */
export function lowCosts(judged: Judged, school: number, table: ResultsTable, border: Border): Costs {
  const verdict = lowVerdict(judged, school, table, border)
  if (verdict === 'unknown') return fixedCosts('unknown')
  const cell = school * table.slots.length + judged.at
  const n = table.participants[cell]!
  const needed = ceilingOf(border.threshold, n)
  const difference = verdict === 'no' ? needed - table.below[cell]! : needed - 1 - table.below[cell]!
  const possible = verdict === 'no' ? needed <= n : needed > 0
  const fixed = fixedCosts(verdict)
  if (!possible) return fixed
  const way = { participants: Math.abs(difference), changes: [{ place: placeOf(judged.at), participants: difference }] }
  return verdict === 'no' ? { ...fixed, yes: way, notNo: way } : { ...fixed, no: way, notYes: way }
}

/** The trace of one cell: counts, threshold and verdict, or why there is none. */
export function lowTrace(judged: Judged, school: number, table: ResultsTable, border: Border): Trace {
  const { threshold, minParticipants } = border
  const asked = { threshold: `${threshold.num}/${threshold.den}`, minParticipants }
  const where = slotName(judged.slot)
  if (isOutside(judged, school, table))
    return { mechanism: 'share-below', where, value: null, facts: { ...asked, why: 'notApplicable' } }
  const verdict = lowVerdict(judged, school, table, border)
  const cell = school * table.slots.length + judged.at
  const reported = judged.at >= 0 && table.state[cell] === cellState.reported
  if (!reported)
    return {
      mechanism: 'share-below',
      where,
      verdict,
      value: null,
      facts: { ...asked, why: whyUnknown(judged, cell, table) },
    }
  const n = table.participants[cell]!
  const k = table.below[cell]!
  return {
    mechanism: 'share-below',
    where,
    verdict,
    value: n === 0 ? null : k / n,
    exact: `${k}/${n}`,
    facts: { below: k, participants: n, ...asked, ...(verdict === 'unknown' ? { why: 'fewParticipants' } : {}) },
  }
}

function whyUnknown({ at }: Judged, cell: number, { state }: ResultsTable): string {
  return at < 0 || state[cell] === cellState.absent ? 'absent' : 'withheld'
}

/** The key of a cell in changes of marks. */
export function placeOf(at: number): string {
  return `cell:${at}`
}

/** «ВПР, математика, 5 класс, 2021». Names of procedures and subjects are data and stay as they are in every language. */
export function slotName({ procedure, subject, grade, year }: Slot): string {
  return `${procedure}, ${subject}, ${grade} класс, ${year}`
}
