import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, LinkButton, Notice, PageHead } from '../../../ui/index.ts'
import type { ItemFateView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { BasisFields } from './basis-fields.tsx'
import { EffectView, effectIn } from './effect.tsx'
import { texts } from './texts.ts'

/** Cancelling an item by an order: what it would do stands first. */
export const itemCancelPage = (data: ItemFateView, env: PageEnv): Page => fatePage(data, env, 'cancel')

/** Taking a cancelled item back. */
export const itemRestorePage = (data: ItemFateView, env: PageEnv): Page => fatePage(data, env, 'restore')

function fatePage(data: ItemFateView, env: PageEnv, fate: 'cancel' | 'restore'): Page {
  const say = translator(texts, env.lang)
  const { head, item } = data
  const form = formState(env, `roadmaps.${fate}-item`, {})
  const card = `/roadmaps/${head.id}/items/${item.id}`
  const title = say(`fate.${fate}.title`, { number: item.number ?? '' })
  const shownAgain = effectIn(env.refused)
  return {
    title,
    trail: [
      { text: say('list'), href: '/roadmaps' },
      { text: quietTitle(head.title), href: `/roadmaps/${head.id}` },
      { text: say('item', { number: item.number ?? '' }), href: card },
    ],
    body: (
      <div class="stack">
        <PageHead title={title} lead={item.title} />
        {env.refused?.code === 'roadmaps/effect-changed' && (
          <Notice kind="warning" live>
            {env.refused.message}
          </Notice>
        )}
        <EffectView effect={data.effect} lang={env.lang} keptWhy={say(`fate.${fate}.kept`)} />
        <Form
          action={`${card}/${fate}`}
          form={shownAgain && !shownAgain.field ? { ...form, refused: null } : form}
          version={item.version}
          hidden={{ seal: data.effect.seal }}
        >
          <BasisFields form={form} lang={env.lang} />
          <Actions>
            <Button kind={fate === 'cancel' ? 'danger' : 'primary'}>{say(`fate.${fate}.apply`)}</Button>
            <LinkButton kind="quiet" href={card}>
              {say('back')}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    ),
  }
}
