import type { School } from './results-table.ts'

/** A word about a school: a column of the register; null where it is empty or not given. @example traitOf(school, 'municipality') */
export function traitOf(school: School, column: string): string | null {
  const known: Record<string, string | null> = {
    type: school.type,
    region: school.region,
    municipality: school.municipality,
  }
  const found = Object.hasOwn(known, column) ? known[column] : school.traits[column]
  return found === undefined || found === null || found.trim() === '' ? null : found
}

/**
 * Places of schools by pool: those that are compared with each other. A school whose column is empty is in the pool of the empty ones.
 *
 * @param pool `all`, or a column of the register: `municipality`, `region`, `type`, any other
 * @example poolsOf(schools, 'municipality').get('Заречный район')
 */
export function poolsOf(schools: readonly School[], pool = 'all'): ReadonlyMap<string, readonly number[]> {
  const pools = new Map<string, number[]>()
  for (const [at, school] of schools.entries()) {
    const name = poolNameOf(school, pool)
    const places = pools.get(name)
    if (places) places.push(at)
    else pools.set(name, [at])
  }
  return pools
}

/** The name of the pool of a school; '' for `all`. */
export function poolNameOf(school: School, pool = 'all'): string {
  return pool === 'all' ? '' : (traitOf(school, pool) ?? '')
}
