import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { postgresTexts } from './texts.ts'

test('every refusal of the platform has its words, and no words are left over', () => {
  const files = readdirSync(import.meta.dirname).filter(name => name.endsWith('.ts') && !/test|texts/.test(name))
  const thrown = files.flatMap(name =>
    [...readFileSync(`${import.meta.dirname}/${name}`, 'utf8').matchAll(/refuse\(\s*'[a-z-]+',\s*'([^']+)'/g)].map(
      match => match[1]!,
    ),
  )
  assert.deepEqual([...new Set(thrown)].sort(), Object.keys(postgresTexts.ru.refusals).sort())
})
