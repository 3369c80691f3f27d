import { createHash } from 'node:crypto'
import { refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, saveAudit } from '../platform/postgres/index.ts'
import type { CellChanges, CellUnit, KnownCell, Replacement, ResultFile } from './known-cell.ts'
import { countChanges, unitKey } from './model/cell-changes.ts'
import { factsOf } from './model/cell-facts.ts'
import { refreshMunicipalities } from './municipality-results.ts'
import { placeOf, scaleFor } from './scales/scale-entry.ts'
import { allScales } from './scales/scales-in-force.ts'
import { type KeptCell, keptCells, municipalitiesOf, putCells, type ReadyCell, takeTurn } from './store/cells.ts'
import { closeReplacedFiles, insertFile } from './store/files.ts'
import { recount, schoolUnitsOf } from './store/school-results.ts'

/**
 * What a file would change, before it does: new cells, changed ones with their figures before and after, and how many stay the same,
 * by school and by procedure. Reads only.
 *
 * @throws refuse('not-found', 'assessments/school-unknown') when a school is not in the scope
 * @throws refuse('invalid', 'assessments/unit-twice') when two cells are the same school, procedure, subject, grade, year, wave and class
 * @example (await whatWouldChange(ctx, cells)).changed // 2
 */
export async function whatWouldChange(ctx: Ctx, cells: readonly KnownCell[]): Promise<CellChanges> {
  const { ready, kept } = await compared(ctx, cells)
  return countChanges(ready, kept)
}

/**
 * Enters the cells of a file in the transaction of `ctx`: all or none. Replaces only the same units (school × procedure × subject ×
 * grade × year × wave × class); the same figures again write nothing at all. One audit line per file.
 *
 * @throws as whatWouldChange does
 * @example await replaceUnits(ctx, cells, { name: 'sch020001.xlsx', sha256, layout: 'vpr-2022', report }) // { fileId, added: 3, changed: 0, same: 0 }
 */
export async function replaceUnits(ctx: Ctx, cells: readonly KnownCell[], file: ResultFile): Promise<Replacement> {
  await takeTurn(ctx)
  const { ready, kept } = await compared(ctx, cells)
  const { added, changed, same } = countChanges(ready, kept)
  if (added + changed === 0) return { fileId: null, added, changed, same }
  const news = ready.filter(({ cell, fingerprint }) => kept.get(unitKey(cell))?.fingerprint !== fingerprint)
  const replaced = new Set(news.flatMap(({ cell }) => kept.get(unitKey(cell))?.fileId ?? []))
  const fileId = await insertFile(ctx, file)
  await putCells(ctx, news, fileId)
  const units = schoolUnitsOf(news.map(({ cell, municipalityId }) => ({ ...unitOf(cell), municipalityId })))
  await recount(ctx, units)
  await refreshMunicipalities(ctx, units)
  await closeReplacedFiles(ctx, [...replaced])
  await saveAudit(ctx, {
    action: 'assessments/results-entered',
    subjectKind: 'result-file',
    subjectId: fileId,
    after: { name: file.name, layout: file.layout, added, changed, same },
  })
  return { fileId, added, changed, same }
}

async function compared(
  ctx: Ctx,
  cells: readonly KnownCell[],
): Promise<{ ready: ReadyCell[]; kept: Map<string, KeptCell> }> {
  refuseRepeats(cells)
  const places = await municipalitiesOf(ctx, [...new Set(cells.map(({ organisationId }) => organisationId))])
  const scales = await allScales(ctx)
  const ready = cells.map(cell => {
    const municipalityId = places.get(cell.organisationId)
    if (municipalityId === undefined) throw unknownSchool(cell)
    const facts = factsOf(cell, scaleFor(scales, placeOf(cell), ctx.scope.regionId))
    return { cell, municipalityId, facts, fingerprint: fingerprintOf(cell) }
  })
  const kept = cells.length === 0 ? [] : await keptCells(ctx, cells)
  return { ready, kept: new Map(kept.map(cell => [unitKey(cell), cell])) }
}

function refuseRepeats(cells: readonly KnownCell[]): void {
  const seen = new Set<string>()
  for (const cell of cells) {
    const key = unitKey(cell)
    if (seen.has(key)) {
      const { schoolCode, procedure, subject, grade, year } = cell
      const named = { code: schoolCode, procedure, subject, grade, year, class: cell.class }
      throw refuse('invalid', 'assessments/unit-twice', named)
    }
    seen.add(key)
  }
}

function unknownSchool({ organisationId, schoolCode }: { organisationId: SchoolId; schoolCode: string }) {
  return refuse('not-found', 'assessments/school-unknown', { id: organisationId, code: schoolCode })
}

function unitOf({ organisationId, procedure, subject, grade, year, wave, class: name }: KnownCell): CellUnit {
  return { organisationId, procedure, subject, grade, year, wave, class: name }
}

/** Of everything that the file gave; the file itself and its rows do not count. Zeros after the last score say nothing. */
function fingerprintOf(cell: KnownCell): string {
  const { basis, participants, absent, marks, below, mean, journal, comparison, tasks } = cell
  const given = [basis, participants, absent, trimmed(cell.scores), trimmed(cell.testScores), marks, below]
  const rest = [mean && [mean.value, mean.of], journal?.map(trimmed) ?? null]
  const compared = comparison && [comparison.lower, comparison.same, comparison.higher]
  const summed = tasks?.map(({ code, max, sum, done }) => [code, max, sum, done]) ?? null
  return createHash('sha256')
    .update(JSON.stringify([given, rest, compared, summed]))
    .digest('base64url')
    .slice(0, 24)
}

function trimmed(counts: readonly number[] | null): readonly number[] | null {
  if (!counts) return null
  return counts.slice(0, counts.findLastIndex(count => count > 0) + 1)
}
