/** The door of the slice. */
import type { NavigationEntry, Slice } from '../core/web/index.ts'
import { routes } from './routes/index.ts'
import { roadmapsTexts } from './texts.ts'
import { viewWaiting } from './views/index.ts'

export {
  approveDraft,
  chooseDraftSchools as chooseSchools,
  loadDraft,
  matchByWording,
  matchExecutors,
  uploadOrder,
} from './actions/index.ts'
export { recordFacts, recordProgress } from './facts.ts'
export {
  type Binding,
  burningDays,
  isBurning,
  type ObligationStatus,
  type StatusFacts,
  statuses,
  statusOn,
} from './model/index.ts'

const navigation: readonly NavigationEntry[] = [
  { group: 'work', href: '/burning', text: { ru: 'Что горит', en: 'Burning' }, permission: 'roadmaps.read' },
  { group: 'work', href: '/roadmaps', text: { ru: 'Дорожные карты', en: 'Roadmaps' }, permission: 'roadmaps.read' },
  { group: 'work', href: '/orders', text: { ru: 'Документы', en: 'Documents' }, permission: 'orders.read' },
]

/** Orders, roadmaps and obligations, for the composition root. */
export const roadmapsSlice: Slice = {
  name: 'roadmaps',
  routes,
  navigation,
  texts: roadmapsTexts,
  waiting: viewWaiting,
}
