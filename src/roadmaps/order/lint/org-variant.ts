import type { Party } from '../contract.ts'
import { type Lint, placesAt, told } from './finding.ts'

/** One body under a longer and a shorter name: «Центр развития» beside «Центр развития одарённых детей». */
export const orgVariant: Lint = understood => {
  const { items } = understood.order.roadmap
  const names = new Map<string, { readonly printed: string; readonly at: number }>()
  items.forEach((item, at) => {
    for (const party of item.responsible) {
      const printed = nameOf(party)
      const key = keyOf(printed)
      if (party.kind === 'organisation' && !names.has(key)) names.set(key, { printed, at })
    }
  })
  return [...names].flatMap(([key, { printed, at }]) => {
    const short = shorterOf(key).find(shorter => names.has(shorter))
    const other = short === undefined ? undefined : names.get(short)
    if (!other) return []
    const places = [at, other.at].flatMap(index => placesAt(understood, `/roadmap/items/${index}/responsible`))
    const message = told('orgVariant', { short: other.printed, long: printed })
    return [{ code: 'orgVariant', severity: 'info', where: told('where.roadmap'), places, message }]
  })
}

function nameOf({ organisation, sourceText }: Party): string {
  return (organisation ?? sourceText).replace(/\s*\([^()]*\)\s*$/, '')
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„]/g, '')
}

/** The beginnings of a name, of two words or more. */
function shorterOf(key: string): string[] {
  const words = key.split(' ').slice(0, 30)
  return words.slice(2).map((_, i) => words.slice(0, i + 2).join(' '))
}
