import { createHash } from 'node:crypto'
import type { ResultsTable } from '../../core/rules/results-table.ts'

/**
 * SHA-256 of everything in a table that can move a verdict. Names of schools do not count. Schools and slots must stand in their fixed
 * order (ids; year, procedure, subject, grade), as `fillTable` leaves them.
 *
 * @returns 64 hexadecimal digits
 */
export function inputsHashOf({ schools, slots, state, participants, below, means, indicators }: ResultsTable): string {
  const hash = createHash('sha256')
  const add = (value: unknown) => hash.update(JSON.stringify(value)).update('\n')
  add(schools.map(({ code, type, region, municipality, traits }) => [code, type, region, municipality, traits]))
  add(slots.map(({ procedure, subject, grade, year }) => [procedure, subject, grade, year]))
  for (const column of [state, participants, below, means])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength)).update('\n')
  for (const name of [...indicators.keys()].sort())
    for (const [year, values] of [...indicators.get(name)!].sort(([a], [b]) => a - b))
      add([name, year, Array.from(schools, (_, at) => fact(values[at]))])
  return hash.digest('hex')
}

function fact(
  value: { value: { num: number; den: number } | null; state: number; participants: number | null } | undefined,
) {
  return value ? [value.state, value.value?.num ?? null, value.value?.den ?? null, value.participants] : null
}
