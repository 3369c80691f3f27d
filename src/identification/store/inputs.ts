/** Results as a run saw them, packed: the same results are kept once, whatever is tried on them. */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Fraction } from '../../core/rules/fraction.ts'
import type { IndicatorValue, ResultsTable, School, Slot } from '../../core/rules/results-table.ts'
import { type Ctx, change, maybeRow, sql } from '../../platform/postgres/index.ts'

interface Packed {
  readonly schools: readonly School[]
  readonly slots: readonly Slot[]
  readonly state: readonly number[]
  readonly participants: readonly number[]
  readonly below: readonly number[]
  readonly means: readonly (number | null)[]
  readonly indicators: readonly (readonly [
    name: string,
    years: readonly (readonly [year: number, values: readonly (PackedValue | null)[]])[],
  ])[]
}
type PackedValue = readonly [value: Fraction | null, state: number, participants: number | null]

/** Packs a table. @example unpackTable(packTable(table)) // the same table */
export function packTable(table: ResultsTable): Buffer {
  const packed: Packed = {
    schools: table.schools,
    slots: table.slots,
    state: [...table.state],
    participants: [...table.participants],
    below: [...table.below],
    means: Array.from(table.means, mean => (Number.isNaN(mean) ? null : mean)),
    indicators: [...table.indicators].map(([name, years]) => [
      name,
      [...years].map(([year, values]) => [
        year,
        table.schools.map((_, at) => {
          const value = values[at]
          return value ? ([value.value, value.state, value.participants] as const) : null
        }),
      ]),
    ]),
  }
  return gzipSync(JSON.stringify(packed), { level: 1 })
}

/** The table that was packed. */
export function unpackTable(bytes: Uint8Array): ResultsTable {
  const packed = JSON.parse(gunzipSync(bytes).toString()) as Packed
  const unpacked = (value: PackedValue | null): IndicatorValue | undefined =>
    value ? { value: value[0], state: value[1], participants: value[2] } : undefined
  return {
    schools: packed.schools,
    slots: packed.slots,
    state: Uint8Array.from(packed.state),
    participants: Int32Array.from(packed.participants),
    below: Int32Array.from(packed.below),
    means: Float64Array.from(packed.means, mean => mean ?? Number.NaN),
    indicators: new Map(
      packed.indicators.map(([name, years]) => [
        name,
        new Map(years.map(([year, values]) => [year, values.map(unpacked)])),
      ]),
    ),
  }
}

/** Keeps results under their hash; known ones are not written again. */
export async function keepInputs(ctx: Ctx, hash: string, table: ResultsTable): Promise<void> {
  const known = await maybeRow(
    ctx.tx,
    sql`SELECT 1 FROM run_inputs WHERE region_id = ${ctx.scope.regionId} AND hash = ${hash}`,
  )
  if (known) return
  await change(
    ctx.tx,
    sql`INSERT INTO run_inputs (region_id, hash, packed, kept_at) VALUES (${ctx.scope.regionId}, ${hash}, ${packTable(table)}, ${ctx.now})
        ON CONFLICT DO NOTHING`,
  )
}

export async function keptInputs(ctx: Ctx, hash: string): Promise<ResultsTable | null> {
  const found = await maybeRow(
    ctx.tx,
    sql<{ packed: Buffer }>`SELECT packed FROM run_inputs WHERE region_id = ${ctx.scope.regionId} AND hash = ${hash}`,
  )
  return found && unpackTable(found.packed)
}
