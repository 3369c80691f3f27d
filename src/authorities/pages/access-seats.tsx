import { translator } from '../../core/base/index.ts'
import type { PageEnv } from '../../core/web/index.ts'
import { Actions, Button, EmptyState, Form, formState, Section, Select, Table } from '../../ui/index.ts'
import { authoritiesTexts } from '../texts.ts'
import { say } from './parts.tsx'
import { type AccessForm, seatChoices } from './shapes.ts'

interface Part {
  readonly data: AccessForm
  readonly env: PageEnv
}

/** The seats of a person: to give one, to take one back. */
export function Seats({ data, env }: Part) {
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
