import { type Static, Type } from 'typebox'

const Text = Type.String({ minLength: 1 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ pattern: '^[a-zA-Z0-9а-яА-ЯёЁ][\\w\\-а-яА-ЯёЁ]*$' })
const Year = Type.Integer({ minimum: 1990, maximum: 2100 })
/** Waves of a procedure whose results count. Files of counts do not tell waves apart: there they say nothing. */
const Wave = Type.Union(['main', 'reserve', 'september', 'spring', 'autumn'].map(wave => Type.Literal(wave)))
const Plain = Type.Union([Text, Type.Number(), Type.Boolean()])
const closed = { additionalProperties: false }

/** A number that an authority may change, a small story: what it is, its value by date, its source, and the day somebody last checked it. */
const Parameter = Type.Object(
  {
    title: Text,
    unit: Text,
    values: Type.Array(Type.Object({ from: Day, value: Plain }, closed), { minItems: 1 }),
    source: Text,
    checkedOn: Day,
  },
  closed,
)

/** A place where the words of an order admit several readings: the chosen one is printed with every run. */
const Switch = Type.Object(
  { title: Text, chosen: Text, readings: Type.Record(Type.String(), Text), source: Text },
  closed,
)

const ProcedureOfMethodology = Type.Object(
  {
    procedure: Text,
    subject: Text,
    grade: Type.Integer({ minimum: 1, maximum: 12 }),
    years: Type.Optional(Type.Array(Year, { minItems: 1 })),
    schoolTypes: Type.Optional(Type.Array(Text, { minItems: 1 })),
    notSchoolTypes: Type.Optional(Type.Array(Text, { minItems: 1 })),
  },
  closed,
)

const List = Type.Object(
  {
    id: Id,
    title: Text,
    rule: Type.Unknown(),
    /** The list contains every school of another, or leaves them out. */
    relation: Type.Optional(Type.Object({ list: Id, kind: Text }, closed)),
    /** A school of last year's list stays until this rule lets it go. */
    exit: Type.Optional(Type.Object({ previously: Text, rule: Type.Unknown() }, closed)),
  },
  closed,
)

/** The shape of `methodology.yaml`. Rules and figures inside are checked by their mechanisms. */
export const MethodologyShape = Type.Object(
  {
    id: Id,
    edition: Type.Integer({ minimum: 1 }),
    title: Text,
    about: Text,
    source: Text,
    checkedOn: Day,
    /** The day whose values of parameters count. */
    asOf: Day,
    year: Type.Optional(Year),
    parameters: Type.Optional(Type.Record(Id, Parameter)),
    switches: Type.Optional(Type.Record(Id, Switch)),
    procedures: Type.Optional(Type.Array(ProcedureOfMethodology, { minItems: 1 })),
    /** Left out: every wave but September, where the same pupils try again. */
    waves: Type.Optional(Type.Array(Wave, { minItems: 1 })),
    exclude: Type.Optional(Type.Array(Type.Object({ when: Type.Unknown(), reason: Text }, closed), { minItems: 1 })),
    values: Type.Optional(
      Type.Array(Type.Object({ id: Id, title: Text, value: Type.Unknown() }, closed), { minItems: 1 }),
    ),
    lists: Type.Array(List, { minItems: 1 }),
  },
  closed,
)
export type Methodology = Static<typeof MethodologyShape>
export type NamedProcedure = Static<typeof ProcedureOfMethodology>
