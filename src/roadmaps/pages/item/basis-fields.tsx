import { type Lang, translator } from '../../../core/base/index.ts'
import { DateInput, type FormState, TextInput } from '../../../ui/index.ts'
import { texts } from './texts.ts'

/** Why a change is made: the reason, and the order that says so. What is missing is marked at its field. */
export function BasisFields({
  form,
  lang,
  orderOptional,
}: {
  readonly form: FormState
  readonly lang: Lang
  /** The change takes and moves nothing, so it needs no order. */
  readonly orderOptional?: boolean
}) {
  const say = translator(texts, lang)
  return (
    <fieldset class="fieldset">
      <legend class="fieldset__legend">{say('basis')}</legend>
      <div class="review__pair">
        <TextInput
          form={form}
          name="orderNumber"
          label={say('orderNumber')}
          width="short"
          optional={orderOptional ?? false}
        />
        <DateInput form={form} name="orderDate" label={say('orderDate')} optional={orderOptional ?? false} />
      </div>
      <TextInput form={form} name="reason" label={say('reasonLabel')} hint={say('reasonHint')} width="full" />
    </fieldset>
  )
}
