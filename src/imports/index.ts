/** The door of the slice that reads incoming files. */
import type { Slice } from '../core/web/index.ts'
import { registersRoutes } from './registers/routes.ts'
import { registersTexts } from './registers/texts.ts'

export { applyRegister, readRegister } from './registers/actions.ts'

export const importsSlice: Slice = {
  name: 'imports',
  routes: registersRoutes,
  navigation: [
    {
      group: 'registers',
      href: '/imports/registers',
      text: { ru: registersTexts.ru.nav, en: registersTexts.en.nav },
      permission: 'register.write',
    },
  ],
  texts: registersTexts,
}
