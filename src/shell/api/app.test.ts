import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { aSliceOfNotes } from '../examples/notes.tsx'
import { form, signedIn, suiteApp } from '../testing.ts'
import type { Problem } from './problem.ts'

describe('the shell over a slice', () => {
  const kit = aSliceOfNotes()
  const product = suiteApp([kit.slice])
  let app: FastifyInstance
  let browser: { cookie: string; origin: string }
  before(async () => {
    app = product()
    browser = await signedIn(app)
  })
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { ...browser, ...headers } })
  const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const { payload, headers: type } = form(fields)
    return app.inject({ method: 'POST', url, payload, headers: { ...browser, ...type, ...headers } })
  }

  test('who has not signed in is led to the sign-in page and back', async () => {
    const answer = await app.inject('/notes?least=1')
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/sign-in?next=%2Fnotes%3Fleast%3D1')
  })
  test('a program that has not signed in gets a problem with a stable code', async () => {
    const answer = await app.inject({ url: '/api/v1/notes', headers: { 'accept-language': 'en-US,en;q=0.9' } })
    const problem = answer.json<Problem>()
    assert.equal(answer.statusCode, 401)
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
    assert.equal(problem.code, 'shell/sign-in-first')
    assert.equal(problem.detail, 'Sign in first.')
  })
  test('a view is a page and the same data as JSON, inside the scope of the seat', async () => {
    const page = await get('/notes')
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /<h1>Заметки<\/h1>/)
    assert.match(page.body, /<html lang="ru">/)
    const data = (await get('/api/v1/notes')).json()
    assert.deepEqual(data, { notes: [{ title: 'Первая', hours: 2, version: 1 }], scope: '73' })
  })
  test('a bearer key opens the interface without a cookie', async () => {
    const signIn = await app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { login: 'auditor', password: 'correct horse' },
    })
    const { token } = signIn.json<{ token: string }>()
    const headers = { authorization: `Bearer ${token}` }
    assert.equal((await app.inject({ url: '/api/v1/notes', headers })).statusCode, 200)
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/notes/add',
      headers,
      payload: { title: 'x', hours: 1 },
    })
    assert.equal(refused.json<Problem>().code, 'shell/no-permission')
  })
  test('empty fields of a filter mean that nothing was asked', async () => {
    assert.equal((await get('/notes?least=&order=')).statusCode, 200)
    assert.equal((await get('/notes?least=many')).statusCode, 422)
  })
  test('a form leads to the next page, which says once what was done', async () => {
    const answer = await post('/notes/add', { title: 'Вторая', hours: '1,5' })
    assert.equal(answer.statusCode, 303)
    assert.match(String(answer.headers.location), /^\/notes\/\d+$/)
    assert.equal(kit.notes.at(-1)?.hours, 1.5)
    const flash = answer.cookies.find(cookie => cookie.name === 'opora-flash')
    const next = await get(String(answer.headers.location), {
      cookie: `${browser.cookie}; opora-flash=${flash?.value}`,
    })
    assert.match(next.body, /Заметка «Вторая» добавлена/)
    assert.equal(next.cookies.find(cookie => cookie.name === 'opora-flash')?.value, '')
  })
  test('a refused form shows every wrong field beside it and keeps what was typed', async () => {
    const answer = await post('/notes/add', { title: '', hours: 'двенадцать', kind: 'plain' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Название: заполните это поле/)
    assert.match(answer.body, /Нужно число, например 12 или 3,5/)
    assert.match(answer.body, /value="двенадцать"/)
    assert.match(answer.body, /<option value="plain" selected>/)
    assert.match(answer.body, /aria-invalid="true"/)
  })
  test('the same mistakes of a program are named by field', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/notes/add',
      headers: { ...browser, 'accept-language': 'en' },
      payload: { title: '', hours: '2', colour: 'red' },
    })
    const problem = answer.json<Problem>()
    assert.equal(problem.code, 'shell/wrong-shape')
    assert.equal(problem.fields?.['colour'], 'There is no such field')
    assert.equal(problem.fields?.['hours'], 'A number is needed, for example 12 or 3.5')
  })
  test('a refusal of the rule stands at the field that it names', async () => {
    const answer = await post('/notes/add', { title: 'Первая', hours: '1' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Заметка «Первая» уже есть/)
    assert.match(answer.body, /id="notes-add--title-error"/)
  })
  test('a form sent twice with its key gives the first result again', async () => {
    const fields = { title: 'Однажды', hours: '1', requestKey: 'key-of-this-form' }
    const first = await post('/notes/add', fields)
    const before = kit.notes.length
    const second = await post('/notes/add', fields)
    assert.equal(second.statusCode, 303)
    assert.equal(second.headers.location, first.headers.location)
    assert.equal(kit.notes.length, before)
  })
  test('the second of two editors is refused with both versions', async () => {
    assert.equal((await post('/notes/1/rename', { title: 'Раз', version: '1' })).statusCode, 303)
    const late = await post('/notes/1/rename', { title: 'Два', version: '1' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /<td [^>]*>Два<\/td><td [^>]*>Раз<\/td>/)
    const api = await app.inject({
      method: 'POST',
      url: '/api/v1/notes/1/rename',
      headers: browser,
      payload: { title: 'Три', version: 1 },
    })
    assert.deepEqual(api.json<Problem>().details, { theirs: 'Раз' })
  })
  test('a form of another site is refused, whatever cookie the browser adds', async () => {
    const answer = await post('/notes/add', { title: 'x', hours: '1' }, { origin: 'https://elsewhere.example' })
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /Запрос пришёл с другого сайта/)
    const silent = await app.inject({
      method: 'POST',
      url: '/notes/add',
      headers: { cookie: browser.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'title=x&hours=1',
    })
    assert.equal(silent.statusCode, 403)
  })
  test('what does not exist is 404, a wrong method is 405 with the right ones', async () => {
    const nowhere = await get('/nowhere')
    assert.equal(nowhere.statusCode, 404)
    assert.match(nowhere.body, /Страница не найдена/)
    assert.equal((await get('/notes/99')).statusCode, 404)
    assert.equal((await get('/notes/abc')).statusCode, 404)
    const wrong = await get('/notes/add')
    // `/notes/add` also has the shape of a card, so a reader who opens it is told that there is no such note.
    assert.equal(wrong.statusCode, 404)
    const method = await app.inject({ method: 'DELETE', url: '/api/v1/notes', headers: browser })
    assert.equal(method.statusCode, 405)
    assert.equal(method.headers.allow, 'GET, HEAD')
  })
  test('a bug says its number and nothing of the inside', async () => {
    const answer = await app.inject({ url: '/api/v1/notes-broken', headers: browser })
    assert.equal(answer.statusCode, 500)
    assert.doesNotMatch(answer.body, /secret/)
    const problem = answer.json<Problem>()
    assert.equal(problem.code, 'shell/bug')
    assert.match(problem.detail, new RegExp(problem.requestId))
  })
  test('a seat without the permission sees neither the page nor its link', async () => {
    const auditor = await signedIn(app, 'auditor')
    const { payload, headers } = form({ title: 'x', hours: '1' })
    const answer = await app.inject({ method: 'POST', url: '/notes/add', payload, headers: { ...auditor, ...headers } })
    assert.equal(answer.statusCode, 403)
    const page = await app.inject({ url: '/', headers: auditor })
    assert.match(page.body, /href="\/notes"/)
    assert.match(page.body, /Заметки ждут/)
    assert.doesNotMatch(page.body, /href="\/notes-log"|Журнал ждёт/)
  })
  test('a person with two seats chooses one first', async () => {
    const headers = await signedIn(app, 'two-seats')
    const led = await app.inject({ url: '/notes', headers })
    assert.equal(led.headers.location, '/seat?next=%2Fnotes')
    const chosen = form({ grantId: '22', next: '/notes' })
    const answer = await app.inject({
      method: 'POST',
      url: '/seat',
      payload: chosen.payload,
      headers: { ...headers, ...chosen.headers },
    })
    assert.equal(answer.headers.location, '/notes')
    assert.equal((await app.inject({ url: '/notes', headers })).statusCode, 200)
  })
  test('a wrong password shows the form again without the password', async () => {
    const answer = await post(
      '/sign-in',
      { login: 'one-seat', password: 'wrong-secret', next: '/notes' },
      { cookie: '' },
    )
    assert.equal(answer.statusCode, 401)
    assert.match(answer.body, /value="one-seat"/)
    assert.doesNotMatch(answer.body, /wrong-secret/)
  })
  test('signing in again ends the session that this browser had', async () => {
    const earlier = await signedIn(app, 'auditor')
    const { payload, headers } = form({ login: 'one-seat', password: 'correct horse' })
    const again = await app.inject({ method: 'POST', url: '/sign-in', payload, headers: { ...earlier, ...headers } })
    assert.equal(again.statusCode, 303)
    assert.equal((await app.inject({ url: '/notes', headers: earlier })).statusCode, 303)
    const cookie = `opora=${again.cookies.find(each => each.name === 'opora')?.value}`
    assert.equal((await app.inject({ url: '/notes', headers: { cookie } })).statusCode, 200)
  })
  test('a form of too many fields is refused on its own page, and a huge one by what it may hold', async () => {
    const send = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/notes/add',
        payload,
        headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' },
      })
    const many = await send('a&'.repeat(10_001))
    assert.equal(many.statusCode, 413)
    assert.match(many.body, /слишком много полей: за один раз принимается до 10\s000/)
    assert.match(many.body, /name="title"/)
    const huge = await send(`title=${'a'.repeat(8 * 1024 * 1024)}`)
    assert.equal(huge.statusCode, 413)
    assert.match(huge.body, /без файлов принимается до 8 МБ/)
  })
  test('what anybody may send without signing in is short', async () => {
    const payload = { login: 'one-seat', password: 'x'.repeat(1024 * 1024) }
    const program = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload })
    assert.deepEqual([program.statusCode, program.json<Problem>().params], [413, { limitMb: 1 }])
    const page = await post('/sign-in', payload, { cookie: '' })
    assert.equal(page.statusCode, 413)
    assert.match(page.body, /принимается до 1 МБ/)
  })
  test('of very many wrong fields a few are named', async () => {
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`field${n}`, n]))
    const payload = { title: 'x', hours: 1, ...fields }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/notes/add', headers: browser, payload })
    assert.equal(answer.json<Problem>().code, 'shell/wrong-shape')
    assert.equal(Object.keys(answer.json<Problem>().fields ?? {}).length, 20)
  })
  test('signing in never leads to another site', async () => {
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      const answer = await post('/sign-in', { login: 'one-seat', password: 'correct horse', next }, { cookie: '' })
      assert.equal(answer.headers.location, '/')
    }
  })
  test('the language is chosen in the header and stays', async () => {
    const answer = await post('/language', { lang: 'en', next: '/notes' })
    assert.equal(answer.headers.location, '/notes')
    const cookie = answer.cookies.find(each => each.name === 'opora-lang')
    const page = await get('/notes', { cookie: `${browser.cookie}; opora-lang=${cookie?.value}` })
    assert.match(page.body, /<html lang="en">/)
    assert.match(page.body, /<h1>Notes<\/h1>/)
  })
  test('a file comes with its Cyrillic name', async () => {
    const answer = await get('/notes/2/note.txt')
    assert.match(String(answer.headers['content-disposition']), /filename\*=UTF-8''%D0%97%D0%B0/)
    assert.equal(answer.body, 'Вторая')
  })
  test('pages carry no inline script and a policy that would stop it', async () => {
    const page = await get('/notes')
    assert.match(String(page.headers['content-security-policy']), /default-src 'self'.*frame-ancestors 'none'/)
    assert.doesNotMatch(page.body, /<script(?![^>]*(src=|application\/json))/)
    assert.doesNotMatch(page.body, / style="/)
  })
  test('a page is pressed for a browser that can read it', async () => {
    const answer = await get('/notes', { 'accept-encoding': 'gzip, br' })
    assert.equal(answer.headers['content-encoding'], 'br')
    assert.ok(answer.rawPayload.length < 4000)
  })
  test('HEAD answers like GET without a body', async () => {
    const answer = await app.inject({ method: 'HEAD', url: '/notes', headers: browser })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.body, '')
  })
  test('styles and faces are kept for ever under a name that changes with them', async () => {
    const page = await get('/notes')
    const href = /href="(\/assets\/opora-[^"]+\.css)"/.exec(page.body)?.[1] ?? ''
    const sheet = await app.inject({ url: href, headers: { 'accept-encoding': 'br' } })
    assert.match(String(sheet.headers['cache-control']), /immutable/)
    assert.equal(sheet.headers['content-encoding'], 'br')
    const browsers = { 'accept-encoding': 'br' }
    const again = await app.inject({ url: href, headers: { ...browsers, 'if-none-match': String(sheet.headers.etag) } })
    assert.equal(again.statusCode, 304)
    const listed = { ...browsers, 'if-none-match': `"older", W/${sheet.headers.etag}` }
    const unchanged = await app.inject({ url: href, headers: listed })
    assert.deepEqual([unchanged.statusCode, unchanged.body], [304, ''])
    assert.deepEqual([unchanged.headers.etag, unchanged.headers.vary], [sheet.headers.etag, 'accept-encoding'])
    // Without compression these are other bytes, and a tag tells bytes apart.
    const plain = await app.inject({ url: href, headers: { 'if-none-match': String(sheet.headers.etag) } })
    assert.equal(plain.statusCode, 200)
    assert.notEqual(plain.headers.etag, sheet.headers.etag)
  })
})

