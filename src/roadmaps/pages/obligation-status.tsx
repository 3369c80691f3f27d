import { type Lang, translator } from '../../core/base/index.ts'
import { Status, type StatusKind } from '../../ui/index.ts'
import { roadmapsTexts } from '../texts.ts'

const kinds: Readonly<Record<string, StatusKind>> = {
  notYetDue: 'neutral',
  inProgress: 'progress',
  submitted: 'info',
  accepted: 'good',
  returned: 'warning',
  overdue: 'bad',
  notRequired: 'off',
  cancelled: 'off',
}

/** The derived status of an obligation: a shape and a word. */
export function ObligationStatus({ status, lang }: { readonly status: string; readonly lang: Lang }) {
  const say = translator(roadmapsTexts, lang)
  return <Status kind={kinds[status] ?? 'neutral'}>{say(`status.${status as 'overdue'}`)}</Status>
}
