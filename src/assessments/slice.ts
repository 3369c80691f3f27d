import type { Slice } from '../core/web/index.ts'
import { resultsTexts } from './pages/texts.ts'
import { assessmentsRoutes } from './routes.ts'
import { scalePageTexts } from './scales/pages/texts.ts'
import { scalesRoutes } from './scales/routes.ts'
import { assessmentsTexts } from './texts.ts'

export const assessmentsSlice: Slice = {
  name: 'assessments',
  routes: [...scalesRoutes, ...assessmentsRoutes],
  navigation: [
    {
      group: 'work',
      href: '/results',
      text: { ru: resultsTexts.ru.nav, en: resultsTexts.en.nav },
      permission: 'results.read',
    },
    {
      group: 'registers',
      href: '/results/scales',
      text: { ru: scalePageTexts.ru.title, en: scalePageTexts.en.title },
      permission: 'results.read',
    },
  ],
  texts: assessmentsTexts,
}
