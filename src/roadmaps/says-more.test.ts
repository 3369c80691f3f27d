import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saysMore } from './says-more.ts'

for (const [printed, reading] of [
  ['До 22 мая 2026 г.', 'до 22.05.2026'],
  ['до 01.09.2026 года', 'до 01.09.2026'],
  ['Ежеквартально', 'ежеквартально'],
  ['ноябрь  2026', 'ноябрь 2026'],
  ['01.09.2026 — 31.05.2027', '01.09.2026 – 31.05.2027'],
  ['что угодно', ''],
] as const)
  test(`«${printed}» already says «${reading}»`, () => assert.equal(saysMore(printed, reading), false))

for (const [printed, reading] of [
  ['до 22 мая', 'до 22.05.2026'],
  ['до 10.09.2026', 'до 01.09.2026'],
  ['по плану', 'без даты'],
  ['Ежеквартально', 'quarterly'],
] as const)
  test(`«${reading}» adds to «${printed}»`, () => assert.equal(saysMore(printed, reading), true))
