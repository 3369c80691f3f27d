import { indicatorsInUse, keptIndicators, replaceIndicators, type SchoolIndicator } from '../../assessments/index.ts'
import { refuse, type SchoolId } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { uploadedTable } from '../../platform/tables/uploaded-table.ts'
import { allOrganisations } from '../../schools/index.ts'
import type { Fact, IndicatorFile, IndicatorReport } from './contract.ts'
import { knownIndicators } from './known-indicators.ts'
import { type IndicatorPlan, type KnownFacts, placeFacts, planIndicators } from './plan.ts'
import { type ReadFile, readFacts } from './read-facts.ts'
import * as store from './store.ts'

const shownChanges = 200

/**
 * Reads a file of indicators and keeps what it says, with what it would change. No fact of a school changes.
 * @param year of facts whose row and heading name none
 * @throws refuse('invalid', 'imports/no-indicators') and what `readTable` and the sandbox refuse
 */
export async function readIndicators(ctx: Ctx, file: UploadedFile, year: number | null): Promise<{ id: string }> {
  const known = await knownFacts(ctx)
  const readings = readFacts(await uploadedTable(file.bytes), year, known.indicators)
  const { report } = await planOf(ctx, readings, known)
  const id = newId()
  const fileName = file.fileName || '—'
  await store.insertFile(ctx, { id, fileName, readings, report })
  await note(ctx, 'read', id, { file: fileName, totals: report.totals })
  return { id }
}

/** A kept file with what it would change in the facts as they are now. */
export async function indicatorFile(ctx: Ctx, id: string): Promise<IndicatorFile> {
  const { readings, ...shown } = await kept(ctx, id)
  if (!readings) return { ...shown, changes: [], changeCount: 0 }
  const known = await knownFacts(ctx)
  const { changes, report } = await planOf(ctx, readings, known)
  const units = new Map(known.indicators.map(one => [one.name, one.unit]))
  return {
    ...shown,
    report,
    changes: changes.slice(0, shownChanges).map(({ row, school, fact, before }) => ({
      row,
      school,
      schoolId: fact.organisationId,
      indicator: fact.indicator,
      unit: units.get(fact.indicator) ?? null,
      year: fact.year,
      before: before && factOf(before),
      after: factOf(fact),
    })),
    changeCount: changes.length,
  }
}

/**
 * Enters a kept file, all accepted values or none: one transaction. What somebody changed since the file was read is taken into account,
 * because the plan is made anew.
 * @throws refuse('conflict', 'imports/indicators-done') when the file was entered or put aside before
 */
export async function applyIndicators(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const file = await kept(ctx, id)
  if (!file.readings || file.version !== version)
    throw refuse('conflict', 'imports/indicators-done', { state: file.state })
  const { changes, report } = await planOf(ctx, file.readings, await knownFacts(ctx))
  const facts = changes.map(({ fact }) => fact)
  await replaceIndicators(ctx, facts, file.fileName)
  await finish(ctx, file, 'applied', report)
  await note(ctx, 'applied', id, { file: file.fileName, totals: report.totals })
  return { id }
}

/** Puts a kept file aside: what was read is forgotten, its report stays. */
export async function putIndicatorsAside(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const file = await kept(ctx, id)
  if (file.version !== version) throw refuse('conflict', 'imports/indicators-done', { state: file.state })
  await finish(ctx, file, 'put-aside', file.report)
  await note(ctx, 'put-aside', id, { file: file.fileName })
  return { id }
}

async function planOf(ctx: Ctx, readings: ReadFile, known: KnownFacts): Promise<IndicatorPlan> {
  const placed = placeFacts(readings, known)
  const facts = placed.facts.map(({ fact }) => fact)
  return planIndicators(readings, placed, known, await keptIndicators(ctx, facts))
}

async function knownFacts(ctx: Ctx): Promise<KnownFacts> {
  const organisations = await allOrganisations(ctx)
  const used = await indicatorsInUse(ctx)
  return {
    ownMunicipality: ctx.scope.municipalityId,
    schools: organisations
      .filter(one => one.kind === 'school')
      .map(one => ({ ...one, id: one.id as unknown as SchoolId })),
    indicators: await knownIndicators(),
    namesInUse: [...new Set(used.map(({ indicator }) => indicator))],
  }
}

async function finish(
  ctx: Ctx,
  file: store.StoredFile,
  state: 'applied' | 'put-aside',
  report: IndicatorReport,
): Promise<void> {
  if (!(await store.finishFile(ctx, file.id, file.version, state, report)))
    throw refuse('conflict', 'imports/indicators-done', { state: file.state })
}

function note(ctx: Ctx, what: string, id: string, after: object): Promise<void> {
  return saveAudit(ctx, { action: `imports/indicators-${what}`, subjectKind: 'indicator-file', subjectId: id, after })
}

async function kept(ctx: Ctx, id: string): Promise<store.StoredFile> {
  const file = await store.findFile(ctx, id)
  if (!file) throw refuse('not-found', 'imports/indicators-not-found')
  return file
}

function factOf({ state, value }: SchoolIndicator): Fact {
  return {
    state,
    numerator: value && 'numerator' in value ? value.numerator : null,
    denominator: value && 'denominator' in value ? value.denominator : null,
    number: value && 'number' in value ? value.number : null,
    participants: value && 'number' in value ? value.participants : null,
  }
}
