import { checkTerritory, listMunicipalities } from '../../authorities/index.ts'
import { type IsoDate, type OrganisationId, refuse } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { type Ctx, newId } from '../../platform/postgres/index.ts'
import { uploadedTable } from '../../platform/tables/uploaded-table.ts'
import { allOrganisations } from '../../schools/index.ts'
import { linesIn, matchLines } from '../model/given-list.ts'
import { printed } from '../model/list.ts'
import * as store from '../store/lists.ts'
import { note, titleOf } from './lists.ts'

export interface GivenList {
  readonly title: string
  readonly year: number
  /** The act of those who made the list, in words: the reason of every line. */
  readonly act: string
  readonly number: string
  readonly date: IsoDate
  readonly text: string
  readonly file: UploadedFile | null
  /** True: lines that name no school of the register are kept with the list, and it is made without them. */
  readonly withoutUnmatched: boolean
}

/**
 * Takes over a list that somebody else made, as given: codes or names of schools, pasted or in a file. Its act is the reason of every line
 * and the order that signs it; a person then freezes it.
 *
 * @throws refuse('invalid', 'lists/act-missing' | 'lists/no-lines' | 'lists/unmatched') with the lines that name no school in `details`
 */
export async function importList(ctx: Ctx, given: GivenList): Promise<{ id: string }> {
  checkTerritory(ctx.scope, null)
  const title = titleOf(given.title)
  const act = given.act.trim()
  if (act === '') throw refuse('invalid', 'lists/act-missing', {}, { field: 'act' })
  if (given.number.trim() === '') throw refuse('invalid', 'lists/order-incomplete', {}, { field: 'number' })
  if (given.date > ctx.today)
    throw refuse('invalid', 'lists/order-in-future', { date: printed(given.date) }, { field: 'date' })
  const lines = await linesOf(given)
  const known = await knownSchools(ctx)
  const hasHeading = given.file !== null && matchLines(lines.slice(0, 1), known).schools.length === 0
  const { schools, unmatched } = matchLines(hasHeading ? lines.slice(1) : lines, known)
  if (schools.length === 0 && unmatched.length === 0) throw refuse('invalid', 'lists/no-lines', {}, { field: 'text' })
  if (schools.length === 0 || (unmatched.length > 0 && !given.withoutUnmatched))
    throw refuse('invalid', 'lists/unmatched', { n: unmatched.length, found: schools.length }, { unmatched })

  const id = newId()
  const list = { id, runId: null, listKey: null, act, unmatched, title, year: given.year, answersUntil: null }
  await store.insertList(ctx, { ...list, code: null, edition: null, inputsHash: null })
  await store.insertGivenSchools(ctx, id, schools as OrganisationId[], act)
  await store.updateList(ctx, id, 1, { to: 'decided' })
  const order = { number: given.number.trim(), date: given.date, title: act }
  await store.updateList(ctx, id, 2, { to: 'approved', order })
  await note(ctx, 'lists/imported', id, { title, act, year: given.year, schools: schools.length, unmatched })
  return { id }
}

async function linesOf({ text, file }: GivenList): Promise<string[][]> {
  if (!file) return linesIn(text)
  const sheets = await uploadedTable(file.bytes)
  return sheets.flatMap(sheet => sheet.rows.map(row => row.map(cell => cell.trim())))
}

async function knownSchools(ctx: Ctx) {
  const organisations = await allOrganisations(ctx)
  const places = new Map((await listMunicipalities(ctx)).map(({ id, name }) => [String(id), name]))
  return organisations
    .filter(({ kind }) => kind === 'school')
    .map(({ id, name, shortName, codes, municipalityId }) => ({
      id,
      municipality: places.get(municipalityId ?? '') ?? '',
      names: shortName === null ? [name] : [name, shortName],
      codes: codes.map(({ code }) => code),
    }))
}
