import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { archiveOfFilesLimits, filesInArchive } from './archive-of-files.ts'
import { zipOf } from './testing.ts'

const namesIn = async (bytes: Uint8Array) => {
  const names: string[] = []
  for await (const { name } of (await filesInArchive(bytes))!.each()) names.push(name)
  return names
}

test('an archive gives its files one after another, without what programs leave behind', async () => {
  const zip = zipOf([
    { name: 'школы/sch020001.csv', content: 'a;b' },
    { name: '__MACOSX/._sch020001.csv', content: 'x' },
    { name: 'школы/~$sch020002.xlsx', content: 'x' },
    { name: '.DS_Store', content: 'x' },
  ])
  assert.equal((await filesInArchive(zip))!.count, 1)
  assert.deepEqual(await namesIn(zip), ['школы/sch020001.csv'])
})

test('names that an old archiver wrote in cp866 are read as they were meant', async () => {
  const ascii = 'protokol.csv'
  const name = iconv.encode('протокол.csv', 'cp866')
  assert.equal(name.length, ascii.length)
  const zip = zipOf([{ name: ascii, content: '1' }])
  for (let at = zip.indexOf(ascii); at >= 0; at = zip.indexOf(ascii, at + 1)) {
    name.copy(zip, at)
    // …and the flag that would call them UTF-8 is down.
    for (const header of [at - 30 + 7, at - 46 + 9]) if (zip[header] === 0x08) zip[header] = 0
  }
  assert.deepEqual(await namesIn(zip), ['протокол.csv'])
})

test('a workbook is a document, not an archive of files; other bytes are none either', async () => {
  assert.equal(await filesInArchive(zipOf([{ name: '[Content_Types].xml', content: '<x/>' }])), null)
  assert.equal(await filesInArchive(Buffer.from('код;балл')), null)
})

test('an archive beyond its limits is refused, both sides of the border', async () => {
  const zip = zipOf(['1.csv', '2.csv', '3.csv'].map(name => ({ name, content: 'a' })))
  assert.equal((await filesInArchive(zip, { ...archiveOfFilesLimits, archiveEntries: 3 }))!.count, 3)
  await assert.rejects(filesInArchive(zip, { ...archiveOfFilesLimits, archiveEntries: 2 }), {
    code: 'files/archive-entries',
  })
})
