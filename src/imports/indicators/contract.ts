import { type Static, Type } from 'typebox'
import { Upload } from '../../core/web/index.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Int = Type.Integer()
const Text = Type.String()

export const Nothing = Type.Object({})
export const FileParams = Type.Object({ fileId: Id })

export const Report = Type.Object({
  /** Of values, not of rows: a wide row has several. `blank`: cells that say nothing. */
  totals: Type.Object({ created: Int, changed: Int, same: Int, blank: Int, rejected: Int }),
  /** The first hundred of each code; `problemCounts` has them all. None of them was taken. */
  problems: Type.Array(Type.Object({ row: Int, column: Text, indicator: Text, code: Text, found: Text })),
  problemCounts: Type.Record(Text, Int),
  /** Headings that were not read. */
  left: Type.Array(Text),
  schools: Int,
  indicators: Type.Array(
    Type.Object({
      name: Text,
      unit: Nullable(Text),
      facts: Int,
      years: Type.Array(Int),
      /** A shipped methodology asks for it. */
      known: Type.Boolean(),
      /** Per cents all of which lie between 0 and 1. */
      looksLikeParts: Type.Boolean(),
    }),
  ),
})
export type IndicatorReport = Static<typeof Report>

const FileRow = Type.Object({
  id: Id,
  at: Text,
  fileName: Text,
  state: Type.Enum(['waiting', 'applied', 'put-aside']),
  report: Report,
  version: Int,
})
export type IndicatorFileRow = Static<typeof FileRow>

const Known = Type.Object({ name: Text, unit: Nullable(Text), askedBy: Type.Array(Text), source: Text })
export const FilesQuery = Type.Object({ file: Type.Optional(Type.String({ maxLength: 300 })) })
export const IndicatorFiles = Type.Object({
  files: Type.Array(FileRow),
  /** Only files of this name were asked for. */
  file: Nullable(Text),
  known: Type.Array(Known),
})
export type IndicatorFiles = Static<typeof IndicatorFiles>

export const Fact = Type.Object({
  state: Type.Enum(['reported', 'suppressed', 'no_students', 'not_applicable', 'not_collected', 'unknown']),
  numerator: Nullable(Int),
  denominator: Nullable(Int),
  /** As written, with a dot. */
  number: Nullable(Text),
  participants: Nullable(Int),
})
export type Fact = Static<typeof Fact>

export const IndicatorFile = Type.Object({
  ...FileRow.properties,
  /** What would change, the first two hundred values. Empty once the file has been entered or put aside. */
  changes: Type.Array(
    Type.Object({
      row: Int,
      school: Text,
      schoolId: Id,
      indicator: Text,
      unit: Nullable(Text),
      year: Int,
      before: Nullable(Fact),
      after: Fact,
    }),
  ),
  changeCount: Int,
})
export type IndicatorFile = Static<typeof IndicatorFile>

export const ReadIndicators = Type.Object({
  requestKey: Type.String({ minLength: 8, maxLength: 100 }),
  file: Upload(),
  year: Type.Optional(Type.String({ pattern: '^((19|20)\\d\\d)?$', description: 'Year of facts that name none.' })),
})
export const FileRead = Type.Object({ id: Id })
export const ChangeFile = Type.Object({ version: Int })

const Named = Type.Object({ id: Id, name: Text })
const Year = Type.Optional(Type.String({ maxLength: 4 }))
export const TableQuery = Type.Object({
  year: Year,
  indicator: Type.Optional(Type.String({ maxLength: 200 })),
  municipality: Type.Optional(Type.String({ maxLength: 60 })),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Enum(['with', 'without', ''])),
  after: Type.Optional(Type.String({ maxLength: 700 })),
})
const Column = Type.Object({ name: Text, unit: Nullable(Text) })
const SourcedFact = Type.Object({ indicator: Text, ...Fact.properties, source: Text })
export const IndicatorTable = Type.Object({
  schools: Type.Array(
    Type.Object({
      id: Id,
      name: Text,
      municipality: Nullable(Text),
      /** One for each indicator that somebody said something of. What is absent here is not known, never zero. */
      facts: Type.Array(SourcedFact),
    }),
  ),
  total: Int,
  next: Nullable(Text),
  years: Type.Array(Int),
  year: Nullable(Int),
  /** Names of this year; `shown` are the columns. */
  indicators: Type.Array(Column),
  shown: Type.Array(Column),
  municipalities: Type.Array(Named),
  query: TableQuery,
})
export type IndicatorTable = Static<typeof IndicatorTable>

export const SchoolParams = Type.Object({ schoolId: Id })
export const IndicatorsOfSchool = Type.Object({
  school: Named,
  years: Type.Array(Int),
  indicators: Type.Array(Column),
  facts: Type.Array(Type.Object({ ...SourcedFact.properties, year: Int })),
})
export type IndicatorsOfSchool = Static<typeof IndicatorsOfSchool>
