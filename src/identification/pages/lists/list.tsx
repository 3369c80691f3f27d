import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Checkbox,
  EmptyState,
  Figure,
  Figures,
  FilterBar,
  HistoryList,
  LinkButton,
  moment,
  Notice,
  PageHead,
  Section,
  Select,
  shortDate,
  Table,
  TextInput,
} from '../../../ui/index.ts'
import type { ListView } from '../../contract.ts'
import { sliceTexts } from '../../slice-texts.ts'
import { DecisionStatus, MarginShort, StateStatus, VerdictStatus } from '../verdict.tsx'
import { ListWork } from './list-work.tsx'
import { listsTexts } from './texts.ts'

type Say = Translate<(typeof listsTexts)['ru']>

/** One list: how it stands, what can be done next, its schools by name. */
export function listPage(data: ListView, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const { list, counts } = data
  const base = `/lists/${list.id}`
  return {
    title: `${list.title}, ${list.year}`,
    trail: [{ text: say('lists.title'), href: '/lists' }],
    wide: true,
    body: (
      <>
        <PageHead
          title={`${list.title}, ${list.year}`}
          lead={<Lead data={data} env={env} say={say} />}
          status={<StateStatus state={list.state} lang={env.lang} />}
          actions={
            <>
              <LinkButton href={`${base}/list.docx`} download>
                {say('list.docx')}
              </LinkButton>
              <LinkButton href={`${base}/list.xlsx`} download>
                {say('list.xlsx')}
              </LinkButton>
              <LinkButton href={`${base}/list.json`} download>
                {say('list.json')}
              </LinkButton>
            </>
          }
        />
        <Figures>
          <Figure label={say('list.included')} value={counts.included} />
          <Figure label={say('list.excluded')} value={counts.excluded} />
          <Figure label={say('list.undecided')} value={counts.undecided} />
          <Figure label={say('list.notJudged')} value={counts.notJudged} />
          <Figure label={say('list.answers')} value={counts.answers} />
          {counts.exits > 0 && <Figure label={say('list.exits')} value={counts.exits} />}
        </Figures>
        {list.unmatched.length > 0 && (
          <Notice kind="warning" title={say('list.unmatched')}>
            <ul>
              {list.unmatched.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        <ListWork data={data} env={env} say={say} />
        <Section title={say('list.table')}>
          <Filter data={data} say={say} />
          <Schools data={data} env={env} say={say} />
          <p class="soft">{say('list.shown', { shown: data.schools.length, total: data.shownOf })}</p>
        </Section>
        <Section title={say('list.history')}>
          {data.history.length === 0 ? (
            <p class="soft">{say('list.noHistory')}</p>
          ) : (
            <HistoryList
              entries={data.history.map(line => ({
                id: line.id,
                when: moment(line.at, env.lang, env.timeZone),
                who: line.personName,
                what: actionInWords(line.action, env),
              }))}
            />
          )}
        </Section>
      </>
    ),
  }
}

/** What happened, in words. */
export function actionInWords(action: string, { lang }: Pick<PageEnv, 'lang'>): string {
  return sliceTexts[lang].actions[action as keyof typeof sliceTexts.ru.actions] ?? action
}

interface Part {
  readonly data: ListView
  readonly env: PageEnv
  readonly say: Say
}

function Lead({ data: { list, run }, env, say }: Part) {
  const frozen = list.frozenAt && list.frozenBy
  return (
    <>
      {list.act && <div>{say('list.given', { act: list.act })}</div>}
      {run && (
        <div>
          <a href={`/lists/runs/${run.id}?list=${encodeURIComponent(list.listKey ?? '')}`}>
            {say('list.fromRun', { title: run.title, edition: run.edition, year: String(run.year) })}
          </a>
        </div>
      )}
      {list.orderNumber && list.orderDate && (
        <div>
          {say('list.order', {
            number: list.orderNumber,
            date: shortDate(list.orderDate),
            title: list.orderTitle ?? '',
          })}
        </div>
      )}
      {frozen && (
        <div>
          {say('list.frozenLead', {
            when: moment(list.frozenAt!, env.lang, env.timeZone),
            who: list.frozenBy!,
            hash: list.inputsHash?.slice(0, 12) ?? '—',
          })}
        </div>
      )}
    </>
  )
}

function Filter({ data, say }: Pick<Part, 'data' | 'say'>) {
  const { query, list } = data
  const base = `/lists/${list.id}`
  const filtered = Boolean(query.q || query.verdict || query.edge || query.municipality || query.decision)
  return (
    <FilterBar action={base} label={say('list.filter')} {...(filtered ? { resetHref: base } : {})}>
      <TextInput name="q" label={say('list.search')} value={query.q ?? ''} type="search" />
      {list.runId && (
        <Select
          name="verdict"
          label={say('list.verdict')}
          value={query.verdict ?? ''}
          empty={say('list.relevant')}
          options={[
            { value: 'all', text: say('list.everySchool') },
            ...(['yes', 'no', 'unknown'] as const).map(value => ({ value, text: say(`run.${value}`) })),
          ]}
        />
      )}
      <Select
        name="decision"
        label={say('list.decision')}
        value={query.decision ?? ''}
        empty={say('list.all')}
        options={[
          { value: 'included', text: say('list.included') },
          { value: 'excluded', text: say('list.excluded') },
          { value: 'none', text: say('list.none') },
        ]}
      />
      {data.municipalities.length > 1 && (
        <Select
          name="municipality"
          label={say('list.municipality')}
          value={query.municipality ?? ''}
          empty={say('run.allMunicipalities')}
          options={data.municipalities.map(name => ({ value: name, text: name }))}
        />
      )}
      {list.runId && <Checkbox name="edge" label={say('run.onlyEdge')} checked={query.edge === 'true'} />}
    </FilterBar>
  )
}

function Schools({ data, env, say }: Part) {
  type Row = ListView['schools'][number]
  return (
    <Table
      caption={say('list.table')}
      hideCaption
      dense
      rows={data.schools}
      rowKey={school => school.id}
      empty={<EmptyState title={say('list.nothing')} />}
      columns={[
        {
          key: 'name',
          head: say('list.school'),
          rowHead: true,
          width: '22%',
          cell: school => <a href={`/lists/${data.list.id}/schools/${school.id}`}>{school.name}</a>,
        },
        ...(data.municipalities.length > 1
          ? [{ key: 'municipality', head: say('list.municipality'), cell: (school: Row) => school.municipality }]
          : []),
        {
          key: 'verdict',
          head: say('list.verdict'),
          cell: school => <VerdictStatus verdict={school.verdict} lang={env.lang} />,
        },
        ...(data.list.runId
          ? [
              {
                key: 'margin',
                head: say('list.margin'),
                cell: (school: Row) => <MarginShort margin={school.short?.margin ?? null} lang={env.lang} />,
              },
            ]
          : []),
        {
          key: 'decision',
          head: say('list.decision'),
          cell: school => (
            <>
              {(school.decision || school.verdict === 'yes') && (
                <DecisionStatus decision={school.decision} lang={env.lang} />
              )}
              {school.exitOn && <div class="soft">{say('list.left', { on: shortDate(school.exitOn) })}</div>}
            </>
          ),
        },
        { key: 'reason', head: say('list.reason'), width: '24%', cell: school => school.reason },
        {
          key: 'answers',
          head: say('list.answersShort'),
          cell: school => (school.answers > 0 ? say('list.answered') : ''),
        },
      ]}
    />
  )
}
