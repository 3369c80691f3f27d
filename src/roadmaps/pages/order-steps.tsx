import { type Lang, translator } from '../../core/base/index.ts'
import { Steps } from '../../ui/index.ts'
import { texts } from './review/texts.ts'

const steps = ['upload', 'review', 'executors', 'approval'] as const

/** Where one stands on the way from an order to a roadmap. */
export function OrderSteps({
  orderId,
  current,
  lang,
}: {
  readonly orderId: string
  readonly current: (typeof steps)[number]
  readonly lang: Lang
}) {
  const say = translator(texts, lang)
  const at = steps.indexOf(current)
  return (
    <Steps
      steps={steps.map((step, index) => ({
        text: say(`steps.${step}`),
        state: index < at ? 'done' : index === at ? 'current' : 'ahead',
        ...(step === 'upload' || index === at ? {} : { href: `/orders/${orderId}/${step}` }),
      }))}
    />
  )
}
