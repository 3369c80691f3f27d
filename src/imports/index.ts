/** The door of the slice that reads incoming files. */
import type { Slice } from '../core/web/index.ts'
import { indicatorsRoutes } from './indicators/routes.ts'
import { indicatorsTexts } from './indicators/texts.ts'
import { registersRoutes } from './registers/routes.ts'
import { registersTexts } from './registers/texts.ts'
import { resultsUploadRoutes } from './results-upload/routes.ts'
import { resultsUploadTexts } from './results-upload/texts.ts'
import { importsTexts } from './texts.ts'

export { applyRegister, readRegister } from './registers/actions.ts'
export { readResults } from './results/read-results.ts'

export const importsSlice: Slice = {
  name: 'imports',
  routes: [...registersRoutes, ...resultsUploadRoutes, ...indicatorsRoutes],
  navigation: [
    {
      group: 'work',
      href: '/results/indicators',
      text: { ru: indicatorsTexts.ru.nav, en: indicatorsTexts.en.nav },
      permission: 'results.read',
    },
    {
      group: 'work',
      href: '/imports/results',
      text: { ru: resultsUploadTexts.ru.nav, en: resultsUploadTexts.en.nav },
      permission: 'results.write',
    },
    {
      group: 'registers',
      href: '/imports/registers',
      text: { ru: registersTexts.ru.nav, en: registersTexts.en.nav },
      permission: 'register.write',
    },
  ],
  texts: importsTexts,
}
