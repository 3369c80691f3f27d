import { type Lint, told } from './finding.ts'

/** A plan whose table says who and when but never what must come out. */
export const missingResultColumn: Lint = ({ order }) => {
  const { columns, items } = order.roadmap
  if (items.length === 0 || !columns?.length) return []
  if (columns.some(({ role }) => role === 'result' || role === 'indicator')) return []
  return [{ code: 'emptyCell', severity: 'info', where: told('where.roadmap'), message: told('noResultColumn') }]
}
