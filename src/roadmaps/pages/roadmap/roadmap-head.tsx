import { translator } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { dateRange, LinkButton, moment, PageHead, Tabs, Tag } from '../../../ui/index.ts'
import type { RoadmapHead as Head } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { roadmapsTexts } from '../../texts.ts'
import { texts } from './texts.ts'

export type RoadmapTab = 'table' | 'timeline' | 'burning' | 'schools'

/** The top of every page of one roadmap: its name, period, exports and views. */
export function RoadmapHead({
  head,
  current,
  env,
}: {
  readonly head: Head
  readonly current: RoadmapTab
  readonly env: PageEnv
}) {
  const { lang, timeZone } = env
  const say = translator(texts, lang)
  const words = translator(roadmapsTexts, lang)
  const base = `/roadmaps/${head.id}`
  const hrefs: Record<RoadmapTab, string> = {
    table: base,
    timeline: `${base}/timeline`,
    burning: `/burning?roadmap=${head.id}`,
    schools: `${base}/schools`,
  }
  return (
    <>
      <PageHead
        title={quietTitle(head.title)}
        status={<Tag>{words(`level.${head.level as 'regional'}`)}</Tag>}
        lead={
          <>
            {dateRange(head.planStart, head.planEnd, lang)}
            {env.may('roadmaps.edit') && head.changeable && (
              <>
                {' ('}
                <a href={`${base}/period`}>{say('changePeriod')}</a>)
              </>
            )}
            . {say('approved', { when: moment(head.approvedAt, lang, timeZone), who: head.approvedBy })}
            {env.may('orders.read') && (
              <>
                {' · '}
                <a href={`/orders/${head.orderId}/review`}>{say('order')}</a>
              </>
            )}
          </>
        }
        actions={
          <>
            <span class="soft">{say('export')}:</span>
            {(['docx', 'xlsx', 'ics', 'json'] as const).map(format => (
              <LinkButton
                key={format}
                small
                href={`${base}/roadmap.${format}`}
                download
                label={`${say('export')} ${format}`}
              >
                {format.toUpperCase()}
              </LinkButton>
            ))}
          </>
        }
      />
      <Tabs
        label={say('views.label')}
        tabs={(['table', 'timeline', 'burning', 'schools'] as const).map(tab => ({
          text: say(`views.${tab}`),
          href: hrefs[tab],
          current: tab === current,
        }))}
      />
    </>
  )
}
