/** Shapes of what the pages of results and the API give. A null is «not known», never zero. */
import { type Static, Type } from 'typebox'
import { waves } from './model/cell.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Int = Type.Integer()
const Counts = Type.Array(Type.Integer())
const Named = Type.Object({ id: Id, name: Type.String() })

export const Nothing = Type.Object({})
export const MunicipalityParams = Type.Object({ municipalityId: Id })
export const SchoolParams = Type.Object({ schoolId: Id })

/** What a result is about, without its year. In an address: `procedure~subject~grade~wave`. */
export const ProcedureKey = Type.Object({
  procedure: Type.String(),
  subject: Type.String(),
  grade: Int,
  wave: Type.Enum([...waves]),
})
export type ProcedureKey = Static<typeof ProcedureKey>
const Key = Type.Optional(Type.String({ maxLength: 300 }))
const Year = Type.Optional(Type.String({ maxLength: 4 }))

const points = ['primary', 'test', 'mark'] as const
/** Figures of a school or territory in one procedure, year and wave. `below`: of the `judged`, with mark «2» or under the minimum. */
export const Summary = Type.Object({
  participants: Int,
  absent: Nullable(Int),
  judged: Int,
  below: Nullable(Int),
  /** By mark: none, «1» … «5». */
  marks: Nullable(Counts),
  mean: Nullable(Type.Object({ of: Type.Enum([...points]), value: Type.Number(), n: Int })),
})
export type Summary = Static<typeof Summary>

/** Figures of a territory; `hidden`: so few schools that they would tell those of one school. */
export const Beside = Type.Union([
  Type.Object({ state: Type.Literal('reported'), schools: Int, ...Summary.properties }),
  Type.Object({ state: Type.Literal('hidden'), schools: Int }),
])
export type Beside = Static<typeof Beside>

/** Why there is no figure. `missing`: nobody has said anything. */
export const absences = ['missing', 'no_students', 'not_applicable', 'not_collected', 'suppressed'] as const
const Absence = Type.Enum([...absences])
export type Absence = (typeof absences)[number]

export const TerritoryQuery = Type.Object({ year: Year, key: Key })
export const TerritoryResults = Type.Object({
  /** null: the region. */
  municipality: Nullable(Named),
  municipalities: Type.Array(Named),
  /** The school of a seat that belongs to one. */
  ownSchool: Nullable(Named),
  years: Type.Array(Int),
  year: Nullable(Int),
  key: Nullable(ProcedureKey),
  procedures: Type.Array(
    Type.Object({
      key: ProcedureKey,
      own: Nullable(Beside),
      region: Nullable(Beside),
      /** Schools of the register that can have this grade; null where the seat does not see them all, and for waves that are not for all. */
      expected: Nullable(Int),
      /** Of those without a result: of how many the reason is known. */
      explained: Int,
    }),
  ),
  overYears: Type.Array(Type.Object({ year: Int, own: Nullable(Beside), region: Nullable(Beside) })),
})
export type TerritoryResults = Static<typeof TerritoryResults>

export const SchoolsQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  municipality: Type.Optional(Type.String({ maxLength: 36 })),
  year: Year,
  key: Key,
  /** `with` or `without` a result. */
  state: Type.Optional(Type.String({ maxLength: 10 })),
  after: Type.Optional(Type.String({ maxLength: 400 })),
})
export const SchoolsResults = Type.Object({
  schools: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      municipality: Nullable(Type.String()),
      summary: Nullable(Summary),
      absence: Nullable(Absence),
    }),
  ),
  total: Int,
  next: Nullable(Type.String()),
  years: Type.Array(Int),
  year: Nullable(Int),
  keys: Type.Array(ProcedureKey),
  key: Nullable(ProcedureKey),
  municipalities: Type.Array(Named),
  query: SchoolsQuery,
})
export type SchoolsResults = Static<typeof SchoolsResults>

const School = Type.Object({
  id: Id,
  name: Type.String(),
  municipality: Nullable(Named),
  type: Nullable(Type.String()),
})
const KeyedYear = { key: ProcedureKey, year: Int }

export const SchoolQuery = Type.Object({ year: Year })
export const SchoolResults = Type.Object({
  school: School,
  years: Type.Array(Int),
  year: Nullable(Int),
  results: Type.Array(
    Type.Object({
      ...KeyedYear,
      own: Summary,
      municipality: Nullable(Beside),
      region: Nullable(Beside),
    }),
  ),
  absences: Type.Array(
    Type.Object({ procedure: Type.String(), subject: Type.String(), grade: Int, year: Int, state: Absence }),
  ),
})
export type SchoolResults = Static<typeof SchoolResults>

/** Why a marker has no answer: reasons of the method, and what is not there to apply it to. */
const NotCountable = Type.Object({
  status: Type.Literal('not-countable'),
  why: Type.Enum([
    'nothing',
    'too-few',
    'no-spread',
    'no-scores',
    'no-scale',
    'no-journal',
    'no-year-before',
    'score-not-enough',
    'hidden',
  ]),
  found: Int,
  needed: Int,
})
export type NotCountable = Static<typeof NotCountable>

