import { type TObject, type TSchema, Type } from 'typebox'
import type { KeyOf } from '../../core/base/index.ts'
import { seats } from '../../core/base/index.ts'
import type { shellTexts } from './texts.ts'

/** An operation of the shell itself, as the OpenAPI document describes it; its handler stands in `shell-routes.ts`. */
export interface ShellOperation {
  readonly id: string
  readonly method: 'get' | 'post'
  readonly path: string
  readonly text: KeyOf<(typeof shellTexts)['ru']['openapi']['operations']>
  readonly public: boolean
  readonly body?: TObject
  readonly result: TSchema
}

const SeatShape = Type.Object({
  grantId: Type.String(),
  seat: Type.Enum([...seats]),
  organisationName: Type.Union([Type.String(), Type.Null()]),
  territoryName: Type.String(),
})

export const SessionShape = Type.Object({
  personName: Type.String(),
  seats: Type.Array(SeatShape),
  activeGrantId: Type.Union([Type.String(), Type.Null()], { description: 'null: a seat must be chosen first' }),
})

export const SignInBody = Type.Object({
  login: Type.String({ minLength: 1, maxLength: 200 }),
  password: Type.String({ minLength: 1, maxLength: 500 }),
})

export const TakeSeatBody = Type.Object({ grantId: Type.String({ minLength: 1, maxLength: 100 }) })

export const shellOperations: readonly ShellOperation[] = [
  {
    id: 'shell.sign-in',
    method: 'post',
    path: '/sign-in',
    text: 'signIn',
    public: true,
    body: SignInBody,
    result: Type.Object({ token: Type.String(), session: SessionShape }),
  },
  {
    id: 'shell.sign-out',
    method: 'post',
    path: '/sign-out',
    text: 'signOut',
    public: false,
    result: Type.Object({ signedOut: Type.Boolean() }),
  },
  { id: 'shell.me', method: 'get', path: '/me', text: 'me', public: false, result: SessionShape },
  {
    id: 'shell.take-seat',
    method: 'post',
    path: '/seat',
    text: 'takeSeat',
    public: false,
    body: TakeSeatBody,
    result: SessionShape,
  },
  {
    id: 'shell.health',
    method: 'get',
    path: '/health',
    text: 'health',
    public: true,
    result: Type.Object({ ok: Type.Boolean(), version: Type.String() }),
  },
]
