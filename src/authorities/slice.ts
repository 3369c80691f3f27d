import type { Slice } from '../core/web/index.ts'
import { pagesTexts } from './pages/texts.ts'
import { authoritiesRoutes } from './routes/index.ts'
import { authoritiesTexts } from './texts.ts'

const text = (entry: keyof (typeof pagesTexts)['ru']['nav']) => ({
  ru: pagesTexts.ru.nav[entry],
  en: pagesTexts.en.nav[entry],
})

/** The registers of territories, organisations and people, with accounts and seats. */
export const authoritiesSlice: Slice = {
  name: 'authorities',
  routes: authoritiesRoutes,
  navigation: [
    { group: 'registers', href: '/municipalities', text: text('municipalities'), permission: 'register.read' },
    { group: 'registers', href: '/organisations', text: text('organisations'), permission: 'register.read' },
    { group: 'registers', href: '/people', text: text('people'), permission: 'register.read' },
  ],
  texts: {
    ru: { ...authoritiesTexts.ru, pages: pagesTexts.ru },
    en: { ...authoritiesTexts.en, pages: pagesTexts.en },
  },
}
