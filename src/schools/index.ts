/** The door of the register of schools. */
import type { Slice } from '../core/web/index.ts'
import { schoolsRoutes } from './routes.ts'
import { schoolsTexts } from './texts.ts'

export { addCodes, changeSchool, enterSchool, type SchoolFacts } from './actions.ts'
export { allOrganisations, type RegisteredOrganisation } from './store.ts'

export const schoolsSlice: Slice = {
  name: 'schools',
  routes: schoolsRoutes,
  navigation: [
    {
      group: 'registers',
      href: '/schools',
      text: { ru: schoolsTexts.ru.nav, en: schoolsTexts.en.nav },
      permission: 'register.read',
    },
  ],
  texts: schoolsTexts,
}
