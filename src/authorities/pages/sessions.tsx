import type { Page, PageEnv } from '../../core/web/index.ts'
import { Actions, Button, Form, formState, moment, PageHead, Section, Table } from '../../ui/index.ts'
import { sessionLimits } from '../model/sign-in.ts'
import { say } from './parts.tsx'
import type { SessionList } from './shapes.ts'

const hours = (ms: number) => ms / 3_600_000

/** Where the reader is signed in, and the way to end all of that. */
export function sessionsPage({ sessions }: SessionList, env: PageEnv): Page {
  const t = say(env.lang)
  const limits = { idleHours: hours(sessionLimits.idleMs), longestHours: hours(sessionLimits.longestMs) }
  return {
    title: t('sessions.title'),
    body: (
      <>
        <PageHead title={t('sessions.title')} lead={t('sessions.lead', limits)} />
        <div class="stack-wide">
          <Table
            caption={t('sessions.title')}
            hideCaption
            dense
            rows={sessions}
            rowKey={row => `${row.address} ${row.beganAt}`}
            columns={[
              { key: 'address', head: t('sessions.address'), rowHead: true, cell: row => row.address },
              { key: 'began', head: t('sessions.began'), cell: row => moment(row.beganAt, env.lang, env.timeZone) },
              {
                key: 'seen',
                head: t('sessions.lastSeen'),
                cell: row => moment(row.lastSeenAt, env.lang, env.timeZone),
              },
            ]}
          />
          <Section title={t('sessions.endAll')}>
            <Form action="/sessions/end" form={formState(env, 'authorities.end-sessions')}>
              <p class="prose">{t('sessions.endAllHelp')}</p>
              <Actions>
                <Button>{t('sessions.endAll')}</Button>
              </Actions>
            </Form>
          </Section>
        </div>
      </>
    ),
  }
}
