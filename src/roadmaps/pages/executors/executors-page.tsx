import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, LinkButton, PageHead, Select, Status, Table } from '../../../ui/index.ts'
import type { ExecutorsView } from '../../contract.ts'
import { quietTitle } from '../../model/index.ts'
import { OrderSteps } from '../order-steps.tsx'
import { texts as reviewTexts } from '../review/texts.ts'
import { texts } from './texts.ts'

/** Each executor of the document matched once to the directory; what was chosen before is offered first. */
export function executorsPage(data: ExecutorsView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const review = translator(reviewTexts, env.lang)
  const form = formState(env, 'orders.match-executors')
  const base = `/orders/${data.orderId}`
  const unmatched = data.executors.filter(one => one.chosen === null).length
  const optionsFor = (one: ExecutorsView['executors'][number]) => {
    const likely = one.suggestions.map(found => ({
      value: found.code,
      text: `${found.label} (${say(`why.${found.why as 'similar'}`)})`,
      group: say('likely'),
    }))
    const known = new Set(likely.map(option => option.value))
    const others = data.options
      .filter(option => !known.has(option.code))
      .map(option => ({ value: option.code, text: option.label, group: say(`group.${option.group as 'groups'}`) }))
    return [...likely, ...others]
  }
  return {
    title: say('title'),
    trail: [
      { text: review('documents'), href: '/orders' },
      { text: data.title ? quietTitle(data.title) : data.fileName, href: `${base}/review` },
    ],
    wide: true,
    body: (
      <div class="stack">
        <PageHead
          title={say('title')}
          lead={say('lead')}
          status={
            unmatched === 0 ? (
              <Status kind="good">{say('allMatched')}</Status>
            ) : (
              <Status kind="warning">{say('unmatched', { n: unmatched })}</Status>
            )
          }
        />
        <OrderSteps orderId={data.orderId} current="executors" lang={env.lang} approved={data.state === 'approved'} />
        <Form action={`${base}/executors`} form={form}>
          <Table
            caption={say('title')}
            hideCaption
            rows={data.executors}
            rowKey={one => one.key}
            empty={<p>{say('none')}</p>}
            columns={[
              {
                key: 'text',
                head: say('printed'),
                rowHead: true,
                width: '38%',
                cell: one => (
                  <>
                    {one.forms.map(form => (
                      <div key={form}>{form}</div>
                    ))}
                    {one.canonical && !one.forms.includes(one.canonical) && (
                      <div class="small soft">{one.canonical}</div>
                    )}
                  </>
                ),
              },
              { key: 'count', head: say('count'), numeric: true, width: '90', cell: one => one.count },
              {
                key: 'target',
                head: say('means'),
                cell: (one, index) => (
                  <>
                    <input type="hidden" name={`executors[${index}].key`} value={one.key} />
                    <Select
                      id={`target-${index}`}
                      name={`executors[${index}].target`}
                      label={say('meansOf', { text: one.text })}
                      hideLabel
                      empty={say('choose')}
                      options={optionsFor(one)}
                      value={one.chosen ?? one.suggestions[0]?.code ?? ''}
                      width="full"
                    />
                    {one.chosen === null && one.suggestions.length > 0 && (
                      <span class="small soft">{say('offered')}</span>
                    )}
                  </>
                ),
              },
            ]}
          />
          <Actions>
            <Button>{say('save')}</Button>
            <LinkButton kind="quiet" href={`${base}/review`}>
              {say('back')}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    ),
  }
}
