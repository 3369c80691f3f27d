import { type Lint, placesAt, told } from './finding.ts'

/** Rows that name several bodies and no lead among them, told once for the whole plan; a column of co-executors settles it. */
export const noLead: Lint = understood => {
  const { columns, items } = understood.order.roadmap
  if (columns?.some(({ role }) => role === 'coexecutor')) return []
  const several = items.flatMap((item, i) => {
    const bodies = item.responsible.filter(({ kind }) => kind === 'organisation')
    const isLed = item.responsible.some(({ sourceText }) => /ответственн|соисполнител|\(отв/i.test(sourceText))
    return bodies.length > 1 && !isLed ? [i] : []
  })
  if (several.length === 0) return []
  const places = several.flatMap(i => placesAt(understood, `/roadmap/items/${i}/responsible`))
  return [
    {
      code: 'other',
      severity: 'info',
      where: told('where.roadmap'),
      places,
      message: told('noLead', { count: several.length }),
    },
  ]
}
