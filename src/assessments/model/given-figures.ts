import type { CellKey, ResultCell } from './cell.ts'

/** What a file with counts or shares says of a unit. */
export interface GivenFigures {
  readonly participants: number
  readonly absent?: number | null
  readonly below?: number | null
  readonly mean?: ResultCell['mean']
  readonly marks?: readonly number[] | null
  readonly comparison?: ResultCell['comparison']
}

type Figures = Omit<ResultCell, keyof CellKey>

const unknown = -1

/** Figures given for cells: the usual ones (participants, below, mean) in columns of numbers, the rare ones apart. */
export function startGivenFigures() {
  let participants = new Int32Array(0)
  let below = new Int32Array(0)
  let means = new Float64Array(0)
  const rare = new Map<
    number,
    Pick<GivenFigures, 'absent' | 'marks' | 'comparison'> & { meanOf: 'primary' | 'test' | 'mark' }
  >()

  const reach = (cell: number): void => {
    if (cell < participants.length) return
    const before = participants.length
    const length = Math.max(64, 2 * cell)
    participants = enlarged(participants, new Int32Array(length).fill(unknown, before))
    below = enlarged(below, new Int32Array(length).fill(unknown, before))
    means = enlarged(means, new Float64Array(length).fill(Number.NaN, before))
  }

  return {
    /** False when the cell has such figures already: two lines of a file then speak of one unit. Other figures of the same people join. */
    put(cell: number, given: GivenFigures): boolean {
      reach(cell)
      const more = rare.get(cell)
      const joins =
        participants[cell] === given.participants &&
        !((given.below ?? null) !== null && below[cell] !== unknown) &&
        !((given.mean ?? null) !== null && !Number.isNaN(means[cell])) &&
        !(given.marks && more?.marks) &&
        !(given.comparison && more?.comparison) &&
        Boolean(given.comparison) !== Boolean(more?.comparison)
      if (participants[cell] !== unknown && !joins) return false
      participants[cell] = given.participants
      if ((given.below ?? null) !== null) below[cell] = given.below!
      if (given.mean) means[cell] = given.mean.value
      const hasRare =
        given.marks ||
        given.comparison ||
        (given.absent ?? null) !== null ||
        (given.mean?.of ?? 'primary') !== 'primary'
      if (hasRare)
        rare.set(cell, {
          absent: given.absent ?? more?.absent ?? null,
          marks: given.marks ?? more?.marks ?? null,
          comparison: given.comparison ?? more?.comparison ?? null,
          meanOf: given.mean?.of ?? more?.meanOf ?? 'primary',
        })
      return true
    },
    /** The figures of a cell; null when none were given. */
    at(cell: number): Figures | null {
      if (cell >= participants.length || participants[cell] === unknown) return null
      const more = rare.get(cell)
      return {
        basis: 'aggregate',
        participants: participants[cell]!,
        absent: more?.absent ?? null,
        scores: null,
        testScores: null,
        marks: more?.marks ?? null,
        below: below[cell] === unknown ? null : below[cell]!,
        mean: Number.isNaN(means[cell]) ? null : { value: means[cell]!, of: more?.meanOf ?? 'primary' },
        journal: null,
        comparison: more?.comparison ?? null,
        tasks: null,
      }
    },
  }
}

function enlarged<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
