import { createHash } from 'node:crypto'
import { changeScale, replaceIndicators, replaceUnits, tellStates } from '../../../assessments/index.ts'
import type { SchoolId } from '../../../core/base/index.ts'
import { readResults } from '../../../imports/index.ts'
import { type Ctx, type Database, withCtx } from '../../../platform/postgres/index.ts'
import { allOrganisations } from '../../../schools/index.ts'
import { contextFacts } from './context-facts.ts'
import { papers } from './papers.ts'
import { type DemoSchool, protocolsOf, withoutClass } from './protocols.ts'

type Request = Omit<Ctx, 'tx'>
type School = DemoSchool & { readonly id: SchoolId }

export const resultYears = [2024, 2025]

/**
 * Two years of invented results: scales of the region, protocols of ВПР, ОГЭ and ЕГЭ, why a school has none, facts about the schools.
 *
 * @param request the regional coordinator
 */
export async function loadResults(db: Database, request: Request): Promise<void> {
  const schools = await withCtx(db, request, demoSchools)
  await withCtx(db, request, setScales)
  for (const year of resultYears) {
    for (const protocol of protocolsOf(schools, year)) await enterProtocol(db, request, schools, protocol)
    await withCtx(db, request, async ctx => {
      await replaceIndicators(ctx, contextFacts(schools, year), `Социальный паспорт, ${year} год`)
      await tellStates(ctx, absentClasses(schools, year), 'Письмо школы: класса нет')
    })
  }
}

async function demoSchools(ctx: Ctx): Promise<School[]> {
  return (await allOrganisations(ctx))
    .filter(({ kind }) => kind === 'school')
    .map(({ id, shortName, name, type, codes }) => ({
      id: id as SchoolId,
      code: codes.find(({ system }) => system === 'fis-oko')!.code,
      name: shortName ?? name,
      type,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** ВПР of these years come without marks: the region sets the thresholds. */
async function setScales(ctx: Ctx): Promise<void> {
  for (const year of resultYears)
    for (const { procedure, subject, grade, lowest, highest, printsMark } of papers) {
      if (!lowest || printsMark) continue
      const thresholds = { of: 'primary', marks: lowest, minimum: null, max: highest, also: null } as const
      const scale = { thresholds, source: 'Письмо Минобразования о шкалах ВПР (пример)', checkedOn: `${year}-03-01` }
      await changeScale(ctx, { procedure, subject, grade, year }, scale, 0)
    }
}

async function enterProtocol(
  db: Database,
  request: Request,
  schools: readonly School[],
  { name, text }: { name: string; text: string },
): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const idOf = new Map(schools.map(({ code, id }) => [code, id]))
  const { cells, layout, report } = await readResults({ bytes }, { fileName: name })
  const known = [...cells].map(cell => ({ ...cell, organisationId: idOf.get(cell.schoolCode)! }))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await withCtx(db, request, ctx => replaceUnits(ctx, known, { name, sha256, layout, report }))
}

function absentClasses(schools: readonly School[], year: number) {
  const { id } = schools.find(({ name }) => name === withoutClass)!
  return ['математика', 'русский язык'].map(subject => ({
    organisationId: id,
    procedure: 'ВПР',
    subject,
    grade: year - 2018,
    year,
    state: 'no_students' as const,
  }))
}
