import type { Translate } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import type { DraftView } from '../../contract.ts'
import type { Part } from './parts.ts'
import type { texts } from './texts.ts'

export type Say = Translate<(typeof texts)['ru']>

/** What every piece of the structure pane is given. */
export interface PaneProps {
  readonly data: DraftView
  readonly env: PageEnv
  readonly say: Say
  /** Key of what is open for editing. */
  readonly open: string | null
  /** What of a long draft is shown. */
  readonly part: Part
}
