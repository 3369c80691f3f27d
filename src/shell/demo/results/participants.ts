import { type Chance, chanceOf } from './chance.ts'
import { type Paper, tasksOf } from './papers.ts'
import { onTheEdge, type Profile, withHeaps, withOddJournal } from './profiles.ts'

/** A row of a protocol: nobody real, and no name. */
export interface Participant {
  readonly class: string
  readonly wave: 'main' | 'reserve' | 'september' | 'spring'
  /** null: was absent. */
  readonly score: number | null
  readonly mark: number | null
  readonly journal: number | null
  readonly points: readonly number[]
}

/** The same rows every time for a school, a work and a year. */
export function participantsOf(name: string, profile: Profile, paper: Paper, year: number): readonly Participant[] {
  const chance = chanceOf([name, paper.procedure, paper.subject, paper.grade, year].join(' '))
  const present = Array.from({ length: profile.classes }, (_, at) => ({
    className: profile.classes === 1 ? String(paper.grade) : `${paper.grade}${'АБВ'[at]}`,
    level: 0.15 * chance.normal(),
    count: Math.max(1, Math.round(paper.share * (profile.inClass + chance.whole(-2, 2)))),
  })).flatMap(({ className, level, count }) =>
    Array.from({ length: count }, () => someone(className, level + profile.strength, paper, chance)),
  )
  const shaped =
    name === withHeaps && paper.procedure === 'ВПР' && year === 2025
      ? present.map(one => heaped(one, paper, chance))
      : present
  const scored =
    name === onTheEdge && paper.procedure === 'ОГЭ' && paper.subject === 'математика' ? edged(shaped, paper) : shaped
  const written = scored.map(one => completed(one, name, paper, chance))
  return [...written, ...again(written, paper, chance)]
}

interface Someone {
  readonly className: string
  readonly ability: number
  readonly score: number | null
}

function someone(
  className: string,
  level: number,
  { procedure, highest, subject, grade }: Paper,
  chance: Chance,
): Someone {
  const ability = level + chance.normal()
  if (chance.next() < 0.05) return { className, ability, score: null }
  const ease = easeOf(procedure, subject, grade)
  const share = 1 / (1 + Math.exp(-(ease + 0.8 * ability)))
  return {
    className,
    ability,
    score: Math.min(highest, Math.max(0, Math.round(highest * share + 0.6 * chance.normal()))),
  }
}

/** How the region copes with a work: a higher minimum needs an easier work, or half of the region would stand below it. */
function easeOf(procedure: string, subject: string, grade: number): number {
  if (procedure === 'ЕГЭ') return 0.5
  if (procedure === 'ОГЭ') return subject === 'математика' ? 0.15 : 0.6
  return subject === 'математика' ? 0.4 : grade < 6 ? 0.55 : 0.8
}

/** Whoever stands one or two points before a mark is lifted to it, mostly. */
function heaped(one: Someone, { lowest }: Paper, chance: Chance): Someone {
  const { score } = one
  const lift = score === null ? undefined : lowest?.find(border => score < border && score >= border - 2)
  return lift !== undefined && chance.next() < 0.85 ? { ...one, score: lift } : one
}

/** Exactly one participant fewer below the minimum than 30 %: the weakest stay below, the others come over it. */
function edged(all: readonly Someone[], { lowest }: Paper): readonly Someone[] {
  const border = lowest![0]
  const present = all.filter(({ score }) => score !== null).sort((a, b) => a.score! - b.score!)
  const low = new Set(present.slice(0, Math.ceil((3 * present.length) / 10) - 1))
  return all.map(one => {
    if (one.score === null) return one
    return { ...one, score: low.has(one) ? Math.min(one.score, border - 1) : Math.max(one.score, border) }
  })
}

function completed({ className, ability, score }: Someone, name: string, paper: Paper, chance: Chance): Participant {
  const wave = paper.procedure === 'ВПР' ? 'spring' : chance.next() < 0.02 ? 'reserve' : 'main'
  if (score === null) return { class: className, wave, score, mark: null, journal: null, points: [] }
  const felt = name === withOddJournal ? chance.normal() - 0.4 * ability : ability + 0.5 * chance.normal()
  const journal = paper.procedure === 'ВПР' ? Math.min(5, Math.max(2, Math.round(3.7 + 0.8 * felt))) : null
  return {
    class: className,
    wave,
    score,
    mark: paper.printsMark ? markOf(score, paper) : null,
    journal,
    points: pointsOf(score, paper, chance),
  }
}

/** Who failed ОГЭ in spring writes once more in September, mostly with success. */
function again(written: readonly Participant[], paper: Paper, chance: Chance): Participant[] {
  if (paper.procedure !== 'ОГЭ') return []
  const border = paper.lowest![0]
  return written
    .filter(({ score }) => score !== null && score < border)
    .map(one => {
      const score = chance.next() < 0.8 ? border + chance.whole(0, 4) : one.score!
      return { ...one, wave: 'september' as const, score, mark: markOf(score, paper) }
    })
}

function markOf(score: number, { lowest }: Paper): number {
  return 2 + lowest!.filter(border => score >= border).length
}

/** Spreads a score over the tasks; the sum is the score. */
function pointsOf(score: number, paper: Paper, chance: Chance): readonly number[] {
  const tasks = tasksOf(paper)
  const points = tasks.map(() => 0)
  const order = tasks.map((_, at) => at).sort((a, b) => a + 4 * chance.next() - (b + 4 * chance.next()))
  let left = score
  for (const at of order) {
    points[at] = Math.min(left, tasks[at]!)
    left -= points[at]!
  }
  return points
}
