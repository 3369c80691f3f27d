import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { writeXlsx } from 'hucre'
import type { Refusal } from '../../core/base/index.ts'
import { filesIn } from './files-in.ts'
import { saveFile } from './save-file.ts'
import { zipOf } from './testing.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-files-'))
after(() => fs.rmSync(folder, { recursive: true }))
const at = (name: string) => path.join(folder, name)

fs.mkdirSync(at('школы/внутри'), { recursive: true })
fs.writeFileSync(at('школы/10.csv'), 'a;b')
fs.writeFileSync(at('школы/2.csv'), 'a;b')
fs.writeFileSync(at('школы/внутри/все.zip'), zipOf([{ name: 'первая.csv', content: 'a;b' }]))
fs.writeFileSync(at('школы/~$2.xlsx'), 'x')
fs.writeFileSync(at('школы/.скрытый'), 'x')
fs.writeFileSync(at('книга.xlsx'), await writeXlsx({ sheets: [{ name: 'Лист', rows: [['a']] }] }))

async function namesIn(place: string): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of filesIn(at(place))) names.push(path.relative(folder, name))
  return names
}

test('a folder means all files below it by name, and an archive the files inside', async () => {
  assert.deepEqual(await namesIn('школы'), ['школы/2.csv', 'школы/10.csv', 'школы/внутри/все.zip/первая.csv'])
})

test('a workbook is one file, although it is an archive', async () => {
  assert.deepEqual(await namesIn('книга.xlsx'), ['книга.xlsx'])
})

test('a path that leads nowhere is refused with the path', async () => {
  await assert.rejects(namesIn('нет.csv'), (error: Refusal) => {
    assert.equal(error.code, 'files/not-found')
    return error.params['path'] === at('нет.csv')
  })
})

test('a file is written whole, or refused when its folder is not there', async () => {
  await saveFile(at('записано.csv'), 'a;b')
  assert.equal(fs.readFileSync(at('записано.csv'), 'utf8'), 'a;b')
  await assert.rejects(saveFile(at('нет/записано.csv'), 'a;b'), (error: Refusal) => error.code === 'files/not-writable')
  assert.equal(
    fs.readdirSync(folder).some(name => name.endsWith('.part')),
    false,
  )
})
