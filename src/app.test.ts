import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slices } from './app.ts'
import { mayUse } from './authorities/index.ts'
import { lookUp, seats } from './core/base/index.ts'
import { openApiOf } from './shell/api/openapi.ts'
import { checkOpenApi } from './shell/api/openapi-check.ts'

const routes = slices.flatMap(slice => slice.routes.map(route => ({ slice, route })))
const api = openApiOf(slices, '1.0.0', 'https://opora.example', 'ru')

test('the OpenAPI document of the whole product is well formed', () => {
  assert.deepEqual(checkOpenApi(api), [])
})
test('every action and every view of the screens is in it', () => {
  for (const { route } of routes) {
    const method = route.kind === 'action' ? 'post' : 'get'
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`
    assert.equal(api.paths[path]?.[method]?.operationId, route.id)
  }
})
test('ids are unique and say whose and what', () => {
  const ids = routes.map(({ route }) => route.id)
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  )
  for (const id of ids) assert.match(id, /^[a-z-]+(\.[a-z-]+)+$/)
})
test('every permission of a route and of the navigation stands in the table, and some seat has it', () => {
  for (const permission of [
    ...routes.map(({ route }) => route.permission),
    ...slices.flatMap(slice => slice.navigation.map(entry => entry.permission)),
  ]) {
    if (permission !== 'signed-in')
      assert.ok(
        seats.some(seat => mayUse(seat, permission)),
        permission,
      )
  }
})
test('a refused form has a page to be shown on again', () => {
  for (const { route } of routes) {
    if (route.kind !== 'action' || route.form === undefined) continue
    const form = routes.find(each => each.route.id === route.form)?.route
    assert.ok(form?.kind === 'view' && form.page, `${route.id} names ${route.form}`)
    const own: string[] = Object.keys(route.params.properties)
    for (const name of Object.keys(form.params.properties)) assert.ok(own.includes(name), `${route.id}: ${name}`)
  }
})
test('a confirmation has its words', () => {
  for (const { slice, route } of routes) {
    if (route.kind === 'action' && route.done !== undefined)
      assert.ok(lookUp(slice.texts.ru, route.done), `${route.id}: ${route.done}`)
  }
})
