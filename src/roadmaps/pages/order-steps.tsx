import { type Lang, translator } from '../../core/base/index.ts'
import { Steps } from '../../ui/index.ts'
import { texts } from './review/texts.ts'

const steps = ['upload', 'review', 'executors', 'approval'] as const

/** Where one stands on the way from an order to a roadmap. */
export function OrderSteps({
  orderId,
  current,
  lang,
  approved,
}: {
  readonly orderId: string
  readonly current: (typeof steps)[number]
  readonly lang: Lang
  /** The whole way is behind: only the page that one looks at is marked. */
  readonly approved?: boolean
}) {
  const say = translator(texts, lang)
  const at = steps.indexOf(current)
  return (
    <Steps
      steps={steps.map((step, index) => ({
        text: say(`steps.${step}`),
        state: index === at ? 'current' : index < at || approved ? 'done' : 'ahead',
        ...(step === 'upload' || index === at ? {} : { href: `/orders/${orderId}/${step}` }),
      }))}
    />
  )
}
