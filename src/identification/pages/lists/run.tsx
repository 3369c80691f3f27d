import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  DefinitionList,
  EmptyState,
  Figure,
  Figures,
  FilterBar,
  Form,
  formState,
  LinkButton,
  moment,
  PageHead,
  Section,
  Select,
  Table,
  Tabs,
  TextInput,
} from '../../../ui/index.ts'
import type { RunView } from '../../contract.ts'
import { chancesShort, MarginShort, VerdictStatus } from '../verdict.tsx'
import { listsTexts } from './texts.ts'

type Say = Translate<(typeof listsTexts)['ru']>

/** What a run proposes: schools by name, counts of each answer, no places. */
export function runPage(data: RunView, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const { run } = data
  const list = run.lists.find(({ id }) => id === data.list) ?? run.lists[0]!
  const title = say('run.title', { title: run.title, year: String(run.year) })
  const lead = say('run.lead', {
    edition: run.edition,
    when: moment(run.madeAt, env.lang, env.timeZone),
    who: run.madeBy,
    hash: run.inputsHash.slice(0, 12),
  })
  const compare = <LinkButton href={`/lists/compare?b=${run.id}`}>{say('run.sameRun')}</LinkButton>
  return {
    title,
    trail: [{ text: say('lists.title'), href: '/lists' }],
    wide: true,
    body: (
      <>
        <PageHead title={title} lead={lead} actions={compare} />
        <Tabs
          label={say('run.lists')}
          tabs={run.lists.map(each => ({
            text: each.title,
            href: `/lists/runs/${run.id}?list=${encodeURIComponent(each.id)}`,
            current: each.id === list.id,
            count: each.yes,
          }))}
        />
        <Figures>
          <Figure label={say('run.yes')} value={list.yes} />
          <Figure label={say('run.no')} value={list.no} />
          <Figure label={say('run.unknown')} value={list.unknown} note={list.unknown > 0 && say('run.unknownNote')} />
          <Figure label={say('run.edge')} value={data.onEdge} />
        </Figures>
        {env.may('lists.propose') && <Take data={data} list={list} env={env} say={say} />}
        <Filter data={data} say={say} />
        <Schools data={data} env={env} say={say} />
        <p class="soft">{say('run.shown', { shown: data.schools.length, total: data.shownOf })}</p>
        {data.settings.length > 0 && (
          <Section title={say('run.settings')}>
            <DefinitionList items={data.settings.map(({ title: term, value }) => ({ term, value }))} />
          </Section>
        )}
      </>
    ),
  }
}

interface Part {
  readonly data: RunView
  readonly env: PageEnv
  readonly say: Say
}

function Take({ data, list, env, say }: Part & { readonly list: RunView['run']['lists'][number] }) {
  const taken = data.taken.filter(each => each.listKey === list.id)
  const form = formState(env, 'lists.take', { title: list.title })
  return (
    <div class="stack">
      {taken.map(each => (
        <p key={each.id}>
          <a href={`/lists/${each.id}`}>{say('run.takeDone', { title: each.title })}</a>
        </p>
      ))}
      <Form
        action={`/lists/runs/${data.run.id}/take`}
        form={form}
        requestKey={env.requestKey()}
        hidden={{ list: list.id }}
        inline
      >
        <TextInput form={form} name="title" label={say('run.takeTitle')} />
        <Actions>
          <Button kind={taken.length > 0 ? 'secondary' : 'primary'}>{say('run.take')}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function Filter({ data, say }: Pick<Part, 'data' | 'say'>) {
  const { query, run } = data
  const base = `/lists/runs/${run.id}`
  const filtered = Boolean(query.q || query.verdict || query.edge || query.municipality)
  const reset = `${base}?list=${encodeURIComponent(data.list)}`
  return (
    <FilterBar
      action={base}
      label={say('run.filter')}
      hidden={{ list: data.list }}
      {...(filtered ? { resetHref: reset } : {})}
    >
      <TextInput name="q" label={say('run.search')} value={query.q ?? ''} type="search" />
      <Select
        name="verdict"
        label={say('run.verdict')}
        value={query.verdict ?? ''}
        empty={say('run.all')}
        options={(['yes', 'no', 'unknown'] as const).map(value => ({ value, text: say(`run.${value}`) }))}
      />
      {data.municipalities.length > 1 && (
        <Select
          name="municipality"
          label={say('run.municipality')}
          value={query.municipality ?? ''}
          empty={say('run.allMunicipalities')}
          options={data.municipalities.map(name => ({ value: name, text: name }))}
        />
      )}
      <Checkbox name="edge" label={say('run.onlyEdge')} checked={query.edge === 'true'} />
    </FilterBar>
  )
}

function Schools({ data, env, say }: Part) {
  const severalPlaces = data.municipalities.length > 1
  return (
    <Table
      caption={say('run.table')}
      hideCaption
      dense
      rows={data.schools}
      rowKey={school => school.id}
      empty={<EmptyState title={say('run.nothing')} />}
      columns={[
        {
          key: 'name',
          head: say('run.school'),
          rowHead: true,
          width: '26%',
          cell: school => <a href={`/lists/runs/${data.run.id}/schools/${school.id}`}>{school.name}</a>,
        },
        ...(severalPlaces
          ? [
              {
                key: 'municipality',
                head: say('run.municipality'),
                cell: (school: RunView['schools'][number]) => school.municipality,
              },
            ]
          : []),
        {
          key: 'verdict',
          head: say('run.verdict'),
          nowrap: true,
          cell: school => <VerdictStatus verdict={school.verdict.verdict} lang={env.lang} />,
        },
        {
          key: 'margin',
          head: say('run.margin'),
          cell: school => <MarginShort margin={school.verdict.margin} lang={env.lang} />,
        },
        { key: 'chance', head: say('run.chance'), cell: school => chancesShort(school.verdict, env.lang) },
      ]}
    />
  )
}
