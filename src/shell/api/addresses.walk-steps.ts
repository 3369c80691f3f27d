/** Things that really exist in two municipalities of the demo, and addresses made of them: for the walk over every address. */
import type { RegionId } from '../../core/base/index.ts'
import type { Route } from '../../core/web/index.ts'
import { rows, sql, withScope, workEnded } from '../../platform/postgres/index.ts'
import { foreignOrder, multipart, type Product } from './product-kit.ts'

/** What stands in addresses, by the name of the parameter. */
export type Ids = Readonly<Record<string, string>>

export interface Things {
  readonly city: Ids
  readonly district: Ids
  /** Ids of everything that belongs to one of the two only. */
  readonly ofCity: readonly string[]
  readonly ofDistrict: readonly string[]
}

/** Things of the whole region, readable in every municipality: what a municipality may not see stands inside them. */
const ofRegion = ['listId', 'runId', 'editionId']
/** Words and numbers that name no thing of a territory. */
const words = {
  key: 'i1',
  kind: 'people',
  name: 'counts.xlsx',
  place: encodeURIComponent('ВПР|математика|5|2025'),
  filePlace: '1',
  tablePlace: '2',
}
const isWord = (name: string) => name in words
const missing = '01890000-0000-7000-8000-00000000dead'

/**
 * Where a thing has this id, for each parameter of the product.
 * @throws for a parameter of which no thing is known: an empty place in an address would be another address
 */
export function addressOf(route: Route, ids: Ids): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[wordOf(route, name)]
    if (id === undefined) throw new Error(`${route.id}: the walk knows no ${name}`)
    return id
  })
}

/** A file is one of the registers, but under indicators one of those. A place is one of the scales, but inside an upload it is the number of a file: the first is understood, the second a strange table. */
function wordOf({ path }: Route, name: string): string {
  if (name === 'fileId' && path.startsWith('/imports/indicators/')) return 'indicatorFileId'
  if (name !== 'place' || !path.startsWith('/imports/results/')) return name
  return path.endsWith('/columns') ? 'tablePlace' : 'filePlace'
}

/** This id wherever an address names anything. @example everyId(city, 'nonsense') // { orderId: 'nonsense', … } */
export function everyId(known: Ids, id: string): Ids {
  return Object.fromEntries(Object.keys(known).map(name => [name, id]))
}

/** Addresses of things that do not exist, inside things of the region that do. */
export function nowhereOf(known: Ids): Ids {
  return Object.fromEntries(
    Object.entries(known).map(([name, id]) => [name, isWord(name) || ofRegion.includes(name) ? id : missing]),
  )
}

/** Addresses without an id of a thing of a territory answer everybody who may ask. */
export function namesNoTerritory(route: Route): boolean {
  return Object.keys(route.params.properties).every(name => isWord(name) || ofRegion.includes(name))
}

/**
 * Enters what the demo lacks: an order of the district, registers and results of both, an answer of a school of the city. What the district
 * must keep to itself is called «заветный», what the city must «задушевный».
 */
export async function enterThings(product: Product): Promise<Things> {
  await enterOrder(product)
  const send = async (login: string, url: string, parts: Parameters<typeof multipart>[0]) => {
    const { payload, headers } = multipart([
      { name: 'requestKey', body: `${url.split('/').at(-1)}-of-${login}` },
      ...parts,
    ])
    const sent = { ...(await product.as(login)), ...headers }
    const answer = await product.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: sent })
    if (answer.statusCode !== 200) throw new Error(`${login} ${url}: ${answer.body}`)
  }
  for (const [login, school, secret] of [
    ['gorod', 'sch020001', 'Задушевный'],
    ['rayon', 'sch020101', 'Заветный'],
  ] as const) {
    const people = `ФИО;Должность;Организация\n${secret} Пётр Ильич;директор;Отдел образования\n`
    await send(login, '/imports/registers', [{ name: 'file', fileName: 'люди.csv', body: people }])
    const facts = `Школа;олимпиады\n${school};2,9 %\n`
    await send(login, '/imports/indicators', [
      { name: 'year', body: '2024' },
      { name: 'file', fileName: `${secret}.csv`, body: facts },
    ])
    const known = 'Код школы;Год;Процедура;Предмет;Параллель;Этап;Класс;Код участника;Первичный балл\n'
    const strange = 'Шифр ОУ;Класс;Предмет;Класс (параллель);Год;Вид работы;Общий балл\n'
    await send(login, '/imports/results', [
      { name: 'files', fileName: `${secret}.csv`, body: `${known}${school};2023;ВПР;математика;5;весна;5А;1;7\n` },
      { name: 'files', fileName: 'таблица.csv', body: `${strange}${school};5Б;математика;5;2023;ВПР;7\n` },
    ])
  }
  await workEnded()
  const things = await everything(product)
  const { listId, schoolId } = things.asked
  const url = `/lists/${listId}/schools/${schoolId}/answer`
  const answer = await product.ask('shkola4', 'POST', url, {
    text: 'Задушевные слова школы',
    requestKey: 'answer-of-things',
  })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
  return thingsOf(await everything(product))
}

