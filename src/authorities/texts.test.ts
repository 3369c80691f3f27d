import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { authoritiesTexts } from './texts.ts'

test('every refusal of this slice has its words, and no words are left over', () => {
  const files = (readdirSync(import.meta.dirname, { recursive: true }) as string[]).filter(
    name => name.endsWith('.ts') && !/test|texts|pages|examples/.test(name),
  )
  const thrown = files.flatMap(name =>
    [...readFileSync(`${import.meta.dirname}/${name}`, 'utf8').matchAll(/refuse\(\s*'[a-z-]+',\s*'([^']+)'/g)].map(
      match => match[1]!,
    ),
  )
  assert.deepEqual([...new Set(thrown)].sort(), Object.keys(authoritiesTexts.ru.refusals).sort())
})