describe('files that are sent', () => {
  const boundary = 'limit-of-parts'
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const part = (name: string, fileName: string | null, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"`),
      Buffer.from(fileName === null ? '\r\n\r\n' : `; filename="${fileName}"\r\ncontent-type: text/plain\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ])
  const end = Buffer.from(`--${boundary}--\r\n`)
  const kit = aSliceOfNotes()
  const product = suiteApp([kit.slice], { uploadLimitMb: 2 })
  let app: FastifyInstance
  let browser: { cookie: string; origin: string }
  before(async () => {
    app = product()
    browser = await signedIn(app)
  })
  const send = (payload: Buffer) =>
    app.inject({ method: 'POST', url: '/notes/attach', payload, headers: { ...browser, ...type } })

  test('a file arrives with its Cyrillic name and its bytes', async () => {
    const answer = await send(Buffer.concat([part('comment', null, 'да'), part('file', 'Приказ № 5.docx', 'abc'), end]))
    assert.equal(answer.statusCode, 303)
    assert.equal(kit.files.at(-1)?.fileName, 'Приказ № 5.docx')
    assert.deepEqual([...(kit.files.at(-1)?.bytes ?? [])], [97, 98, 99])
  })
  test('a file field left empty asks for a file', async () => {
    const answer = await send(Buffer.concat([part('file', '', ''), end]))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Выберите файл/)
  })
  test('a file of exactly the limit is taken, one byte more is refused', async () => {
    const limit = 2 * 1024 * 1024
    assert.equal((await send(Buffer.concat([part('file', 'a.bin', Buffer.alloc(limit)), end]))).statusCode, 303)
    const answer = await send(Buffer.concat([part('file', 'a.bin', Buffer.alloc(limit + 1)), end]))
    assert.equal(answer.statusCode, 413)
    assert.match(answer.body, /принимаются файлы до 2 МБ/)
  })
  test('too many fields or files are named for what they are', async () => {
    const fields = Array.from({ length: 10_001 }, () => part('a', null, '1'))
    assert.match((await send(Buffer.concat([...fields, end]))).body, /слишком много полей/)
    const files = Array.from({ length: 21 }, (_, n) => part(`f${n}`, 'a.bin', 'abc'))
    const answer = await send(Buffer.concat([...files, end]))
    assert.equal(answer.statusCode, 413)
    assert.match(answer.body, /принимается до 20 файлов/)
  })
  test('a form that breaks off is refused as unreadable, not as a bug', async () => {
    const answer = await send(part('file', 'a.bin', 'abc'))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Не удалось прочитать/)
  })
  test('200 MB are refused at once, without being kept, and the sender gets to read why', async () => {
    const before = kit.files.length
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const memory = process.memoryUsage().rss
    const outgoing = httpRequest({
      port,
      method: 'POST',
      path: '/notes/attach',
      headers: { ...type, cookie: browser.cookie, origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` },
    })
    const answered = once(outgoing, 'response')
    // Sent in chunks, so that no announced size helps.
    outgoing.write(part('file', 'big.bin', '').subarray(0, -2))
    const chunk = Buffer.alloc(1024 * 1024)
    for (let sent = 0; sent < 200; sent++) if (!outgoing.write(chunk)) await once(outgoing, 'drain')
    outgoing.end(Buffer.concat([Buffer.from('\r\n'), end]))
    const [response] = (await answered) as [import('node:http').IncomingMessage]
    const text = (await response.setEncoding('utf8').toArray()).join('')
    assert.equal(response.statusCode, 413)
    assert.match(text, /принимаются файлы до 2 МБ/)
    assert.ok(process.memoryUsage().rss - memory < 150e6)
    assert.equal(kit.files.length, before)
  })
})
