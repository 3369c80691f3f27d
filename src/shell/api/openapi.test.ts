import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSliceOfNotes } from '../examples/notes.tsx'
import { suiteApp } from '../testing.ts'
import { type OpenApi, openApiOf } from './openapi.ts'
import { checkOpenApi } from './openapi-check.ts'

const { slice } = aSliceOfNotes()
const api = openApiOf([slice], '1.2.3', 'https://opora.example', 'ru')

test('the document is well formed: references resolve, ids are unique, path parameters are declared', () => {
  assert.deepEqual(checkOpenApi(api), [])
})
test('a document with a broken reference, a double id and a missing parameter is caught', () => {
  const operation = {
    operationId: 'x',
    tags: [],
    summary: 's',
    description: 'd',
    responses: { default: { $ref: '#/no' } },
  }
  const broken: OpenApi = { ...api, paths: { '/a/{id}': { get: operation }, '/b': { get: operation } } }
  assert.deepEqual(checkOpenApi(broken), [
    'GET /a/{id}: the parameter id is not described',
    'GET /b: the id x is used twice',
    'the reference #/no leads nowhere',
  ])
})
test('every route of every slice is in it', () => {
  for (const route of slice.routes) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`
    const operation = api.paths[path]?.[route.kind === 'action' ? 'post' : 'get']
    assert.equal(operation?.operationId, route.id, path)
    assert.match(operation?.description ?? '', new RegExp(route.permission))
  }
})
test('a body with a file is a multipart form, one that may be repeated tells of its key', () => {
  const attach = api.paths['/api/v1/notes/attach']?.['post']
  assert.match(JSON.stringify(attach?.requestBody), /multipart\/form-data.*contentMediaType/)
  assert.match(JSON.stringify(api.paths['/api/v1/notes/add']?.['post']?.parameters), /Idempotency-Key/)
})
test('summaries speak the language that was asked for', () => {
  const english = openApiOf([slice], '1.2.3', 'https://opora.example', 'en')
  assert.equal(api.paths['/api/v1/notes']?.['get']?.summary, 'Список заметок')
  assert.equal(english.paths['/api/v1/notes']?.['get']?.summary, 'List of notes')
})
describe('where it is served', () => {
  const product = suiteApp([slice])
  test('as JSON and as a page to read, both without signing in', async () => {
    const json = (await product().inject('/api/openapi.json')).json<OpenApi>()
    assert.equal(json.openapi, '3.1.0')
    const page = await product().inject('/api')
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /\/api\/v1\/notes\/\{noteId\}\/rename/)
    assert.match(page.body, /notes\/taken/)
    assert.match(page.body, /POST/)
  })
})
