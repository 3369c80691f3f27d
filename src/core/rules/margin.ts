import type { Change, Way } from './cost.ts'
import { ceilingOf, type Fraction, fractionIn } from './fraction.ts'
import { placeOf, slotName } from './judged-cells.ts'
import type { ReadyRule, Trace } from './mechanism.ts'
import type { ResultsTable } from './results-table.ts'
import type { Verdict } from './verdict.ts'

/** The smallest change of marks that turns a verdict. 1 is «на грани». */
export interface Margin {
  readonly participants: number
  /** How many more participants (or fewer, when negative) with a low result, by place. */
  readonly where: readonly { readonly place: string; readonly participants: number }[]
  /** What the verdict becomes. */
  readonly becomes: Verdict
}

/**
 * How far a verdict is from another one: the smallest number of participants whose mark would have to change, and where.
 * Every answer is proved by changing the marks and judging again.
 *
 * @returns null where no change of marks turns it: results missing, or the rule looks at means or at the register
 * @example marginOf(rule, table, school) // { participants: 1, where: [{ place: 'ВПР, математика, 5 класс, 2021', participants: -1 }], becomes: 'no' }
 */
export function marginOf(rule: ReadyRule, table: ResultsTable, school: number): Margin | null {
  const verdict = rule.verdictOf(school)
  const costs = rule.costsOf(school)
  const ways = verdict === 'yes' ? [costs.notYes] : verdict === 'no' ? [costs.notNo] : [costs.yes, costs.no]
  const turned = ways
    .flatMap(withParts)
    .filter(way => way.participants > 0 && way.participants < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.participants - b.participants)
    .map(way => ({ way, becomes: judgedAfter(way, verdict, rule, table, school) }))
    .find(({ becomes }) => becomes !== verdict)
  const found = cheaperWay(rule, table, school, turned?.way.participants ?? Number.POSITIVE_INFINITY) ?? turned
  if (!found) return null
  const where = found.way.changes.map(({ place, participants }) => ({ place: placeName(place, table), participants }))
  return { participants: found.way.participants, where, becomes: found.becomes }
}

/** A way and the ways it is made of: of those that share places, one may turn the verdict alone. */
function withParts(way: Way): Way[] {
  return [way, ...(way.parts ?? []).flatMap(part => [part, ...(part.parts ?? [])])]
}

const mostTrials = 200

/**
 * Where a rule looks at a cell more than once, one change may serve several parts: tries sets of changed cells that cost less than the way
 * known so far. After `mostTrials` sets it keeps the best one found.
 */
function cheaperWay(rule: ReadyRule, table: ResultsTable, school: number, limit: number) {
  if (limit <= 1) return null
  const { flips, repeated } = flipsIn(rule.traceOf(school), table)
  if (!repeated) return null
  const verdict = rule.verdictOf(school)
  let best: { way: Way; becomes: Verdict } | null = null
  let cost = limit
  let trials = 0
  const chosen: Change[] = []
  const tryFrom = (start: number, paid: number) => {
    for (let at = start; at < flips.length && trials < mostTrials; at++) {
      const flip = flips[at]!
      const sum = paid + Math.abs(flip.participants)
      if (sum >= cost) return
      chosen.push(flip)
      trials++
      const way = { participants: sum, changes: [...chosen] }
      const becomes = judgedAfter(way, verdict, rule, table, school)
      if (becomes !== verdict) {
        best = { way, becomes }
        cost = sum
      } else tryFrom(at + 1, sum)
      chosen.pop()
    }
  }
  tryFrom(0, 0)
  return best as { way: Way; becomes: Verdict } | null
}

/** The change that turns each judged cell, cheapest first, and whether the rule looks at some cell twice. */
function flipsIn(trace: Trace, table: ResultsTable): { flips: Change[]; repeated: boolean } {
  const flips = new Map<string, Change>()
  const places = placesByName(table)
  const thresholds = new Map<string, Fraction>()
  let repeated = false
  const walk = ({ mechanism, where, facts, parts }: Trace) => {
    if (mechanism === 'share-below' && where && typeof facts?.['participants'] === 'number') {
      const at = places.get(where)!
      const threshold = String(facts['threshold'])
      const key = `${at} ${threshold}`
      if (flips.has(key)) repeated = true
      const share = thresholds.get(threshold) ?? fractionIn(threshold)!
      thresholds.set(threshold, share)
      const needed = ceilingOf(share, facts['participants'])
      const below = Number(facts['below'])
      const target = below >= needed ? needed - 1 : needed
      if (target >= 0 && target <= facts['participants'])
        flips.set(key, { place: placeOf(at), participants: target - below })
    }
    for (const part of parts ?? []) walk(part)
  }
  walk(trace)
  const sorted = [...flips.values()].sort((a, b) => Math.abs(a.participants) - Math.abs(b.participants))
  return { flips: sorted, repeated }
}

const knownPlaces = new WeakMap<ResultsTable['slots'], ReadonlyMap<string, number>>()

function placesByName({ slots }: ResultsTable): ReadonlyMap<string, number> {
  const known = knownPlaces.get(slots) ?? new Map(slots.map((slot, at) => [slotName(slot), at]))
  knownPlaces.set(slots, known)
  return known
}

/** The verdict after the change; a change outside the cells (a reported indicator) is taken as it was computed. */
function judgedAfter(way: Way, verdict: Verdict, rule: ReadyRule, table: ResultsTable, school: number): Verdict {
  for (const { place } of way.changes) if (cellIn(place) < 0) return verdict === 'yes' ? 'no' : 'yes'
  const first = school * table.slots.length
  for (const { place, participants } of way.changes) table.below[first + cellIn(place)]! += participants
  const after = rule.verdictOf(school)
  for (const { place, participants } of way.changes) table.below[first + cellIn(place)]! -= participants
  return after
}

const cellsByPlace = new Map<string, number>()

/** The slot of a place, or −1 for an indicator. As many places as there are slots and indicators: it is asked millions of times. */
function cellIn(place: string): number {
  let cell = cellsByPlace.get(place)
  if (cell === undefined) {
    cell = Number(/^cell:(\d+)$/.exec(place)?.[1] ?? -1)
    cellsByPlace.set(place, cell)
  }
  return cell
}

function placeName(place: string, table: ResultsTable): string {
  const cell = cellIn(place)
  return cell < 0 ? place.replace(/^indicator:/, '') : slotName(table.slots[cell]!)
}
