import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, LinkButton, PageHead, Section } from '../../../ui/index.ts'
import type { CalendarView } from '../../contract.ts'
import { texts } from './texts.ts'

const address = '/obligations/calendar-link'

/** How the deadlines of an organisation get into somebody's own calendar. */
export function calendarPage(data: CalendarView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const hidden = { organisation: data.organisationId }
  return {
    title: say('title'),
    body: (
      <>
        <PageHead
          title={say('title')}
          lead={say('lead', { organisation: data.organisation })}
          actions={
            <LinkButton href={`/obligations/calendar.ics?organisation=${data.organisationId}`} download>
              {say('file')}
            </LinkButton>
          }
        />
        <Section title={say('subscribe')}>
          <div class="stack">
            <p class="prose">{say('explain')}</p>
            {data.linked && <p class="prose">{say('standing')}</p>}
            <div class="actions">
              <Form action={address} form={formState(env, 'obligations.make-calendar-link', {})} hidden={hidden} inline>
                <Actions>
                  <Button>{say(data.linked ? 'renew' : 'make')}</Button>
                </Actions>
              </Form>
              {data.linked && (
                <Form action={`${address}/revoke`} hidden={hidden} inline>
                  <Actions>
                    <Button kind="quiet">{say('revoke')}</Button>
                  </Actions>
                </Form>
              )}
            </div>
          </div>
        </Section>
      </>
    ),
  }
}
