import { translator } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  Actions,
  Button,
  EmptyState,
  Form,
  formState,
  moment,
  PageHead,
  Section,
  Select,
  Status,
  Table,
  TextInput,
} from '../../ui/index.ts'
import { authoritiesTexts } from '../texts.ts'
import { fullName, say } from './parts.tsx'
import { type AccessForm, seatChoices } from './shapes.ts'

/** Accounts and seats of one person: for the administrator. */
export function accessPage(data: AccessForm, env: PageEnv): Page {
  const t = say(env.lang)
  const { person } = data
  const title = t('access.titleOf', { name: fullName(person) })
  return {
    title,
    trail: [
      { text: t('nav.people'), href: '/people' },
      { text: fullName(person), href: `/people/${person.id}` },
    ],
    body: (
      <>
        <PageHead title={title} />
        <div class="stack-wide">
          <Accounts data={data} env={env} />
          <Seats data={data} env={env} />
        </div>
      </>
    ),
  }
}

interface Part {
  readonly data: AccessForm
  readonly env: PageEnv
}

function Accounts({ data, env }: Part) {
  const t = say(env.lang)
  const here = `/people/${data.person.id}/access`
  const make = formState(env, 'authorities.create-account')
  const renew = formState(env, 'authorities.set-password')
  const [account] = data.accounts
  return (
    <Section title={t('access.accounts')}>
      {account ? (
        <div class="stack">
          <Table
            caption={t('access.accounts')}
            hideCaption
            dense
            rows={data.accounts}
            rowKey={row => row.login}
            columns={[
              { key: 'login', head: t('field.login'), rowHead: true, cell: row => row.login },
              {
                key: 'state',
                head: t('state'),
                cell: row =>
                  row.lockedAt ? (
                    <Status kind="off">
                      {t('access.lockedSince', { on: moment(row.lockedAt, env.lang, env.timeZone) })}
                    </Status>
                  ) : (
                    <Status kind="good">{t('access.active')}</Status>
                  ),
              },
              {
                key: 'lock',
                head: <span class="visually-hidden">{t('access.lock')}</span>,
                cell: row => (
                  <Form
                    inline
                    action={`${here}/${row.lockedAt ? 'unlock' : 'lock'}`}
                    hidden={{ login: row.login }}
                    label={`${t(row.lockedAt ? 'access.unlock' : 'access.lock')}: ${row.login}`}
                  >
                    <Button kind="secondary" small>
                      {t(row.lockedAt ? 'access.unlock' : 'access.lock')}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
          <Form action={`${here}/password`} form={renew} hidden={{ login: account.login }}>
            <TextInput
              form={renew}
              name="password"
              type="password"
              label={t('access.newPassword')}
              hint={t('access.passwordHint')}
              width="medium"
              autocomplete="new-password"
            />
            <Actions>
              <Button kind="secondary">{t('access.newPassword')}</Button>
            </Actions>
          </Form>
        </div>
      ) : (
        <div class="stack">
          <p>{t('access.noAccount')}</p>
          <Form action={`${here}/account`} form={make}>
            <TextInput
              form={make}
              name="login"
              label={t('field.login')}
              width="medium"
              autocomplete="off"
              spellcheck={false}
            />
            <TextInput
              form={make}
              name="password"
              type="password"
              label={t('field.password')}
              hint={t('access.passwordHint')}
              width="medium"
              autocomplete="new-password"
            />
            <Actions>
              <Button>{t('access.addAccount')}</Button>
            </Actions>
          </Form>
        </div>
      )}
    </Section>
  )
}

function Seats({ data, env }: Part) {
  const t = say(env.lang)
  const seatName = translator(authoritiesTexts, env.lang)
  const here = `/people/${data.person.id}/access`
  const form = formState(env, 'authorities.give-seat')
  return (
    <Section title={t('access.seats')}>
      <div class="stack">
        <Table
          caption={t('access.seats')}
          hideCaption
          dense
          rows={data.seats}
          rowKey={row => row.id}
          empty={<EmptyState title={t('access.noSeats')} />}
          columns={[
            { key: 'seat', head: t('field.seat'), rowHead: true, cell: row => seatName(`seats.${row.seat}`) },
            {
              key: 'where',
              head: t('access.where'),
              cell: row =>
                [row.municipality ?? t('organisations.wholeRegion'), row.organisation].filter(Boolean).join(', '),
            },
            {
              key: 'revoke',
              head: <span class="visually-hidden">{t('access.revoke')}</span>,
              cell: row => (
                <Form inline action={`${here}/revoke`} hidden={{ grantId: row.id }}>
                  <Button
                    kind="secondary"
                    small
                    label={t('access.revokeLabel', { seat: seatName(`seats.${row.seat}`) })}
                  >
                    {t('access.revoke')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
        <Form action={`${here}/seat`} form={form} requestKey={env.requestKey()} label={t('access.give')}>
          <div class="form-grid">
            <Select
              form={form}
              name="seat"
              label={t('field.seat')}
              empty={t('access.chooseSeat')}
              options={seatChoices.map(seat => ({ value: seat, text: seatName(`seats.${seat}`) }))}
            />
            <Select
              form={form}
              name="municipalityId"
              label={t('field.municipality')}
              hint={t('access.municipalityHint')}
              empty={t('access.none')}
              options={data.municipalities.map(each => ({ value: each.id, text: each.name }))}
            />
            <Select
              form={form}
              name="organisationId"
              label={t('field.organisation')}
              hint={t('access.organisationHint')}
              empty={t('access.none')}
              options={data.organisations.map(each => ({
                value: each.id,
                text: each.shortName ?? each.name,
                group: t(`organisations.kinds.${each.kind}`),
              }))}
            />
          </div>
          <Actions>
            <Button>{t('access.give')}</Button>
          </Actions>
        </Form>
      </div>
    </Section>
  )
}
