import { refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, rows, sql } from '../platform/postgres/index.ts'
import { type Figures, sumFigures } from './model/figures.ts'
import { type CellRow, cellColumns, figuresOfRow, ratioOfCohort, regionItself } from './municipality-results.ts'
import { placeOf, scaleFor } from './scales/scale-entry.ts'
import { allScales } from './scales/scales-in-force.ts'
import type { ProcedureKey, ProcedureQuery, ProcedureResults } from './views-contract.ts'
import { type Counter, type SchoolHead, schoolCounters, schoolHead, territoryCounters } from './views-counters.ts'
import { markersOf, scoresOf } from './views-markers.ts'
import { statesOf } from './views-school.ts'
import { similarSchools } from './views-similar.ts'
import { absenceOf, besideOf, fewestSchools, keyIn, summaryOf } from './views-summary.ts'

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
  const towns = await townsOf(ctx, key, year)
  const scale = scaleFor(await allScales(ctx), placeOf({ ...key, year }), ctx.scope.regionId)
  const figures = cells.length === 0 ? null : sumFigures(cells.map(figuresOfRow))
  const visible = (some: readonly TownRow[]) =>
    some.length === 0 ||
    (ctx.scope.organisationId !== null && some.reduce((sum, town) => sum + town.schools, 0) < fewestSchools)
      ? null
      : sumFigures(some.map(figuresOfTown))
  const region = visible(towns)
  const town = visible(towns.filter(one => one.municipality === (school.municipality?.id ?? regionItself)))
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
        cohort: await cohortOf(ctx, schoolId, key, year, towns),
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
  const region = await territoryCounters(ctx, { key })
  const town = school.municipality ? await territoryCounters(ctx, { key, municipalityId: school.municipality.id }) : []
  const states = (await statesOf(ctx, schoolId)).filter(
    state => state.procedure === key.procedure && state.subject === key.subject && state.grade === key.grade,
  )
  const of = (counters: readonly Counter[], year: number) => counters.find(one => one.year === year)
  const beside = (counter: Counter | undefined) =>
    counter ? besideOf(counter.figures, counter.schools, ctx.scope.organisationId !== null) : null
  return [...new Set([...own, ...region, ...states].map(({ year }) => year))]
    .sort((a, b) => a - b)
    .map(year => {
      const found = of(own, year)
      const said = states.find(state => state.year === year)?.state
      return {
        year,
        own: found ? summaryOf(found.figures) : null,
        absence: found ? null : absenceOf(said, school.type, key.grade),
        municipality: beside(of(town, year)),
        region: beside(of(region, year)),
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

interface TownRow extends Pick<Figures, 'participants' | 'absent' | 'judged' | 'below' | 'marks' | 'points'> {
  /** null: of another municipality than the reader's. */
  readonly municipality: string | null
  readonly schools: number
  readonly details: Pick<Figures, 'scores' | 'testScores' | 'journal' | 'comparison' | 'tasks'>
  readonly ratios: readonly number[]
}

/** Counters of all municipalities of the region for one procedure and year, with their histograms. */
function townsOf(ctx: Ctx, key: ProcedureKey, year: number): Promise<TownRow[]> {
  return rows(
    ctx.tx,
    sql<TownRow>`
      SELECT municipality_id AS municipality, schools, participants, absent, judged, below, mark_counts AS marks, points, details,
             cohort_ratios AS ratios
      FROM region_counters()
      WHERE region_id = ${ctx.scope.regionId} AND procedure = ${key.procedure} AND subject = ${key.subject} AND grade = ${key.grade}
        AND wave = ${key.wave} AND year = ${year}`,
  )
}

function figuresOfTown({ participants, absent, judged, below, marks, points, details }: TownRow): Figures {
  return { participants, absent, judged, below, marks, points, ...details }
}

async function cohortOf(ctx: Ctx, schoolId: SchoolId, key: ProcedureKey, year: number, towns: readonly TownRow[]) {
  const marksOf = async (of: ProcedureKey, at: number) =>
    (await schoolCounters(ctx, schoolId, of)).find(one => one.year === at)?.figures.marks ?? null
  const [now, before] = [await marksOf(key, year), await marksOf({ ...key, grade: key.grade - 1 }, year - 1)]
  return {
    ratio: now && before ? ratioOfCohort(now, before) : null,
    hasYearBefore: now !== null && before !== null,
    ratios: towns.flatMap(town => town.ratios),
  }
}

function tasksOf(own: Figures | null, region: Figures | null): ProcedureResults['tasks'] {
  const beside = new Map((region?.tasks ?? []).map(task => [task.code, { ...task }]))
  return (own?.tasks ?? []).map(task => ({ own: { ...task }, region: beside.get(task.code) ?? null }))
}
