import { type Static, type TObject, Type } from 'typebox'
import type { GrantId, PersonId } from '../../core/base/index.ts'
import { action, type Route, type Summary, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { createAccount, giveSeat, lockAccount, revokeSeat, setPassword, unlockAccount } from '../accounts.ts'
import { accessPage } from '../pages/access.tsx'
import * as shapes from '../pages/shapes.ts'
import { listAccounts, listOrganisations, listSeats } from '../views.ts'
import { found, openMunicipalities, personById } from './loads.ts'

export const accessRoutes: readonly Route[] = [
  view({
    params: shapes.PersonParams,
    query: shapes.Nothing,
    id: 'authorities.access',
    path: '/people/:personId/access',
    summary: { ru: 'Учётные записи и роли человека', en: 'Accounts and seats of a person' },
    permission: 'accounts.manage',
    data: shapes.AccessForm,
    load: async (ctx: Ctx, { params }) => {
      const personId = params.personId as PersonId
      return {
        person: await personById(ctx, personId),
        seats: await listSeats(ctx, personId),
        accounts: await listAccounts(ctx, personId),
        organisations: await listOrganisations(ctx),
        municipalities: await openMunicipalities(ctx),
      }
    },
    page: accessPage,
  }),
  access(
    'account',
    'create-account',
    { ru: 'Завести учётную запись', en: 'Make an account' },
    'accountAdded',
    shapes.AddAccount,
    (ctx, personId, body) => createAccount(ctx, { ...body, personId }),
  ),
  access(
    'password',
    'set-password',
    { ru: 'Задать новый пароль', en: 'Set a new password' },
    'passwordSet',
    shapes.NewPassword,
    async (ctx, personId, body) => setPassword(ctx, await loginOf(ctx, personId, body.login), body.password),
  ),
  access(
    'lock',
    'lock-account',
    { ru: 'Заблокировать учётную запись', en: 'Lock an account' },
    'locked',
    shapes.OneLogin,
    async (ctx, personId, body) => lockAccount(ctx, await loginOf(ctx, personId, body.login)),
  ),
  access(
    'unlock',
    'unlock-account',
    { ru: 'Разблокировать учётную запись', en: 'Unlock an account' },
    'unlocked',
    shapes.OneLogin,
    async (ctx, personId, body) => unlockAccount(ctx, await loginOf(ctx, personId, body.login)),
  ),
  access(
    'seat',
    'give-seat',
    { ru: 'Выдать роль', en: 'Give a seat' },
    'seatGiven',
    shapes.AddSeat,
    (ctx, personId, body) => giveSeat(ctx, { ...body, personId }),
  ),
  access(
    'revoke',
    'revoke-seat',
    { ru: 'Отозвать роль', en: 'Revoke a seat' },
    'seatRevoked',
    shapes.OneGrant,
    async (ctx, personId, body) => {
      const seat = found((await listSeats(ctx, personId)).find(each => each.id === body.grantId))
      await revokeSeat(ctx, seat.id as GrantId)
    },
  ),
]

/** An action on the page of accounts and seats: all of them come back to it. */
function access<Body extends TObject>(
  word: string,
  id: string,
  summary: Summary,
  done: string,
  body: Body,
  run: (ctx: Ctx, personId: PersonId, body: Static<Body>) => Promise<unknown>,
): Route {
  return action({
    id: `authorities.${id}`,
    path: `/people/:personId/access/${word}`,
    summary,
    permission: 'accounts.manage',
    params: shapes.PersonParams,
    body,
    result: Type.Object({ done: Type.Boolean() }),
    once: word === 'seat',
    run: async (ctx: Ctx, input) => {
      await run(ctx, input.params.personId as PersonId, input.body as Static<Body>)
      return { done: true }
    },
    next: (_result, { params }) => `/people/${params.personId}/access`,
    done: `pages.done.${done}`,
    form: 'authorities.access',
  })
}

/** The login as it is kept, of an account of this very person. */
async function loginOf(ctx: Ctx, personId: PersonId, login: string): Promise<string> {
  return found((await listAccounts(ctx, personId)).find(each => each.login === login)).login
}
