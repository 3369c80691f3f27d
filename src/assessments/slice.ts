import type { Slice } from '../core/web/index.ts'
import { resultsTexts } from './pages/texts.ts'
import { assessmentsRoutes } from './routes.ts'
import { assessmentsTexts } from './texts.ts'

export const assessmentsSlice: Slice = {
  name: 'assessments',
  routes: assessmentsRoutes,
  navigation: [
    {
      group: 'work',
      href: '/results',
      text: { ru: resultsTexts.ru.nav, en: resultsTexts.en.nav },
      permission: 'results.read',
    },
  ],
  texts: assessmentsTexts,
}
