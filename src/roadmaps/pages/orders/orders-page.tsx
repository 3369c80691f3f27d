import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, LinkButton, moment, PageHead, Pagination, Status, shortDate, Table } from '../../../ui/index.ts'
import type { OrderList } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { texts } from './texts.ts'

/** The list «Документы». */
export function ordersPage(data: OrderList, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const upload = env.may('orders.edit') ? (
    <LinkButton kind="primary" href="/orders/new">
      {say('upload')}
    </LinkButton>
  ) : undefined
  return {
    title: say('title'),
    body: (
      <>
        <PageHead title={say('title')} lead={say('lead')} actions={upload} />
        <Table
          caption={say('title')}
          hideCaption
          rows={data.orders}
          rowKey={order => order.id}
          empty={
            <EmptyState title={say('empty')} action={upload}>
              {say('emptyWhy')}
            </EmptyState>
          }
          columns={[
            {
              key: 'title',
              head: say('document'),
              rowHead: true,
              cell: order => (
                <a href={`/orders/${order.id}/review`}>{order.title ? quietTitle(order.title) : order.fileName}</a>
              ),
            },
            { key: 'number', head: say('number'), nowrap: true, cell: order => order.number },
            {
              key: 'date',
              head: say('date'),
              nowrap: true,
              cell: order => (order.datedOn ? shortDate(order.datedOn) : null),
            },
            { key: 'items', head: say('items'), numeric: true, cell: order => order.items },
            {
              key: 'state',
              head: say('state'),
              cell: order =>
                order.state === 'approved' ? (
                  <>
                    <Status kind="good">{say('approved')}</Status>{' '}
                    {order.roadmapId && <a href={`/roadmaps/${order.roadmapId}`}>{say('toRoadmap')}</a>}
                  </>
                ) : (
                  <>
                    <Status kind="progress">{say('open')}</Status>{' '}
                    <span class="soft small">{say('doubts', { n: order.doubtsOpen })}</span>
                  </>
                ),
            },
            {
              key: 'changed',
              head: say('changed'),
              cell: order => (
                <span class="small">
                  {moment(order.updatedAt, env.lang, env.timeZone)}
                  <br />
                  <span class="soft">{order.updatedBy}</span>
                </span>
              ),
            },
          ]}
        />
        {data.next && <Pagination shown={data.orders.length} nextHref={`/orders?before=${data.next}`} />}
      </>
    ),
  }
}
