import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { eachRow } from './each-row.ts'
import type { OnRow, Row } from './row.ts'

const utf8 = (word: string) => new TextEncoder().encode(word)
const fieldsOf = (row: Row) => Array.from({ length: row.count }, (_, at) => row.text(at))

async function rowsOf(bytes: Uint8Array) {
  const rows: [string, number, ...string[]][] = []
  await eachRow({ bytes }, (row, sheet) => {
    rows.push([sheet.name, row.number, ...fieldsOf(row)])
  })
  return rows
}

async function look(text: string, onRow: OnRow) {
  await eachRow({ bytes: utf8(text) }, onRow)
}

test('a file is read alike in UTF-8 with and without a mark, cp1251 and UTF-16', async () => {
  const text = 'Код ОО;Название\r\n0201001; "Школа ""Родник""; филиал" \r\n'
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    iconv.encode(text, 'win1251'),
    iconv.encode(text, 'utf16le', { addBOM: true }),
    iconv.encode(text, 'utf16be', { addBOM: true }),
  ])
    assert.deepEqual((await rowsOf(bytes))[0], ['', 1, 'Код ОО', 'Название'])
})

test('blank rows are not given, and the others keep the number that a person sees', async () => {
  assert.deepEqual(await rowsOf(Buffer.from('а;б\n\n;\n1;2\n')), [
    ['', 1, 'а', 'б'],
    ['', 4, '1', '2'],
  ])
})

test('a whole number may be written with a zero fraction; blank and other things are told apart', async () => {
  const found: number[] = []
  await look('0;12;12,0;12.00;007;;   ;12,5;-1;н;12,;,0;1e3;123456789012345;1234567890123456', row => {
    for (let at = 0; at <= row.count; at++) found.push(row.whole(at))
  })
  assert.deepEqual(found, [0, 12, 12, 12, 7, -1, -1, -2, -2, -2, -2, -2, -2, 123456789012345, -2, -1])
})

test('a field is compared with a word by its bytes', async () => {
  await look('отсутствовал; н \n', row => {
    assert.equal(row.is(0, utf8('отсутствовал')), true)
    assert.equal(row.is(0, utf8('отсутствовала')), false)
    assert.equal(row.is(1, utf8('н')), true)
    assert.equal(row.is(2, utf8('')), true)
    assert.equal(row.isBlank(2), true)
  })
})

test('a field that repeats the one above is told without reading it', async () => {
  const same: boolean[][] = []
  await look('а;б;\nа;в;\nа;в\nаа;в;х\n', row => {
    same.push([0, 1, 2].map(at => row.sameAsBefore(at)))
  })
  assert.deepEqual(same, [
    [false, false, false],
    [true, false, true],
    [true, true, true],
    [false, true, false],
  ])
})

test('equal fields have equal hashes, and another seed gives another hash', async () => {
  const hashes: [number, number][] = []
  await look('код-1;код-2;код-1\n', row => {
    for (let at = 0; at < 3; at++) hashes.push([row.hash(at), row.hash(at, 1)])
  })
  assert.deepEqual(hashes[0], hashes[2])
  assert.notEqual(hashes[0]![0], hashes[1]![0])
  assert.notEqual(hashes[0]![0], hashes[0]![1])
})

test('a workbook gives the rows of all its sheets; a sheet or the whole reading can be left early', async () => {
  const sheets = ['Классы', 'Протокол'].map(name => ({ name, rows: [['Код'], [], ['001'], ['002']] }))
  const bytes = await writeXlsx({ sheets })
  assert.deepEqual((await rowsOf(bytes)).slice(2, 5), [
    ['Классы', 4, '002'],
    ['Протокол', 1, 'Код'],
    ['Протокол', 3, '001'],
  ])
  const seen: string[] = []
  await eachRow({ bytes }, (row, sheet) => {
    seen.push(`${sheet.at}:${row.number}`)
    return sheet.at === 0 ? 'next-sheet' : row.number === 3 ? 'stop' : undefined
  })
  assert.deepEqual(seen, ['0:1', '1:1', '1:3'])
})

test('a file on the disk is read by its path', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-rows-'))
  const file = path.join(folder, 'protocol.csv')
  fs.writeFileSync(file, 'а;б\n1;2\n')
  const rows: string[][] = []
  await eachRow({ path: file }, row => {
    rows.push(fieldsOf(row))
  })
  fs.rmSync(folder, { recursive: true })
  assert.deepEqual(rows, [
    ['а', 'б'],
    ['1', '2'],
  ])
})
