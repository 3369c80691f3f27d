import type { Lang } from '../../core/base/index.ts'
import type { ListHead, ListSchool, RunHead } from '../contract.ts'
import type { ShortVerdict } from '../model/verdicts.ts'

/** Everything an exported file may show of a list; schools by name. */
export interface ListContent {
  readonly lang: Lang
  readonly list: ListHead
  readonly run: RunHead | null
  readonly settings: readonly { readonly title: string; readonly value: string }[]
  readonly schools: readonly (ListSchool & { readonly short: ShortVerdict | null })[]
}

/** Those whom the list names: what an order signs. */
export function includedOf({ schools }: ListContent): ListContent['schools'] {
  return schools.filter(school => school.decision === 'included')
}