/** The order of the district, approved, with obligations of its schools. */
async function enterOrder(product: Product): Promise<void> {
  const { orderId } = (await product.ask('rayon', 'POST', '/orders', { text: foreignOrder })).json<{
    orderId: string
  }>()
  const url = `/orders/${orderId}`
  const { executors } = await product.read<{ executors: { key: string; suggestions: { code: string }[] }[] }>(
    'rayon',
    `${url}/executors`,
  )
  const known = executors.map(({ key, suggestions }) => ({ key, target: suggestions[0]?.code ?? 'outside' }))
  await product.ask('rayon', 'POST', `${url}/executors`, { executors: known })
  const answer = await product.ask('rayon', 'POST', `${url}/approve`, { version: 1 })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
}

interface Row {
  readonly kind: string
  readonly id: string
  readonly municipalityId: string | null
  readonly of: string | null
}
interface Everything {
  readonly rows: readonly Row[]
  readonly oktmo: ReadonlyMap<string, string>
  /** The list whose schools are asked, its run, and the school of the demo's head. */
  readonly asked: { readonly listId: string; readonly runId: string; readonly schoolId: string }
}

/** What the tables hold, read past every filter of the application. */
function everything(product: Product): Promise<Everything> {
  const scope = { regionId: 2 as RegionId, municipalityId: null, organisationId: null }
  return withScope(product.db, { scope, who: null }, async tx => {
    const found = await rows(
      tx,
      sql<Row>`
        SELECT 'municipalityId' AS kind, id, id AS "municipalityId", NULL AS of FROM municipalities
        UNION ALL SELECT CASE kind WHEN 'school' THEN 'schoolId' ELSE 'organisationId' END, id, municipality_id, NULL FROM organisations
        UNION ALL SELECT 'personId', id, municipality_id, NULL FROM people
        UNION ALL SELECT 'positionId', id, municipality_id, person_id::text FROM positions
        UNION ALL SELECT 'orderId', id, municipality_id, NULL FROM orders
        UNION ALL SELECT 'roadmapId', id, municipality_id, NULL FROM roadmaps
        UNION ALL SELECT 'itemId', id, municipality_id, roadmap_id::text FROM roadmap_items
        UNION ALL SELECT 'clauseId', id, municipality_id, roadmap_id::text FROM roadmap_clauses
        UNION ALL SELECT 'obligationId', id, municipality_id, NULL FROM obligations
        UNION ALL SELECT 'fileId', id, municipality_id, NULL FROM register_files
        UNION ALL SELECT 'indicatorFileId', id, municipality_id, NULL FROM indicator_files
        UNION ALL SELECT 'uploadId', id, municipality_id, NULL FROM result_uploads
        UNION ALL SELECT 'resultFileId', id, municipality_id, NULL FROM result_files
        UNION ALL SELECT 'answerId', id, municipality_id, NULL FROM list_answers
        UNION ALL SELECT 'editionId', id, NULL, NULL FROM methodology_editions`,
    )
    const places = await rows(tx, sql<{ oktmo: string; id: string }>`SELECT oktmo, id FROM municipalities`)
    const [asked] = await rows(
      tx,
      sql<Everything['asked']>`SELECT l.id AS "listId", l.run_id AS "runId", s.organisation_id AS "schoolId"
        FROM lists l JOIN list_schools s ON s.list_id = l.id WHERE l.answers_until IS NOT NULL AND s.name = 'СШ № 4'`,
    )
    if (!asked) throw new Error('no list of the demo asks СШ № 4')
    return { rows: found, oktmo: new Map(places.map(place => [place.oktmo, place.id])), asked }
  })
}

function thingsOf(all: Everything): Things {
  const idsIn = (municipalityId: string | undefined) =>
    all.rows.filter(row => row.municipalityId === municipalityId).map(row => row.id)
  const [city, district] = [idsOf(all, '02701000'), idsOf(all, '02605000')]
  return { city, district, ofCity: idsIn(city['municipalityId']), ofDistrict: idsIn(district['municipalityId']) }
}

/** One thing of each kind in a municipality; parts go with their whole. */
function idsOf(all: Everything, oktmo: string): Ids {
  const municipalityId = all.oktmo.get(oktmo) as string
  const own = all.rows.filter(row => row.municipalityId === municipalityId)
  const first = (kind: string, of?: string) => {
    const found = own.find(row => row.kind === kind && (of === undefined || row.of === of))
    if (!found) throw new Error(`no ${kind} in ${oktmo}`)
    return found
  }
  const position = first('positionId')
  const item = first('itemId')
  return {
    ...words,
    municipalityId,
    organisationId: first('organisationId').id,
    schoolId: first('schoolId').id,
    positionId: position.id,
    personId: position.of as string,
    orderId: first('orderId').id,
    itemId: item.id,
    roadmapId: item.of as string,
    // An order may ask nothing of anybody.
    clauseId: own.find(row => row.kind === 'clauseId' && row.of === item.of)?.id ?? missing,
    fileId: first('fileId').id,
    indicatorFileId: first('indicatorFileId').id,
    uploadId: first('uploadId').id,
    listId: all.asked.listId,
    runId: all.asked.runId,
    editionId: all.rows.find(row => row.kind === 'editionId')?.id ?? missing,
  }
}
