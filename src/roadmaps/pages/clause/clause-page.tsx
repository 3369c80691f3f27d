import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { DefinitionList, LinkButton, PageHead, Section } from '../../../ui/index.ts'
import type { ClauseView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { saysMore } from '../../says-more.ts'
import { History } from '../item/history.tsx'
import { Obligations } from '../item/obligations.tsx'
import { texts as roadmapTexts } from '../roadmap/texts.ts'
import { texts } from './texts.ts'

/** The card of a clause of the order: as printed, as understood, who owes what, what happened. */
export function clausePage(data: ClauseView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head, clause } = data
  const title = clause.number ? say('clause', { number: clause.number }) : say('unnumbered')
  return {
    title,
    trail: [
      { text: say('list'), href: '/roadmaps' },
      { text: quietTitle(head.title), href: `/roadmaps/${head.id}#clauses` },
    ],
    body: (
      <div class="stack">
        <PageHead
          title={title}
          actions={
            env.may('orders.read') ? (
              <LinkButton kind="quiet" href={`/orders/${head.orderId}/review`}>
                {translator(roadmapTexts, env.lang)('order')}
              </LinkButton>
            ) : undefined
          }
        />
        <DefinitionList
          missing={say('none')}
          items={[
            { term: say('text'), value: clause.text },
            {
              term: say('addressees'),
              value:
                clause.addressees.length === 0 ? null : clause.addressees.map(text => <div key={text}>{text}</div>),
            },
            { term: say('deadline'), value: clause.deadlineText },
            ...(saysMore(clause.deadlineText ?? '', data.words)
              ? [{ term: say('understood'), value: data.words }]
              : []),
            { term: say('binding'), value: say(`bindings.${clause.binding as 'owed'}`) },
          ]}
        />
        <Section title={say('source')}>
          {data.source.length === 0 ? (
            <p class="soft">{say('sourceNone')}</p>
          ) : (
            data.source.map(piece => (
              <blockquote key={piece.place} class="prose">
                {piece.text}
              </blockquote>
            ))
          )}
        </Section>
        <Section title={say('obligations')} id="obligations">
          <Obligations lines={data.obligations} lang={env.lang} />
        </Section>
        <Section title={say('history')}>
          <History lines={data.history} env={env} />
        </Section>
      </div>
    ),
  }
}
