import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { foreignOrder, type Product, suiteProduct } from './product-kit.ts'

interface Executors {
  readonly executors: readonly { readonly key: string; readonly suggestions: readonly { readonly code: string }[] }[]
}
interface Preview {
  readonly version: number
  readonly counts: { readonly byOrganisation: readonly { readonly organisationId: string }[] }
  readonly schools: readonly { readonly id: string }[]
}
interface Scope {
  readonly head: { readonly version: number }
  readonly schools: readonly { readonly id: string; readonly inScope: boolean }[]
}

describe('a document belongs to one territory, whoever works on it', () => {
  const suite = suiteProduct()
  let product: Product
  let orderId: string
  let ownSchools: readonly string[]
  before(async () => {
    product = suite()
    orderId = await upload('rayon')
    const { schools } = await product.read<{ schools: { id: string }[] }>('rayon', '/schools')
    ownSchools = schools.map(school => school.id)
  })
  const upload = async (login: string) =>
    (await product.ask(login, 'POST', '/orders', { text: foreignOrder })).json<{ orderId: string }>().orderId
  const match = async (login: string, order: string) => {
    const { executors } = await product.read<Executors>(login, `/orders/${order}/executors`)
    const choices = executors.map(({ key, suggestions }) => ({ key, target: suggestions[0]?.code ?? 'outside' }))
    return product.ask(login, 'POST', `/orders/${order}/executors`, { executors: choices })
  }

  test('the region that approves an order of a municipality makes a roadmap of that municipality', async () => {
    assert.equal((await match('region', orderId)).statusCode, 200)
    const preview = await product.read<Preview>('region', `/orders/${orderId}/approval`)
    assert.deepEqual(preview.schools.map(school => school.id).sort(), [...ownSchools].sort())
    const approved = await product.ask('region', 'POST', `/orders/${orderId}/approve`, { version: preview.version })
    assert.equal(approved.statusCode, 200)
    const { roadmapId } = approved.json<{ roadmapId: string }>()
    assert.equal((await product.ask('rayon', 'GET', `/roadmaps/${roadmapId}`)).statusCode, 200)
    for (const stranger of ['gorod', 'metodist', 'kurator', 'shkola4'])
      assert.equal((await product.ask(stranger, 'GET', `/roadmaps/${roadmapId}`)).statusCode, 404, stranger)
  })
  test('what the region matched for it is remembered for the municipality', async () => {
    const again = await upload('rayon')
    const { executors } = await product.read<{ executors: { chosen: string | null }[] }>(
      'rayon',
      `/orders/${again}/executors`,
    )
    assert.ok(executors.every(one => one.chosen !== null))
    assert.equal((await match('rayon', again)).statusCode, 200)
  })
  test('the region cannot put a school of one municipality into the roadmap of another', async () => {
    const { roadmaps } = await product.read<{ roadmaps: { head: { id: string } }[] }>('rayon', '/roadmaps')
    const url = `/roadmaps/${roadmaps[0]?.head.id}/schools`
    const { schools } = await product.read<{ schools: { id: string }[] }>('gorod', '/schools')
    const { head } = await product.read<Scope>('region', url)
    const body = { version: head.version, schools: [...ownSchools, schools[0]?.id], reason: 'проверка' }
    const shown = await product.ask('region', 'POST', url, body)
    const effect = shown.json<{ code: string; details: { add: number; seal: string } }>()
    assert.equal(effect.code, 'roadmaps/confirm-effect')
    assert.equal(effect.details.add, 0)
    const saved = await product.ask('region', 'POST', url, { ...body, seal: effect.details.seal })
    assert.equal(saved.statusCode, 200)
    const after = await product.read<Scope>('rayon', url)
    assert.deepEqual(after.schools.map(school => school.id).sort(), [...ownSchools].sort())
  })
  test('a municipality reads an order of the region and is told that it cannot change it', async () => {
    const regional = await upload('region')
    assert.equal((await match('region', regional)).statusCode, 200)
    const { version } = await product.read<Preview>('gorod', `/orders/${regional}/approval`)
    const answers = [
      await match('gorod', regional),
      await product.ask('gorod', 'POST', `/orders/${regional}/approve`, { version }),
      await product.ask('gorod', 'POST', `/orders/${regional}/sections`, { version, title: 'Раздел' }),
    ]
    for (const answer of answers) {
      assert.equal(answer.statusCode, 403)
      assert.equal(answer.json<{ code: string }>().code, 'authorities/outside-territory')
    }
  })
})
