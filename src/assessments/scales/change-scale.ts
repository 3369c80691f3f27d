import { refuse, type SchoolId } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { factsOf, type NamedScale } from '../model/cell-facts.ts'
import { refreshMunicipalities } from '../municipality-results.ts'
import { takeTurn } from '../store/cells.ts'
import { cellsOfPlace, type PlacedCell, putFacts } from '../store/cells-of-place.ts'
import { editionOf, insertEdition, type RegionScale } from '../store/region-scales.ts'
import { recount, schoolUnitsOf } from '../store/school-results.ts'
import { type ScalePlace, scaleFor } from './scale-entry.ts'
import { shippedScales } from './shipped-scales.ts'

/** What another scale would make of the cells that are kept. */
export interface ScaleEffect {
  /** Classes whose marks or low results would be others. */
  readonly cells: number
  /** Classes whose file printed the marks, so that no scale moves them. */
  readonly printed: number
  /** Schools by id with their low results before and after; null: not known. */
  readonly schools: readonly {
    readonly organisationId: SchoolId
    readonly participants: number
    readonly below: { readonly before: number | null; readonly after: number | null }
  }[]
}

/**
 * What a scale of the region would change, before it does.
 * @param scale `thresholds: null` gives the place back to the shipped scale
 */
export async function whatScaleWouldChange(ctx: Ctx, place: ScalePlace, scale: RegionScale): Promise<ScaleEffect> {
  const edition = (await editionOf(ctx, place)) + 1
  return effectOf(await judgedBy(ctx, place, await nextScale(ctx, place, scale, edition)))
}

/**
 * Sets the region's own scale of one procedure, subject, grade and year as a new edition, and counts all cells of the place again, in the
 * transaction of `ctx`. Printed marks stay. One audit line.
 *
 * @param edition the one that the person saw; 0 when there was none
 * @throws refuse('conflict', 'assessments/scale-changed-meanwhile') when there is a newer one
 * @example await changeScale(ctx, { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2025 }, { thresholds, source, checkedOn }, 0)
 */
export async function changeScale(
  ctx: Ctx,
  place: ScalePlace,
  scale: RegionScale,
  edition: number,
): Promise<ScaleEffect> {
  await takeTurn(ctx)
  if ((await editionOf(ctx, place)) !== edition || !(await insertEdition(ctx, place, edition + 1, scale)))
    throw refuse('conflict', 'assessments/scale-changed-meanwhile')
  const judged = await judgedBy(ctx, place, await nextScale(ctx, place, scale, edition + 1))
  const moved = judged.filter(each => isOther(each) || each.cell.kept.scale !== each.facts.scale)
  await putFacts(ctx, place, moved)
  const units = schoolUnitsOf(moved.map(({ cell }) => cell))
  await recount(ctx, units)
  await refreshMunicipalities(ctx, units)
  const effect = effectOf(judged)
  await saveAudit(ctx, {
    action: 'assessments/scale-changed',
    subjectKind: 'scale',
    subjectId: [place.procedure, place.subject, place.grade, place.year].join(', '),
    after: { edition: edition + 1, ...scale, cells: effect.cells, schools: effect.schools.length },
    municipalityId: null,
  })
  return effect
}

async function nextScale(
  ctx: Ctx,
  place: ScalePlace,
  { thresholds }: RegionScale,
  edition: number,
): Promise<NamedScale | null> {
  if (thresholds) return { ...thresholds, id: `region/${edition}` }
  return scaleFor(await shippedScales(), place, ctx.scope.regionId)
}

interface Judged {
  readonly cell: PlacedCell
  readonly facts: ReturnType<typeof factsOf>
}

async function judgedBy(ctx: Ctx, place: ScalePlace, scale: NamedScale | null): Promise<readonly Judged[]> {
  return (await cellsOfPlace(ctx, place)).map(cell => ({ cell, facts: factsOf(cell, scale) }))
}

function isOther({ cell: { kept }, facts }: Judged): boolean {
  return kept.below !== facts.below || kept.markCounts?.join() !== facts.markCounts?.join()
}

function effectOf(judged: readonly Judged[]): ScaleEffect {
  const schools = new Map<SchoolId, ScaleEffect['schools'][number]>()
  const sum = (one: number | null, other: number | null) => (one === null || other === null ? null : one + other)
  for (const { cell, facts } of judged) {
    const { organisationId } = cell
    const before = schools.get(organisationId) ?? { participants: 0, below: { before: 0, after: 0 } }
    schools.set(organisationId, {
      organisationId,
      participants: before.participants + cell.participants,
      below: { before: sum(before.below.before, cell.kept.below), after: sum(before.below.after, facts.below) },
    })
  }
  return {
    cells: judged.filter(isOther).length,
    printed: judged.filter(({ cell, facts }) => cell.marks !== null && facts.scale === null).length,
    schools: [...schools.values()].filter(({ below }) => below.before !== below.after),
  }
}
