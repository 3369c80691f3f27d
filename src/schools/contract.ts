/** Shapes that routes, pages, commands and other slices share with the register of schools. */
import { type Static, Type } from 'typebox'
import { codeSystems } from './model/school-codes.ts'
import { schoolTypes } from './model/school-types.ts'

export * from './model/school-codes.ts'
export * from './model/school-types.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const SchoolParams = Type.Object({ schoolId: Id })
export const Nothing = Type.Object({})

const Code = Type.Object({ system: Type.Enum([...codeSystems]), code: Type.String() })

export const SchoolRow = Type.Object({
  id: Id,
  name: Type.String(),
  shortName: Nullable(Type.String()),
  municipality: Nullable(Type.String()),
  type: Nullable(Type.Enum([...schoolTypes])),
  codes: Type.Array(Code),
  closedOn: Nullable(DateText),
})
export type SchoolRow = Static<typeof SchoolRow>

export const SchoolListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  municipality: Type.Optional(Type.String({ maxLength: 36 })),
  type: Type.Optional(Type.String({ maxLength: 20 })),
  closed: Type.Optional(Type.String({ maxLength: 5 })),
  /** Key of the last row of the page before. */
  after: Type.Optional(Type.String({ maxLength: 400 })),
})

export const SchoolList = Type.Object({
  schools: Type.Array(SchoolRow),
  total: Type.Integer(),
  next: Nullable(Type.String()),
  municipalities: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  query: SchoolListQuery,
})
export type SchoolList = Static<typeof SchoolList>

export const SchoolCard = Type.Object({
  ...SchoolRow.properties,
  municipalityId: Nullable(Id),
  mergedInto: Nullable(Type.Object({ id: Id, name: Type.String() })),
  version: Type.Integer(),
  organisationVersion: Type.Integer(),
  earlierNames: Type.Array(
    Type.Object({ name: Type.String(), shortName: Nullable(Type.String()), usedUntil: DateText }),
  ),
  people: Type.Array(Type.Object({ id: Id, fullName: Type.String(), title: Nullable(Type.String()) })),
  history: Type.Array(
    Type.Object({
      id: Id,
      at: Type.String(),
      personName: Type.String(),
      action: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
    }),
  ),
})
export type SchoolCard = Static<typeof SchoolCard>

const codeFields = {
  'fis-oko': Type.String({ maxLength: 40 }),
  rcoi: Type.String({ maxLength: 40 }),
  'oo-1': Type.String({ maxLength: 40 }),
  inn: Type.String({ maxLength: 40 }),
  ogrn: Type.String({ maxLength: 40 }),
}

export const SchoolForm = Type.Object({
  municipalities: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export type SchoolForm = Static<typeof SchoolForm>

export const EnterSchool = Type.Object({
  requestKey: Type.String({ minLength: 8, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  shortName: Type.String({ maxLength: 200 }),
  municipalityId: Id,
  type: Type.String({ maxLength: 20 }),
  ...codeFields,
})
export type EnterSchool = Static<typeof EnterSchool>

export const ChangeSchool = Type.Object({
  version: Type.Integer(),
  organisationVersion: Type.Integer(),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  shortName: Type.String({ maxLength: 200 }),
  type: Type.String({ maxLength: 20 }),
  ...codeFields,
})
export type ChangeSchool = Static<typeof ChangeSchool>

export const CloseSchool = Type.Object({
  version: Type.Integer(),
  closedOn: DateText,
  /** Id of the successor; empty: none. */
  mergedInto: Type.String({ maxLength: 36 }),
})
export type CloseSchool = Static<typeof CloseSchool>

export const CloseSchoolForm = Type.Object({
  school: SchoolCard,
  others: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export type CloseSchoolForm = Static<typeof CloseSchoolForm>

export const SchoolChanged = Type.Object({ id: Id })
