import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { refuse } from '../../core/base/index.ts'
import { checkData } from '../../core/rules/check-shape.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import type { ResultsTable } from '../../core/rules/results-table.ts'
import { identify, type SchoolAnswer } from '../identify/identify.ts'
import { tableOf } from '../identify/read-results.ts'
import type { NamedSheet } from '../identify/read-sheet.ts'
import { type LoadedMethodology, readYaml } from './load-methodology.ts'

/** A row that is absent from the file: unknown, and not the same as zero. */
const noRow = 'нет строки'
const closed = { additionalProperties: false }
const Plain = Type.Union([Type.String(), Type.Number(), Type.Boolean()])
const CaseShape = Type.Array(
  Type.Object(
    {
      name: Type.String({ minLength: 1 }),
      source: Type.String({ minLength: 1 }),
      with: Type.Optional(Type.Record(Type.String(), Plain)),
      year: Type.Optional(Type.Integer()),
      years: Type.Optional(Type.Array(Type.Integer(), { minItems: 1 })),
      given: Type.Record(
        Type.String(),
        Type.Object(
          {
            about: Type.Optional(Type.Record(Type.String(), Plain)),
            results: Type.Optional(Type.Record(Type.String(), Type.String())),
            otherwise: Type.Optional(Type.String()),
            indicators: Type.Optional(Type.Record(Type.String(), Plain)),
          },
          closed,
        ),
      ),
      expect: Type.Record(
        Type.String(),
        Type.Object(
          {
            lists: Type.Optional(Type.Record(Type.String(), Type.Enum(['yes', 'no', 'unknown']))),
            values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]))),
            margins: Type.Optional(Type.Record(Type.String(), Type.Union([Type.Integer(), Type.Null()]))),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
  { minItems: 1 },
)
type WorkedCase = Static<typeof CaseShape>[number]

export interface CaseOutcome {
  readonly name: string
  readonly source: string
  /** Nothing: the case holds. */
  readonly differences: readonly { readonly place: string; readonly expected: string; readonly found: string }[]
}

/**
 * Works through `cases.yaml` of a methodology: given results by hand, expected verdicts, figures (to nine places) and margins.
 *
 * @throws refuse('not-found', 'methodologies/not-found') without the file; a refusal (invalid) with a code of `methodologies`, for a case that is not well written
 */
export async function workThrough({ methodology, folder }: LoadedMethodology): Promise<readonly CaseOutcome[]> {
  return outcomesOf(methodology, await readYaml(join(folder, 'cases.yaml'), `${methodology.id}/cases.yaml`))
}

/** Works through cases that are already data; none of them: nothing to say. @throws as workThrough does */
export function outcomesOf(methodology: Methodology, data: unknown): readonly CaseOutcome[] {
  if (data === null || data === undefined) return []
  checkData(CaseShape, data, 'cases')
  return (data as readonly WorkedCase[]).map(worked => outcomeOf(worked, methodology))
}

function outcomeOf(worked: WorkedCase, methodology: Methodology): CaseOutcome {
  const options = { changes: worked.with ?? {}, ...(worked.year === undefined ? {} : { year: worked.year }) }
  const answer = identify(methodology, tableOfCase(worked, methodology), options)
  const differences = Object.entries(worked.expect).flatMap(([school, expected]) => {
    const found = answer.schools.find(each => each.school === school)
    if (!found) throw refuse('invalid', 'methodologies/case-without-school', { name: worked.name, school })
    return differencesOf(school, expected, found)
  })
  return { name: worked.name, source: worked.source, differences }
}

function differencesOf(school: string, { lists, values, margins }: WorkedCase['expect'][string], found: SchoolAnswer) {
  const pairs = [
    ...Object.entries(lists ?? {}).map(([id, expected]) => ({ id, expected, found: found.lists[id] })),
    ...Object.entries(margins ?? {}).map(([id, expected]) => ({
      id: `${id}, margin`,
      expected,
      found: found.margins[id] === undefined ? undefined : (found.margins[id]?.participants ?? null),
    })),
    ...Object.entries(values ?? {}).map(([id, expected]) => ({ id, expected, found: rounded(found.values[id]) })),
  ]
  return pairs
    .filter(pair => (typeof pair.expected === 'number' ? rounded(pair.expected) : pair.expected) !== pair.found)
    .map(pair => ({ place: `${school}: ${pair.id}`, expected: String(pair.expected), found: String(pair.found) }))
}

function rounded(value: number | null | undefined): number | null | undefined {
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value
}

/** The results that a case gives, as if they had come in files. */
function tableOfCase(worked: WorkedCase, methodology: Methodology): ResultsTable {
  const counts: Record<string, string>[] = []
  const indicators: Record<string, string>[] = []
  const schools: Record<string, string>[] = []
  for (const [school, given] of Object.entries(worked.given)) {
    schools.push({ school, ...textsOf(given.about ?? {}) })
    const results = {
      ...(given.otherwise ? everywhere(methodology, worked, given.otherwise) : {}),
      ...inOrder(given.results ?? {}),
    }
    for (const [slot, written] of Object.entries(results).filter(([, each]) => each !== noRow))
      counts.push({ school, ...slotOf(slot, worked.name), ...countsOf(written, worked.name) })
    for (const [key, value] of Object.entries(textsOf(given.indicators ?? {}))) {
      const [, indicator = '', year = ''] = /^(.+),\s*(\d{4})$/.exec(key) ?? []
      const [written = '', participants = ''] = value.split(' из ')
      indicators.push({ school, indicator, year, value: written, participants })
    }
  }
  const sheet = (file: string, rows: readonly Record<string, string>[]): NamedSheet => ({
    file: `${worked.name}: ${file}`,
    columns: [...new Set(rows.flatMap(row => Object.keys(row)))],
    rows: rows.map((cells, at) => ({ number: at + 1, cells })),
  })
  return tableOf(sheet('results', counts), sheet('about', schools), sheet('indicators', indicators))
}

/** The same counts in every procedure of the methodology: in its own years, otherwise in the years that the case or the methodology names. */
function everywhere({ procedures, year }: Methodology, worked: WorkedCase, written: string): Record<string, string> {
  const slots = Object.values(worked.given).flatMap(({ results }) => Object.keys(results ?? {}))
  const named = slots.flatMap(slot => /\d{4}$/.exec(slot.trim())?.map(Number) ?? [])
  const usual = new Set(worked.years ?? [worked.year ?? year ?? [], named].flat())
  const all = (procedures ?? []).flatMap(({ procedure, subject, grade, years }) => {
    if (!years && usual.size === 0) throw refuse('invalid', 'methodologies/case-without-years', { name: worked.name })
    return (years ?? [...usual]).map(each => [`${procedure}, ${subject}, ${grade}, ${each}`, written] as const)
  })
  return Object.fromEntries(all)
}

function inOrder(results: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(results).map(([slot, written]) => [slot.replace(/\s*,\s*/g, ', '), written]))
}

function slotOf(slot: string, name: string): Record<string, string> {
  const [procedure, subject, grade, year, ...rest] = slot.split(', ')
  if (year === undefined || rest.length > 0) throw refuse('invalid', 'methodologies/case-slot', { name, found: slot })
  return { procedure: procedure!, subject: subject!, grade: grade!, year }
}

/** «6 из 20», «6 из 20, средний 14,5», or a word that says why there is no number; «нет строки» leaves it absent. */
function countsOf(written: string, name: string): Record<string, string> {
  const counts = /^(\d+) из (\d+)(?:, средний (\S+))?$/.exec(written.trim())
  if (counts) return { below: counts[1]!, participants: counts[2]!, mean: counts[3] ?? '' }
  if (/\d/.test(written)) throw refuse('invalid', 'methodologies/case-counts', { name, found: written })
  return { below: written, participants: written }
}

function textsOf(values: Readonly<Record<string, string | number | boolean>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
}
