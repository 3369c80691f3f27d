import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { demoPassword } from '../demo/seats.ts'
import { formLimits } from './input.ts'
import { foreignOrder, multipart, type Product, suiteProduct } from './product-kit.ts'

interface Listed {
  readonly people: readonly { readonly id: string }[]
}

describe('what a careless or hostile client may try', () => {
  const suite = suiteProduct({ publicOrigin: 'https://opora.example', secureCookies: true })
  let product: Product
  before(() => {
    product = suite()
  })
  const origin = 'https://opora.example'
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin }
  const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
    product.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { login, password }, headers })
  const personOf = async (name: string) =>
    (await product.read<Listed>('admin', `/people?q=${encodeURIComponent(name)}`)).people[0]?.id as string
  const upload = async (login: string) =>
    (await product.ask(login, 'POST', '/orders', { text: foreignOrder })).json<{ orderId: string }>().orderId

  test('every answer carries the headers that keep browsers careful', async () => {
    const asked = [
      ['GET', '/nowhere'],
      ['GET', '/assets/none'],
      ['GET', '/health'],
      ['GET', '/sign-in'],
      ['PUT', '/orders'],
      ['OPTIONS', '/orders'],
      ['GET', '/%'],
      ['GET', '/%00'],
      ['GET', '//elsewhere.example/'],
      ['HEAD', '/api/openapi.json'],
      ['POST', '/language'],
    ] as const
    for (const [method, url] of asked) {
      const { headers, statusCode } = await product.app.inject({ method, url, headers: { cookie: 'opora=x' } })
      assert.ok(statusCode < 500, `${method} ${url}`)
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, `${method} ${url}`)
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/)
      assert.equal(headers['x-content-type-options'], 'nosniff', `${method} ${url}`)
    }
  })
  test('the key of a session is for the server alone and changes with every signing in', async () => {
    const login = () =>
      product.app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { ...form, cookie: 'opora=chosen-by-somebody-else' },
        payload: new URLSearchParams({ login: 'revizor', password: demoPassword }).toString(),
      })
    const cookies = [await login(), await login()].map(answer => answer.cookies.find(each => each.name === 'opora'))
    for (const cookie of cookies) {
      assert.equal(cookie?.httpOnly, true)
      assert.equal(cookie?.secure, true)
      assert.equal(cookie?.sameSite, 'Lax')
      assert.notEqual(cookie?.value, 'chosen-by-somebody-else')
    }
    assert.notEqual(cookies[0]?.value, cookies[1]?.value)
  })
  test('a form that names the last row of as many lists as a form may hold is read at once; one more is refused at once', async () => {
    for (const [lists, expected] of [
      [formLimits.fields, 303],
      [formLimits.fields + 1, 413],
      [50_000, 413],
    ] as const) {
      const payload = Array.from({ length: lists }, (_, n) => `list${n}[9999]=`).join('&')
      const started = Date.now()
      const answer = await product.app.inject({ method: 'POST', url: '/language', headers: form, payload })
      assert.equal(answer.statusCode, expected, String(lists))
      assert.ok(Date.now() - started < 4000, `${lists}: ${Date.now() - started} ms`)
    }
  })
  test('a pasted order of more than a megabyte arrives whole in a form with files', async () => {
    const padding = 'Продолжение преамбулы приказа. '.repeat(18_000)
    const { payload, headers } = multipart([
      { name: 'text', body: foreignOrder.replace('ПРИКАЗЫВАЮ', `${padding}\n\nПРИКАЗЫВАЮ`) },
    ])
    const sent = { ...(await product.as('gorod')), ...headers }
    const answer = await product.app.inject({ method: 'POST', url: '/api/v1/orders', payload, headers: sent })
    assert.equal(answer.statusCode, 200, answer.body)
    const file = await product.ask('gorod', 'GET', `/orders/${answer.json<{ orderId: string }>().orderId}/file`)
    assert.ok(file.body.includes('Заветная неделя чтения'))
  })
  test('a form of ten thousand and one fields is too large', async () => {
    const { payload, headers } = multipart(Array.from({ length: 10_001 }, (_, n) => ({ name: `f${n}`, body: '' })))
    const sent = { ...(await product.as('gorod')), ...headers }
    const answer = await product.app.inject({ method: 'POST', url: '/api/v1/orders', payload, headers: sent })
    assert.equal(answer.statusCode, 413)
  })
  test('the name of a file cannot leave its folder or its header', async () => {
    for (const fileName of ['../../план.txt', 'план"; x="y.txt', '😀.txt', `${'ъ'.repeat(300)}.txt`]) {
      const { payload, headers } = multipart([
        { name: 'file', fileName: fileName.replaceAll('"', '%22'), body: foreignOrder },
      ])
      const sent = { ...(await product.as('gorod')), ...headers }
      const answer = await product.app.inject({ method: 'POST', url: '/api/v1/orders', payload, headers: sent })
      assert.equal(answer.statusCode, 200, answer.body)
      const file = await product.ask('gorod', 'GET', `/orders/${answer.json<{ orderId: string }>().orderId}/file`)
      const header = String(file.headers['content-disposition'])
      assert.match(header, /^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w.%~!-]*$/, header)
    }
  })
  test('two that press at the same moment make one record; the key means nothing at another address', async () => {
    const { municipalities } = await product.read<{ municipalities: { id: string }[] }>('gorod', '/municipalities')
    const municipalityId = municipalities[0]?.id
    const wanted = { municipalityId, kind: 'other', name: 'Однажды', shortName: null, requestKey: 'pressed-twice' }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => product.ask('gorod', 'POST', '/organisations/new', wanted)),
    )
    const ids = answers.map(answer => answer.json<{ id: string }>().id)
    assert.equal(new Set(ids).size, 1)
    const nobody = { patronymic: null, workEmail: null, workPhone: null }
    const person = { municipalityId, familyName: 'Ясная', givenName: 'Вера', ...nobody, requestKey: 'pressed-twice' }
    const made = (await product.ask('gorod', 'POST', '/people/new', person)).json<{ id: string }>()
    assert.equal((await product.ask('gorod', 'GET', `/people/${made.id}`)).statusCode, 200)
  })
  test('of five editors of one draft at the same moment one is kept and four are told', async () => {
    const url = `/orders/${await upload('gorod')}`
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(n => product.ask('gorod', 'POST', `${url}/sections`, { version: 1, title: `Раздел ${n}` })),
    )
    assert.deepEqual(answers.map(answer => answer.statusCode).sort(), [200, 409, 409, 409, 409])
    const { version, draft } = await product.read<{ version: number; draft: { sections: object[] } }>(
      'gorod',
      `${url}/review`,
    )
    assert.equal(version, 2)
    assert.equal(draft.sections.length, 1)
    const twice = await Promise.all([1, 2].map(() => product.ask('gorod', 'POST', `${url}/approve`, { version })))
    assert.deepEqual(twice.map(answer => answer.statusCode).sort(), [200, 409])
  })
  test('an account and a seat are managed at their own person only', async () => {
    const stranger = `/people/${await personOf('Рябинина')}/access`
    const own = `/people/${await personOf('Озёрный')}/access`
    const { seats } = await product.read<{ seats: { id: string }[] }>('admin', own)
    for (const [word, body] of [
      ['lock', { login: 'kurator' }],
      ['unlock', { login: 'kurator' }],
      ['password', { login: 'kurator', password: 'чужой пароль 1' }],
      ['revoke', { grantId: seats[0]?.id }],
    ] as const)
      assert.equal((await product.ask('admin', 'POST', `${stranger}/${word}`, body)).statusCode, 404, word)
    assert.equal((await signIn('kurator', demoPassword)).statusCode, 200)
  })
  test('a new password and a lock end every session for good, a revoked seat its own at once', async () => {
    const access = `/people/${await personOf('Озёрный')}/access`
    const session = async (password: string) => {
      const { token } = (await signIn('kurator', password)).json<{ token: string }>()
      return async () =>
        (await product.app.inject({ url: '/api/v1/roadmaps', headers: { authorization: `Bearer ${token}` } }))
          .statusCode
    }
    const first = await session(demoPassword)
    assert.equal(await first(), 200)
    await product.ask('admin', 'POST', `${access}/password`, { login: 'kurator', password: 'новый пароль 1' })
    assert.equal(await first(), 401)
    const second = await session('новый пароль 1')
    assert.equal(await second(), 200)
    await product.ask('admin', 'POST', `${access}/lock`, { login: 'kurator' })
    assert.equal(await second(), 401)
    assert.equal((await signIn('kurator', 'новый пароль 1')).statusCode, 403)
    await product.ask('admin', 'POST', `${access}/unlock`, { login: 'kurator' })
    assert.equal(await second(), 401)
    const third = await session('новый пароль 1')
    assert.equal(await third(), 200)
    const { seats } = await product.read<{ seats: { id: string }[] }>('admin', access)
    await product.ask('admin', 'POST', `${access}/revoke`, { grantId: seats[0]?.id })
    assert.equal(await third(), 403)
  })
  test('an address that the sender invents does not give more tries to sign in', async () => {
    let status = 0
    for (let n = 0; n < 40 && status !== 503; n++)
      status = (await signIn('rayon', 'не тот', { 'x-forwarded-for': `10.0.0.${n}, 192.0.2.7` })).statusCode
    assert.equal(status, 503)
    assert.equal((await signIn('rayon', demoPassword, { 'x-forwarded-for': '10.9.9.9, 192.0.2.7' })).statusCode, 503)
  })
})
