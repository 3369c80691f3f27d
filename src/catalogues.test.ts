import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Catalogue, Messages } from './core/base/index.ts'

const root = import.meta.dirname
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/(\.test\.tsx?|testing[\w-]*\.tsx?)$/.test(name))
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => !name.includes('/examples/'))
  .sort()
const textOf = (name: string) => readFileSync(join(root, name), 'utf8')

interface Named {
  readonly file: string
  readonly name: string
  readonly both: Catalogue<Messages>
}

/** Every catalogue that a module exports, found by its call of `catalogue(`. */
async function allCatalogues(): Promise<Named[]> {
  const found: Named[] = []
  for (const file of sources.filter(name => /\bcatalogue\(\{/.test(textOf(name)) && name !== 'core/base/texts.ts')) {
    const exported = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported))
      if (isCatalogue(value)) found.push({ file, name, both: value })
  }
  return found
}

function isCatalogue(value: unknown): value is Catalogue<Messages> {
  return (
    typeof value === 'object' && value !== null && 'ru' in value && 'en' in value && Object.keys(value).length === 2
  )
}

/** Messages of a catalogue by path. */
function flat(messages: Messages, path: readonly string[] = []): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') all.set([...path, key].join(' › '), value)
    else for (const [inner, text] of flat(value, [...path, key])) all.set(inner, text)
  }
  return all
}

/** Names of the values that a message takes; throws for a message that is no ICU. */
function valuesOf(message: string, lang: 'ru' | 'en'): string[] {
  const names = new Set<string>()
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, value, options, children } = node as {
      type: number
      value: string
      options?: object
      children?: unknown
    }
    // 1…6 of the parser's kinds name a value: argument, number, date, time, select, plural.
    if (type >= 1 && type <= 6) names.add(value)
    for (const option of Object.values(options ?? {})) walk((option as { value: unknown }).value)
    walk(children)
  }
  walk(new IntlMessageFormat(message, lang).getAst())
  return [...names].sort()
}

const catalogues = await allCatalogues()

describe('catalogues', () => {
  test('there are catalogues to look at', () => assert.ok(catalogues.length >= 8, `found ${catalogues.length}`))
  for (const { file, name, both } of catalogues) {
    test(`${file} (${name}) says the same in both languages`, () => {
      const ru = flat(both.ru)
      const en = flat(both.en as Messages)
      assert.deepEqual([...en.keys()].sort(), [...ru.keys()].sort(), 'the same keys')
      for (const [key, text] of ru) {
        const other = en.get(key) ?? ''
        assert.notEqual(text.trim(), '', `${key} is empty in Russian`)
        assert.notEqual(other.trim(), '', `${key} is empty in English`)
        assert.deepEqual(valuesOf(other, 'en'), valuesOf(text, 'ru'), `${key} takes the same values`)
      }
    })
    test(`${file} (${name}) is English where it says English`, () => {
      const russian = [...flat(both.en as Messages)].filter(([, text]) => /[а-яё]{4,}/i.test(quotedLeftOut(text)))
      assert.deepEqual(russian, [])
    })
  }
})

/** A word in quotes is an example of what stands in Russian papers, and the name of the other language is in that language. */
function quotedLeftOut(text: string): string {
  return text.replace(/«[^»]*»|"[^"]*"|\([^)]*\)|\.\/opora .*|Русский/g, '')
}

describe('refusals', () => {
  const codes = new Map<string, string>()
  for (const file of sources) {
    for (const match of textOf(file).matchAll(/refuse\(\s*'[a-z-]+',\s*'([^']+)'/g)) codes.set(match[1] as string, file)
  }
  const known = new Set(
    catalogues.flatMap(({ both }) => (typeof both.ru['refusals'] === 'object' ? Object.keys(both.ru['refusals']) : [])),
  )
  test('there are refusals to look at', () => assert.ok(codes.size >= 50, `found ${codes.size}`))
  test('every code that is thrown has its words in a catalogue', () => {
    assert.deepEqual(
      [...codes].filter(([code]) => !known.has(code)),
      [],
    )
  })
})

describe('pages and components', () => {
  const shown = sources.filter(
    name => /^(ui|shell\/web|[\w-]+\/pages)\//.test(name) && !/(^|[/-])texts\.ts$/.test(name),
  )
  test('there are pages to look at', () => assert.ok(shown.length >= 20, `found ${shown.length}`))
  test('have no words of their own: every Russian text stands in a catalogue', () => {
    const found = shown.flatMap(name =>
      withoutComments(textOf(name))
        .split('\n')
        .filter(line => /[а-яё]/i.test(line))
        .map(line => `${name}: ${line.trim()}`),
    )
    assert.deepEqual(found, [])
  })
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}
