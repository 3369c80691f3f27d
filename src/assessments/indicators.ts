import { refuse } from '../core/base/index.ts'
import { fractionIn } from '../core/rules/fraction.ts'
import { type Ctx, saveAudit } from '../platform/postgres/index.ts'
import type { ChangeCounts } from './known-cell.ts'
import type { SchoolIndicator } from './model/school-indicator.ts'
import { municipalitiesOf, takeTurn } from './store/cells.ts'
import { keptIndicators, putIndicators } from './store/indicators.ts'

/**
 * Enters facts about schools: replaces school × indicator × year, writes nothing where nothing changes. One audit line per call.
 *
 * @param source where the facts come from, for people: a file, an act
 * @throws refuse('not-found', 'assessments/school-unknown') when a school is not in the scope
 * @throws refuse('invalid', 'assessments/indicator-malformed') for a reported fact without a value and the like
 * @example await replaceIndicators(ctx, [{ organisationId, indicator: 'неполные семьи', year: 2025, state: 'reported', value: { numerator: 12, denominator: 40 } }], 'social-passport.csv')
 */
export async function replaceIndicators(
  ctx: Ctx,
  facts: readonly SchoolIndicator[],
  source: string,
): Promise<ChangeCounts> {
  const seen = new Set<string>()
  for (const fact of facts) {
    const key = keyOf(fact)
    const reason = seen.has(key) ? 'twice' : problemOf(fact)
    if (reason) throw malformed(fact, reason)
    seen.add(key)
  }
  await takeTurn(ctx)
  const places = await municipalitiesOf(ctx, [...new Set(facts.map(({ organisationId }) => organisationId))])
  const kept = new Map((await keptIndicators(ctx, facts)).map(fact => [keyOf(fact), contentOf(fact)]))
  const news = facts.filter(fact => kept.get(keyOf(fact)) !== contentOf(fact))
  const added = news.filter(fact => !kept.has(keyOf(fact))).length
  const counts = { added, changed: news.length - added, same: facts.length - news.length }
  const rows = news.map(fact => {
    const municipalityId = places.get(fact.organisationId)
    if (municipalityId === undefined)
      throw refuse('not-found', 'assessments/school-unknown', { id: fact.organisationId, code: '—' })
    return { ...fact, municipalityId }
  })
  if (rows.length === 0) return counts
  await putIndicators(ctx, rows, source)
  await saveAudit(ctx, {
    action: 'assessments/indicators-entered',
    subjectKind: 'school-indicators',
    subjectId: source,
    after: counts,
  })
  return counts
}

function problemOf({ state, value }: SchoolIndicator): string | null {
  if (state !== 'reported') return value === null ? null : 'valueUnexpected'
  if (value === null) return 'valueMissing'
  if ('number' in value) return /^-?\d{1,12}([.,]\d{1,12})?$/.test(value.number) ? null : 'numberMalformed'
  const { numerator, denominator } = value
  const isShare = Number.isInteger(numerator) && Number.isInteger(denominator)
  return isShare && numerator >= 0 && denominator > 0 && numerator <= denominator ? null : 'shareMalformed'
}

function malformed({ indicator, year, value }: SchoolIndicator, reason: string) {
  const found = value && 'number' in value ? value.number : ''
  return refuse('invalid', 'assessments/indicator-malformed', { indicator, year, reason, found })
}

function keyOf({ organisationId, indicator, year }: SchoolIndicator): string {
  return [organisationId, indicator, year].join('\n')
}

function contentOf({ state, value }: SchoolIndicator): string {
  if (value === null) return state
  if ('denominator' in value) return `${state} ${value.numerator}/${value.denominator}`
  const exact = fractionIn(value.number)
  return `${state} ${exact?.num}:${exact?.den} ${value.participants}`
}
