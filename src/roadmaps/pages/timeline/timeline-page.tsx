import { type IsoDate, type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, FilterBar, Select, shortDate } from '../../../ui/index.ts'
import type { TimelineView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { RoadmapHead } from '../roadmap/roadmap-head.tsx'
import { sectionName } from '../section-name.ts'
import { type Scale, scaleOf } from './scale.ts'
import { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>
type Row = TimelineView['rows'][number]

const barHeight = 22

/** Items on a scale of months: a table whose last column holds the bars, so that it reads without seeing them. */
export function timelinePage(data: TimelineView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { head } = data
  const all = [...data.rows, ...data.clauses]
  const dates = all.flatMap(row => row.spans.flatMap(span => [span.from, span.to]))
  const first = [head.planStart, ...dates].sort()[0] as IsoDate
  const last = [head.planEnd, ...dates].sort().at(-1) as IsoDate
  const scale = scaleOf(first, last, data.zoom, env.lang)
  const undated = all.filter(row => row.spans.length === 0 && !row.cancelled).length
  return {
    title: quietTitle(head.title),
    trail: [{ text: say('list'), href: '/roadmaps' }],
    wide: true,
    islands: ['timeline'],
    body: (
      <div class="stack">
        <RoadmapHead head={head} current="timeline" env={env} />
        <FilterBar action={`/roadmaps/${head.id}/timeline`} label={say('title')}>
          <Select
            name="zoom"
            label={say('zoom')}
            value={data.zoom}
            options={(['month', 'quarter', 'year'] as const).map(value => ({ value, text: say(`zooms.${value}`) }))}
          />
          {data.sections.length > 0 && (
            <Select
              name="section"
              label={say('section')}
              empty={say('allSections')}
              value={data.section ?? ''}
              options={data.sections.map(section => ({
                value: section.id,
                text: sectionName(section).slice(0, 80),
              }))}
            />
          )}
        </FilterBar>
        {undated > 0 && <p class="soft small">{say('undatedCount', { n: undated })}</p>}
        {all.length === 0 ? (
          <EmptyState title={say('empty')} />
        ) : (
          <section class="timeline" aria-label={say('scroll')} tabindex={0} data-island="timeline">
            <table class="timeline__table">
              <thead>
                <tr>
                  <th scope="col" class="timeline__name">
                    {say('item')}
                  </th>
                  <th scope="col" class="timeline__scale">
                    <span class="visually-hidden">{say('chart')}</span>
                    <ScaleHead scale={scale} data={data} today={env.today} say={say} />
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row, index) => (
                  <>
                    {data.rows[index - 1]?.sectionId !== row.sectionId && (
                      <SectionRow key={`s-${row.id}`} data={data} row={row} say={say} />
                    )}
                    <TimelineRow
                      key={row.id}
                      href={`/roadmaps/${head.id}/items/${row.id}`}
                      row={row}
                      scale={scale}
                      today={env.today}
                      say={say}
                    />
                  </>
                ))}
                {data.clauses.length > 0 && <GroupRow text={say('clauses')} />}
                {data.clauses.map(row => (
                  <TimelineRow
                    key={row.id}
                    href={`/roadmaps/${head.id}/clauses/${row.id}`}
                    row={row}
                    scale={scale}
                    today={env.today}
                    say={say}
                  />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
    ),
  }
}

function SectionRow({ data, row, say }: { readonly data: TimelineView; readonly row: Row; readonly say: Say }) {
  if (data.sections.length === 0) return null
  const section = data.sections.find(one => one.id === row.sectionId)
  return <GroupRow text={section ? sectionName(section) : say('noSection')} />
}

function GroupRow({ text }: { readonly text: string }) {
  return (
    <tr class="timeline__section">
      <th scope="rowgroup" colspan={2}>
        <span>{text}</span>
      </th>
    </tr>
  )
}

function ScaleHead({
  scale,
  data,
  today,
  say,
}: {
  readonly scale: Scale
  readonly data: TimelineView
  readonly today: IsoDate
  readonly say: Say
}) {
  const isIn = today >= scale.from && today <= scale.to
  return (
    <svg width={scale.width} height={44} aria-hidden="true" class="timeline__axis">
      <defs>
        <g id="timeline-grid">
          {scale.ticks.map(tick => (
            <line key={tick.x} x1={tick.x} y1={0} x2={tick.x} y2={barHeight} class="timeline__grid" />
          ))}
          {isIn && <line x1={scale.x(today)} y1={0} x2={scale.x(today)} y2={barHeight} class="timeline__today" />}
        </g>
      </defs>
      {scale.years.map(year => (
        <text key={`y${year.label}`} x={year.x + 4} y={14} class="timeline__year">
          {year.label}
        </text>
      ))}
      {data.zoom !== 'year' &&
        scale.ticks.map(tick => (
          <g key={tick.x}>
            <line x1={tick.x} y1={20} x2={tick.x} y2={44} class="timeline__grid" />
            <text x={tick.x + 4} y={36}>
              {tick.label}
            </text>
          </g>
        ))}
      {data.checkpoints.map(date => (
        <path key={date} d={`M${scale.x(date as IsoDate)} 44l-5-8h10z`} class="timeline__checkpoint">
          <title>{say('checkpoint', { date: shortDate(date) })}</title>
        </path>
      ))}
      {isIn && (
        <text
          x={Math.max(2, Math.min(scale.x(today) + 4, scale.width - 54))}
          y={14}
          class="timeline__today-text"
          id="today"
        >
          {say('today')}
        </text>
      )}
    </svg>
  )
}

function TimelineRow({
  href,
  row,
  scale,
  today,
  say,
}: {
  readonly href: string
  readonly row: Row
  readonly scale: Scale
  readonly today: IsoDate
  readonly say: Say
}) {
  const shown = row.cancelled ? [] : row.spans
  return (
    <tr>
      <th scope="row" class="timeline__name">
        <a href={href} title={row.title}>
          {row.number && <span class="num">{row.number} </span>}
          {row.title}
        </a>
      </th>
      <td class="timeline__scale">
        <span class="visually-hidden">{row.cancelled ? say('cancelled') : row.words || say('undated')}</span>
        <svg width={scale.width} height={barHeight} aria-hidden="true">
          <use href="#timeline-grid" />
          {shown.map(({ from, to }) => {
            const bar = scale.span(from as IsoDate, to as IsoDate)
            return (
              <rect
                key={`${from}${to}`}
                x={bar.x}
                y={5}
                width={bar.width}
                height={barHeight - 10}
                rx={2}
                class={`timeline__bar timeline__bar--${row.kind}${to < today ? ' timeline__bar--past' : ''}`}
              />
            )
          })}
          {shown.length === 0 && (
            <text x={4} y={15} class="timeline__undated">
              {say(row.cancelled ? 'cancelled' : 'undated')}
            </text>
          )}
        </svg>
      </td>
    </tr>
  )
}
