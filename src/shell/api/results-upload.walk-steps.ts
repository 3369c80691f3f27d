import { workEnded } from '../../platform/postgres/index.ts'
import type { multipart } from './product-kit.ts'

interface Asks {
  readonly get: <Data>(login: string, url: string) => Promise<Data>
  readonly post: <Result>(login: string, url: string, body?: unknown) => Promise<Result>
  readonly send: <Result>(login: string, url: string, parts: Parameters<typeof multipart>[0]) => Promise<Result>
}

const headings = 'Код школы;Год;Процедура;Предмет;Параллель;Этап;Класс;Код участника;Первичный балл\n'
const pupil = (code: string) => `${code};2023;ВПР;математика;5;весна;5А;1;7\n`
const unknown =
  'Шифр ОУ;Класс;Предмет;Класс (параллель);Год;Вид работы;Общий балл\nsch020001;5Б;математика;5;2023;ВПР;7\n'

/** Files of results go in: an unknown code is matched, columns are named, a file is left out, one upload is entered and one put aside. */
export async function uploadResults({ get, post, send }: Asks): Promise<void> {
  const files = (...texts: string[]) =>
    texts.map((body, at) => ({ name: 'files', fileName: `${at + 1}.csv`, body: Buffer.from(body) }))
  const sent = async (key: string, ...texts: string[]) => {
    const { id } = await send<{ id: string }>('gorod', '/imports/results', [
      ...files(...texts),
      { name: 'requestKey', body: key },
    ])
    await workEnded()
    return `/imports/results/${id}`
  }
  const page = (upload: string) =>
    get<{ version: number; schools: { id: string }[]; unknownCodes: { code: string }[] }>('gorod', upload)

  await get('gorod', '/imports/results')
  await get('gorod', '/imports/results/template/counts.xlsx')
  const first = await sent('upload-of-the-walk', headings + pupil('sch020001') + pupil('9002001'), unknown)
  const { version, schools, unknownCodes } = await page(first)
  await post('gorod', `${first}/schools`, {
    version,
    matches: [{ code: unknownCodes[0]?.code, schoolId: schools[0]?.id }],
  })
  const { columns } = await get<{ columns: { heading: string; meaning: string }[] }>(
    'gorod',
    `${first}/files/2/columns`,
  )
  const named = columns.map(({ heading, meaning }) => ({ heading, meaning }))
  await post('gorod', `${first}/files/2/columns`, { version, columns: named })
  await workEnded()
  await get('gorod', `${first}/files/2`)
  await get('gorod', `${first}/files/2/report.xlsx`)
  await post('gorod', `${first}/files/2/leave-out`, { version: (await page(first)).version, out: true })
  await post('gorod', `${first}/apply`, { version: (await page(first)).version })
  const second = await sent('second-of-the-walk', headings + pupil('sch020002'))
  await post('gorod', `${second}/put-aside`, { version: (await page(second)).version })
}
