import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { asExpected, type Expected } from './examples/as-expected.ts'
import { layouts } from './layouts.ts'

for (const { id } of layouts)
  describe(`layout ${id}`, () => {
    const folder = join(import.meta.dirname, id, 'samples')
    const names = readdirSync(folder)
    const samples = names.filter(name => !name.endsWith('.expected.json'))
    test('has samples, each with what is expected of it', () => {
      assert.ok(samples.length > 0)
      assert.deepEqual(
        names.filter(name => name.endsWith('.expected.json')),
        samples.map(name => `${name}.expected.json`).sort(),
      )
    })
    for (const name of samples)
      test(`${name} is read as expected`, async () => {
        const { given, ...expected } = JSON.parse(
          readFileSync(join(folder, `${name}.expected.json`), 'utf8'),
        ) as Expected
        assert.deepEqual(JSON.parse(JSON.stringify(await asExpected(join(folder, name), given))), expected)
      })
  })
