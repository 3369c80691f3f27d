import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { migrate, migrationFolders, readMigrations } from './migrate.ts'
import { eachDatabase } from './testing.ts'

const scratch = mkdtempSync(join(tmpdir(), 'opora-migrations-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

/** A slice with the given migrations. */
function slice(name: string, files: Record<string, string>): string {
  const folder = join(scratch, name, 'migrations')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [file, sql] of Object.entries(files)) writeFileSync(join(folder, file), sql)
  return folder
}

eachDatabase((name, open) =>
  describe(`migrations on ${name}`, () => {
    const db = open()
    const first = { '0001-tea.sql': 'CREATE TABLE tea (n int);' }
    const both = { ...first, '0002-sugar.sql': 'ALTER TABLE tea ADD sugar int;' }
    const all = (...more: string[]) => [...migrationFolders(), ...more]

    test('run once, in the order of their numbers, also when several processes start at once', async () => {
      const folder = slice('tea', both)
      const ran = await Promise.all([1, 2, 3].map(() => migrate(db(), all(folder))))
      assert.deepEqual(ran.flat(), ['tea/0001-tea', 'tea/0002-sugar'])
      assert.deepEqual(await migrate(db(), all(folder)), [])
    })

    test('are the same with the line ends of Windows', async () => {
      const folder = slice('tea', { ...both, '0001-tea.sql': first['0001-tea.sql'] + '\r\n' })
      await assert.rejects(migrate(db(), all(folder)), /edited since/)
      const windows = slice('milk', { '0001-milk.sql': 'SELECT 1;\r\nSELECT 2;\r\n' })
      const tea = slice('tea', both)
      await migrate(db(), all(tea, windows))
      assert.deepEqual(await migrate(db(), all(tea, slice('milk', { '0001-milk.sql': 'SELECT 1;\nSELECT 2;\n' }))), [])
    })

    test('leave nothing of a step that fails, and the next start tries it again', async () => {
      const tea = slice('tea', both)
      const milk = slice('milk', { '0001-milk.sql': 'SELECT 1;\nSELECT 2;\n' })
      const bad = slice('bad', { '0001-half.sql': 'CREATE TABLE half (n int); SELECT nothing_such();' })
      await assert.rejects(migrate(db(), all(tea, milk, bad)), /migration bad\/0001-half: .*nothing_such/)
      const good = slice('bad', { '0001-half.sql': 'CREATE TABLE half (n int);' })
      assert.deepEqual(await migrate(db(), all(tea, milk, good)), ['bad/0001-half'])
    })

    test('refuse a database that a newer Opora has changed', async () => {
      const refusal = { code: 'platform/database-newer', params: { migration: 'bad/0001-half' } }
      await assert.rejects(
        migrate(db(), all(slice('tea', both), slice('milk', { '0001-milk.sql': 'SELECT 1;\nSELECT 2;\n' }))),
        refusal,
      )
    })
  }),
)

test('slices come after those that they use', () => {
  const order = migrationFolders().map(folder => folder.split(/[\\/]/).at(-2))
  assert.equal(order[0], 'authorities')
  assert.ok(order.indexOf('schools') > 0)
})

test('a migration without a number has no place in the order', () => {
  assert.throws(() => readMigrations([slice('loose', { 'tea.sql': '' })]), /name it 0001-what\.sql/)
})
