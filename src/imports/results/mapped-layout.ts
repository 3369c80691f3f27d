import { columnOf, type Headings, plainHeading } from './headings.ts'
import type { Layout } from './layout.ts'
import { type PlainColumn, plainColumns } from './plain-columns.ts'
import { anyCode } from './plain-participants/layout.ts'
import { taskIn } from './task-heading.ts'

/** What a column of an unknown table can be: a column of the product's own tables, a task, or names and codes that nobody may see. */
export const columnMeanings = [...(Object.keys(plainColumns) as PlainColumn[]), 'task', 'variant', 'personal'] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

/** Heading as printed → what the column is. Headings that are left out are not read. */
export type ColumnChoice = Readonly<Record<string, ColumnMeaning>>

/** A layout made by a person: the headings are found again by their words, wherever they stand. */
export function mappedLayout(choice: ColumnChoice): Layout {
  const chosen = Object.entries(choice).map(([heading, meaning]) => ({ plain: plainHeading(heading), meaning }))
  return {
    id: 'mapped',
    recognise(headings) {
      if (!chosen.every(({ plain }) => plain === '' || headings.plain.includes(plain))) return null
      const all = (meaning: ColumnMeaning) =>
        headings.plain.flatMap((plain, at) =>
          plain !== '' && chosen.some(one => one.plain === plain && one.meaning === meaning) ? [at] : [],
        )
      const one = (meaning: ColumnMeaning) => all(meaning)[0] ?? -1
      const facts = {
        procedure: one('procedure'),
        subject: one('subject'),
        grade: one('grade'),
        year: one('year'),
        wave: one('wave'),
      }
      const [school, cls, participants] = [one('school'), one('class'), one('participants')]
      if (school < 0) return null
      if (participants >= 0)
        return {
          kind: 'counts',
          school,
          class: cls,
          participants,
          below: one('below'),
          mean: one('mean'),
          absent: one('absent'),
          facts,
        }
      return {
        kind: 'participants',
        school,
        schoolCode: anyCode,
        class: cls,
        identity: all('code'),
        identityInstead: all('personal'),
        personal: [school, ...all('code'), ...all('personal')],
        score: one('score'),
        testScore: one('testScore'),
        mark: one('mark'),
        journal: one('journal'),
        variant: all('variant'),
        tasks: all('task').map(at => ({ at, ...taskIn(headings.printed[at]!) })),
        facts,
        procedure: null,
      }
    },
  }
}

/**
 * What each heading of an unknown table most likely is: the first offer of the page on which a person chooses.
 *
 * @example guessedColumns(headings)['Код школы'] // 'school'
 */
export function guessedColumns(headings: Headings): ColumnChoice {
  const taken = Object.entries(plainColumns).flatMap(([name, pattern]) => {
    const at = columnOf(headings, pattern)
    return at < 0 ? [] : [[headings.printed[at]!, name as ColumnMeaning] as const]
  })
  return Object.fromEntries(taken)
}
