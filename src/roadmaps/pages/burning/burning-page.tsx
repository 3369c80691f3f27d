import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, FilterBar, LinkButton, longDate, PageHead, Section, Select, Table } from '../../../ui/index.ts'
import type { BurningView, ObligationLine } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { ObligationStatus } from '../obligation-status.tsx'
import { RoadmapHead } from '../roadmap/roadmap-head.tsx'
import { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

/** «Что горит»: overdue and due within two weeks, over all roadmaps of the scope or one of them. */
export function burningPage(data: BurningView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const nothing = data.overdue.length + data.dueSoon.length === 0
  const calendar = env.who?.organisationId ? (
    <LinkButton kind="quiet" href="/obligations/calendar-link">
      {say('ics')}
    </LinkButton>
  ) : undefined
  return {
    title: data.head ? `${say('title')}: ${quietTitle(data.head.title)}` : say('title'),
    ...(data.head ? { trail: [{ text: say('roadmaps'), href: '/roadmaps' }], wide: true } : {}),
    body: (
      <div class="stack">
        {data.head ? (
          <>
            <RoadmapHead head={data.head} current="burning" env={env} />
            <p class="soft">
              {say('lead')} <a href="/burning">{say('all')}</a>
            </p>
          </>
        ) : (
          <>
            <PageHead title={say('title')} lead={say('lead')} actions={calendar} />
            {data.roadmaps.length > 1 && (
              <FilterBar action="/burning" label={say('title')}>
                <Select
                  name="roadmap"
                  label={say('roadmap')}
                  empty={say('all')}
                  value={data.roadmap ?? ''}
                  options={data.roadmaps.map(one => ({ value: one.id, text: quietTitle(one.title).slice(0, 90) }))}
                />
              </FilterBar>
            )}
          </>
        )}
        {nothing ? (
          <EmptyState title={say('nothing')}>{say('nothingWhy')}</EmptyState>
        ) : (
          <>
            <Section title={`${say('overdue')} (${data.overdue.length})`}>
              <Lines lines={data.overdue} caption={say('overdue')} env={env} say={say} />
            </Section>
            <Section title={`${say('dueSoon')} (${data.dueSoon.length})`}>
              <Lines lines={data.dueSoon} caption={say('dueSoon')} env={env} say={say} />
            </Section>
            {data.more && <p class="soft small">{say('more')}</p>}
          </>
        )}
      </div>
    ),
  }
}

function Lines({
  lines,
  caption,
  env,
  say,
}: {
  readonly lines: readonly ObligationLine[]
  readonly caption: string
  readonly env: PageEnv
  readonly say: Say
}) {
  return (
    <Table
      caption={caption}
      hideCaption
      dense
      rows={lines}
      rowKey={line => line.id}
      empty={<p class="soft">{say('none')}</p>}
      columns={[
        {
          key: 'due',
          head: say('due'),
          nowrap: true,
          width: '150',
          cell: line => (line.dueOn ? longDate(line.dueOn, env.lang) : null),
        },
        {
          key: 'item',
          head: say('item'),
          rowHead: true,
          cell: line => {
            const number = line.number && line.clauseId ? say('clause', { number: line.number }) : line.number
            const text = [number, line.title].filter(Boolean).join(' ')
            const card = line.itemId ? `items/${line.itemId}` : `clauses/${line.clauseId}`
            return <a href={`/roadmaps/${line.roadmapId}/${card}`}>{text}</a>
          },
        },
        { key: 'organisation', head: say('organisation'), width: '26%', cell: line => line.organisation },
        {
          key: 'status',
          head: say('status'),
          nowrap: true,
          cell: line => <ObligationStatus status={line.status} lang={env.lang} />,
        },
      ]}
    />
  )
}
