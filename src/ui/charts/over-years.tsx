import { figure } from '../format.ts'
import { useLang } from '../lang.ts'
import { Chart, type ChartProps, fillOf, type LegendEntry, Point } from './chart.tsx'
import { useChartText } from './texts.ts'
import { pct, ticks } from './ticks.ts'

export interface YearSeries extends LegendEntry {
  /** By year; a year that is not here has no data. Zero is a value. */
  readonly values: Readonly<Record<number, number | 'hidden'>>
}

export interface OverYearsProps extends Omit<ChartProps, 'legend'> {
  /** First the one that the page is about: its gaps are drawn. */
  readonly series: readonly YearSeries[]
  /** Highest end of the axis; left out: from the values. */
  readonly max?: number
  readonly unit: string
}

const height = 200

/**
 * A figure over the years. Years stand at their distance; where one is missing the line ends and begins anew, and the place is dotted:
 * nothing is drawn through it, and nothing stands at zero that is not zero.
 */
export function OverYears({ series, max, unit, ...chart }: OverYearsProps) {
  const lang = useLang()
  const say = useChartText()
  const known = series.flatMap(one => Object.keys(one.values).map(Number))
  const first = Math.min(...known)
  const years = Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at)
  const numbers = series.flatMap(one => Object.values(one.values).filter(value => value !== 'hidden'))
  const axis = ticks(max ?? Math.max(...numbers, 1))
  const most = axis.at(-1)!
  const x = (year: number) => (year - first + 0.5) / years.length
  const y = (value: number) => 1 - value / most
  const own = series[0]!
  const gaps = years.filter(year => typeof own.values[year] !== 'number')
  const gapLook = (year: number) => (own.values[year] === 'hidden' ? 'hidden' : 'missing')
  const legend = [...series, ...[...new Set(gaps.map(gapLook))].map(look => ({ look, text: say(look) }) as const)]
  return (
    <Chart {...chart} legend={legend} height={height} plot="axes">
      {gaps.map(year => (
        <rect
          key={year}
          x={pct(x(year) - 0.32 / years.length)}
          width={pct(0.64 / years.length)}
          y="0"
          height="100%"
          fill={fillOf(chart.id, gapLook(year))}
          class="chart__gap"
        />
      ))}
      {axis.map(tick => (
        <g key={tick}>
          <line
            x1="0"
            x2="100%"
            y1={pct(y(tick))}
            y2={pct(y(tick))}
            class={tick === 0 ? 'chart__axis' : 'chart__grid'}
          />
          <text x="-6" y={pct(y(tick))} dy="4" text-anchor="end" class="chart__tick">
            {figure(tick, lang)}
          </text>
        </g>
      ))}
      <text x="-6" y="-10" text-anchor="end" class="chart__tick">
        {unit}
      </text>
      {years.map(year => (
        <text key={year} x={pct(x(year))} y="100%" dy="16" text-anchor="middle" class="chart__tick">
          {year}
        </text>
      ))}
      {[...series].reverse().map(one => (
        <g key={one.text}>
          {years.map(year => {
            const [from, to] = [one.values[year], one.values[year + 1]]
            return typeof from !== 'number' || typeof to !== 'number' ? null : (
              <line
                key={year}
                x1={pct(x(year))}
                x2={pct(x(year + 1))}
                y1={pct(y(from))}
                y2={pct(y(to))}
                class={`chart__${one.look}`}
              />
            )
          })}
          {years.map(year => {
            const value = one.values[year]
            return typeof value !== 'number' ? null : (
              <Point key={year} look={one.look} x={pct(x(year))} y={pct(y(value))} />
            )
          })}
        </g>
      ))}
      {years.map(year => {
        const value = own.values[year]
        return typeof value !== 'number' ? null : (
          <text
            key={year}
            x={pct(x(year))}
            y={pct(y(value))}
            dy={value / most > 0.85 ? 20 : -10}
            text-anchor="middle"
            class="chart__value chart__haloed"
          >
            {figure(value, lang)}
          </text>
        )
      })}
    </Chart>
  )
}
