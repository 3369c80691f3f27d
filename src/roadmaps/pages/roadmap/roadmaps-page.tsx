import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { dateRange, EmptyState, LinkButton, PageHead, Status, shareText, Table } from '../../../ui/index.ts'
import type { RoadmapList } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { roadmapsTexts } from '../../texts.ts'
import { texts } from './texts.ts'

/** The list «Дорожные карты». */
export function roadmapsPage(data: RoadmapList, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const words = translator(roadmapsTexts, env.lang)
  return {
    title: say('list'),
    body: (
      <>
        <PageHead title={say('list')} lead={say('listLead')} />
        <Table
          caption={say('list')}
          hideCaption
          rows={data.roadmaps}
          rowKey={({ head }) => head.id}
          empty={
            <EmptyState title={say('empty')} action={<LinkButton href="/orders">{say('toOrders')}</LinkButton>}>
              {say('emptyWhy')}
            </EmptyState>
          }
          columns={[
            {
              key: 'title',
              head: say('roadmap'),
              rowHead: true,
              width: '42%',
              cell: ({ head, authority }) => (
                <>
                  <a href={`/roadmaps/${head.id}`}>{quietTitle(head.title)}</a>
                  <div class="soft small">{authority}</div>
                </>
              ),
            },
            { key: 'level', head: say('level'), cell: ({ head }) => words(`level.${head.level as 'regional'}`) },
            {
              key: 'period',
              head: say('period'),
              cell: ({ head }) => dateRange(head.planStart, head.planEnd, env.lang),
            },
            { key: 'owed', head: say('owed'), numeric: true, cell: ({ totals }) => totals.owed },
            {
              key: 'accepted',
              head: say('accepted'),
              numeric: true,
              cell: ({ totals }) => shareText({ numerator: totals.accepted, denominator: totals.owed }, env.lang),
            },
            {
              key: 'overdue',
              head: say('overdue'),
              numeric: true,
              cell: ({ head, totals }) =>
                totals.overdue > 0 ? (
                  <a href={`/burning?roadmap=${head.id}`}>
                    <Status kind="bad">{totals.overdue}</Status>
                  </a>
                ) : (
                  0
                ),
            },
          ]}
        />
      </>
    ),
  }
}
