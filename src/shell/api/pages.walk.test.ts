import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { slices } from '../../app.ts'
import { demoPassword } from '../demo/seats.ts'
import { logins, type Product, suiteProduct } from './product-kit.ts'

describe('every page for every seat, in both languages', () => {
  const suite = suiteProduct()
  let product: Product
  const cookies = new Map<string, string>()
  let ids: Readonly<Record<string, string>>
  before(async () => {
    product = suite()
    const first = async (url: string, list: string) =>
      (await product.read<Record<string, { id: string }[]>>('gorod', url))[list]?.[0]?.id as string
    const { roadmaps } = await product.read<{ roadmaps: { head: { id: string } }[] }>('gorod', '/roadmaps')
    const roadmapId = roadmaps[0]?.head.id as string
    const personId = await first('/people', 'people')
    const { lists, runs } = await product.read<Record<'lists' | 'runs', { id: string }[]>>('region', '/lists')
    ids = {
      listId: lists[0]?.id as string,
      runId: runs[0]?.id as string,
      editionId: 'novokuznetsk-2022',
      municipalityId: await first('/municipalities', 'municipalities'),
      organisationId: await first('/organisations', 'organisations'),
      schoolId: await first('/schools', 'schools'),
      personId,
      positionId: await first(`/people/${personId}`, 'positions'),
      orderId: await first('/orders', 'orders'),
      roadmapId,
      itemId: await first(`/roadmaps/${roadmapId}/items`, 'items'),
      clauseId: await first(`/roadmaps/${roadmapId}`, 'clauses'),
      fileId: await first('/imports/registers', 'files'),
      place: encodeURIComponent('ВПР|математика|5|2025'),
    }
    for (const login of logins) {
      const answer = await product.app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { origin: 'http://localhost:80', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ login, password: demoPassword }).toString(),
      })
      cookies.set(login, `opora=${answer.cookies.find(each => each.name === 'opora')?.value}`)
    }
  })
  const pages = [
    '/',
    '/seat',
    '/api',
    ...slices.flatMap(slice =>
      slice.routes.flatMap(route => (route.kind === 'view' && route.page ? [route.path] : [])),
    ),
  ]

  test('no page breaks, every page has a name and words in the language that was chosen', async () => {
    for (const login of logins) {
      for (const page of pages) {
        const url = page.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'nothing')
        for (const lang of ['ru', 'en']) {
          const cookie = `${cookies.get(login)}; opora-lang=${lang}`
          const { statusCode, body } = await product.app.inject({ url, headers: { cookie } })
          const where = `${login} ${url} ${lang}`
          assert.ok(statusCode < 500, where)
          assert.match(body, new RegExp(`<html lang="${lang}">`), where)
          assert.match(body, /<title>[^<]{3,}<\/title>/, where)
          assert.doesNotMatch(body, />(?:pages|frame|refusals|texts|seats|actions)\.[a-zA-Z.-]+</, where)
          assert.doesNotMatch(body, /undefined|\[object Object\]|NaN/, where)
          const frame = `${/<header[\s\S]*?<\/header>/.exec(body)?.[0]}${/<footer[\s\S]*?<\/footer>/.exec(body)?.[0]}`
          if (lang === 'en') assert.doesNotMatch(frame, />(?:Главная|Выйти|Войти|Дорожные карты|Школы|Люди)</, where)
        }
      }
    }
  })
})
