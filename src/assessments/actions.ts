import type { Ctx } from '../platform/postgres/index.ts'
import type { CellChanges, KnownCell, Replacement, ResultFile } from './known-cell.ts'

/**
 * What a file would change, before it does: new cells, changed ones with their figures before and after, and how many stay the same,
 * by school and by procedure. Reads only.
 *
 * @throws refuse('not-found', 'assessments/school-unknown') when a school is not in the scope
 * @throws refuse('invalid', 'assessments/unit-twice') when two cells are the same school, procedure, subject, grade, year, wave and class
 * @example (await whatWouldChange(ctx, cells)).changed // 2
 */
export async function whatWouldChange(_ctx: Ctx, _cells: readonly KnownCell[]): Promise<CellChanges> {
  throw new Error('not yet')
}

/**
 * Enters the cells of a file in the transaction of `ctx`: all or none. Replaces only the same units (school × procedure × subject ×
 * grade × year × wave × class); the same figures again write nothing at all. One audit line per file.
 *
 * @throws as whatWouldChange does
 * @example await replaceUnits(ctx, cells, { name: 'sch020001.xlsx', sha256, layout: 'vpr-2022', report }) // { fileId, added: 3, changed: 0, same: 0 }
 */
export async function replaceUnits(_ctx: Ctx, _cells: readonly KnownCell[], _file: ResultFile): Promise<Replacement> {
  throw new Error('not yet')
}
