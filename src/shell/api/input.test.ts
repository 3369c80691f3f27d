import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Type } from 'typebox'
import { dateIn } from '../../authorities/index.ts'
import { Upload } from '../../core/web/index.ts'
import { checkShape } from './check-shape.ts'
import { coerce } from './coerce.ts'
import { codingFor } from './compress.ts'
import { codedTag, namesEntity } from './etag.ts'
import { nestFields } from './form-fields.ts'
import { isOwnOrigin } from './guard.ts'
import { plainFields } from './input.ts'
import { disposition } from './slice-routes.ts'

const form = { emptyMeansAbsent: false }
const query = { emptyMeansAbsent: true }

describe('names of form fields', () => {
  test('numbered rows become a list, holes closed, repeated names become a list', () => {
    const nested = nestFields([
      ['items[0].title', 'А'],
      ['items[2].title', 'В'],
      ['kind', 'x'],
      ['kind', 'y'],
      ['who.name', 'Анна'],
    ])
    assert.deepEqual(nested, { items: [{ title: 'А' }, { title: 'В' }], kind: ['x', 'y'], who: { name: 'Анна' } })
  })
  test('no name reaches into the prototype or asks for a giant list', () => {
    const nested = nestFields([
      ['__proto__.polluted', 'yes'],
      ['a.constructor.b', 'yes'],
      ['rows[10000]', 'far'],
      ['rows[9999]', 'near'],
    ])
    assert.deepEqual(nested, { rows: ['near'] })
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
  })
  test('no set of names breaks it', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.string())), fields => void nestFields(fields)))
  })
})

describe('fields of a plain form', () => {
  const tooMany = { kind: 'too-large', code: 'shell/too-many-fields', params: { limit: 10_000 } }
  test('come in their order, with letters of any alphabet', () => {
    assert.deepEqual(plainFields('b=%D0%B0+%D0%B1&a=&b=2'), [
      ['b', 'а б'],
      ['a', ''],
      ['b', '2'],
    ])
    assert.deepEqual(plainFields(''), [])
  })
  test('are counted before they are taken apart', () => {
    assert.equal(plainFields('a=1&'.repeat(9_999)).length, 9_999)
    assert.equal(plainFields(Array(10_000).fill('a=1').join('&')).length, 10_000)
    assert.throws(() => plainFields(Array(10_001).fill('a=1').join('&')), tooMany)
    assert.throws(() => plainFields('&'.repeat(10_000)), tooMany)
  })
  test('have a name and a text of a bounded length', () => {
    assert.equal(plainFields(`${'n'.repeat(300)}=${'т'.repeat(5_000_000)}`).length, 1)
    const tooLong = (limit: number) => ({
      kind: 'too-large',
      code: 'shell/field-too-long',
      params: { field: 'n'.repeat(limit === 300 ? 60 : 1), limit },
    })
    assert.throws(() => plainFields(`${'n'.repeat(301)}=1`), tooLong(300))
    assert.throws(() => plainFields(`n=${'т'.repeat(5_000_001)}`), tooLong(5_000_000))
  })
})

describe('what a browser has already', () => {
  test('is told by any tag of its list, strong or weak, or by a star', () => {
    for (const header of ['"a"', 'W/"a"', '"x", "a"', 'W/"x",W/"a" , "y"', '*', ' * '])
      assert.equal(namesEntity(header, '"a"'), true, header)
    assert.equal(namesEntity('"a"', 'W/"a"'), true)
    for (const header of [undefined, '', 'a', '"b"', '"a', '"x,a"', 'W/"ab"'])
      assert.equal(namesEntity(header, '"a"'), false)
    assert.equal(namesEntity('"x,y", "a,b"', '"a,b"'), true) // a comma inside a tag parts nothing
  })
  test('differs by coding', () => {
    assert.equal(codedTag('"a"', null), '"a"')
    assert.equal(codedTag('"a"', 'br'), '"a-br"')
  })
})