const Interval = Type.Object({
  status: Type.Literal('counted'),
  n: Int,
  mean: Type.Number(),
  deviation: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
})
const Jump = Type.Object({
  status: Type.Literal('counted'),
  z: Type.Number(),
  relative: Type.Number(),
  n: Int,
  at: Type.Array(Type.Object({ threshold: Int, below: Int, on: Int })),
})
const ShareInterval = Type.Object({
  status: Type.Literal('counted'),
  n: Int,
  k: Int,
  share: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
})
const Comparison = Type.Object({
  status: Type.Literal('counted'),
  /** `file`: as the file gives it; `journal`: worked out from marks of the journal, scores and the scale. */
  from: Type.Enum(['file', 'journal']),
  lower: Int,
  same: Int,
  higher: Int,
  withoutMark: Int,
})
export type Comparison = Static<typeof Comparison>

export const Markers = Type.Object({
  /** What the values of `above` are. */
  valuesOf: Nullable(Type.Enum([...points])),
  above: Type.Union([
    Type.Object({ status: Type.Enum(['above', 'not-above']), school: Interval, region: Interval }),
    NotCountable,
  ]),
  /** `seen`: z of the school is at least 3 and its surplus is larger than that of the region. */
  jump: Type.Object({
    seen: Type.Boolean(),
    school: Type.Union([Jump, NotCountable]),
    region: Type.Union([Jump, NotCountable]),
  }),
  spearman: Type.Union([
    Type.Object({ status: Type.Literal('counted'), n: Int, corrected: Type.Number(), printed: Type.Number() }),
    NotCountable,
  ]),
  cohort: Type.Union([
    Type.Object({
      status: Type.Enum(['below', 'inside', 'above']),
      ratio: Type.Number(),
      schools: Int,
      q25: Type.Number(),
      median: Type.Number(),
      q75: Type.Number(),
      low: Type.Number(),
      high: Type.Number(),
    }),
    NotCountable,
  ]),
  low: Type.Object({
    school: Type.Union([ShareInterval, NotCountable]),
    municipality: Type.Union([ShareInterval, NotCountable]),
    region: Type.Union([ShareInterval, NotCountable]),
  }),
  comparison: Type.Object({
    school: Type.Union([Comparison, NotCountable]),
    region: Type.Union([Comparison, NotCountable]),
  }),
})
export type Markers = Static<typeof Markers>

const Task = Type.Object({
  code: Type.String(),
  max: Nullable(Int),
  sum: Type.Number(),
  done: Int,
})
/** Who the school is laid beside, as chosen in the address. */
const groupFields = {
  type: Type.Optional(Type.String({ maxLength: 4 })),
  place: Type.Optional(Type.String({ maxLength: 4 })),
  size: Type.Optional(Type.String({ maxLength: 4 })),
  indicator: Type.Optional(Type.String({ maxLength: 200 })),
  within: Type.Optional(Type.String({ maxLength: 3 })),
}
export const ProcedureQuery = Type.Object({ key: Key, year: Year, ...groupFields })
export type ProcedureQuery = Static<typeof ProcedureQuery>

export const SimilarSchools = Type.Object({
  query: Type.Object(groupFields),
  /** false: the seat does not see other schools. */
  allowed: Type.Boolean(),
  schools: Type.Array(Named),
  figures: Nullable(Summary),
  low: Type.Union([ShareInterval, NotCountable]),
  indicators: Type.Array(Type.Object({ name: Type.String(), year: Int, value: Type.Number() })),
})
export type SimilarSchools = Static<typeof SimilarSchools>

const YearBeside = Nullable(Beside)
export const ProcedureResults = Type.Object({
  school: School,
  key: ProcedureKey,
  year: Int,
  years: Type.Array(Int),
  own: Nullable(Summary),
  absence: Nullable(Absence),
  municipality: Nullable(Beside),
  region: Nullable(Beside),
  scale: Nullable(
    Type.Object({
      of: Type.Enum(['primary', 'test']),
      max: Nullable(Int),
      marks: Nullable(Counts),
      minimum: Nullable(Int),
      also: Nullable(Type.String()),
      title: Type.String(),
      source: Type.String(),
      checkedOn: Type.String(),
      status: Type.Enum(['confirmed', 'default']),
    }),
  ),
  /** Participants by score; of which scores it says `scoresOf`. */
  scoresOf: Nullable(Type.Enum(['primary', 'test'])),
  scores: Nullable(Counts),
  regionScores: Nullable(Counts),
  classes: Type.Array(
    Type.Object({
      class: Type.String(),
      basis: Type.Enum(['participants', 'aggregate']),
      ...Summary.properties,
      scale: Nullable(Type.String()),
      file: Type.Object({ name: Type.String(), at: Type.String(), rows: Nullable(Type.Array(Int)) }),
    }),
  ),
  tasks: Type.Array(Type.Object({ own: Task, region: Nullable(Task) })),
  overYears: Type.Array(
    Type.Object({
      year: Int,
      own: Nullable(Summary),
      absence: Nullable(Absence),
      municipality: YearBeside,
      region: YearBeside,
    }),
  ),
  markers: Nullable(Markers),
  similar: Nullable(SimilarSchools),
})
export type ProcedureResults = Static<typeof ProcedureResults>
