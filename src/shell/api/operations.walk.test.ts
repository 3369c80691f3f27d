import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { enterIndicators } from './indicators.walk-steps.ts'
import { changeMethodologies, decideLists } from './lists.walk-steps.ts'
import { foreignOrder, multipart, type Product, suiteProduct } from './product-kit.ts'
import { uploadResults } from './results-upload.walk-steps.ts'
import { changeRunningRoadmap } from './running-roadmap.walk-steps.ts'

interface Operation {
  readonly operationId: string
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
interface Line {
  readonly id: string
}
interface Made {
  readonly id: string
  readonly version: number
}

describe('every operation does its work for somebody', () => {
  const suite = suiteProduct()
  const done = new Set<string>()
  let product: Product
  let addresses: readonly { readonly method: string; readonly pattern: RegExp; readonly id: string }[]
  before(async () => {
    product = suite()
    const document = (await product.app.inject('/api/openapi.json')).json<OpenApi>()
    addresses = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({
        method: method.toUpperCase(),
        // `/people/new` is no person: an address without a parameter in this place goes first.
        pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '(?!new$|new/|template/)[^/]+')}$`),
        id: operationId,
      })),
    )
  })
  const noted = (answer: LightMyRequestResponse, method: string, url: string) => {
    const path = `/api/v1${url.split('?')[0]}`
    const found = addresses.find(each => each.method === method && each.pattern.test(path))
    assert.ok(found, `${method} ${path} is not in the document`)
    assert.equal(answer.statusCode, 200, `${found.id}: ${answer.body.slice(0, 500)}`)
    done.add(found.id)
    return answer
  }
  const get = async <Data>(login: string, url: string) => {
    const answer = noted(await product.ask(login, 'GET', url), 'GET', url)
    return (String(answer.headers['content-type']).includes('json') ? answer.json() : answer.body) as Data
  }
  const post = async <Result = Made>(login: string, url: string, body: unknown = {}) =>
    noted(await product.ask(login, 'POST', url, body), 'POST', url).json<Result>()
  const send = async <Result>(login: string, url: string, parts: Parameters<typeof multipart>[0]) => {
    const { payload, headers } = multipart(parts)
    const sent = { ...(await product.as(login)), ...headers }
    return noted(
      await product.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: sent }),
      'POST',
      url,
    ).json<Result>()
  }

  test('a municipality is made, renamed and closed', async () => {
    await get('admin', '/municipalities/new')
    const made = await post('admin', '/municipalities/new', { oktmo: '02999000', name: 'Новый округ' })
    const { municipalities } = await get<{ municipalities: Line[] }>('admin', '/municipalities')
    assert.ok(municipalities.some(one => one.id === made.id))
    const url = `/municipalities/${made.id}`
    await get('admin', url)
    await get('admin', `${url}/rename`)
    const { version } = await post('admin', `${url}/rename`, { name: 'Иной округ', version: made.version })
    await get('admin', `${url}/close`)
    await post('admin', `${url}/close`, { on: '2026-03-01', version })
  })
  test('an organisation and its people come and go', async () => {
    const { municipalities } = await get<{ municipalities: Line[] }>('gorod', '/municipalities')
    const municipalityId = municipalities[0]?.id
    await get('gorod', '/organisations/new')
    const centre = await post('gorod', '/organisations/new', {
      municipalityId,
      kind: 'centre',
      name: 'Центр поддержки',
      shortName: null,
    })
    const place = `/organisations/${centre.id}`
    await get('gorod', '/organisations')
    await get('gorod', place)
    await get('gorod', `${place}/edit`)
    const changed = await post('gorod', `${place}/edit`, { name: 'Центр', shortName: 'Ц', version: centre.version })

    await get('gorod', '/people/new')
    const nobody = { patronymic: null, workEmail: null, workPhone: null }
    const person = await post('gorod', '/people/new', {
      municipalityId,
      familyName: 'Ясная',
      givenName: 'Вера',
      ...nobody,
    })
    const card = `/people/${person.id}`
    await get('gorod', '/people')
    await get('gorod', card)
    await get('gorod', `${card}/edit`)
    const renamed = await post('gorod', `${card}/edit`, {
      familyName: 'Ясная',
      givenName: 'Вера',
      ...nobody,
      version: person.version,
    })
    await get('gorod', `${card}/positions/new`)
    const term = { fromOn: '2026-01-12', untilOn: null }
    const position = await post('gorod', `${card}/positions/new`, {
      organisationId: centre.id,
      title: 'методист',
      ...term,
    })
    await get('gorod', `${card}/positions/${position.id}/end`)
    await post('gorod', `${card}/positions/${position.id}/end`, { on: '2026-02-01', version: position.version })

    const access = `${card}/access`
    await get('admin', access)
    await post('admin', `${access}/account`, { login: 'yasnaya', password: 'длинный пароль 1' })
    await post('admin', `${access}/seat`, { seat: 'methodologist', municipalityId, organisationId: centre.id })
    await post('admin', `${access}/password`, { login: 'yasnaya', password: 'длинный пароль 2' })
    await post('admin', `${access}/lock`, { login: 'yasnaya' })
    await post('admin', `${access}/unlock`, { login: 'yasnaya' })
    const { seats } = await get<{ seats: Line[] }>('admin', access)
    await post('admin', `${access}/revoke`, { grantId: seats[0]?.id })

    await get('gorod', `${card}/close`)
    await post('gorod', `${card}/close`, { on: '2026-03-01', version: renamed.version })
    await get('gorod', `${place}/close`)
    await post('gorod', `${place}/close`, { on: '2026-03-01', version: changed.version })
  })
  test('a school is entered, changed and closed', async () => {
    const { municipalities } = await get<{ municipalities: Line[] }>('gorod', '/schools/new')
    const fields = {
      name: 'Школа новая',
      shortName: 'ШН',
      type: 'basic',
      'fis-oko': '',
      rcoi: '',
      'oo-1': '',
      inn: '',
      ogrn: '',
    }
    const { id } = await post<Line>('gorod', '/schools/new', {
      ...fields,
      municipalityId: municipalities[0]?.id,
      requestKey: 'school-of-the-walk',
    })
    const url = `/schools/${id}`
    const card = await get<{ version: number; organisationVersion: number }>('gorod', url)
    await get('gorod', '/schools')
    await get('gorod', `${url}/edit`)
    const { version, organisationVersion } = card
    await post('gorod', `${url}/edit`, { ...fields, name: 'Школа иная', version, organisationVersion })
    await get('gorod', `${url}/close`)
    const { version: now } = await get<{ version: number }>('gorod', url)
    await post('gorod', `${url}/close`, { version: now, closedOn: '2026-03-01', mergedInto: '' })
  })
  test('register files are read, applied and put aside', async () => {
    const body = 'ФИО;Должность;Организация\nЯсный Пётр Ильич;методист;ИМЦ\n'
    const read = (key: string) =>
      send<Line>('gorod', '/imports/registers', [
        { name: 'requestKey', body: key },
        { name: 'file', fileName: 'люди.csv', body },
      ])
    const first = await read('first-register-file')
    await get('gorod', '/imports/registers')
    await get('gorod', '/imports/registers/template/people')
    await get('gorod', `/imports/registers/${first.id}`)
    await post('gorod', `/imports/registers/${first.id}/apply`, { version: 1 })
    const second = await read('second-register-file')
    await post('gorod', `/imports/registers/${second.id}/put-aside`, { version: 1 })
  })
  test('an order is uploaded, corrected in every way and approved; its roadmap is changed and taken away', async () => {
    await get('gorod', '/orders/new')
    const { orderId } = await post<{ orderId: string }>('gorod', '/orders', {
      // There is no such day, so the deadline is doubtful.
      text: foreignOrder.replace('до 15.05.2026', 'до 31.04.2026'),
    })
    const url = `/orders/${orderId}`
    interface Draft {
      readonly version: number
      readonly draft: {
        readonly items: readonly { readonly key: string; readonly title: string }[]
        readonly sections: readonly { readonly key: string }[]
        readonly clauses: readonly { readonly path: string; readonly text: string }[]
        readonly doubts: readonly { readonly id: string; readonly settled: unknown }[]
      }
    }
    const draft = () => get<Draft>('gorod', `${url}/review`)
    const edit = async (path: string, body: object) =>
      post('gorod', `${url}${path}`, { version: (await draft()).version, ...body })
    await get('gorod', '/orders')
    await get('gorod', `${url}/file`)
    await get('gorod', `${url}/deadline?text=${encodeURIComponent('до 15.05.2026')}`)
    const doubt = (await draft()).draft.doubts.find(each => each.settled === null)
    assert.ok(doubt)
    await edit('/doubts', { doubtId: doubt.id, reading: 0 })
    const item = {
      title: 'Семинар',
      deadlineText: 'апрель 2026',
      parties: [{ text: 'ИМЦ' }, { text: 'Управление образования' }],
    }
    await edit('/items', item)
    await edit('/sections', { title: 'Раздел' })
    const opened = (await draft()).draft
    await edit(`/sections/${opened.sections[0]?.key}`, { number: 'I', title: 'Первый раздел' })
    await edit(`/items/${opened.items[0]?.key}`, { ...item, title: 'Совещание', deadlineText: 'март 2026' })
    await edit(`/items/${opened.items[1]?.key}/split`, { titles: 'Одно\n\nДругое' })
    await edit(`/items/${opened.items[1]?.key}/merge`, {})
    await edit(`/items/${(await draft()).draft.items.at(-1)?.key}/delete`, {})
    const clause = (await draft()).draft.clauses[0]
    await edit('/clauses', { path: clause?.path, text: clause?.text, binding: 'none' })
    await edit('/rest', { index: 0, to: 'keep' })
    const period = { planStart: '2026-01-01', planEnd: '2026-12-31' }
    await edit('/header', { docType: 'приказ', number: '7', title: 'План', level: 'municipal', ...period })
    await edit('/schools', { every: true, schools: [] })
    const { executors } = await get<{ executors: { key: string; suggestions: { code: string }[] }[] }>(
      'gorod',
      `${url}/executors`,
    )
    const matched = executors.map(({ key, suggestions }) => ({ key, target: suggestions[0]?.code ?? 'outside' }))
    await post('gorod', `${url}/executors`, { executors: matched })
    const { version } = await get<{ version: number }>('gorod', `${url}/approval`)
    const { roadmapId } = await post<{ roadmapId: string }>('gorod', `${url}/approve`, { version })

    const roadmap = `/roadmaps/${roadmapId}`
    const order = { orderNumber: '9', orderDate: '2026-03-02' }
    await get('gorod', '/roadmaps')
    await get('gorod', '/burning')
    await get('gorod', `${roadmap}/timeline`)
    await get('gorod', `${roadmap}/structured`)
    const { items } = await get<{ items: { id: string; version: number }[] }>('gorod', `${roadmap}/items`)
    await get('gorod', roadmap)
    const shown = `${roadmap}/items/${items[0]?.id}`
    await get('gorod', shown)
    const form = await get<{ parties: object[]; item: { version: number } }>('gorod', `${shown}/change`)
    const wish = {
      version: form.item.version,
      deadlineText: 'до 01.06.2026',
      parties: form.parties,
      reason: 'письмо',
      ...order,
    }
    const effect = (await product.ask('gorod', 'POST', `${shown}/change`, wish)).json<{ details: { seal: string } }>()
    await post('gorod', `${shown}/change`, { ...wish, seal: effect.details.seal })
    await changeRunningRoadmap(product, { get, post }, roadmap, items[1]?.id ?? '', { reason: 'письмо', ...order })
    const scope = await get<{ head: { version: number }; schools: Line[] }>('gorod', `${roadmap}/schools`)
    const fewer = {
      version: scope.head.version,
      schools: scope.schools.slice(0, 2).map(one => one.id),
      reason: 'письмо',
    }
    const cut = (await product.ask('gorod', 'POST', `${roadmap}/schools`, fewer)).json<{ details: { seal: string } }>()
    await post('gorod', `${roadmap}/schools`, { ...fewer, seal: cut.details.seal })
    for (const format of ['docx', 'xlsx', 'ics', 'json']) await get('gorod', `${roadmap}/roadmap.${format}`)
    await get('shkola4', '/obligations/calendar.ics')
    await get('shkola4', '/obligations/calendar-link')
    await post('shkola4', '/obligations/calendar-link', {})
    await post('shkola4', '/obligations/calendar-link/revoke', {})
  })
  test('files of results are sent, understood and entered', () => uploadResults({ get, post, send }))
  test('indicators of schools are read, entered and seen', () => enterIndicators({ get, post, send }))
  test('a scale is looked at, checked and set', async () => {
    const { places } = await get<{ places: { key: string }[] }>('region', '/results/scales')
    const url = `/results/scales/${encodeURIComponent(places[0]!.key)}`
    const { edition } = await get<{ edition: number }>('region', url)
    const none = { minimum: '', highest: '', also: '' }
    const typed = { ...none, kind: 'own', three: '5', four: '9', five: '13', source: 'Приказ', checkedOn: '2026-01-15' }
    await post('region', `${url}/check`, typed)
    await get('region', `${url}/preview?${new URLSearchParams(typed)}`)
    await post('region', url, { ...typed, edition })
  })
  test('results are seen: of the region, of a municipality, by school, of one school and one procedure', async () => {
    const { municipalities } = await get<{ municipalities: Line[] }>('region', '/results')
    await get('region', `/results/municipalities/${municipalities[0]?.id}`)
    const { schools } = await get<{ schools: Line[] }>('region', '/results/schools?state=with')
    await get('region', `/results/schools/${schools[0]?.id}`)
    await get('region', `/results/schools/${schools[0]?.id}/procedure`)
  })
  test('a methodology is changed and approved, a run becomes a list that freezes', async () => {
    await decideLists({ get, post }, await changeMethodologies({ get, post }))
  })
  test('somebody signs in, sees who that is, takes the seat and leaves', async () => {
    const { token } = await post<{ token: string }>('gorod', '/sign-in', {
      login: 'gorod',
      password: 'opora-demo-2026',
    })
    const headers = { authorization: `Bearer ${token}` }
    const me = noted(await product.app.inject({ url: '/api/v1/me', headers }), 'GET', '/me')
    const { seats } = me.json<{ seats: { grantId: string }[] }>()
    const payload = { grantId: seats[0]?.grantId }
    noted(await product.app.inject({ method: 'POST', url: '/api/v1/seat', headers, payload }), 'POST', '/seat')
    await get('gorod', '/health')
    noted(await product.app.inject({ method: 'POST', url: '/api/v1/sign-out', headers }), 'POST', '/sign-out')
    await get('revizor', '/sessions')
    await post('revizor', '/sessions/end')
  })
  test('and that was all of them', () => {
    assert.deepEqual(
      addresses.map(each => each.id).filter(id => !done.has(id)),
      [],
    )
  })
})
