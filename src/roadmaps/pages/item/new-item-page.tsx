import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  EmptyState,
  Fieldset,
  Form,
  formState,
  LinkButton,
  Notice,
  PageHead,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import type { NewItemView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { PartyRows } from '../review/item-form.tsx'
import { sectionName } from '../section-name.ts'
import { BasisFields } from './basis-fields.tsx'
import { EffectView, effectIn } from './effect.tsx'
import { texts } from './texts.ts'

const executorRows = 4

/** A new item for a running roadmap: the first press shows whom it would oblige, the second one saves it. */
export function newItemPage(data: NewItemView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head } = data
  const effect = effectIn(env.refused)
  const state = formState(env, 'roadmaps.add-item', { lead: '0' })
  const form = effect && !effect.field ? { ...state, refused: null } : state
  const base = `/roadmaps/${head.id}`
  const executors = data.executors.map(text => ({ value: text, text }))
  return {
    title: say('new.title'),
    trail: [
      { text: say('list'), href: '/roadmaps' },
      { text: quietTitle(head.title), href: base },
    ],
    body: (
      <div class="stack">
        <PageHead title={say('new.title')} lead={say('new.lead')} />
        {env.refused?.code === 'roadmaps/roadmap-changed' && <Notice kind="error">{env.refused.message}</Notice>}
        {data.executors.length === 0 ? (
          <EmptyState
            title={say('new.noExecutors')}
            action={<LinkButton href={`/orders/${head.orderId}/executors`}>{say('new.match')}</LinkButton>}
          >
            {say('new.noExecutorsWhy')}
          </EmptyState>
        ) : (
          <Form
            action={`${base}/items`}
            form={form}
            version={head.version}
            requestKey={env.requestKey()}
            {...(effect ? { hidden: { seal: effect.seal } } : {})}
          >
            <div class="review__pair">
              <TextInput form={state} name="number" label={say('new.number')} width="short" optional />
              {data.sections.length > 0 && (
                <Select
                  form={state}
                  name="sectionId"
                  label={say('section')}
                  empty={say('new.noSection')}
                  options={data.sections.map(section => ({
                    value: section.id,
                    text: sectionName(section).slice(0, 80),
                  }))}
                />
              )}
            </div>
            <TextArea form={state} name="title" label={say('new.name')} rows={2} width="full" />
            <TextInput
              form={state}
              name="deadlineText"
              label={say('deadline')}
              hint={say('deadlineHint')}
              width="full"
            />
            <Fieldset legend={say('parties')} hint={say('new.partiesHint')}>
              <PartyRows
                form={state}
                count={executorRows}
                options={executors}
                say={(key, params) =>
                  say(key === 'fields.party' ? 'party' : key === 'fields.lead' ? 'lead' : 'owes', params)
                }
              />
            </Fieldset>
            <TextArea
              form={state}
              name="results"
              label={say('results')}
              hint={say('new.oneALine')}
              rows={2}
              width="full"
              optional
            />
            {effect && (
              <>
                <EffectView effect={effect} lang={env.lang} />
                <BasisFields form={state} lang={env.lang} />
              </>
            )}
            <Actions>
              <Button>{say(effect ? 'new.apply' : 'show')}</Button>
              <LinkButton kind="quiet" href={base}>
                {say('back')}
              </LinkButton>
            </Actions>
          </Form>
        )}
      </div>
    ),
  }
}
