import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { DefinitionList, HistoryList, LinkButton, moment, PageHead, Section, Tag } from '../../../ui/index.ts'
import type { ItemView } from '../../contract.ts'
import { saysMore } from '../../says-more.ts'
import { roadmapsTexts } from '../../texts.ts'
import { Obligations } from './obligations.tsx'
import { texts } from './texts.ts'

/** The card of an item: as printed, as understood, who owes what, what happened. */
export function itemPage(data: ItemView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head, item } = data
  const base = `/roadmaps/${head.id}`
  const lines = (list: readonly { readonly sourceText: string }[]) =>
    list.length === 0 ? null : list.map(one => <div key={one.sourceText}>{one.sourceText}</div>)
  return {
    title: say('item', { number: item.number ?? '' }),
    trail: [
      { text: say('list'), href: '/roadmaps' },
      { text: head.title, href: `${base}#item-${item.id}` },
    ],
    body: (
      <div class="stack">
        <PageHead
          title={[item.number, item.title].filter(Boolean).join(' ')}
          actions={
            env.may('roadmaps.edit') && head.state === 'running' ? (
              <LinkButton href={`${base}/items/${item.id}/change`}>{say('change')}</LinkButton>
            ) : undefined
          }
        />
        <DefinitionList
          missing={say('none')}
          items={[
            {
              term: say('section'),
              value: data.section ? [data.section.number, data.section.title].filter(Boolean).join(' ') : null,
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
            <HistoryList
              entries={data.history.map(line => ({
                id: line.id,
                when: moment(line.at, env.lang, env.timeZone),
                who: line.who,
                what: (
                  <>
                    {roadmapsTexts[env.lang].actions[line.action as 'roadmaps/item-changed'] ?? line.action}:{' '}
                    {say('was')} <q>{line.before}</q>, {say('became')} <q>{line.after}</q>
                    {line.reason && `; ${say('reason')}: ${line.reason}`}
                  </>
                ),
              }))}
            />
          )}
        </Section>
      </div>
    ),
  }
}