describe('strings of a form take the shape that is wanted', () => {
  test('numbers may be written as people write them', () => {
    const shape = Type.Object({ n: Type.Integer(), x: Type.Number() })
    assert.deepEqual(coerce(shape, { n: '1 200', x: '3,5' }, form), { n: 1200, x: 3.5 })
    assert.deepEqual(coerce(shape, { n: '12 человек', x: '' }, form), { n: '12 человек', x: '' })
  })
  test('a date may be written with dots; a day that does not exist stays for the check', () => {
    const shape = Type.Object({ on: Type.String({ format: 'date' }) })
    const typed = coerce(shape, { on: '5.02.2024' }, form)
    assert.deepEqual(typed, { on: '2024-02-05' })
    assert.deepEqual(checkShape(shape, typed, 'ru'), {})
    assert.deepEqual(checkShape(shape, coerce(shape, { on: '30.02.2024' }, form), 'ru'), {
      on: 'Нужна дата, например 15.02.2024',
    })
  })
  test('of a long table in which every row is wrong the first hundred places are named', () => {
    const shape = Type.Object({ rows: Type.Array(Type.Object({ n: Type.Integer() })) })
    const fields = checkShape(shape, { rows: Array(20_000).fill({ n: 'x' }) }, 'ru')
    assert.equal(Object.keys(fields).length, 100)
    assert.equal(fields['rows[0].n'], 'Нужно целое число, например 12')
  })
  test('an unticked box means no, one ticked box of several is a list of one', () => {
    const shape = Type.Object({ agreed: Type.Boolean(), marks: Type.Array(Type.String()) })
    assert.deepEqual(coerce(shape, {}, form), { agreed: false, marks: [] })
    assert.deepEqual(coerce(shape, { agreed: 'true', marks: 'a' }, form), { agreed: true, marks: ['a'] })
  })
  test('an empty field is null where null is allowed, absent where it is optional, itself where it is a text', () => {
    const shape = Type.Object({
      short: Type.Union([Type.String(), Type.Null()]),
      hours: Type.Optional(Type.Number()),
      note: Type.Optional(Type.String()),
      name: Type.String(),
    })
    assert.deepEqual(coerce(shape, { short: '', hours: '', note: '', name: '' }, form), {
      short: null,
      note: '',
      name: '',
    })
  })
  test('an empty part of a query was not asked', () => {
    const shape = Type.Object({ q: Type.Optional(Type.String()), state: Type.Optional(Type.Literal('open')) })
    assert.deepEqual(coerce(shape, { q: '', state: '' }, query), {})
  })
})

describe('what is wrong with a value', () => {
  test('every missing field is named, a missing file asks for a file', () => {
    const shape = Type.Object({ name: Type.String(), file: Upload() })
    assert.deepEqual(checkShape(shape, {}, 'ru'), { name: 'Заполните это поле', file: 'Выберите файл' })
  })
  test('both sides of each limit', () => {
    const shape = Type.Object({ n: Type.Integer({ minimum: 1, maximum: 3 }), s: Type.String({ maxLength: 2 }) })
    assert.deepEqual(checkShape(shape, { n: 1, s: 'аб' }, 'ru'), {})
    assert.deepEqual(checkShape(shape, { n: 0, s: 'абв' }, 'ru'), {
      n: 'Нужно число не меньше 1',
      s: 'Сократите до 2 знаков',
    })
    assert.deepEqual(checkShape(shape, { n: 4, s: '' }, 'en'), { n: 'A number of at most 3 is needed' })
  })
  test('of a value that may be null the message speaks about the value', () => {
    const shape = Type.Object({
      n: Type.Union([Type.Integer(), Type.Null()]),
      on: Type.Union([Type.Null(), Type.String({ format: 'date' })]),
      kind: Type.Union([Type.Literal('a'), Type.Literal('b')]),
    })
    assert.deepEqual(checkShape(shape, { n: 'x', on: 'завтра', kind: 'c' }, 'ru'), {
      n: 'Нужно целое число, например 12',
      on: 'Нужна дата, например 15.02.2024',
      kind: 'Выберите один из предложенных вариантов',
    })
  })
  test('a field of a row is named as the form names it', () => {
    const shape = Type.Object({ items: Type.Array(Type.Object({ title: Type.String({ minLength: 1 }) })) })
    assert.deepEqual(checkShape(shape, { items: [{ title: 'А' }, { title: '' }] }, 'ru'), {
      'items[1].title': 'Заполните это поле',
    })
  })
})

describe('small decisions of the border', () => {
  test('a request that changes something comes from our own page, or from a program without a cookie', () => {
    assert.equal(isOwnOrigin('https://opora.example', undefined, 'http://opora.example', true), true)
    assert.equal(isOwnOrigin('https://evil.example', 'cross-site', 'http://opora.example', true), false)
    assert.equal(isOwnOrigin('null', undefined, 'http://opora.example', true), false)
    assert.equal(isOwnOrigin(undefined, 'same-origin', 'http://opora.example', true), true)
    assert.equal(isOwnOrigin(undefined, 'same-site', 'http://opora.example', true), false)
    assert.equal(isOwnOrigin(undefined, undefined, 'http://opora.example', true), false)
    assert.equal(isOwnOrigin(undefined, undefined, 'http://opora.example', false), true)
  })
  test('today is the date in the region', () => {
    const at = new Date('2024-01-01T20:00:00Z')
    assert.equal(dateIn('Europe/Moscow', at), '2024-01-01')
    assert.equal(dateIn('Asia/Vladivostok', at), '2024-01-02')
  })
  test('a coding is used only when the browser takes it', () => {
    assert.equal(codingFor('gzip, deflate, br'), 'br')
    assert.equal(codingFor('gzip, br;q=0'), 'gzip')
    assert.equal(codingFor(undefined), null)
    assert.equal(codingFor('GZIP;q=0.5, br; q=0.0'), 'gzip')
    assert.equal(codingFor('*'), 'br')
    assert.equal(codingFor('br;q=0, *;q=0.1'), 'gzip')
    assert.equal(codingFor('identity'), null)
  })
  test('a file name cannot break out of its header', () => {
    assert.equal(disposition('a"b\r\nc.txt'), `attachment; filename="a_b__c.txt"; filename*=UTF-8''a%22b%0D%0Ac.txt`)
  })
})
