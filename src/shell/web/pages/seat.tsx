import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, EmptyState, Form, formState, PageHead, Radios } from '../../../ui/index.ts'
import { webTexts } from '../texts.ts'

export interface OfferedSeat {
  readonly grantId: string
  readonly name: string
  readonly organisationName: string | null
  readonly territoryName: string
}

/** @param active the seat in force, null when none was chosen yet */
export function seatPage(env: PageEnv, seats: readonly OfferedSeat[], active: string | null, next: string): Page {
  const t = translator(webTexts, env.lang)
  const form = formState(env, 'shell.take-seat', { grantId: active ?? seats[0]?.grantId ?? '' })
  const whereOf = (seat: OfferedSeat) => [seat.organisationName, seat.territoryName].filter(Boolean).join(', ')
  return {
    title: t('seat.title'),
    body: (
      <>
        <PageHead title={t('seat.title')} lead={t('seat.lead')} />
        {seats.length === 0 ? (
          <EmptyState title={t('seat.none')}>{t('seat.noneHelp')}</EmptyState>
        ) : (
          <Form action="/seat" form={form} hidden={{ next }}>
            <Radios
              form={form}
              name="grantId"
              label={t('seat.label')}
              options={seats.map(seat => ({
                value: seat.grantId,
                text: seat.name,
                hint: seat.grantId === active ? `${whereOf(seat)}. ${t('seat.current')}` : whereOf(seat),
              }))}
            />
            <Actions>
              <Button>{t('seat.submit')}</Button>
            </Actions>
          </Form>
        )}
      </>
    ),
  }
}
