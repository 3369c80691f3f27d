import type { Layout } from './layout.ts'
import { markComparison } from './mark-comparison/layout.ts'
import { markShares } from './mark-shares/layout.ts'
import { plainCounts } from './plain-counts/layout.ts'
import { plainParticipants } from './plain-participants/layout.ts'
import { rcoi } from './rcoi/layout.ts'
import { vpr2020 } from './vpr-2020/layout.ts'
import { vpr2021 } from './vpr-2021/layout.ts'
import { vpr2022 } from './vpr-2022/layout.ts'

/** All layouts that are known: headings belong to the first that recognises them. A new one: a folder and a line here. */
export const layouts: readonly Layout[] = [
  vpr2020,
  vpr2021,
  vpr2022,
  rcoi,
  markShares,
  markComparison,
  plainCounts,
  plainParticipants,
]
