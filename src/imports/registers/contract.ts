import { type Static, Type } from 'typebox'
import { Upload } from '../../core/web/index.ts'
import { municipalityColumns, organisationColumns, personColumns } from './columns.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })

export const Nothing = Type.Object({})
export const FileParams = Type.Object({ fileId: Id })

const Kind = Type.Enum(['organisations', 'people', 'municipalities'])
const ColumnName = Type.Enum([...organisationColumns, ...personColumns, ...municipalityColumns])

export const Report = Type.Object({
  kind: Kind,
  totals: Type.Object({
    created: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    rejected: Type.Integer(),
  }),
  problems: Type.Array(
    Type.Object({
      row: Type.Integer(),
      column: Nullable(ColumnName),
      code: Type.String(),
      found: Type.String(),
      repaired: Type.Boolean(),
    }),
  ),
  problemCounts: Type.Record(Type.String(), Type.Integer()),
  unknownColumns: Type.Array(Type.String()),
})

const FileRow = Type.Object({
  id: Id,
  at: Type.String(),
  fileName: Type.String(),
  kind: Kind,
  state: Type.Enum(['waiting', 'applied', 'put-aside']),
  report: Report,
  version: Type.Integer(),
})
export type RegisterFileRow = Static<typeof FileRow>

export const RegisterFiles = Type.Object({ files: Type.Array(FileRow) })
export type RegisterFiles = Static<typeof RegisterFiles>

export const RegisterFile = Type.Object({
  ...FileRow.properties,
  /** What would change, the first two hundred rows. Empty once the file has been applied or put aside. */
  changes: Type.Array(
    Type.Object({
      row: Type.Integer(),
      does: Type.Enum(['create', 'change']),
      name: Type.String(),
      fields: Type.Array(Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() })),
    }),
  ),
  changeCount: Type.Integer(),
})
export type RegisterFile = Static<typeof RegisterFile>

export const ReadRegister = Type.Object({ requestKey: Type.String({ minLength: 8, maxLength: 100 }), file: Upload() })
export const FileRead = Type.Object({ id: Id })
export const ApplyRegister = Type.Object({ version: Type.Integer() })
