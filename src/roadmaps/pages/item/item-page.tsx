import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { DefinitionList, LinkButton, Notice, PageHead, Section, shortDate, Tag } from '../../../ui/index.ts'
import { basisLine } from '../../basis-line.ts'
import type { ItemView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { saysMore } from '../../says-more.ts'
import { sectionName } from '../section-name.ts'
import { History } from './history.tsx'
import { Obligations } from './obligations.tsx'
import { texts } from './texts.ts'

/** The card of an item: as printed, as understood, who owes what, what happened. */
export function itemPage(data: ItemView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head, item } = data
  const base = `/roadmaps/${head.id}`
  const editable = env.may('roadmaps.edit') && head.changeable
  const lines = (list: readonly { readonly sourceText: string }[]) =>
    list.length === 0 ? null : list.map(one => <div key={one.sourceText}>{one.sourceText}</div>)
  return {
    title: say('item', { number: item.number ?? '' }),
    trail: [
      { text: say('list'), href: '/roadmaps' },
      { text: quietTitle(head.title), href: `${base}#item-${item.id}` },
    ],
    body: (
      <div class="stack">
        <PageHead
          title={[item.number, item.title].filter(Boolean).join(' ')}
          actions={editable && <ItemActions card={`${base}/items/${item.id}`} data={data} env={env} />}
        />
        {item.cancelled && (
          <Notice kind="warning" title={say('cancelled', { on: shortDate(item.cancelled.on) })}>
            <p>{basisLine(item.cancelled, env.lang)}</p>
          </Notice>
        )}
        {item.added && (
          <p class="soft">
            {say('added', { on: shortDate(item.added.on) })}: {basisLine(item.added, env.lang)}
          </p>
        )}
        <DefinitionList
          missing={say('none')}
          items={[
            {
              term: say('section'),
              value: data.section ? sectionName(data.section) : null,
            },
            { term: say('deadline'), value: item.deadline?.sourceText },
            ...(saysMore(item.deadline?.sourceText ?? '', data.words)
              ? [{ term: say('understood'), value: data.words }]
              : []),
            {
              term: say('parties'),
              value:
                item.parties.length === 0
                  ? null
                  : item.parties.map(party => (
                      <div key={party.text}>
                        {party.text} {party.lead && <Tag>{say('lead')}</Tag>}
                        {party.owes && !party.lead && <Tag>{say('owes')}</Tag>}
                      </div>
                    )),
            },
            { term: say('results'), value: lines(item.results) },
            { term: say('indicators'), value: lines(item.indicators) },
            ...(item.information ? [{ term: say('information'), value: item.information.sourceText }] : []),
            ...(item.notes.length > 0 ? [{ term: say('notes'), value: item.notes.join(' / ') }] : []),
            ...Object.entries(item.extra ?? {}).map(([term, value]) => ({ term, value })),
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
          {data.history.length === 0 ? (
            <p class="soft">{say('historyNone')}</p>
          ) : (
            <History lines={data.history} env={env} />
          )}
        </Section>
      </div>
    ),
  }
}

function ItemActions({ card, data, env }: { readonly card: string; readonly data: ItemView; readonly env: PageEnv }) {
  const say = translator(texts, env.lang)
  if (data.item.cancelled) return <LinkButton href={`${card}/restore`}>{say('restoreItem')}</LinkButton>
  return (
    <>
      <LinkButton href={`${card}/change`}>{say('change')}</LinkButton>
      <LinkButton kind="quiet" href={`${card}/cancel`}>
        {say('cancelItem')}
      </LinkButton>
    </>
  )
}
