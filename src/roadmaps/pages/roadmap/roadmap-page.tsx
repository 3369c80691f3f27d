import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  EmptyState,
  Figure,
  Figures,
  FilterBar,
  LinkButton,
  Pagination,
  Section,
  Select,
  Table,
  Tag,
  TextInput,
} from '../../../ui/index.ts'
import type { ItemsQuery, RoadmapView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import type { ColumnRole } from '../../order/contract.ts'
import { inPrintedOrder, otherHeadings } from '../../printed-columns.ts'
import { Reading } from '../reading.tsx'
import { sectionName } from '../section-name.ts'
import { RoadmapHead } from './roadmap-head.tsx'
import { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>
type Item = RoadmapView['items'][number]

/** A roadmap as printed: sections, numbers, deadlines, executors, results. */
export function roadmapPage(data: RoadmapView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head, totals } = data
  return {
    title: quietTitle(head.title),
    trail: [{ text: say('list'), href: '/roadmaps' }],
    wide: true,
    body: (
      <div class="stack">
        <RoadmapHead head={head} current="table" env={env} />
        <Figures>
          <Figure label={say('owed')} value={totals.owed} />
          <Figure
            label={say('accepted')}
            value={{ numerator: totals.accepted, denominator: totals.owed }}
            note={say('ofYear')}
          />
          <Figure label={say('dueSoFar')} value={totals.dueSoFar} />
          <Figure
            label={say('overdue')}
            value={totals.overdue}
            note={totals.overdue > 0 ? <a href={`/burning?roadmap=${head.id}`}>{say('views.burning')}</a> : undefined}
          />
          <Figure label={say('undated')} value={totals.undated} />
          {totals.recommended > 0 && <Figure label={say('recommended')} value={totals.recommended} />}
        </Figures>
        <Filters data={data} say={say} />
        {env.may('roadmaps.edit') && head.changeable && (
          <Actions>
            <LinkButton small href={`/roadmaps/${head.id}/items/new`}>
              {say('addItem')}
            </LinkButton>
          </Actions>
        )}
        <Table
          caption={say('items')}
          hideCaption
          narrow="cards"
          rows={data.items}
          rowKey={item => item.id}
          rowId={item => `item-${item.id}`}
          groupOf={item => sectionTitle(data, item, say)}
          empty={<EmptyState title={say('nothing')} />}
          columns={columnsOf(data, env, say)}
        />
        {(data.next !== null || data.filter.after !== undefined) && (
          <Pagination
            shown={data.items.length}
            previousHref={
              data.filter.after === undefined ? null : `/roadmaps/${head.id}${query(data.filter, undefined)}`
            }
            nextHref={data.next === null ? null : `/roadmaps/${head.id}${query(data.filter, data.next)}`}
          />
        )}
        <Clauses data={data} say={say} />
        {data.leftovers.length > 0 && (
          <Section title={say('leftovers')} id="leftovers">
            <p class="soft">{say('leftoversWhy')}</p>
            <ul class="prose">
              {data.leftovers.map((piece, index) => (
                <li key={`${piece.place}-${index}`}>{piece.text}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    ),
  }
}

function columnsOf(data: RoadmapView, env: PageEnv, say: Say) {
  const has = (test: (item: Item) => boolean) => data.items.some(test)
  const headed = (role: ColumnRole, fallback: string) => {
    const heading = data.columns.find(column => column.role === role)?.heading || fallback
    return { role, heading, head: role === 'number' ? fallback : heading }
  }
  const columns = [
    { key: 'number', ...headed('number', say('number')), nowrap: true, width: '64', cell: (item: Item) => item.number },
    {
      key: 'title',
      ...headed('title', say('title')),
      rowHead: true,
      width: '30%',
      cell: (item: Item) => (
        <>
          <a href={`/roadmaps/${data.head.id}/items/${item.id}`}>{item.title}</a>{' '}
          {item.cancelled && <Tag>{say('cancelled')}</Tag>}
          {item.notes.map(note => (
            <div class="small soft" key={note}>
              {say('note')}: {note}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'deadline',
      ...headed('deadline', say('deadline')),
      width: '15%',
      cell: (item: Item) =>
        item.deadline ? (
          <>
            {item.deadline.sourceText} <Reading deadline={item.deadline} lang={env.lang} />
          </>
        ) : (
          <span class="soft">{say('undatedShort')}</span>
        ),
    },
    {
      key: 'parties',
      ...headed('responsible', say('parties')),
      width: '20%',
      cell: (item: Item) =>
        item.parties.map(party => (
          <div key={party.text}>
            {party.text} {item.parties.length > 1 && party.lead && <Tag>{say('lead')}</Tag>}
          </div>
        )),
    },
    ...(has(item => item.results.length > 0)
      ? [
          {
            key: 'results',
            ...headed('result', say('results')),
            cell: (item: Item) => item.results.map(result => <div key={result.sourceText}>{result.sourceText}</div>),
          },
        ]
      : []),
    ...(has(item => item.indicators.some(indicator => indicator.column === 'indicator'))
      ? [
          {
            key: 'indicators',
            ...headed('indicator', say('indicators')),
            cell: (item: Item) =>
              item.indicators.map(indicator => <div key={indicator.sourceText}>{indicator.sourceText}</div>),
          },
        ]
      : []),
    ...(has(item => item.information !== null)
      ? [
          {
            key: 'information',
            ...headed('informationSupport', say('information')),
            cell: (item: Item) => item.information?.sourceText ?? null,
          },
        ]
      : []),
    ...otherHeadings(data.items).map(heading => ({
      key: `other-${heading}`,
      role: null,
      heading,
      head: heading,
      cell: (item: Item) => item.extra?.[heading] ?? null,
    })),
  ]
  return inPrintedOrder(columns, data.columns)
}

function Filters({ data, say }: { readonly data: RoadmapView; readonly say: Say }) {
  const { filter, head } = data
  const filtered = filter.section || filter.executor || filter.status || filter.q
  return (
    <FilterBar
      action={`/roadmaps/${head.id}`}
      label={say('filters')}
      {...(filtered ? { resetHref: `/roadmaps/${head.id}` } : {})}
    >
      {data.sections.length > 0 && (
        <Select
          name="section"
          label={say('section')}
          empty={say('allSections')}
          value={filter.section ?? ''}
          options={data.sections.map(section => ({
            value: section.id,
            text: sectionName(section).slice(0, 80),
          }))}
        />
      )}
      <Select
        name="executor"
        label={say('executor')}
        empty={say('allExecutors')}
        value={filter.executor ?? ''}
        options={data.executors.map(one => ({ value: one.key, text: `${one.text.slice(0, 70)} (${one.count})` }))}
      />
      <Select
        name="status"
        label={say('status')}
        empty={say('anyStatus')}
        value={filter.status ?? ''}
        options={(['overdue', 'dueSoon', 'undated', 'done', 'cancelled'] as const).map(value => ({
          value,
          text: say(`statuses.${value}`),
        }))}
      />
      <TextInput name="q" type="search" label={`${say('words')} (${say('wordsHint')})`} value={filter.q ?? ''} />
    </FilterBar>
  )
}

function Clauses({ data, say }: { readonly data: RoadmapView; readonly say: Say }) {
  if (data.clauses.length === 0) return null
  return (
    <Section title={say('clauses')} id="clauses">
      <Table
        caption={say('clauses')}
        hideCaption
        rows={data.clauses}
        rowKey={clause => clause.id}
        columns={[
          { key: 'number', head: say('clause'), width: '80', nowrap: true, cell: clause => clause.number },
          {
            key: 'text',
            head: say('clauseText'),
            rowHead: true,
            cell: clause => (
              <>
                <a href={`/roadmaps/${data.head.id}/clauses/${clause.id}`}>{clause.text}</a>{' '}
                <Tag>{say(`binding.${clause.binding as 'owed'}`)}</Tag>
              </>
            ),
          },
          { key: 'addressees', head: say('addressees'), width: '28%', cell: clause => clause.addressees.join('; ') },
          {
            key: 'deadline',
            head: say('deadline'),
            width: '16%',
            cell: clause => clause.deadlineText ?? <span class="soft">{say('undatedShort')}</span>,
          },
        ]}
      />
    </Section>
  )
}

function sectionTitle(data: RoadmapView, item: Item, say: Say): string | undefined {
  if (data.sections.length === 0) return undefined
  const section = data.sections.find(one => one.id === item.sectionId)
  return section ? sectionName(section) : say('noSection')
}

function query(filter: ItemsQuery, after: number | undefined): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, after }))
    if (value !== undefined && value !== '') params.set(name, String(value))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
