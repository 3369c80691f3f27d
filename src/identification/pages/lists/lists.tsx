import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, LinkButton, moment, PageHead, Section, shortDate, Table } from '../../../ui/index.ts'
import type { ListsView, RunHead } from '../../contract.ts'
import { DecisionStatus, StateStatus, VerdictStatus } from '../verdict.tsx'
import { listsTexts } from './texts.ts'

type Say = Translate<(typeof listsTexts)['ru']>

/** All lists and runs; for a school its own lines. */
export function listsPage(data: ListsView, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const isSchool = env.who?.seat === 'school-head'
  return {
    title: say('lists.title'),
    wide: true,
    body: (
      <>
        <PageHead
          title={say(isSchool ? 'lists.ownTitle' : 'lists.title')}
          lead={say('lists.lead')}
          actions={
            env.may('lists.propose') && (
              <>
                <LinkButton href="/lists/import">{say('lists.import')}</LinkButton>
                <LinkButton kind="primary" href="/lists/runs/new">
                  {say('lists.run')}
                </LinkButton>
              </>
            )
          }
        />
        {isSchool ? <OwnLines data={data} env={env} say={say} /> : <Lists data={data} env={env} say={say} />}
        {!isSchool && <Runs runs={data.runs} env={env} say={say} />}
      </>
    ),
  }
}

interface Part {
  readonly data: ListsView
  readonly env: PageEnv
  readonly say: Say
}

function OwnLines({ data, env, say }: Part) {
  return (
    <Table
      caption={say('lists.ownTitle')}
      hideCaption
      rows={data.own}
      rowKey={line => line.listId}
      empty={<EmptyState title={say('lists.ownEmpty')} />}
      columns={[
        {
          key: 'title',
          head: say('lists.name'),
          rowHead: true,
          cell: line => (
            <a href={`/lists/${line.listId}/schools/${line.schoolId}`}>
              {line.title}, {line.year}: {say('lists.why')}
            </a>
          ),
        },
        { key: 'state', head: say('lists.state'), cell: line => <StateStatus state={line.state} lang={env.lang} /> },
        {
          key: 'verdict',
          head: say('lists.verdict'),
          cell: line => <VerdictStatus verdict={line.verdict} lang={env.lang} />,
        },
        {
          key: 'decision',
          head: say('lists.decision'),
          cell: line => <DecisionStatus decision={line.decision} lang={env.lang} />,
        },
        {
          key: 'until',
          head: say('lists.until'),
          nowrap: true,
          cell: line => line.answersUntil && shortDate(line.answersUntil),
        },
      ]}
    />
  )
}

function Lists({ data, env, say }: Part) {
  return (
    <Table
      caption={say('lists.listTable')}
      hideCaption
      dense
      rows={data.lists}
      rowKey={list => list.id}
      empty={<EmptyState title={say('lists.empty')}>{say('lists.emptyText')}</EmptyState>}
      columns={[
        {
          key: 'title',
          head: say('lists.name'),
          rowHead: true,
          width: '34%',
          cell: list => <a href={`/lists/${list.id}`}>{list.title}</a>,
        },
        { key: 'year', head: say('lists.year'), numeric: true, cell: list => list.year },
        { key: 'state', head: say('lists.state'), cell: list => <StateStatus state={list.state} lang={env.lang} /> },
        { key: 'included', head: say('lists.included'), numeric: true, cell: list => list.included },
        { key: 'undecided', head: say('lists.undecided'), numeric: true, cell: list => list.undecided },
        { key: 'notJudged', head: say('lists.notJudged'), numeric: true, cell: list => list.notJudged },
        { key: 'answers', head: say('lists.answers'), numeric: true, cell: list => list.answers },
      ]}
    />
  )
}

function Runs({ runs, env, say }: { readonly runs: readonly RunHead[]; readonly env: PageEnv; readonly say: Say }) {
  return (
    <Section
      title={say('lists.runs')}
      actions={
        runs.length > 1 && (
          <LinkButton small href="/lists/compare">
            {say('lists.compare')}
          </LinkButton>
        )
      }
    >
      <Table
        caption={say('lists.runs')}
        hideCaption
        dense
        rows={runs}
        rowKey={run => run.id}
        empty={<p class="soft">{say('lists.noRuns')}</p>}
        columns={[
          {
            key: 'title',
            head: say('lists.runName'),
            rowHead: true,
            width: '40%',
            cell: run => (
              <a href={`/lists/runs/${run.id}`}>{say('lists.edition', { title: run.title, edition: run.edition })}</a>
            ),
          },
          { key: 'year', head: say('lists.year'), numeric: true, cell: run => run.year },
          {
            key: 'lists',
            head: say('lists.runLists'),
            cell: run =>
              run.lists.map(({ id, title, yes, unknown }) => (
                <div key={id}>{say('lists.runLine', { title, yes, unknown })}</div>
              )),
          },
          {
            key: 'made',
            head: say('lists.runMade'),
            nowrap: true,
            cell: run => moment(run.madeAt, env.lang, env.timeZone),
          },
        ]}
      />
    </Section>
  )
}
