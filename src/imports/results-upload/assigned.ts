import type { GatheredCell } from '../../assessments/contract.ts'
import { replaceUnits } from '../../assessments/index.ts'
import { Refusal } from '../../core/base/index.ts'
import { verdictEffects } from '../../identification/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { clashesOf } from './model/clashes.ts'
import { whoseCells } from './model/whose-cells.ts'
import * as store from './store.ts'

/** The cells of an upload with their schools, codes that nobody has, and cells that several files name. */
export async function assigned(ctx: Ctx, id: string) {
  const schools = await store.codedSchools(ctx)
  const files = await store.cellsOf(ctx, id)
  const { unknown } = whoseCells(
    files.flatMap(file => file.cells),
    schools,
  )
  const byFile = files.map(({ cells, ...file }) => ({ ...file, cells: whoseCells<GatheredCell>(cells, schools).known }))
  return {
    schools,
    byFile,
    unknown,
    known: byFile.flatMap(file => file.cells),
    clashes: clashesOf(byFile),
    fileNames: new Map(files.map(file => [file.place, file.fileName])),
  }
}

/**
 * Notes which verdicts the upload would turn, as it stands now: the change is tried and taken back. Not known while files clash, or when a
 * methodology refuses the results.
 */
export async function foreseeVerdicts(ctx: Ctx, id: string): Promise<void> {
  const { byFile, clashes } = await assigned(ctx, id)
  if (clashes.length > 0) return store.saveVerdicts(ctx, id, null)
  const enter = async () => {
    for (const { fileName, hash, layout, report, cells } of byFile)
      if (cells.length > 0) await replaceUnits(ctx, cells, { name: fileName, sha256: hash, layout, report })
  }
  const effects = await verdictEffects(ctx, enter).catch(error => {
    if (error instanceof Refusal) return null
    throw error
  })
  await store.saveVerdicts(ctx, id, effects)
}
