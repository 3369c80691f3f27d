/** The whole product over the demo, a document of a second municipality added: for walks over every address. */
import { after, before } from 'node:test'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { openProduct } from '../../app.ts'
import { type Database, workEnded } from '../../platform/postgres/index.ts'
import { testDatabase } from '../../platform/postgres/testing.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { demoAdministrator, demoPassword, demoSeats } from '../demo/seats.ts'
import type { Config } from './config.ts'

/** Logins of the demo, one a seat; `rayon` sits in another municipality than `gorod`. */
export const logins = [...demoSeats.map(seat => seat.login), demoAdministrator.login]

export interface Product {
  readonly app: FastifyInstance
  readonly db: Database
  /** Headers of a program that signed in with this login; signs in once. */
  as(login: string): Promise<{ authorization: string }>
  /** A request of a program, answered. */
  ask(login: string | null, method: 'GET' | 'POST', url: string, body?: unknown): Promise<LightMyRequestResponse>
  /** The body of a GET that must succeed. */
  read<Data>(login: string, url: string): Promise<Data>
}

/** For the suite inside which this is called; the product is there once its tests run. */
export function suiteProduct(config: Partial<Config> = {}): () => Product {
  const leaving: (() => Promise<void>)[] = []
  let product: Product | undefined
  before(async () => {
    const db = await testDatabase({ after: fn => leaving.push(fn) })
    await loadDemo(db, new Date())
    product = over(await openProduct(db, { logLevel: 'silent', ...config }), db)
  })
  after(async () => {
    await workEnded()
    await product?.app.close()
    for (const leave of leaving) await leave()
  })
  return () => {
    if (!product) throw new Error('the product of a suite is there once its tests run')
    return product
  }
}

function over(app: FastifyInstance, db: Database): Product {
  const keys = new Map<string, Promise<{ authorization: string }>>()
  const signIn = async (login: string) => {
    const payload = { login, password: demoPassword }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload })
    if (answer.statusCode !== 200) throw new Error(`signing in as ${login} was answered ${answer.body}`)
    return { authorization: `Bearer ${answer.json<{ token: string }>().token}` }
  }
  const as = (login: string) => {
    const key = keys.get(login) ?? signIn(login)
    keys.set(login, key)
    return key
  }
  const ask: Product['ask'] = async (login, method, url, body) => {
    const headers = { ...(login === null ? {} : await as(login)), 'content-type': 'application/json' }
    const payload = method === 'POST' ? { payload: typeof body === 'string' ? body : JSON.stringify(body ?? {}) } : {}
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...payload } satisfies InjectOptions)
    // Who has ended their sessions signs in again.
    if (login !== null && url === '/sessions/end' && answer.statusCode === 200) keys.delete(login)
    return answer
  }
  return {
    app,
    db,
    as,
    ask,
    async read(login, url) {
      const answer = await ask(login, 'GET', url)
      if (answer.statusCode !== 200)
        throw new Error(`${login} GET ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
      return answer.json()
    },
  }
}

/** A short order of the second municipality: what no seat of the first one may ever read. */
export const foreignOrder = `ОТДЕЛ ОБРАЗОВАНИЯ
КАМЕННОБРОДСКОГО МУНИЦИПАЛЬНОГО РАЙОНА

П Р И К А З

от 02.02.2026

№ 7-дсп

Об утверждении плана заветных мероприятий на 2026 год

ПРИКАЗЫВАЮ:

1. Утвердить план заветных мероприятий на 2026 год (приложение).

2. Контроль за исполнением приказа оставляю за собой.

Начальник отдела П.И. Тихонравов

Приложение
к приказу от 02.02.2026 № 7-дсп

План заветных мероприятий на 2026 год

№ п/п\tМероприятие\tСрок\tОтветственный\tОжидаемый результат
1\tЗаветное совещание директоров\tмарт 2026 года\tОтдел образования\tпротокол
2\tЗаветная неделя чтения\tдо 15.05.2026\tРуководители ОО\tсправка
`

/** A form with files, as a browser sends it. */
export function multipart(
  parts: readonly { readonly name: string; readonly fileName?: string; readonly body: string | Buffer }[],
): { payload: Buffer; headers: { 'content-type': string } } {
  const boundary = 'limit-of-the-parts'
  const pieces = parts.flatMap(({ name, fileName, body }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"`),
    Buffer.from(
      fileName === undefined
        ? '\r\n\r\n'
        : `; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
