import { figure } from '../format.ts'
import { useLang } from '../lang.ts'
import { Chart, type ChartProps, fillOf, type Look } from './chart.tsx'
import { pct, ticks } from './ticks.ts'

export interface HistogramProps extends ChartProps {
  /** Participants by value, from 0 up. */
  readonly counts: readonly number[]
  /** The same of the region: drawn as an outline, both as shares of their own participants. */
  readonly beside?: readonly number[] | null
  /** Lowest values of the next band; the bands between them are named and drawn by `bands`, one more than thresholds. */
  readonly thresholds?: readonly number[]
  /** Stands beside each threshold where there are no bands: «минимум». */
  readonly thresholdName?: string
  readonly bands?: readonly { readonly name: string; readonly look: Look }[]
  /** Highest value of the axis. */
  readonly max: number
  /** So many values in one bar, for long scales; the first bar is shorter, so that the lowest threshold stands between two bars. */
  readonly by?: number
  readonly unit: string
}

const height = 230
const top = 22

/** How many have each score, with the thresholds of marks, and the region as an outline. */
export function Histogram({
  counts,
  beside,
  thresholds = [],
  thresholdName,
  bands,
  max,
  by = 1,
  unit,
  ...chart
}: HistogramProps) {
  const lang = useLang()
  const starts = startsOf(max, by, thresholds[0] ?? 0)
  const places = starts.length
  const own = sharesOf(counts, starts)
  const others = beside ? sharesOf(beside, starts) : null
  const axis = ticks(Math.max(...own, ...(others ?? [0])) * 100)
  const most = axis.at(-1)! / 100
  // Bars stand below the names of the bands.
  const y = (share: number) => pct((top + (height - top) * (1 - share / most)) / height)
  const bandOf = (place: number) => thresholds.filter(threshold => starts[place]! >= threshold).length
  const placeOf = (threshold: number) => starts.findIndex(start => start >= threshold)
  const step = places > 60 ? 10 : places > 26 ? 5 : places > 14 ? 2 : 1
  const borders = [0, ...thresholds.map(placeOf), places]
  return (
    <Chart {...chart} height={height} plot="axes">
      {axis.map(tick => (
        <g key={tick}>
          <line x1="0" x2="100%" y1={y(tick / 100)} y2={y(tick / 100)} class="chart__grid" />
          <text x="-6" y={y(tick / 100)} dy="4" text-anchor="end" class="chart__tick">
            {figure(tick, lang)}
          </text>
        </g>
      ))}
      <text x="-6" y="10" text-anchor="end" class="chart__tick">
        %
      </text>
      {own.map((share, place) =>
        share === 0 ? null : (
          <rect
            key={place}
            x={pct((place + 0.08) / places)}
            width={pct(0.84 / places)}
            y={y(share)}
            height={pct((((height - top) / height) * share) / most)}
            fill={fillOf(chart.id, bands?.[bandOf(place)]?.look ?? 'good')}
            class="chart__area"
          />
        ),
      )}
      {others && (
        <svg
          y={top}
          width="100%"
          height={height - top}
          viewBox={`0 0 ${places} 1`}
          preserveAspectRatio="none"
          class="chart__over"
          aria-hidden="true"
        >
          <path d={outline(others, most)} class="chart__outline" vector-effect="non-scaling-stroke" />
        </svg>
      )}
      <line x1="0" x2="100%" y1="100%" y2="100%" class="chart__axis" />
      {thresholds.map(threshold => (
        <line
          key={threshold}
          x1={pct(placeOf(threshold) / places)}
          x2={pct(placeOf(threshold) / places)}
          y1="4"
          y2="100%"
          class="chart__threshold"
        />
      ))}
      {!bands &&
        thresholdName &&
        thresholds.map(threshold => (
          <text key={threshold} x={pct(placeOf(threshold) / places)} dx="6" y="14" class="chart__label chart__haloed">
            {thresholdName} {threshold}
          </text>
        ))}
      {bands?.map((band, at) => (
        <text
          key={band.name}
          x={pct((borders[at]! + borders[at + 1]!) / 2 / places)}
          y="14"
          text-anchor="middle"
          class="chart__label"
        >
          {band.name}
        </text>
      ))}
      {Array.from({ length: places }, (_, place) => place)
        .filter(place => place % step === 0)
        .map(place => (
          <text key={place} x={pct((place + 0.5) / places)} y="100%" dy="16" text-anchor="middle" class="chart__tick">
            {starts[place]}
          </text>
        ))}
      <text x="100%" y="100%" dy="32" text-anchor="end" class="chart__tick">
        {unit}
      </text>
    </Chart>
  )
}

/** The lowest value of each bar. */
function startsOf(max: number, by: number, threshold: number): number[] {
  const first = threshold % by
  const rest = Array.from({ length: Math.floor((max - first) / by) + 1 }, (_, at) => first + at * by)
  return first === 0 ? rest : [0, ...rest]
}

function sharesOf(counts: readonly number[], starts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return starts.map((start, at) => {
    const inBar = counts.slice(start, starts[at + 1]).reduce((sum, count) => sum + count, 0)
    return total === 0 ? 0 : inBar / total
  })
}

/** A line over the tops: it begins and ends on the ground. */
function outline(shares: readonly number[], most: number): string {
  const tops = shares.map((share, place) => `V${(1 - share / most).toFixed(4)}H${place + 1}`)
  return `M0 1${tops.join('')}V1`
}
