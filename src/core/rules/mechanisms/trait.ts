import { Type } from 'typebox'
import { fixedCosts } from '../cost.ts'
import type { ReadyRule, Trace, Workbench } from '../mechanism.ts'
import { traitOf } from '../pools.ts'
import { ruleMechanism } from '../shapes.ts'
import type { Verdict } from '../verdict.ts'

const yesWords = ['да', 'yes', 'true', '1', '+']
const noWords = ['нет', 'no', 'false', '0', '-', '−']

/** A column of the register has one of these words; an empty cell is unknown. The column `type` is the type of the school. */
export const trait = ruleMechanism({
  name: 'trait',
  shape: Type.Object(
    { column: Type.String({ minLength: 1 }), is: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }) },
    { additionalProperties: false },
  ),
  tell: ({ column, is }) => ({ key: 'trait', params: { column, words: is.join(', ') } }),
  ready: ({ column, is }, bench) =>
    byColumn('trait', column, bench, text => (is.some(word => sameWord(word, text)) ? 'yes' : 'no')),
})

/** A list that somebody else made, imported as given: a yes or no column of the register, with the act as its reason. */
export const listed = ruleMechanism({
  name: 'listed',
  shape: Type.Object(
    { column: Type.String({ minLength: 1 }), act: Type.String({ minLength: 1 }) },
    { additionalProperties: false },
  ),
  tell: ({ column, act }) => ({ key: 'listed', params: { column, act } }),
  ready: ({ column, act }, bench) => byColumn('listed', column, bench, yesOrNo, { act }),
})

/** What a cell of a yes or no column says. @example yesOrNo('да') // 'yes' */
export function yesOrNo(text: string): Verdict {
  if (yesWords.some(word => sameWord(word, text))) return 'yes'
  return noWords.some(word => sameWord(word, text)) ? 'no' : 'unknown'
}

function byColumn(
  mechanism: string,
  column: string,
  { table }: Workbench,
  answer: (text: string) => Verdict,
  facts: Trace['facts'] = {},
): ReadyRule {
  const verdicts = table.schools.map(school => {
    const text = traitOf(school, column)
    return text === null ? 'unknown' : answer(text)
  })
  return {
    verdictOf: school => verdicts[school]!,
    costsOf: school => fixedCosts(verdicts[school]!),
    traceOf: school => ({
      mechanism,
      verdict: verdicts[school]!,
      facts: { column, found: traitOf(table.schools[school]!, column) ?? '', ...facts },
    }),
  }
}

function sameWord(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
