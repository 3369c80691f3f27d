/** Shapes of the pages and the API of scales. */
import { type Static, Type } from 'typebox'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])

export const Nothing = Type.Object({})
/** «ВПР|математика|5|2025» */
export const PlaceParams = Type.Object({ place: Type.String({ maxLength: 200 }) })
export const ScalesQuery = Type.Object({ year: Type.Optional(Type.String({ maxLength: 4 })) })

const Place = {
  procedure: Type.String(),
  subject: Type.String(),
  grade: Type.Integer(),
  year: Type.Integer(),
}
const Thresholds = Type.Object({
  of: Type.Union([Type.Literal('primary'), Type.Literal('test')]),
  marks: Nullable(Type.Array(Type.Integer())),
  minimum: Nullable(Type.Integer()),
  max: Nullable(Type.Integer()),
  also: Nullable(Type.String()),
})
export type ShownThresholds = Static<typeof Thresholds>

const ShownScale = Type.Object({
  id: Type.String(),
  thresholds: Thresholds,
  source: Type.String(),
  checkedOn: Type.String(),
  status: Type.Union([Type.Literal('confirmed'), Type.Literal('default')]),
  /** Set by the region itself. */
  own: Type.Boolean(),
})
export type ShownScale = Static<typeof ShownScale>

export const ScaleList = Type.Object({
  years: Type.Array(Type.Integer()),
  year: Nullable(Type.Integer()),
  places: Type.Array(
    Type.Object({
      ...Place,
      key: Type.String(),
      schools: Type.Integer(),
      participants: Type.Integer(),
      /** Of how many participants it is not known whether they are below. */
      unknown: Type.Integer(),
      scale: Nullable(ShownScale),
    }),
  ),
})
export type ScaleList = Static<typeof ScaleList>

export const ScalePage = Type.Object({
  ...Place,
  key: Type.String(),
  of: Type.Union([Type.Literal('primary'), Type.Literal('test')]),
  scale: Nullable(ShownScale),
  /** Classes that were counted before the scale that counts now came with the product. */
  stale: Type.Integer(),
  /** The newest edition of the region; 0: it has never set one. */
  edition: Type.Integer(),
  editions: Type.Array(
    Type.Object({
      edition: Type.Integer(),
      thresholds: Nullable(Thresholds),
      source: Type.String(),
      checkedOn: Type.String(),
      enteredAt: Type.String(),
      enteredBy: Type.String(),
    }),
  ),
})
export type ScalePage = Static<typeof ScalePage>

const Score = Type.String({ maxLength: 6 })
/** As a form sends it: an empty field says that there is no such number. */
export const ScaleFields = Type.Object({
  /** `shipped` gives the place back to the shipped scale; the numbers do not count then. */
  kind: Type.Union([Type.Literal('own'), Type.Literal('shipped')]),
  three: Score,
  four: Score,
  five: Score,
  minimum: Score,
  highest: Score,
  also: Type.String({ maxLength: 200 }),
  source: Type.String({ maxLength: 500 }),
  checkedOn: Type.String({ maxLength: 10 }),
})
export type ScaleFields = Static<typeof ScaleFields>
export const PreviewQuery = Type.Partial(ScaleFields)
export const SetScale = Type.Object({ ...ScaleFields.properties, edition: Type.Integer() })
export const PlaceResult = Type.Object({ place: Type.String() })

export const ScalePreview = Type.Object({
  page: ScalePage,
  fields: ScaleFields,
  thresholds: Nullable(Thresholds),
  effect: Type.Object({
    cells: Type.Integer(),
    printed: Type.Integer(),
    schools: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        participants: Type.Integer(),
        before: Nullable(Type.Integer()),
        after: Nullable(Type.Integer()),
      }),
    ),
  }),
})
export type ScalePreview = Static<typeof ScalePreview>
