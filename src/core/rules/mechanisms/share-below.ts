import { Type } from 'typebox'
import { fixedCosts } from '../cost.ts'
import { isOutside, judgedIn, lowCosts, lowTrace, lowVerdict } from '../judged-cells.ts'
import { exactShare } from '../mechanism.ts'
import { ruleMechanism, Share } from '../shapes.ts'

/** One procedure of one year is low: the share of participants with «2» or under the minimum is not less than the threshold. */
export const shareBelow = ruleMechanism({
  name: 'share-below',
  shape: Type.Object(
    {
      procedure: Type.String(),
      subject: Type.String(),
      grade: Type.Integer(),
      year: Type.Optional(Type.Integer()),
      threshold: Share,
      minParticipants: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    { additionalProperties: false },
  ),
  tell: ({ procedure, subject, grade, year, threshold, minParticipants }) => ({
    key: 'shareBelow',
    params: { procedure, subject, grade, year: year ?? 0, threshold: String(threshold), min: minParticipants ?? 1 },
  }),
  ready({ procedure, subject, grade, year, threshold, minParticipants }, bench) {
    const { table } = bench
    const named = bench.procedures.filter(
      known => known.procedure === procedure && known.subject === subject && known.grade === grade,
    )
    const procedures = named.length > 0 ? named : [{ procedure, subject, grade }]
    const judged = judgedIn(year ?? bench.year, { ...bench, procedures })[0]
    const border = { threshold: exactShare(threshold, bench, 'threshold'), minParticipants: minParticipants ?? 1 }
    const outside = (school: number) => judged === undefined || isOutside(judged, school, table)
    return {
      verdictOf: school => (outside(school) ? 'no' : lowVerdict(judged!, school, table, border)),
      costsOf: school => (outside(school) ? fixedCosts('no') : lowCosts(judged!, school, table, border)),
      traceOf: school =>
        judged ? lowTrace(judged, school, table, border) : { mechanism: 'share-below', verdict: 'no', value: null },
    }
  },
})
