import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  dateRange,
  Figure,
  Figures,
  Form,
  formState,
  LinkButton,
  monthYear,
  Notice,
  PageHead,
  Section,
  Table,
} from '../../../ui/index.ts'
import type { PreviewView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { OrderSteps } from '../order-steps.tsx'
import { texts as reviewTexts } from '../review/texts.ts'
import { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

const organisationsShown = 50

/** The preview of obligations, the schools of the roadmap, and the button that makes it run. */
export function approvalPage(data: PreviewView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const review = translator(reviewTexts, env.lang)
  const base = `/orders/${data.orderId}`
  const form = formState(env, 'orders.approve')
  return {
    title: say('title'),
    trail: [
      { text: review('documents'), href: '/orders' },
      { text: data.title ? quietTitle(data.title) : data.fileName, href: `${base}/review` },
    ],
    body: (
      <div class="stack">
        <PageHead title={data.title ? quietTitle(data.title) : say('title')} lead={say('lead')} />
        <OrderSteps orderId={data.orderId} current="approval" lang={env.lang} approved={data.state === 'approved'} />
        {data.planStart && data.planEnd ? (
          <p>{say('period', { period: dateRange(data.planStart, data.planEnd, env.lang) })}</p>
        ) : (
          <Notice kind="warning">
            {say('noPeriod')} <a href={`${base}/review?edit=header#header`}>{say('toHeader')}</a>
          </Notice>
        )}
        {data.counts && <Counts counts={data.counts} say={say} env={env} />}
        <Gaps data={data} say={say} />
        {data.state === 'open' && <Schools data={data} env={env} say={say} />}
        {data.state === 'open' && (
          <Form action={`${base}/approve`} form={form} requestKey={env.requestKey()} version={data.version}>
            {(data.doubtsOpen > 0 || data.restOpen > 0) && (
              <Notice kind="info">{say('open', { doubts: data.doubtsOpen, rest: data.restOpen })}</Notice>
            )}
            <Actions>
              {env.may('orders.approve') && <Button>{say('approve')}</Button>}
              <LinkButton kind="quiet" href={`${base}/executors`}>
                {say('back')}
              </LinkButton>
            </Actions>
          </Form>
        )}
      </div>
    ),
  }
}

function Counts({
  counts,
  say,
  env,
}: {
  readonly counts: NonNullable<PreviewView['counts']>
  readonly say: Say
  readonly env: PageEnv
}) {
  const shown = counts.byOrganisation.slice(0, organisationsShown)
  return (
    <>
      <Figures>
        <Figure label={say('all')} value={counts.all - counts.recommended} />
        <Figure label={say('undated')} value={counts.undated} />
        <Figure label={say('recommended')} value={counts.recommended} />
        <Figure label={say('organisations')} value={counts.byOrganisation.length} />
      </Figures>
      {counts.all === 0 && <Notice kind="warning">{say('nobody')}</Notice>}
      {counts.byOrganisation.length > 0 && (
        <div class="columns">
          <Section title={say('byMonth')}>
            <Table
              caption={say('byMonth')}
              hideCaption
              dense
              rows={counts.byMonth}
              rowKey={one => one.month}
              columns={[
                {
                  key: 'month',
                  head: say('month'),
                  rowHead: true,
                  cell: one => monthYear(`${one.month}-01`, env.lang),
                },
                { key: 'count', head: say('count'), numeric: true, cell: one => one.count },
              ]}
            />
          </Section>
          <Section title={say('byOrganisation')}>
            <Table
              caption={say('byOrganisation')}
              hideCaption
              dense
              rows={shown}
              rowKey={one => one.organisationId}
              columns={[
                { key: 'name', head: say('organisation'), rowHead: true, cell: one => one.name },
                { key: 'count', head: say('count'), numeric: true, cell: one => one.count },
              ]}
            />
            {counts.byOrganisation.length > shown.length && (
              <p class="soft small">{say('moreOrganisations', { n: counts.byOrganisation.length - shown.length })}</p>
            )}
          </Section>
        </div>
      )}
    </>
  )
}

function Gaps({ data, say }: { readonly data: PreviewView; readonly say: Say }) {
  if (data.gaps.length === 0) return null
  return (
    <Section
      title={say('gaps')}
      actions={
        <LinkButton small href={`/orders/${data.orderId}/executors`}>
          {say('matchThem')}
        </LinkButton>
      }
    >
      <p class="soft">{say('gapsWhy')}</p>
      <Table
        caption={say('gaps')}
        hideCaption
        dense
        rows={data.gaps}
        rowKey={(gap, index) => `${index}-${gap.why}`}
        columns={[
          { key: 'text', head: say('executor'), rowHead: true, cell: gap => gap.text ?? '—' },
          { key: 'why', head: say('why'), cell: gap => say(`gap.${gap.why as 'outside'}`) },
          {
            key: 'where',
            head: say('where'),
            cell: gap => gap.where.join(', ') + (gap.count > gap.where.length ? ' …' : ''),
          },
        ]}
      />
    </Section>
  )
}

function Schools({ data, env, say }: { readonly data: PreviewView; readonly env: PageEnv; readonly say: Say }) {
  const form = formState(env, 'orders.choose-schools')
  return (
    <Section title={say('schools')}>
      <p class="soft">{say('schoolsHint')}</p>
      <Form action={`/orders/${data.orderId}/schools`} form={form} version={data.version}>
        <div class="choice">
          <input type="radio" name="every" value="true" id="schools-every" checked={data.every} />
          <label for="schools-every">{say('every', { n: data.schools.length })}</label>
        </div>
        <div class="choice">
          <input type="radio" name="every" value="false" id="schools-some" checked={!data.every} />
          <label for="schools-some">{say('some')}</label>
        </div>
        <SchoolBoxes schools={data.schools.map(school => ({ ...school, checked: !data.every && school.chosen }))} />
        <Button kind="secondary" small>
          {say('saveSchools')}
        </Button>
      </Form>
    </Section>
  )
}

/** Schools as boxes to tick, in columns. */
export function SchoolBoxes({
  schools,
}: {
  readonly schools: readonly { readonly id: string; readonly name: string; readonly checked: boolean }[]
}) {
  return (
    <div class="school-boxes">
      {schools.map(school => (
        <div class="choice" key={school.id}>
          <input type="checkbox" name="schools" value={school.id} id={`school-${school.id}`} checked={school.checked} />
          <label for={`school-${school.id}`}>{school.name}</label>
        </div>
      ))}
    </div>
  )
}
