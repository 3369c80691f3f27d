/** Why a running roadmap changes. */
import type { IsoDate } from '../../core/base/index.ts'

/** The reason of a change and the order that says so. */
export interface Basis {
  readonly reason: string
  /** Null where the change needs no order. */
  readonly orderNumber: string | null
  readonly orderDate: IsoDate | null
}

/** Something that happened to an item by a basis. */
export interface DatedBasis extends Basis {
  readonly on: IsoDate
}
