import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, LinkButton, Notice, Section, Table } from '../../../ui/index.ts'
import type { ScopeView } from '../../contract.ts'
import { SchoolBoxes } from '../approval/approval-page.tsx'
import { texts as approvalTexts } from '../approval/texts.ts'
import { BasisFields } from '../item/basis-fields.tsx'
import { EffectView, effectIn } from '../item/effect.tsx'
import { RoadmapHead } from '../roadmap/roadmap-head.tsx'
import { texts } from './texts.ts'

/** The schools a roadmap works with; another set first shows what it would change. */
export function scopePage(data: ScopeView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head } = data
  const effect = effectIn(env.refused)
  const state = formState(env, 'roadmaps.change-schools', {
    schools: data.schools.filter(school => school.inScope).map(school => school.id),
  })
  const chosen = new Set(state.values('schools'))
  return {
    title: say('schools'),
    trail: [{ text: say('list'), href: '/roadmaps' }],
    body: (
      <div class="stack">
        <RoadmapHead head={head} current="schools" env={env} />
        <Section title={say('schools')}>
          <p class="soft">{say('lead')}</p>
          {env.refused?.code === 'roadmaps/roadmap-changed' && <Notice kind="error">{say('conflict')}</Notice>}
          <p>{say('inScope', { n: data.schools.filter(school => school.inScope).length })}</p>
          {env.may('roadmaps.edit') && head.changeable ? (
            <Form
              action={`/roadmaps/${head.id}/schools`}
              form={effect && !effect.field ? { ...state, refused: null } : state}
              version={head.version}
              {...(effect ? { hidden: { seal: effect.seal } } : {})}
            >
              <SchoolBoxes schools={data.schools.map(school => ({ ...school, checked: chosen.has(school.id) }))} />
              {effect && (
                <>
                  <EffectView effect={effect} lang={env.lang} />
                  <BasisFields form={state} lang={env.lang} orderOptional />
                </>
              )}
              <Actions>
                <Button>{say(effect ? 'apply' : 'show')}</Button>
              </Actions>
            </Form>
          ) : (
            <ul class="school-boxes">
              {data.schools
                .filter(school => school.inScope)
                .map(school => (
                  <li key={school.id}>{school.name}</li>
                ))}
            </ul>
          )}
        </Section>
        <Gaps data={data} env={env} />
      </div>
    ),
  }
}

function Gaps({ data, env }: { readonly data: ScopeView; readonly env: PageEnv }) {
  const say = translator(texts, env.lang)
  const words = translator(approvalTexts, env.lang)
  if (data.gaps.length === 0) return null
  return (
    <Section
      title={say('gaps')}
      actions={
        env.may('parties.edit') ? (
          <LinkButton small href={`/orders/${data.head.orderId}/executors`}>
            {say('match')}
          </LinkButton>
        ) : undefined
      }
    >
      <p class="soft">{say('gapsWhy')}</p>
      <Table
        caption={say('gaps')}
        hideCaption
        dense
        rows={data.gaps}
        rowKey={(gap, index) => `${index}-${gap.why}`}
        columns={[
          { key: 'text', head: say('executor'), rowHead: true, cell: gap => gap.text ?? '—' },
          { key: 'why', head: say('why'), cell: gap => words(`gap.${gap.why as 'outside'}`) },
          { key: 'count', head: say('count'), numeric: true, cell: gap => gap.count },
        ]}
      />
    </Section>
  )
}
