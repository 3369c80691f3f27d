import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildAssets } from './assets.ts'

const assets = await buildAssets()
const kB = (bytes: number) => Math.round((bytes / 1024) * 10) / 10
const gzipped = (address: string) => gzipSync(assets.files.get(address)?.body ?? '', { level: 9 }).length

/** A script with everything it imports at once, each part counted once. */
function scriptsOf(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen
  seen.add(address)
  const text = Buffer.from(assets.files.get(address)?.body ?? '').toString()
  for (const match of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) scriptsOf(`/assets/${match[1]}`, seen)
  return seen
}

describe('what a browser has to fetch', () => {
  test('the sheet is below 20 kB, the two faces below 90 kB', () => {
    assert.ok(kB(gzipped(assets.styles)) < 20, `${kB(gzipped(assets.styles))} kB of styles`)
    const faces = assets.fonts.reduce((sum, font) => sum + (assets.files.get(font)?.body.length ?? 0), 0)
    assert.equal(assets.fonts.length, 2)
    assert.ok(kB(faces) < 90, `${kB(faces)} kB of faces`)
  })
  for (const [name, address] of assets.islands) {
    test(`the island ${name} is below 120 kB on first load`, () => {
      const size = [...scriptsOf(address)].reduce((sum, script) => sum + gzipped(script), 0)
      assert.ok(size > 0)
      assert.ok(kB(size) < 120, `${kB(size)} kB`)
    })
  }
  test('the name of each file changes with its content', () => {
    for (const address of assets.files.keys()) assert.match(address, /^\/assets\/[\w-]+-[A-Z0-9]{8}\.\w+$/)
  })
})
