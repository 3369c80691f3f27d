import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  ConflictView,
  Fieldset,
  Form,
  formState,
  LinkButton,
  PageHead,
  TextInput,
} from '../../../ui/index.ts'
import type { ItemChangeView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { PartyRows } from '../review/item-form.tsx'
import { BasisFields } from './basis-fields.tsx'
import { EffectView, effectIn } from './effect.tsx'
import { texts } from './texts.ts'

const spareParties = 2

/** Changing a running item: the first press shows the effect, the second one saves it. */
export function itemChangePage(data: ItemChangeView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head, item } = data
  const effect = effectIn(env.refused)
  const state = formState(env, 'roadmaps.change-item', {
    deadlineText: data.deadlineText,
    parties: data.parties.map(party => ({ text: party.text, owes: party.owes ? 'true' : '' })),
    lead: String(data.lead),
  })
  const form = effect && !effect.field ? { ...state, refused: null } : state
  const card = `/roadmaps/${head.id}/items/${item.id}`
  const typedParties = env.refused?.values['parties']
  const rows = Math.max(Array.isArray(typedParties) ? typedParties.length : 0, data.parties.length + spareParties)
  return {
    title: say('changeTitle', { number: item.number ?? '' }),
    trail: [
      { text: say('list'), href: '/roadmaps' },
      { text: quietTitle(head.title), href: `/roadmaps/${head.id}` },
      { text: say('item', { number: item.number ?? '' }), href: card },
    ],
    body: (
      <div class="stack">
        <PageHead title={say('changeTitle', { number: item.number ?? '' })} lead={item.title} />
        <p class="soft">{say('changeLead')}</p>
        <Form
          action={`${card}/change`}
          form={form}
          version={item.version}
          conflict={
            env.refused?.code === 'roadmaps/item-changed' && (
              <ConflictView
                fields={[
                  {
                    label: say('conflict.deadline'),
                    mine: String(env.refused.values['deadlineText'] ?? ''),
                    theirs: data.deadlineText,
                  },
                  {
                    label: say('conflict.parties'),
                    mine: Array.isArray(typedParties)
                      ? typedParties
                          .map(party => String((party as { text?: string }).text ?? ''))
                          .filter(Boolean)
                          .join('; ')
                      : '',
                    theirs: data.parties.map(party => party.text).join('; '),
                  },
                ]}
              />
            )
          }
          {...(effect ? { hidden: { seal: effect.seal } } : {})}
        >
          <TextInput
            form={form}
            name="deadlineText"
            label={say('deadline')}
            hint={say('deadlineHint')}
            width="full"
            value={state.value('deadlineText')}
          />
          <Fieldset legend={say('parties')} hint={say('partiesHint')}>
            <PartyRows
              form={state}
              count={rows}
              say={(key, params) =>
                say(key === 'fields.party' ? 'party' : key === 'fields.lead' ? 'lead' : 'owes', params)
              }
            />
          </Fieldset>
          {effect && (
            <>
              <EffectView effect={effect} lang={env.lang} />
              <BasisFields form={state} lang={env.lang} orderOptional={effect.move + effect.cancel === 0} />
            </>
          )}
          <Actions>
            <Button>{say(effect ? 'apply' : 'show')}</Button>
            <LinkButton kind="quiet" href={card}>
              {say('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    ),
  }
}
