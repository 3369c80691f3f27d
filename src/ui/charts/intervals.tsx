import { figure } from '../format.ts'
import { useLang } from '../lang.ts'
import { Chart, type ChartProps, type Look, Point } from './chart.tsx'
import { pct, ticks } from './ticks.ts'

export interface IntervalRow {
  readonly label: string
  readonly about?: string
  readonly look: Look
  /** Or why there is no figure, in words. */
  readonly value: { readonly at: number; readonly low: number; readonly high: number } | string
}

export interface IntervalsProps extends ChartProps {
  readonly rows: readonly IntervalRow[]
  /** Highest end of the axis; left out: from the values. */
  readonly max?: number
  readonly unit: string
}

const rowHeight = 44

/** A figure with its interval, one under another: school, municipality, region. */
export function Intervals({ rows, max, unit, ...chart }: IntervalsProps) {
  const lang = useLang()
  const ends = rows.flatMap(row => (typeof row.value === 'string' ? [] : [row.value.high]))
  const axis = ticks(max ?? Math.max(...ends, 1))
  const most = axis.at(-1)!
  return (
    <Chart {...chart} height={rows.length * rowHeight + 8} plot="axes">
      {axis.map(tick => (
        <g key={tick}>
          <line x1={pct(tick / most)} x2={pct(tick / most)} y1="0" y2="100%" class="chart__grid" />
          <text x={pct(tick / most)} y="100%" dy="16" text-anchor="middle" class="chart__tick">
            {figure(tick, lang)}
          </text>
        </g>
      ))}
      <text x="100%" y="100%" dy="32" text-anchor="end" class="chart__tick">
        {unit}
      </text>
      {rows.map((row, at) => (
        <svg key={row.label} y={at * rowHeight} height={rowHeight} width="100%" class="chart__over" aria-hidden="true">
          <text y="15" class="chart__label chart__haloed">
            {row.label}
            {row.about && <tspan class="chart__soft"> · {row.about}</tspan>}
          </text>
          {typeof row.value === 'string' ? (
            <text y="34" class="chart__soft">
              {row.value}
            </text>
          ) : (
            <>
              <line
                x1={pct(row.value.low / most)}
                x2={pct(row.value.high / most)}
                y1="30"
                y2="30"
                class="chart__whisker"
              />
              {[row.value.low, row.value.high].map(end => (
                <line key={end} x1={pct(end / most)} x2={pct(end / most)} y1="25" y2="35" class="chart__whisker" />
              ))}
              <Point look={row.look} x={pct(row.value.at / most)} y="30" />
            </>
          )}
        </svg>
      ))}
    </Chart>
  )
}
