import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createMunicipality, setUpRegion } from '../../authorities/index.ts'
import { type MunicipalityId, Refusal, type RegionId } from '../../core/base/index.ts'
import { startRun } from '../../identification/index.ts'
import { zipOf } from '../../platform/files/testing.ts'
import { type Ctx, type Database, rows, sql, withCtx, workEnded } from '../../platform/postgres/index.ts'
import { eachDatabase } from '../../platform/postgres/testing.ts'
import { closeSandbox } from '../../platform/sandbox/index.ts'
import { enterSchool } from '../../schools/index.ts'
import {
  applyResults,
  leaveFileOut,
  matchSchools,
  nameColumns,
  putResultsAside,
  sendResults,
  shownFile,
  unknownTable,
  uploadPage,
} from './actions.ts'

const head = 'Код школы;Год;Процедура;Предмет;Параллель;Этап;Класс;Код участника;Первичный балл;Отметка\n'
const pupil = (school: string, code: string, score: string, mark = '', klass = '5А') =>
  `${school};2025;ВПР;математика;5;весна;${klass};${code};${score};${mark}\n`
const csv = (fileName: string, text: string) => ({ fileName, bytes: Buffer.from(text) })
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    error => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )
const send = (...files: { fileName: string; bytes: Uint8Array }[]) => ({ requestKey: 'key-key-key', files })

after(closeSandbox)
let region = 20

async function inNewRegion(db: Database) {
  region += 1
  const administrator = {
    familyName: 'Ясенева',
    givenName: 'Вера',
    patronymic: null,
    login: `results${region}${process.pid}`,
    password: 'тихая-заводь-7',
  }
  const request = await setUpRegion(
    db,
    { regionId: region as RegionId, name: `Область ${region}`, timeZone: 'Europe/Moscow', administrator },
    new Date('2026-02-03T09:00:00Z'),
  )
  const within = <Result>(fn: (ctx: Ctx) => Promise<Result>) => withCtx(db, request, fn)
  const town = await within(ctx => createMunicipality(ctx, { oktmo: `${region}701000`, name: 'Озёрск' }))
  const school = (name: string, code: string) =>
    within(ctx =>
      enterSchool(ctx, {
        municipalityId: town.id as MunicipalityId,
        name,
        shortName: name,
        type: 'secondary',
        codes: [{ system: 'fis-oko', code }],
      }),
    )
  await school('Школа № 1', 'sch200001')
  await school('Школа № 2', 'sch200002')
  const read = async (...files: { fileName: string; bytes: Uint8Array }[]) => {
    const { id } = await within(ctx => sendResults(ctx, send(...files)))
    await workEnded()
    return { id, page: await within(ctx => uploadPage(ctx, id)) }
  }
  return { within, read, request }
}

