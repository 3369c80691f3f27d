import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RefusedForm } from '../core/web/index.ts'
import { formState } from './form-state.ts'

const refused: RefusedForm = {
  action: 'schools.rename',
  code: 'shell/wrong-shape',
  params: {},
  message: 'Проверьте поля',
  fields: { name: 'Укажите название' },
  values: { name: '', items: [{ title: 'Первая' }] },
  details: undefined,
}

test('before anything was sent a form shows what is stored', () => {
  const form = formState({ refused: null }, 'schools.rename', { name: 'Школа № 3', hours: 0 })
  assert.equal(form.value('name'), 'Школа № 3')
  assert.equal(form.value('hours'), '0')
  assert.equal(form.error('name'), undefined)
})
test('after a refusal what was typed stays, even when it is empty', () => {
  const form = formState({ refused }, 'schools.rename', { name: 'Школа № 3', kind: 'basic' })
  assert.equal(form.value('name'), '')
  assert.equal(form.value('kind'), 'basic')
  assert.equal(form.value('items[0].title'), 'Первая')
  assert.equal(form.error('name'), 'Укажите название')
})
test('the refusal of another form on the page does not touch this one', () => {
  const form = formState({ refused }, 'schools.close', { name: 'Школа № 3' })
  assert.equal(form.value('name'), 'Школа № 3')
  assert.equal(form.error('name'), undefined)
})
test('two forms of one action have fields with different ids', () => {
  const first = formState({ refused: null }, 'schools.rename', {}, '1')
  const second = formState({ refused: null }, 'schools.rename', {}, '2')
  assert.notEqual(first.id('name'), second.id('name'))
})
