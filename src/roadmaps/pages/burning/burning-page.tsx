import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, FilterBar, LinkButton, longDate, PageHead, Section, Select, Table } from '../../../ui/index.ts'
import type { BurningView, ObligationLine } from '../../contract.ts'
import { ObligationStatus } from '../obligation-status.tsx'
import { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

/** «Что горит»: overdue and due within two weeks, over all roadmaps of the scope or one of them. */
export function burningPage(data: BurningView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const nothing = data.overdue.length + data.dueSoon.length === 0
  return {
    title: say('title'),
    body: (
      <div class="stack">
        <PageHead
          title={say('title')}
          lead={say('lead')}
          actions={
            env.who?.organisationId ? (
              <LinkButton kind="quiet" href="/obligations/calendar-link">
                {say('ics')}
              </LinkButton>
            ) : undefined
          }
        />
        <FilterBar action="/burning" label={say('title')}>
          <Select
            name="roadmap"
            label={say('roadmap')}
            empty={say('all')}
            value={data.roadmap ?? ''}
            options={data.roadmaps.map(one => ({ value: one.id, text: one.title.slice(0, 90) }))}
          />
        </FilterBar>
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
            return line.itemId ? <a href={`/roadmaps/${line.roadmapId}/items/${line.itemId}`}>{text}</a> : text
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
