import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, LinkButton, moment, PageHead, Section, Table } from '../../../ui/index.ts'
import type { EditionLine, MethodologyList } from '../../contract.ts'
import { EditionStatus } from '../verdict.tsx'
import { methodologiesTexts } from './texts.ts'

/** Methodologies of the region and those that come with the product. */
export function methodologyListPage(data: MethodologyList, env: PageEnv): Page {
  const say = translator(methodologiesTexts, env.lang)
  const link = (each: EditionLine) => <a href={`/methodologies/${each.id}`}>{each.title}</a>
  return {
    title: say('list.title'),
    wide: true,
    body: (
      <>
        <PageHead
          title={say('list.title')}
          lead={say('list.lead')}
          actions={
            env.may('methodologies.edit') && <LinkButton href="/methodologies/upload">{say('list.upload')}</LinkButton>
          }
        />
        <Section title={say('list.own')}>
          <Table
            caption={say('list.own')}
            hideCaption
            dense
            rows={data.own}
            rowKey={each => each.id}
            empty={<EmptyState title={say('list.ownEmpty')} />}
            columns={[
              { key: 'title', head: say('list.name'), rowHead: true, width: '50%', cell: link },
              { key: 'edition', head: say('list.edition'), numeric: true, cell: each => each.edition },
              {
                key: 'state',
                head: say('list.state'),
                cell: each => <EditionStatus state={each.state} lang={env.lang} />,
              },
              {
                key: 'approved',
                head: say('list.approved'),
                nowrap: true,
                cell: each => each.approvedAt && moment(each.approvedAt, env.lang, env.timeZone),
              },
            ]}
          />
        </Section>
        <Section title={say('list.shipped')}>
          <p class="soft">{say('list.shippedLead')}</p>
          <Table
            caption={say('list.shipped')}
            hideCaption
            dense
            rows={data.shipped}
            rowKey={each => each.id}
            columns={[
              { key: 'title', head: say('list.name'), rowHead: true, width: '28%', cell: link },
              { key: 'about', head: say('list.about'), cell: each => each.about },
              { key: 'source', head: say('list.source'), width: '26%', cell: each => each.source },
            ]}
          />
        </Section>
      </>
    ),
  }
}
