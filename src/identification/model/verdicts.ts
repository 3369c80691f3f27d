/** What tables of many schools need of a long answer. */
import type { Margin } from '../../core/rules/margin.ts'
import type { Trace } from '../../core/rules/mechanism.ts'
import type { Verdict } from '../../core/rules/verdict.ts'

/** A chance that was worked out for one procedure. */
export interface ChanceOfCell {
  readonly where: string
  readonly status: string
  readonly probability: number | null
}

/** A verdict in short: how far it is from another one, and how sure the low results behind it are. */
export interface ShortVerdict {
  readonly verdict: Verdict
  readonly margin: number | null
  readonly becomes: Verdict | null
  /** Procedures that counted as low in this list, with their chances. */
  readonly low: readonly ChanceOfCell[]
}

/** One result inside a trace: where it stands and what was found there. */
export interface CellFacts {
  readonly where: string
  readonly verdict: Verdict | null
  readonly below: number | null
  readonly participants: number | null
  /** `absent`, `withheld`, `fewParticipants`, `notApplicable` where it was not judged. */
  readonly why: string | null
  readonly threshold: string
}

/** The results that a trace looked at, each once, in its order. @example cellsOf(trace)[0]?.where // 'ВПР, математика, 5 класс, 2021' */
export function cellsOf(trace: Trace): CellFacts[] {
  const cells = new Map<string, CellFacts>()
  const walk = ({ mechanism, where, verdict, facts, parts }: Trace): void => {
    if (mechanism === 'share-below' && where && !cells.has(where))
      cells.set(where, {
        where,
        verdict: verdict ?? null,
        below: numberOf(facts?.['below']),
        participants: numberOf(facts?.['participants']),
        why: facts?.['why'] === undefined ? null : String(facts['why']),
        threshold: String(facts?.['threshold'] ?? ''),
      })
    for (const part of parts ?? []) walk(part)
  }
  walk(trace)
  return [...cells.values()]
}

/** The short form of a verdict. */
export function shortVerdict(
  verdict: Verdict,
  margin: Margin | null,
  trace: Trace,
  chances: ReadonlyMap<string, ChanceOfCell>,
): ShortVerdict {
  const low = cellsOf(trace).filter(cell => cell.verdict === 'yes')
  return {
    verdict,
    margin: margin?.participants ?? null,
    becomes: margin?.becomes ?? null,
    low: low.map(({ where }) => chances.get(where) ?? { where, status: 'none', probability: null }),
  }
}

/** A trace without the steps of another list: they stand in the trace of that list. */
export function withoutOtherLists(trace: Trace): Trace {
  if (trace.mechanism === 'in-list') return { ...trace, parts: [] }
  return trace.parts ? { ...trace, parts: trace.parts.map(withoutOtherLists) } : trace
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
