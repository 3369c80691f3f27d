import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { closeSandbox } from '../platform/sandbox/index.ts'
import { commands } from './commands.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-commands-'))
const example = path.join(import.meta.dirname, '../platform/files/examples/invented-order.docx')
const written = (name: string, content: string) => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}

async function run(name: string, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const command = commands.find(one => one.name === name)!
  const code = await command.run(args, { out: text => void out.push(text), err: text => void err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

after(() => {
  closeSandbox()
  fs.rmSync(folder, { recursive: true })
})

describe('order read', () => {
  test('prints what was understood in Russian', async () => {
    const { code, out } = await run('order read', example)
    assert.equal(code, 0)
    for (const part of [
      'приказ № 61-о от 14.02.2025',
      'Период: 01.01.2025 — 31.12.2025',
      '(3/8)',
      'срок: До 03.03.2025 → до 03.03.2025',
    ]) {
      assert.ok(out.includes(part), `${part}\n${out}`)
    }
  })

  test('prints the structure as JSON', async () => {
    const { out } = await run('order read', example, '--json')
    const order = JSON.parse(out)
    assert.equal(order.schemaVersion, '1.0')
    assert.deepEqual(
      order.roadmap.items.map((item: { number: string }) => item.number),
      ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2'],
    )
  })

  // The fields that the published schema of a structured order allows in a finding.
  test('findings in the JSON have the published fields only', async () => {
    const file = written(
      'со-сроком-по-событию.txt',
      'ПРИКАЗ\n\n14.02.2025 № 5\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить дорожную карту на 2025 год (приложение).\n\nПриложение\nДорожная карта на 2025 год\n\n' +
        '| № | Мероприятие | Срок | Исполнитель | Результат |\n|---|---|---|---|---|\n| 1 | Диагностика | после получения результатов ВПР | РМК | справка |\n',
    )
    const { issues } = JSON.parse((await run('order read', file, '--json')).out) as { issues: object[] }
    assert.ok(issues.length > 0)
    const allowed = ['code', 'severity', 'where', 'lines', 'message', 'suggestion']
    for (const issue of issues)
      assert.deepEqual(
        Object.keys(issue).filter(key => !allowed.includes(key)),
        [],
      )
  })

  // A PDF does not show whether a line ends a paragraph or only the cell: that two parties stand without a comma is its own remark.
  test('the Word document and its PDF give the same structure', async () => {
    const [word, pdf] = await Promise.all([
      run('order read', example, '--json'),
      run('order read', example.replace('.docx', '.pdf'), '--json'),
    ])
    const structure = (out: string) => ({ ...JSON.parse(out), issues: [] })
    assert.deepEqual(structure(pdf.out), structure(word.out))
  })

  test('an order whose appendix is missing is read, and the reader is told', async () => {
    const file = written(
      'без-приложения.txt',
      'ПРИКАЗ\n\n14.02.2025 № 5\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить дорожную карту (приложение 1).\n\nНачальник\tО. П. Берёзкина\n',
    )
    const { code, err } = await run('order read', file)
    assert.equal(code, 0)
    assert.match(err, /order\/no-plan/)
  })

  test('a text that is no order is refused', async () => {
    await assert.rejects(run('order read', written('письмо.txt', 'Добрый день! Завтра будет дождь.')), {
      code: 'order/no-plan',
    })
  })

  test('a file that is not there, a folder, no file and an unknown option are each refused', async () => {
    await assert.rejects(run('order read', path.join(folder, 'нет.docx')), { code: 'files/not-found' })
    await assert.rejects(run('order read', folder), { code: 'files/is-folder' })
    await assert.rejects(run('order read'), { code: 'order/no-file' })
    await assert.rejects(run('order read', example, '--jsn'), { code: 'order/unknown-option' })
  })

  test('a file of 200 MB is refused before it is read', async () => {
    const file = path.join(folder, 'big.docx')
    fs.truncateSync(written('big.docx', ''), 200 * 1024 * 1024)
    await assert.rejects(run('order read', file), { code: 'files/too-large', params: { foundMb: 200, limitMb: 20 } })
  })
})

describe('order lint', () => {
  test('an order with defects gives 1 and says where', async () => {
    const order = [
      'ПРИКАЗ',
      '',
      '14.02.2025 № 5',
      '',
      'Об утверждении плана на 2025 год',
      '',
      'ПРИКАЗЫВАЮ:',
      '',
      '1. Утвердить план.',
      '2. Контроль оставляю за собой.',
      '',
      'Начальник\tО. П. Берёзкина',
      '',
      '№\tМероприятие\tСрок\tОтветственный\tРезультат',
      '1\tЗамер чтения\tДо 10.03.2019\tДиректора школ\tСправка',
      '2\tОпрос родителей\tМарт\tДиректора школ\tСводка',
    ].join('\n')
    const { code, out } = await run('order lint', written('с-недостатком.txt', order))
    assert.equal(code, 1)
    assert.match(out, /2019/)
  })

  test('a clean order gives 0', async () => {
    const { code, out } = await run('order lint', example)
    assert.equal(out, 'Недостатков не найдено.')
    assert.equal(code, 0)
  })
})
