import { Type } from 'typebox'
import { type Costs, costsOfAtLeast, fixedCosts } from '../cost.ts'
import { type Border, isOutside, type Judged, judgedIn, lowCosts, lowTrace, lowVerdict } from '../judged-cells.ts'
import { exactShare, type Trace, type Workbench, yearsOf } from '../mechanism.ts'
import { Names, ruleMechanism, Share, Years } from '../shapes.ts'
import { atLeast, tally, type Verdict } from '../verdict.ts'

const Window = Type.Union([Type.Literal('perYear'), Type.Literal('pooled'), Type.Literal('sameProcedure')])

/**
 * At least so many low procedures. «По двум процедурам в 2019 и 2021 г.г.» has three readings: in each year (`perYear`), over all years
 * (`pooled`), and the same procedures in every year (`sameProcedure`).
 */
export const countLow = ruleMechanism({
  name: 'count-low',
  shape: Type.Object(
    {
      atLeast: Type.Integer({ minimum: 1 }),
      threshold: Share,
      minParticipants: Type.Optional(Type.Integer({ minimum: 0 })),
      window: Type.Optional(Window),
      procedures: Names,
      ...Years,
    },
    { additionalProperties: false },
  ),
  tell: ({ atLeast: needed, threshold, minParticipants, window, years, last }) => ({
    key: 'countLow',
    params: {
      needed,
      threshold: String(threshold),
      min: minParticipants ?? 1,
      window: window ?? 'perYear',
      years: years?.join(', ') ?? '',
      last: years ? 0 : (last ?? 1),
    },
  }),
  ready(data, bench) {
    const border = {
      threshold: exactShare(data.threshold, bench, 'threshold'),
      minParticipants: data.minParticipants ?? 1,
    }
    const years = yearsOf(data, bench).map(year => judgedIn(year, bench, data.procedures))
    const window = data.window ?? 'perYear'
    if (window === 'sameProcedure') return countSame(data.atLeast, years, border, bench)
    const groups = window === 'pooled' ? [years.flat()] : years
    return countGroups(data.atLeast, groups, border, bench)
  },
})

/** Enough lows in each group of cells: a group is a year, or all years together. */
function countGroups(needed: number, groups: readonly (readonly Judged[])[], border: Border, { table }: Workbench) {
  const groupVerdict = (group: readonly Judged[], school: number): Verdict => {
    let yes = 0
    let unknown = 0
    for (const judged of group) {
      if (isOutside(judged, school, table)) continue
      const verdict = lowVerdict(judged, school, table, border)
      if (verdict === 'yes') yes++
      else if (verdict === 'unknown') unknown++
    }
    return yes >= needed ? 'yes' : yes + unknown < needed ? 'no' : 'unknown'
  }
  const verdictOf = (school: number): Verdict => {
    let answer: Verdict = 'yes'
    for (const group of groups) {
      const verdict = groupVerdict(group, school)
      if (verdict === 'no') return 'no'
      if (verdict === 'unknown') answer = 'unknown'
    }
    return answer
  }
  const costsOf = (school: number): Costs =>
    costsOfAtLeast(
      groups.length,
      groups.map(group => {
        const inside = group.filter(judged => !isOutside(judged, school, table))
        return costsOfAtLeast(
          needed,
          inside.map(judged => lowCosts(judged, school, table, border)),
        )
      }),
    )
  const traceOf = (school: number): Trace => {
    const parts = groups.map(group => traceOfGroup(group, school, groupVerdict(group, school)))
    if (parts.length === 1) return parts[0]!
    return { mechanism: 'count-low', verdict: verdictOf(school), facts: { needed, groups: groups.length }, parts }
  }
  const traceOfGroup = (group: readonly Judged[], school: number, verdict: Verdict): Trace => {
    const parts = group.map(judged => lowTrace(judged, school, table, border))
    const { yes, unknown } = tally(parts.flatMap(part => part.verdict ?? []))
    const years = [...new Set(group.map(({ slot }) => slot.year))].join(', ')
    return { mechanism: 'count-low', verdict, value: yes, facts: { needed, unknown, years }, parts }
  }
  return { verdictOf, costsOf, traceOf }
}

/** Enough procedures that are low in every year in which they are held. */
function countSame(needed: number, years: readonly (readonly Judged[])[], border: Border, { table }: Workbench) {
  const held = new Map<string, Judged[]>()
  for (const judged of years.flat()) {
    const { procedure, subject, grade } = judged.slot
    const key = `${procedure}\n${subject}\n${grade}`
    held.set(key, [...(held.get(key) ?? []), judged])
  }
  // A procedure that some of the years have not cannot be low in all of them.
  const rows = [...held.values()].filter(row => row.length === years.length)
  const inside = (school: number) => rows.filter(row => row.every(judged => !isOutside(judged, school, table)))
  const rowVerdict = (row: readonly Judged[], school: number) =>
    atLeast(row.length, tally(row.map(judged => lowVerdict(judged, school, table, border))))
  return {
    verdictOf: (school: number) => atLeast(needed, tally(inside(school).map(row => rowVerdict(row, school)))),
    costsOf: (school: number): Costs => {
      const parts = inside(school).map(row =>
        costsOfAtLeast(
          row.length,
          row.map(judged => lowCosts(judged, school, table, border)),
        ),
      )
      return parts.length < needed ? fixedCosts('no') : costsOfAtLeast(needed, parts)
    },
    traceOf: (school: number): Trace => {
      const verdicts = inside(school).map(row => rowVerdict(row, school))
      const { yes, unknown } = tally(verdicts)
      const parts = rows.flatMap(row => row.map(judged => lowTrace(judged, school, table, border)))
      const facts = { needed, unknown, same: years.length }
      return { mechanism: 'count-low', verdict: atLeast(needed, { yes, unknown }), value: yes, facts, parts }
    },
  }
}
