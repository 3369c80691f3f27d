import { type Static, Type } from 'typebox'
import { waves } from '../../assessments/contract.ts'
import { Upload } from '../../core/web/index.ts'
import { columnMeanings } from '../results/mapped-layout.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Counts = { added: Type.Integer(), changed: Type.Integer(), same: Type.Integer() }

export const Nothing = Type.Object({})
export const UploadParams = Type.Object({ uploadId: Id })
export const FileParams = Type.Object({ uploadId: Id, place: Type.Integer({ minimum: 1, maximum: 100_000 }) })

/** What the sender says of files that do not say it themselves. */
const About = {
  procedure: Type.Optional(Type.String({ maxLength: 60 })),
  subject: Type.Optional(Type.String({ maxLength: 120 })),
  grade: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 12 }))),
  year: Type.Optional(Nullable(Type.Integer({ minimum: 1990, maximum: 2100 }))),
  wave: Type.Optional(Type.Union([Type.Enum([...waves]), Type.Literal('')])),
}
export const SendResults = Type.Object({
  requestKey: Type.String({ minLength: 8, maxLength: 100 }),
  files: Type.Array(Upload(), { minItems: 1, maxItems: 2_000 }),
  ...About,
})
export type SendResults = Static<typeof SendResults>
export const Made = Type.Object({ id: Id })

export const TemplateParams = Type.Object({ name: Type.Enum(['counts.xlsx', 'participants.xlsx']) })

const UploadRow = Type.Object({
  id: Id,
  at: Type.String(),
  sender: Type.String(),
  state: Type.Enum(['reading', 'interrupted', 'waiting', 'applied', 'put-aside']),
  filesTotal: Type.Integer(),
  filesDone: Type.Integer(),
  firstName: Nullable(Type.String()),
  version: Type.Integer(),
})
export type UploadRow = Static<typeof UploadRow>
export const Uploads = Type.Object({ uploads: Type.Array(UploadRow) })
export type Uploads = Static<typeof Uploads>

const FileRow = Type.Object({
  place: Type.Integer(),
  fileName: Type.String(),
  state: Type.Enum(['read', 'unknown-layout', 'refused', 'left-out']),
  layout: Nullable(Type.String()),
  accepted: Type.Integer(),
  repaired: Type.Integer(),
  rejected: Type.Integer(),
  cells: Type.Integer(),
  refusal: Nullable(
    Type.Object({
      code: Type.String(),
      params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
    }),
  ),
  /** Entered before, byte for byte. */
  knownSince: Nullable(Type.String()),
})
export type FileRow = Static<typeof FileRow>

const Slot = {
  procedure: Type.String(),
  subject: Type.String(),
  grade: Type.Integer(),
  year: Type.Integer(),
}
const Unit = { ...Slot, wave: Type.Enum([...waves]), class: Type.String() }
const SchoolName = Type.Object({ id: Id, name: Type.String() })
const Figures = Type.Object({
  // null: not known, which is not zero.
  participants: Type.Integer(),
  absent: Nullable(Type.Integer()),
  below: Nullable(Type.Integer()),
  mean: Nullable(Type.Number()),
})

export const UploadPage = Type.Object({
  ...UploadRow.properties,
  files: Type.Array(FileRow),
  totals: Type.Object({ accepted: Type.Integer(), repaired: Type.Integer(), rejected: Type.Integer() }),
  unknownCodes: Type.Array(
    Type.Object({
      code: Type.String(),
      cells: Type.Integer(),
      participants: Type.Integer(),
      suggestions: Type.Array(SchoolName),
    }),
  ),
  unknownCount: Type.Integer(),
  /** All schools of the scope, to choose from; empty when every code is known. */
  schools: Type.Array(SchoolName),
  /** The same unit in two files: one of them is left out first. The first fifty. */
  clashes: Type.Array(Type.Object({ school: Type.String(), ...Unit, files: Type.Array(Type.String()) })),
  clashCount: Type.Integer(),
  /** Lists of the newest runs on which verdicts would turn, schools by name; null: not known. */
  verdicts: Nullable(
    Type.Array(
      Type.Object({
        methodology: Type.String(),
        list: Type.String(),
        entered: Type.Array(Type.String()),
        left: Type.Array(Type.String()),
        lostSight: Type.Array(Type.String()),
      }),
    ),
  ),
  /** null while reading, and when files clash. */
  changes: Nullable(
    Type.Object({
      ...Counts,
      schools: Type.Integer(),
      byProcedure: Type.Array(Type.Object({ ...Slot, ...Counts })),
      /** Cells that change, the first two hundred. */
      changedCells: Type.Array(
        Type.Object({
          school: Type.String(),
          ...Unit,
          before: Figures,
          after: Figures,
        }),
      ),
    }),
  ),
})
export type UploadPage = Static<typeof UploadPage>

