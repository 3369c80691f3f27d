/** Addresses of the slice: the same declarations serve the screens and the API. */
import type { Route } from '../../core/web/index.ts'
import { calendar } from './calendar.ts'
import { changes } from './changes.ts'
import { draftEdits } from './draft-edits.ts'
import { downloads } from './files.ts'
import { orderActions } from './order-actions.ts'
import { orderViews } from './orders.ts'
import { roadmapViews } from './roadmaps.ts'

export const routes: readonly Route[] = [
  ...orderViews,
  ...orderActions,
  ...draftEdits,
  ...roadmapViews,
  ...changes,
  ...downloads,
  ...calendar,
]
