import type { SchoolIndicator } from '../../../assessments/index.ts'
import type { SchoolId } from '../../../core/base/index.ts'
import { chanceOf } from './chance.ts'
import { profileOf } from './profiles.ts'
import type { DemoSchool } from './protocols.ts'

/** The five shares of the social context with their size beside families in hardship; two other figures of a school. */
const shares: Readonly<Record<string, (hardship: number) => number>> = {
  'трудная жизненная ситуация': hardship => hardship,
  'русский язык не родной': hardship => hardship * 0.6,
  'состоят на учёте': hardship => hardship * 0.15,
  'высшее образование родителей': hardship => 62 - 1.4 * hardship,
  'неполные семьи': hardship => 12 + 0.6 * hardship,
  олимпиады: hardship => 9 - 0.25 * hardship,
  'остались в 10 классе': hardship => 58 - 0.9 * hardship,
}

/** One school has not answered, one is so small that its shares would tell of children. */
const notCollected = 'СШ № 25'
const suppressed = 'Школа с. Тихая Пристань'

/** Invented facts about the schools in a year. */
export function contextFacts(
  schools: readonly (DemoSchool & { readonly id: SchoolId })[],
  year: number,
): SchoolIndicator[] {
  return schools.flatMap(({ id, name, type }) => {
    const profile = profileOf(name, type)
    const pupils = profile.classes * profile.inClass * (type === 'primary' ? 4 : type === 'basic' ? 9 : 10)
    const chance = chanceOf(`контекст ${name} ${year}`)
    return Object.entries(shares).map(([indicator, sizeOf]): SchoolIndicator => {
      const about = { organisationId: id, indicator, year }
      if (name === notCollected) return { ...about, state: 'not_collected', value: null }
      if (name === suppressed) return { ...about, state: 'suppressed', value: null }
      if (indicator === 'остались в 10 классе' && !profile.grades.includes(11))
        return { ...about, state: 'not_applicable', value: null }
      const sharePct = Math.min(95, Math.max(0, sizeOf(profile.hardship) + 2 * chance.normal()))
      return {
        ...about,
        state: 'reported',
        value: { numerator: Math.round((pupils * sharePct) / 100), denominator: pupils },
      }
    })
  })
}
