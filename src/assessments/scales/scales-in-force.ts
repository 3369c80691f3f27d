import type { Ctx } from '../../platform/postgres/index.ts'
import { currentRegionScales } from '../store/region-scales.ts'
import type { ScaleEntry } from './scale-entry.ts'
import { shippedScales } from './shipped-scales.ts'

/** The scales that come with the product and those of the region; `scaleFor` chooses among them. */
export async function allScales(ctx: Ctx): Promise<readonly ScaleEntry[]> {
  return [...(await currentRegionScales(ctx)), ...(await shippedScales())]
}
