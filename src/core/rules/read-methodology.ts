import { applyMethodology } from './apply-methodology.ts'
import { checkData } from './check-shape.ts'
import { type Methodology, MethodologyShape } from './methodology.ts'
import { emptyTable } from './results-table.ts'

/**
 * Checks the data of a methodology wholly: its shape, every rule with every reading of its switches, names of lists, figures and parameters.
 *
 * @param data what stands in `methodology.yaml`
 * @throws a refusal (invalid) with a code of `methodologies`, naming the place
 * @example readMethodology(parse(text)).lists[0].id // 'list-1'
 */
export function readMethodology(data: unknown): Methodology {
  checkData(MethodologyShape, data, '')
  const methodology = data as Methodology
  const nothing = emptyTable([], [])
  applyMethodology(methodology, nothing)
  for (const [name, { readings }] of Object.entries(methodology.switches ?? {}))
    for (const reading of Object.keys(readings))
      applyMethodology(methodology, nothing, { changes: { [name]: reading } })
  return methodology
}
