/** Pieces that several screens show alike: a head, a section, lines of obligations. */
import type { Ctx } from '../../platform/postgres/index.ts'
import type { ObligationLine, RoadmapHead } from '../contract.ts'
import { nothingHappened, statusOn } from '../model/index.ts'
import type { ObligationRow } from '../store/obligation-lists.ts'
import { namesOf } from '../store/registers.ts'
import type { RoadmapRow, SectionRow } from '../store/roadmaps.ts'

/** More than one item or clause ever has. */
export const everyObligation = 50_000

export const namesInOrder = new Intl.Collator('ru', { numeric: true })

/** By deadline, undated ones last; on one day by the name that is shown, № 2 before № 10. */
export function byDateAndName(a: ObligationLine, b: ObligationLine): number {
  const dates = (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')
  return dates || namesInOrder.compare(a.organisation, b.organisation)
}

export async function obligationLines(ctx: Ctx, found: readonly ObligationRow[]): Promise<ObligationLine[]> {
  const names = await namesOf(ctx, [...new Set(found.map(one => one.organisationId))])
  const nameOf = new Map(names.map(one => [one.id, one.shortName ?? one.name]))
  return found.map(({ submittedOn, acceptedOn, returnedOn, startedOn, notRequiredOn, cancelledOn, ...one }) => ({
    ...one,
    organisation: nameOf.get(one.organisationId) ?? one.organisationId,
    status: statusOn(
      { ...nothingHappened, ...one, submittedOn, acceptedOn, returnedOn, startedOn, notRequiredOn, cancelledOn },
      ctx.today,
    ),
  }))
}

export function headOf(row: RoadmapRow, ctx: Ctx): RoadmapHead {
  const { municipalityId, organisationId } = ctx.scope
  const { id, title, level, planStart, planEnd, state, version, orderId, approvedBy } = row
  return {
    id,
    title,
    level,
    planStart,
    planEnd,
    state,
    version,
    orderId,
    approvedAt: moment(row.approvedAt),
    approvedBy,
    changeable:
      state === 'running' &&
      organisationId === null &&
      (municipalityId === null || municipalityId === row.municipalityId),
  }
}

export function sectionLine(row: SectionRow) {
  return { id: row.id, number: row.number, title: row.title, level: row.level, notes: [...row.notes] }
}

export function moment(at: Date): string {
  return new Date(at).toISOString()
}
