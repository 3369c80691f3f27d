import { refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, maybeRow, rows, sql } from '../platform/postgres/index.ts'
import { type Figures, noFigures, sumFigures } from './model/figures.ts'
import { type CellRow, cellColumns, figuresOfRow, ratioOfCohort, regionItself } from './municipality-results.ts'
import { placeOf, scaleFor } from './scales/scale-entry.ts'
import { allScales } from './scales/scales-in-force.ts'
import type { ProcedureKey, ProcedureQuery, ProcedureResults } from './views-contract.ts'
import { municipalityCounters, regionCounters, type SchoolHead, schoolCounters, schoolHead } from './views-counters.ts'
import { markersOf, scoresOf } from './views-markers.ts'
import { statesOf } from './views-school.ts'
import { similarSchools } from './views-similar.ts'
import { absenceOf, besideOf, keyIn, municipalityBeside, summaryOf } from './views-summary.ts'

/**
 * One procedure of a school in a year: figures, histogram, markers, classes, tasks, years, similar schools.
 *
 * @throws refuse('not-found', 'assessments/school-not-found') outside the scope as well
 * @throws refuse('not-found', 'assessments/procedure-not-found') when the address names no procedure and the school has no results
 */
export async function procedureResults(ctx: Ctx, schoolId: SchoolId, query: ProcedureQuery): Promise<ProcedureResults> {
  const school = await schoolHead(ctx, schoolId)
  if (!school) throw refuse('not-found', 'assessments/school-not-found')
  const key = keyIn(query.key) ?? (await schoolCounters(ctx, schoolId)).at(-1)?.key
  if (!key) throw refuse('not-found', 'assessments/procedure-not-found')
  const overYears = await yearsOf(ctx, school, schoolId, key)
  const years = overYears.map(({ year }) => year)
  const year = askedYear(query.year) ?? years.at(-1)
  if (year === undefined) throw refuse('not-found', 'assessments/procedure-not-found')
  const here = overYears.find(one => one.year === year)

  const cells = await cellsOf(ctx, schoolId, key, year)
  const scale = scaleFor(await allScales(ctx), placeOf({ ...key, year }), ctx.scope.regionId)
  const figures = cells.length === 0 ? null : sumFigures(cells.map(figuresOfRow))
  const { town, region, ratios } = await besideSchool(ctx, school, key, year)
  const scores = figures && scoresOf(figures, scale)
  const regionScores = scores?.of === 'test' ? region?.testScores : region?.scores
  return {
    school,
    key,
    year,
    years,
    own: figures && summaryOf(figures),
    absence: figures ? null : (here?.absence ?? absenceOf(null, school.type, key.grade)),
    municipality: here?.municipality ?? null,
    region: here?.region ?? null,
    scale: scale && {
      of: scale.of,
      max: scale.max,
      marks: scale.marks && [...scale.marks],
      minimum: scale.minimum,
      also: scale.also,
      title: scale.title,
      source: scale.source,
      checkedOn: scale.checkedOn,
      status: scale.status,
    },
    scoresOf: scores?.of ?? null,
    scores: scores ? [...scores.counts] : null,
    regionScores: scores && regionScores ? [...regionScores] : null,
    classes: cells.map(classOf),
    tasks: tasksOf(figures, region),
    overYears,
    markers:
      figures &&
      markersOf({
        school: figures,
        municipality: town,
        region,
        scale,
        cohort: await cohortOf(ctx, schoolId, key, year, ratios),
      }),
    similar: figures && (await similarSchools(ctx, school, key, year, figures.participants, query)),
  }
}

function askedYear(text: string | undefined): number | undefined {
  return /^\d{4}$/.test(text ?? '') ? Number(text) : undefined
}

async function yearsOf(
  ctx: Ctx,
  school: SchoolHead,
  schoolId: SchoolId,
  key: ProcedureKey,
): Promise<ProcedureResults['overYears']> {
  const own = await schoolCounters(ctx, schoolId, key)
  const region = await regionCounters(ctx, { key })
  const town = school.municipality ? await municipalityCounters(ctx, school.municipality.id, { key }) : null
  const states = (await statesOf(ctx, schoolId)).filter(
    state => state.procedure === key.procedure && state.subject === key.subject && state.grade === key.grade,
  )
  const of = <Found extends { readonly year: number }>(counters: readonly Found[], year: number) =>
    counters.find(one => one.year === year)
  const seatIsSchool = ctx.scope.organisationId !== null
  return [...new Set([...own, ...region, ...states].map(({ year }) => year))]
    .sort((a, b) => a - b)
    .map(year => {
      const found = of(own, year)
      const whole = of(region, year)
      const said = states.find(state => state.year === year)?.state
      return {
        year,
        own: found ? summaryOf(found.figures) : null,
        absence: found ? null : absenceOf(said, school.type, key.grade),
        municipality: town && municipalityBeside(of(town, year), whole, seatIsSchool),
        region: whole ? besideOf(whole.figures, whole.schools, seatIsSchool) : null,
      }
    })
}

