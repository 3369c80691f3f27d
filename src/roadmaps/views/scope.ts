/** The schools of a roadmap and its gaps. */
import type { RoadmapId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { gapsOf, loadRoadmap } from '../actions/index.ts'
import type { ScopeView } from '../contract.ts'
import type { Gap } from '../model/index.ts'
import { namesOf, territoryOf } from '../store/registers.ts'
import { schoolsOf } from '../store/roadmaps.ts'
import { headOf, namesInOrder } from './lines.ts'

export async function viewScope(ctx: Ctx, roadmapId: RoadmapId): Promise<ScopeView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const inScope = new Set(await schoolsOf(ctx, roadmapId))
  const territory = (await territoryOf(ctx, row.municipalityId)).filter(one => one.kind === 'school')
  const known = new Set(territory.map(one => one.id))
  const closed = await namesOf(
    ctx,
    [...inScope].filter(id => !known.has(id)),
  )
  return {
    head: headOf(row, ctx),
    schools: [...territory, ...closed]
      .map(one => ({ id: one.id, name: one.shortName ?? one.name, inScope: inScope.has(one.id) }))
      .sort((a, b) => namesInOrder.compare(a.name, b.name)),
    gaps: gapsByExecutor(await gapsOf(ctx, row)),
  }
}

function gapsByExecutor(gaps: readonly Gap[]): ScopeView['gaps'] {
  const found = new Map<string, { why: string; text: string | null; count: number }>()
  for (const gap of gaps) {
    const key = `${gap.why}/${gap.text}`
    const one = found.get(key) ?? { why: gap.why, text: gap.text, count: 0 }
    one.count++
    found.set(key, one)
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}