eachDatabase((name, open) =>
  describe(`an upload of results on ${name}`, () => {
    const db = open()

    test('nothing changes until it is confirmed; the same file again changes nothing', async () => {
      const { within, read } = await inNewRegion(db())
      const file = csv('5.csv', head + pupil('sch200001', 'a', '6', '2') + pupil('sch200001', 'b', '12', '4'))
      const { id, page } = await read(file)
      assert.equal(page.state, 'waiting')
      assert.deepEqual([page.changes?.added, page.changes?.changed, page.changes?.schools], [1, 0, 1])
      assert.deepEqual(page.totals, { accepted: 2, repaired: 0, rejected: 0 })
      const cells = () => within(ctx => rows(ctx.tx, sql`SELECT participants FROM pub_result_cells`))
      assert.deepEqual(await cells(), [])
      await within(ctx => applyResults(ctx, id, page.version))
      assert.deepEqual(await cells(), [{ participants: 2 }])
      const again = await read(file)
      assert.deepEqual([again.page.changes?.added, again.page.changes?.changed, again.page.changes?.same], [0, 0, 1])
      assert.notEqual(again.page.files[0]?.knownSince, null)
      assert.equal(await codeOf(within(ctx => applyResults(ctx, id, page.version))), 'imports/results-already-done')
    })

    test('a corrected file shows each figure before and after, and touches only its own class', async () => {
      const { within, read } = await inNewRegion(db())
      const first = await read(
        csv('1.csv', head + pupil('sch200001', 'a', '6', '2') + pupil('sch200001', 'b', '12', '4', '5Б')),
      )
      await within(ctx => applyResults(ctx, first.id, first.page.version))
      const second = await read(
        csv('2.csv', head + pupil('sch200001', 'a', '8', '3') + pupil('sch200001', 'c', '5', '2')),
      )
      const [changed] = second.page.changes!.changedCells
      assert.equal(second.page.changes?.changed, 1)
      assert.deepEqual([changed?.school, changed?.class], ['Школа № 1', '5А'])
      assert.deepEqual([changed?.before.participants, changed?.before.below], [1, 1])
      assert.deepEqual([changed?.after.participants, changed?.after.below], [2, 1])
      await within(ctx => applyResults(ctx, second.id, second.page.version))
      const kept = await within(ctx =>
        rows(ctx.tx, sql`SELECT class, participants FROM pub_result_cells ORDER BY class COLLATE "C"`),
      )
      assert.deepEqual(kept, [
        { class: '5А', participants: 2 },
        { class: '5Б', participants: 1 },
      ])
    })

    test('a corrected file says which verdicts of the newest run would turn, and turns none before it is confirmed', async () => {
      const { within, read } = await inNewRegion(db())
      const counts = (below: number) =>
        csv(
          'свод.csv',
          `Код школы;Год;Процедура;Предмет;Параллель;Этап;Участников;Ниже порога\n${[2024, 2025]
            .flatMap(year => [
              `sch200001;${year};ОГЭ;математика;9;основной;20;${year === 2025 ? below : 6}\n`,
              `sch200001;${year};ОГЭ;русский язык;9;основной;20;0\n`,
            ])
            .join('')}`,
        )
      const first = await read(counts(6))
      assert.deepEqual(first.page.verdicts, [])
      await within(ctx => applyResults(ctx, first.id, first.page.version))
      const wish = { editionId: 'two-years-in-a-row', year: null, day: null, inputsOf: null, columns: {} }
      await within(ctx => startRun(ctx, wish))
      const { page } = await read(counts(5))
      assert.deepEqual(
        page.verdicts?.map(({ entered, left }) => ({ entered, left })),
        [{ entered: [], left: ['Школа № 1'] }],
      )
      const kept = await within(ctx => rows(ctx.tx, sql`SELECT below FROM pub_result_cells WHERE below > 0`))
      assert.deepEqual(kept, [{ below: 6 }, { below: 6 }])
      assert.deepEqual((await read(counts(7))).page.verdicts, [])
    })

    test('an archive of files of schools is read file by file, each with its own fate', async () => {
      const { read } = await inNewRegion(db())
      const archive = zipOf([
        { name: 'школы/1.csv', content: head + pupil('sch200001', 'a', '6') },
        { name: 'школы/2.csv', content: head + pupil('sch200002', 'a', '7') + pupil('sch200002', 'b', 'много') },
        { name: 'школы/письмо.csv', content: 'Уважаемые коллеги;;\nвысылаем;результаты;школ\n' },
      ])
      const { page } = await read({ fileName: 'школы.zip', bytes: archive })
      assert.deepEqual([page.filesTotal, page.filesDone], [3, 3])
      assert.deepEqual(
        page.files.map(file => [file.fileName, file.state, file.rejected]),
        [
          ['школы.zip/школы/1.csv', 'read', 0],
          ['школы.zip/школы/2.csv', 'read', 1],
          ['школы.zip/школы/письмо.csv', 'refused', 0],
        ],
      )
      assert.equal(page.changes?.added, 2)
    })

    test('results under an unknown code wait until somebody says whose it is, and the code is remembered', async () => {
      const { within, read } = await inNewRegion(db())
      const file = csv('5.csv', head + pupil('200002', 'a', '6') + pupil('sch200001', 'b', '9'))
      const { id, page } = await read(file)
      assert.equal(page.changes?.added, 1)
      assert.deepEqual(
        page.unknownCodes.map(one => [one.code, one.participants, one.suggestions[0]?.name]),
        [['200002', 1, 'Школа № 2']],
      )
      const schoolId = page.unknownCodes[0]!.suggestions[0]!.id
      await within(ctx => matchSchools(ctx, id, { version: page.version, matches: [{ code: '200002', schoolId }] }))
      const after = await within(ctx => uploadPage(ctx, id))
      assert.deepEqual([after.changes?.added, after.unknownCount], [2, 0])
      assert.equal((await read(file)).page.unknownCount, 0)
      const wrong = { version: after.version, matches: [{ code: '777777', schoolName: 'Школа № 9' }] }
      assert.equal(await codeOf(within(ctx => matchSchools(ctx, id, wrong))), 'imports/results-no-school')
    })

    test('one class in two files is a question to a person, not a sum', async () => {
      const { within, read } = await inNewRegion(db())
      const { id, page } = await read(
        csv('черновик.csv', head + pupil('sch200001', 'a', '6')),
        csv('верный.csv', head + pupil('sch200001', 'b', '7')),
      )
      assert.equal(page.changes, null)
      assert.deepEqual(page.clashes[0]?.files, ['черновик.csv', 'верный.csv'])
      assert.equal(await codeOf(within(ctx => applyResults(ctx, id, page.version))), 'imports/results-clash')
      await within(ctx => leaveFileOut(ctx, id, 1, { version: page.version, out: true }))
      const after = await within(ctx => uploadPage(ctx, id))
      assert.equal(after.changes?.added, 1)
      assert.equal(
        await codeOf(within(ctx => applyResults(ctx, id, page.version))),
        'imports/results-changed-meanwhile',
      )
      await within(ctx => applyResults(ctx, id, after.version))
    })

    test('columns of an unknown table are named once; the next table with these headings is understood', async () => {
      const { within, read } = await inNewRegion(db())
      const text =
        'Шифр ОУ;Класс;Предмет;Класс (параллель);Год;Вид работы;Общий балл\nsch200001;5А;математика;5;2025;ВПР;7\n'
      const { id, page } = await read(csv('сводка.csv', text))
      assert.equal(page.files[0]?.state, 'unknown-layout')
      const table = await within(ctx => unknownTable(ctx, id, 1))
      assert.equal(table.columns.find(one => one.heading === 'Шифр ОУ')?.meaning, 'school')
      const columns = table.columns.map(({ heading, meaning }) => ({ heading, meaning }))
      const none = columns.map(one => ({ ...one, meaning: '' as const }))
      assert.equal(
        await codeOf(within(ctx => nameColumns(ctx, id, 1, { version: page.version, columns: none }))),
        'imports/results-columns-incomplete',
      )
      const named = await within(ctx => nameColumns(ctx, id, 1, { version: page.version, columns }))
      assert.equal(named.again, false)
      await workEnded()
      const after = await within(ctx => uploadPage(ctx, id))
      assert.deepEqual([after.state, after.files[0]?.state, after.changes?.added], ['waiting', 'read', 1])
      const next = await read(csv('ещё.csv', text.replace('5А', '5Б')))
      assert.deepEqual([next.page.files[0]?.state, next.page.files[0]?.layout], ['read', 'mapped'])
    })

    test('what was put aside leaves its report and no figures', async () => {
      const { within, read } = await inNewRegion(db())
      const { id, page } = await read(csv('5.csv', head + pupil('sch200001', 'a', 'x1')))
      await within(ctx => putResultsAside(ctx, id, page.version))
      const after = await within(ctx => uploadPage(ctx, id))
      assert.deepEqual([after.state, after.files[0]?.cells], ['put-aside', 0])
      assert.ok((await within(ctx => shownFile(ctx, id, 1))).issues.length > 0)
    })

    test('reading that shows no sign of life was interrupted, and nothing of it is in the results', async () => {
      const { within, request } = await inNewRegion(db())
      const id = await within(async ctx => {
        const upload = '0198a0de-0000-7000-8000-0000000000aa'
        await ctx.tx.executeQuery(
          sql`INSERT INTO result_uploads (region_id, id, person_id, at, about, state, files_total, beat_at)
              VALUES (${ctx.scope.regionId}, ${upload}, ${ctx.who.personId}, ${ctx.now}, '{}', 'reading', 3, ${ctx.now})`.compile(
            ctx.tx,
          ),
        )
        return upload
      })
      const at = (minutes: number) =>
        withCtx(db(), { ...request, now: new Date(request.now.getTime() + minutes * 60_000) }, ctx =>
          uploadPage(ctx, id),
        )
      assert.equal((await at(2)).state, 'reading')
      assert.equal((await at(4)).state, 'interrupted')
    })

    test('no name, passport or code of a pupil is in the database after a file has been read, whatever became of its rows', async () => {
      const { within, read } = await inNewRegion(db())
      const canary = 'КАНАРЕЙКА'
      const { id } = await read(
        csv(
          '5.csv',
          head +
            pupil('sch200001', `${canary}-1`, '6') +
            pupil('sch200001', `${canary}-1`, canary) +
            pupil(canary, '2', '999'),
        ),
        csv('без-заголовка.csv', `020001;${canary} Пример;4510 123456\n020001;${canary} Второй;4510 123457\n`),
        csv('сводка.csv', `Шифр ОУ;ФИО;Общий балл\nsch200001;${canary} Пример;7\n`),
      )
      const all = await within(ctx =>
        rows(
          ctx.tx,
          sql<{ text: string }>`
          SELECT row_to_json(f)::text AS text FROM result_upload_files f WHERE f.upload_id = ${id}
          UNION ALL SELECT row_to_json(u)::text FROM result_uploads u UNION ALL SELECT row_to_json(a)::text FROM audit_lines a`,
        ),
      )
      assert.ok(all.length > 3)
      assert.doesNotMatch(all.map(row => row.text).join('\n'), /КАНАРЕЙКА|4510/)
    })
  }),
)
