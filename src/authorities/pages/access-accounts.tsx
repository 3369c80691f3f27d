import type { PageEnv } from '../../core/web/index.ts'
import {
  Actions,
  Button,
  Form,
  type FormState,
  formState,
  moment,
  Section,
  Status,
  Table,
  TextInput,
} from '../../ui/index.ts'
import { say } from './parts.tsx'
import type { AccessForm } from './shapes.ts'

interface Part {
  readonly data: AccessForm
  readonly env: PageEnv
}

/** The account of a person: to make it, to lock it, to give it a new password. */
export function Accounts({ data, env }: Part) {
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
            <NewPassword form={renew} label={t('access.newPassword')} env={env} />
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
            <NewPassword form={make} label={t('field.password')} env={env} />
            <Actions>
              <Button>{t('access.addAccount')}</Button>
            </Actions>
          </Form>
        </div>
      )}
    </Section>
  )
}

function NewPassword(props: { readonly form: FormState; readonly label: string; readonly env: PageEnv }) {
  return (
    <TextInput
      form={props.form}
      name="password"
      type="password"
      label={props.label}
      hint={say(props.env.lang)('access.passwordHint')}
      width="medium"
      autocomplete="new-password"
    />
  )
}