interface OwnCell extends CellRow {
  readonly class: string
  readonly basis: 'participants' | 'aggregate'
  readonly scale: string | null
  readonly rowFrom: number | null
  readonly rowTo: number | null
  readonly fileName: string
  readonly fileAt: Date
}

function cellsOf(ctx: Ctx, schoolId: SchoolId, key: ProcedureKey, year: number): Promise<OwnCell[]> {
  return rows(
    ctx.tx,
    sql<OwnCell>`
      SELECT ${cellColumns}, c.organisation_id AS school, c.class, c.basis, c.scale, c.row_from AS "rowFrom", c.row_to AS "rowTo",
             coalesce(f.name, '—') AS "fileName", coalesce(f.at, ${ctx.now}) AS "fileAt"
      FROM result_cells c LEFT JOIN result_files f ON f.region_id = c.region_id AND f.id = c.file_id
      WHERE c.region_id = ${ctx.scope.regionId} AND c.organisation_id = ${schoolId} AND c.procedure = ${key.procedure}
        AND c.subject = ${key.subject} AND c.grade = ${key.grade} AND c.wave = ${key.wave} AND c.year = ${year}
      ORDER BY c.class COLLATE names_in_order`,
  )
}

function classOf(cell: OwnCell): ProcedureResults['classes'][number] {
  return {
    class: cell.class,
    basis: cell.basis,
    ...summaryOf(figuresOfRow(cell)),
    scale: cell.scale,
    file: {
      name: cell.fileName,
      at: cell.fileAt.toISOString(),
      rows: cell.rowFrom === null ? null : [cell.rowFrom, cell.rowTo ?? cell.rowFrom],
    },
  }
}

interface BesideRow extends Pick<Figures, 'absent' | 'judged' | 'below' | 'marks' | 'points'> {
  readonly participants: number | null
  readonly details: Partial<Pick<Figures, 'scores' | 'testScores' | 'journal' | 'comparison' | 'tasks'>>
  readonly ratios: readonly number[]
}

/** The municipality and the region in one procedure and year with their histograms, as far as the seat may see them; null otherwise. */
async function besideSchool(ctx: Ctx, school: SchoolHead, key: ProcedureKey, year: number) {
  const place = sql`m.region_id = ${ctx.scope.regionId} AND m.procedure = ${key.procedure} AND m.subject = ${key.subject}
    AND m.grade = ${key.grade} AND m.wave = ${key.wave} AND m.year = ${year}`
  const counters = sql`m.participants, m.absent, m.judged, m.below, m.mark_counts AS marks, m.points`
  const town = await maybeRow(
    ctx.tx,
    sql<BesideRow>`SELECT ${counters}, m.details, m.cohort_ratios AS ratios FROM municipality_results m
      WHERE ${place} AND m.municipality_id = ${school.municipality?.id ?? regionItself}`,
  )
  const region = await maybeRow(
    ctx.tx,
    sql<BesideRow>`SELECT ${counters}, d.details, d.cohort_ratios AS ratios FROM region_results m
      JOIN region_result_details d USING (region_id, procedure, subject, grade, year, wave) WHERE ${place}`,
  )
  return { town: figuresOfBeside(town), region: figuresOfBeside(region), ratios: region?.ratios ?? [] }
}

function figuresOfBeside(row: BesideRow | null): Figures | null {
  if (!row || row.participants === null) return null
  const { details, ratios, participants, ...counters } = row
  return { ...noFigures, ...counters, participants, ...details }
}

async function cohortOf(ctx: Ctx, schoolId: SchoolId, key: ProcedureKey, year: number, ratios: readonly number[]) {
  const marksOf = async (of: ProcedureKey, at: number) =>
    (await schoolCounters(ctx, schoolId, of)).find(one => one.year === at)?.figures.marks ?? null
  const [now, before] = [await marksOf(key, year), await marksOf({ ...key, grade: key.grade - 1 }, year - 1)]
  return {
    ratio: now && before ? ratioOfCohort(now, before) : null,
    hasYearBefore: now !== null && before !== null,
    ratios,
  }
}

function tasksOf(own: Figures | null, region: Figures | null): ProcedureResults['tasks'] {
  const beside = new Map((region?.tasks ?? []).map(task => [task.code, { ...task }]))
  return (own?.tasks ?? []).map(task => ({ own: { ...task }, region: beside.get(task.code) ?? null }))
}
