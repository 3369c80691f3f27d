import { type Static, type TSchema, Type } from 'typebox'
import type { ReadyRule, ReadyValue, Workbench } from './mechanism.ts'

/** A number written exactly: `3/10`, `30 %`, `2,9`. */
export const Share = Type.Union([Type.String({ minLength: 1 }), Type.Number()])
export const Years = {
  years: Type.Optional(Type.Array(Type.Integer({ minimum: 1990, maximum: 2100 }), { minItems: 1 })),
  last: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
}
export const Names = Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }))
/** Schools that are compared with each other: all, those of one region or municipality, or of one value of a column of the register. */
export const Pool = Type.Optional(Type.String({ minLength: 1 }))

/** How a rule is told in words: a text of the catalogue, its values, and what stands below it. */
export interface Told {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly parts?: readonly unknown[]
}

/** A mechanism as the engine keeps it: its shape is checked before the other two are called. */
export interface Mechanism<Ready> {
  readonly name: string
  readonly shape: TSchema
  readonly tell: (data: never) => Told
  readonly ready: (data: never, bench: Workbench) => Ready
}

interface Written<Shape extends TSchema, Ready> {
  readonly name: string
  readonly shape: Shape
  readonly tell: (data: Static<Shape>) => Told
  readonly ready: (data: Static<Shape>, bench: Workbench) => Ready
}

/** Declares a mechanism that answers yes, no or unknown. */
export function ruleMechanism<Shape extends TSchema>(written: Written<Shape, ReadyRule>): Mechanism<ReadyRule> {
  return written
}

/** Declares a mechanism that gives a figure. */
export function valueMechanism<Shape extends TSchema>(written: Written<Shape, ReadyValue>): Mechanism<ReadyValue> {
  return written
}
