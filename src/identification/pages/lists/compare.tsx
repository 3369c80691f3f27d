import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { FilterBar, moment, Notice, PageHead, Section, Select, Table } from '../../../ui/index.ts'
import type { CompareView } from '../../contract.ts'
import type { CellChange } from '../../model/compare.ts'
import { verdictTexts } from '../verdict-texts.ts'
import { listsTexts } from './texts.ts'

type Say = Translate<(typeof listsTexts)['ru']>
interface Part {
  readonly data: CompareView
  readonly env: PageEnv
  readonly say: Say
}

/** Two runs side by side: who entered, who left, why. */
export function comparePage(data: CompareView, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const { a, b } = data
  const options = data.runs.map(run => ({
    value: run.id,
    text: say('compare.option', {
      title: run.title,
      edition: run.edition,
      year: String(run.year),
      when: moment(run.madeAt, env.lang, env.timeZone),
    }),
  }))
  const asked = new URL(env.url, 'http://opora').searchParams
  const choice = (name: 'a' | 'b', run: CompareView['a']) => (
    <Select
      name={name}
      label={say(`compare.${name}`)}
      value={run?.id ?? asked.get(name) ?? ''}
      empty={say('run.all')}
      options={options}
    />
  )
  return {
    title: say('compare.title'),
    trail: [{ text: say('lists.title'), href: '/lists' }],
    wide: true,
    body: (
      <>
        <PageHead title={say('compare.title')} lead={say('compare.lead')} />
        <FilterBar action="/lists/compare" label={say('compare.title')} submit={say('compare.show')}>
          {choice('a', a)}
          {choice('b', b)}
        </FilterBar>
        {a && b && <Settings data={data} say={say} />}
        {a && b && data.lists.map(list => <Differences key={list.id} data={data} list={list} env={env} say={say} />)}
      </>
    ),
  }
}

function Settings({ data, say }: { readonly data: CompareView; readonly say: Say }) {
  return (
    <Section title={say('compare.settings')}>
      <p>{say(data.sameInputs ? 'compare.inputsSame' : 'compare.inputsOther')}</p>
      <Table
        caption={say('compare.settings')}
        hideCaption
        dense
        rows={data.settings}
        rowKey={change => change.name}
        empty={<p>{say('compare.noSettings')}</p>}
        columns={[
          {
            key: 'name',
            head: say('compare.setting'),
            rowHead: true,
            cell: change => data.names[change.name] ?? change.name,
          },
          { key: 'before', head: say('compare.a'), cell: change => change.before ?? say('compare.none') },
          { key: 'after', head: say('compare.b'), cell: change => change.after ?? say('compare.none') },
        ]}
      />
    </Section>
  )
}

function Differences({ data, list, env, say }: Part & { readonly list: CompareView['lists'][number] }) {
  const counted = (turn: string) => list.differences.filter(each => each.turn === turn).length
  const title = say('compare.counts', {
    title: list.title,
    entered: counted('entered'),
    left: counted('left'),
    unclear: counted('became-unknown') + counted('became-known'),
  })
  return (
    <Section title={title}>
      {!list.inA && <Notice kind="info">{say('compare.notComparable')}</Notice>}
      {list.inA && (
        <Table
          caption={title}
          hideCaption
          dense
          rows={list.differences}
          rowKey={each => each.id}
          empty={<p>{say('compare.nothing')}</p>}
          columns={[
            {
              key: 'name',
              head: say('compare.school'),
              rowHead: true,
              width: '24%',
              cell: each => <a href={`/lists/runs/${data.b!.id}/schools/${each.id}`}>{each.name}</a>,
            },
            { key: 'turn', head: say('compare.what'), nowrap: true, cell: each => say(`compare.turn.${each.turn}`) },
            {
              key: 'why',
              head: say('compare.why'),
              cell: each =>
                each.cells.length === 0 ? (
                  say(data.sameInputs || data.settings.length > 0 ? 'compare.bySettings' : 'compare.byOthers')
                ) : (
                  <Cells cells={each.cells} data={data} env={env} say={say} />
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}

/** Results whose answer turned; where none did, all that changed. */
function Cells({ cells, data, env, say }: { readonly cells: readonly CellChange[] } & Part) {
  const turned = cells.filter(({ before, after }) => before?.verdict !== after?.verdict)
  const shown = turned.length > 0 ? turned : cells
  const others = cells.length - shown.length
  return (
    <>
      {shown.map(cell => (
        <div key={cell.where}>{cellInWords(cell, data, env, say)}</div>
      ))}
      {others > 0 && <div class="soft small">{say('compare.others', { n: others })}</div>}
    </>
  )
}

function cellInWords({ where, before, after }: CellChange, { a, b }: CompareView, env: PageEnv, say: Say): string {
  const words = translator(verdictTexts, env.lang)
  const years = a && b && a.year !== b.year ? [a.year, b.year] : null
  const shown = (cell: CellChange['before'], at: 0 | 1) =>
    say('compare.cellIn', {
      cell:
        cell?.participants === null || cell?.participants === undefined
          ? say('compare.cellNone')
          : words('of', { below: cell.below ?? 0, participants: cell.participants }),
      low: cell?.verdict ?? 'none',
      year: years ? String(years[at]) : 'none',
    })
  return say('compare.cell', {
    where: years ? where.replace(/, \d{4}$/, '') : where,
    before: shown(before, 0),
    after: shown(after, 1),
  })
}
