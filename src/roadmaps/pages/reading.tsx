import type { Lang } from '../../core/base/index.ts'
import { type Deadline, deadlineInWords } from '../../core/deadlines/index.ts'
import { saysMore } from '../says-more.ts'

/** How a deadline was understood, only where that tells more than its printed words. */
export function Reading({ deadline, lang }: { readonly deadline: Deadline; readonly lang: Lang }) {
  const words = deadlineInWords(deadline, lang)
  return saysMore(deadline.sourceText, words) ? <span class="small soft">· {words}</span> : null
}
