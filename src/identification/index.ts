/** The door of methodologies, runs and lists. */
import type { Slice } from '../core/web/index.ts'
import { listsTexts } from './pages/lists/texts.ts'
import { methodologiesTexts } from './pages/methodologies/texts.ts'
import { listRoutes } from './routes/lists.ts'
import { methodologyRoutes } from './routes/methodologies.ts'
import { runRoutes } from './routes/runs.ts'
import { sliceTexts } from './slice-texts.ts'
import { viewWaiting } from './views/lists.ts'

export { approveEdition, uploadEdition } from './actions/editions.ts'
export { acceptProposal, approveList, askSchools, finishDecisions, freezeList, takeList } from './actions/lists.ts'
export { startRun } from './actions/runs.ts'
export { type VerdictEffect, verdictEffects } from './actions/verdict-effects.ts'
export { loadMethodology, shippedMethodologies } from './rules/load-methodology.ts'

export const identificationSlice: Slice = {
  name: 'identification',
  routes: [...methodologyRoutes, ...runRoutes, ...listRoutes],
  navigation: [
    {
      group: 'work',
      href: '/lists',
      text: { ru: listsTexts.ru.nav, en: listsTexts.en.nav },
      permission: 'lists.read',
    },
    {
      group: 'work',
      href: '/methodologies',
      text: { ru: methodologiesTexts.ru.nav, en: methodologiesTexts.en.nav },
      permission: 'methodologies.read',
    },
  ],
  texts: sliceTexts,
  waiting: viewWaiting,
}
