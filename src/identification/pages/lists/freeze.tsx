import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { ConfirmForm, formState, PageHead, shortDate } from '../../../ui/index.ts'
import type { ListView } from '../../contract.ts'
import { listsTexts } from './texts.ts'

/** The question before a list stops changing for good. */
export function freezePage({ list, counts }: ListView, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const base = `/lists/${list.id}`
  const title = say('freeze.title', { title: list.title })
  return {
    title,
    trail: [
      { text: say('lists.title'), href: '/lists' },
      { text: list.title, href: base },
    ],
    body: (
      <>
        <PageHead title={title} />
        <ConfirmForm
          action={`${base}/freeze`}
          confirm={say('freeze.confirm')}
          cancel={say('freeze.cancel')}
          cancelHref={base}
          form={formState(env, 'lists.freeze')}
          version={list.version}
        >
          <p>{say('freeze.text')}</p>
          {list.orderNumber && list.orderDate && (
            <p>
              {say('list.order', {
                number: list.orderNumber,
                date: shortDate(list.orderDate),
                title: list.orderTitle ?? '',
              })}
            </p>
          )}
          <p>
            {say('freeze.counts', {
              included: counts.included,
              excluded: counts.excluded,
              notJudged: counts.notJudged,
            })}
          </p>
        </ConfirmForm>
      </>
    ),
  }
}
