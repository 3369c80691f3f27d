import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  dateRange,
  Form,
  formState,
  LinkButton,
  Notice,
  PageHead,
  shortDate,
} from '../../../ui/index.ts'
import type { PeriodView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { BasisFields } from '../item/basis-fields.tsx'
import { EffectView, effectIn } from '../item/effect.tsx'
import { texts as roadmapTexts } from '../roadmap/texts.ts'
import { texts } from './texts.ts'

/** Another last day of the plan: the first press shows the effect, the second one saves it. */
export function periodPage(data: PeriodView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head, checkpoints } = data
  const effect = effectIn(env.refused)
  const state = formState(env, 'roadmaps.change-period', { planEnd: head.planEnd })
  const base = `/roadmaps/${head.id}`
  return {
    title: say('title'),
    trail: [
      { text: translator(roadmapTexts, env.lang)('list'), href: '/roadmaps' },
      { text: quietTitle(head.title), href: base },
    ],
    body: (
      <div class="stack">
        <PageHead
          title={say('title')}
          lead={say('lead', { period: dateRange(head.planStart, head.planEnd, env.lang) })}
        />
        {env.refused?.code === 'roadmaps/roadmap-changed' && <Notice kind="error">{env.refused.message}</Notice>}
        <Form
          action={`${base}/period`}
          form={effect && !effect.field ? { ...state, refused: null } : state}
          version={head.version}
          {...(effect ? { hidden: { seal: effect.seal } } : {})}
        >
          <DateInput form={state} name="planEnd" label={say('planEnd')} hint={say('planEndHint')} />
          {checkpoints.length > 0 && (
            <p class="soft small">
              {say('checkpoints', { dates: checkpoints.map(date => shortDate(date)).join(', ') })}
            </p>
          )}
          {effect && (
            <>
              <EffectView effect={effect} lang={env.lang} />
              <BasisFields form={state} lang={env.lang} />
            </>
          )}
          <Actions>
            <Button>{say(effect ? 'apply' : 'show')}</Button>
            <LinkButton kind="quiet" href={base}>
              {say('back')}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    ),
  }
}
