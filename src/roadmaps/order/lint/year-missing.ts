import { type Lint, nameOfItem, placesAt, told } from './finding.ts'

/** A month without a year where neither the plan nor the order says which one. */
export const yearMissing: Lint = understood => {
  const { order, doubts } = understood
  return doubts.flatMap(({ path, why, read }) => {
    const item = order.roadmap.items[Number(/^\/roadmap\/items\/(\d+)\/deadline$/.exec(path)?.[1] ?? -1)]
    if (why !== 'deadline-year-unknown' || !item) return []
    const message = told('yearMissing', { text: read })
    const where = nameOfItem(item, order)
    return [{ code: 'yearMissing', severity: 'warning', where, places: placesAt(understood, path), message }]
  })
}