export const Decide = Type.Object({ version: Type.Integer() })
export const MatchSchools = Type.Object({
  version: Type.Integer(),
  matches: Type.Array(
    Type.Object({
      code: Type.String({ minLength: 1, maxLength: 40 }),
      schoolId: Type.Optional(Type.String({ maxLength: 36 })),
      /** Instead of the id: the name as the register has it. It wins over the id. */
      schoolName: Type.Optional(Type.String({ maxLength: 400 })),
    }),
    { maxItems: 500 },
  ),
})
export const LeaveOut = Type.Object({ version: Type.Integer(), out: Type.Boolean() })
export const Matched = Type.Object({ id: Id, matched: Type.Integer() })
export type MatchSchools = Static<typeof MatchSchools>

const Refused = Nullable(
  Type.Object({
    code: Type.String(),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
  }),
)

/** Report of a file, as the reader made it (`results/report.ts`). */
export const ReadFile = Type.Object({
  id: Id,
  at: Type.String(),
  place: Type.Integer(),
  fileName: Type.String(),
  state: Type.Enum(['read', 'unknown-layout', 'refused', 'left-out']),
  layout: Nullable(Type.String()),
  refusal: Refused,
  cells: Type.Integer(),
  rows: Nullable(
    Type.Object({
      read: Type.Integer(),
      accepted: Type.Integer(),
      repaired: Type.Integer(),
      rejected: Type.Integer(),
      absent: Type.Integer(),
      withoutResult: Type.Integer(),
      passedOver: Type.Integer(),
    }),
  ),
  sheets: Type.Array(
    Type.Object({
      at: Type.Integer(),
      name: Type.String(),
      layout: Nullable(Type.String()),
      headingRow: Nullable(Type.Integer()),
    }),
  ),
  issues: Type.Array(
    Type.Object({
      code: Type.String(),
      severity: Type.Enum(['info', 'warning', 'error']),
      fate: Type.Enum(['rejected', 'repaired', 'noted']),
      sheet: Type.Integer(),
      row: Nullable(Type.Integer()),
      column: Nullable(Type.Object({ letter: Type.String(), heading: Nullable(Type.String()) })),
      found: Nullable(
        Type.Object({
          kind: Type.Enum(['value', 'blank', 'text', 'longNumber', 'personal']),
          value: Nullable(Type.String()),
        }),
      ),
      params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    }),
  ),
  counts: Type.Record(Type.String(), Type.Integer()),
})
export type ReadFile = Static<typeof ReadFile>

const Meaning = Type.Union([Type.Enum([...columnMeanings]), Type.Literal('')])
export const UnknownTable = Type.Object({
  id: Id,
  place: Type.Integer(),
  fileName: Type.String(),
  version: Type.Integer(),
  columns: Type.Array(
    Type.Object({
      heading: Type.String(),
      meaning: Meaning,
      of: Type.Integer(),
      filled: Type.Integer(),
      numbers: Type.Integer(),
    }),
  ),
})
export type UnknownTable = Static<typeof UnknownTable>

export const NameColumns = Type.Object({
  version: Type.Integer(),
  columns: Type.Array(Type.Object({ heading: Type.String({ maxLength: 200 }), meaning: Meaning }), { maxItems: 2_000 }),
})
export type NameColumns = Static<typeof NameColumns>
export const ColumnsNamed = Type.Object({ id: Id, again: Type.Boolean() })
