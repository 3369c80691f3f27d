import { figure } from '../format.ts'
import { useLang } from '../lang.ts'
import { Chart, type ChartProps, fillOf, type LegendEntry, type Look } from './chart.tsx'
import { useChartText } from './texts.ts'
import { pct } from './ticks.ts'

export interface StackedBar {
  readonly label: string
  /** «n = 124»; stands at the end of the label. */
  readonly about?: string
  /** Counts in the order of `parts`; or why there are none. */
  readonly counts: readonly number[] | 'missing' | 'hidden'
}

export interface StackedBarsProps extends Omit<ChartProps, 'legend'> {
  readonly parts: readonly LegendEntry[]
  readonly bars: readonly StackedBar[]
}

const rowHeight = 50
const dark: readonly Look[] = ['high']

/** Shares of a whole, one bar under another: marks 2/3/4/5, or lower/same/higher. A bar without figures is a frame with the reason in it. */
export function StackedBars({ parts, bars, ...chart }: StackedBarsProps) {
  const lang = useLang()
  const say = useChartText()
  return (
    <Chart {...chart} legend={parts} height={bars.length * rowHeight}>
      {bars.map((bar, row) => (
        <svg key={bar.label} y={row * rowHeight} height={rowHeight} width="100%" aria-hidden="true">
          <text y="15" class="chart__label">
            {bar.label}
            {bar.about && <tspan class="chart__soft"> · {bar.about}</tspan>}
          </text>
          {typeof bar.counts === 'string' ? (
            <>
              <rect y="22" width="100%" height="20" fill={fillOf(chart.id, bar.counts)} class="chart__area" />
              <text x="8" y="36" class="chart__value chart__haloed">
                {say(bar.counts)}
              </text>
            </>
          ) : (
            <BarParts id={chart.id} parts={parts} counts={bar.counts} y={22} height={20} lang={lang} />
          )}
        </svg>
      ))}
    </Chart>
  )
}

/** The bar alone, for a cell of a table whose other cells say the figures. */
export function MiniBar({
  id,
  parts,
  counts,
}: {
  readonly id: string
  readonly parts: readonly Look[]
  readonly counts: readonly number[]
}) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  return (
    <svg class="chart__mini" height="14" aria-hidden="true">
      {counts.map((count, at) => {
        const x = before / total
        before += count
        return count === 0 ? null : (
          <rect
            key={parts[at]}
            x={pct(x)}
            width={pct(count / total)}
            height="14"
            fill={fillOf(id, parts[at]!)}
            class="chart__area"
          />
        )
      })}
    </svg>
  )
}

function BarParts(props: {
  id: string
  parts: readonly LegendEntry[]
  counts: readonly number[]
  y: number
  height: number
  lang: 'ru' | 'en'
}) {
  const total = props.counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  return (
    <>
      {props.parts.map(({ look }, at) => {
        const share = (props.counts[at] ?? 0) / total
        const x = before
        before += share
        return share === 0 ? null : (
          <g key={look}>
            <rect
              x={pct(x)}
              y={props.y}
              width={pct(share)}
              height={props.height}
              fill={fillOf(props.id, look)}
              class="chart__area"
            />
            {share >= 0.09 && (
              <text
                x={pct(x + share / 2)}
                y={props.y + props.height - 6}
                text-anchor="middle"
                class={`chart__value ${dark.includes(look) ? 'chart__value--light' : 'chart__haloed'}`}
              >
                {figure(Math.round(share * 100), props.lang)}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
