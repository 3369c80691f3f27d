import { percent } from '../format.ts'
import { useLang } from '../lang.ts'
import { Chart, type ChartProps } from './chart.tsx'
import { useChartText } from './texts.ts'
import { pct } from './ticks.ts'

export interface BarBeside {
  readonly label: string
  /** 0..1; null: not known. Zero is drawn as a zero. */
  readonly own: number | null
  readonly beside: number | null
}

export interface BarsBesideProps extends ChartProps {
  readonly bars: readonly BarBeside[]
}

const rowHeight = 28

/** Shares as bars, each with a stroke where the region stands: tasks of a procedure. */
export function BarsBeside({ bars, ...chart }: BarsBesideProps) {
  const lang = useLang()
  const say = useChartText()
  return (
    <Chart {...chart} height={bars.length * rowHeight} plot="axes">
      {bars.map((bar, at) => (
        <svg key={bar.label} y={at * rowHeight} height={rowHeight} width="100%" class="chart__over" aria-hidden="true">
          <text x="-6" y="18" text-anchor="end" class="chart__label">
            {bar.label}
          </text>
          <line x1="0" x2="0" y1="0" y2={rowHeight} class="chart__axis" />
          {bar.own === null ? (
            <text x="8" y="18" class="chart__soft">
              {say('missing')}
            </text>
          ) : (
            <>
              <rect y="6" width={pct(bar.own)} height="16" fill="var(--chart-good)" class="chart__area" />
              <text x="8" y="18" class="chart__value chart__haloed">
                {percent(Math.round(bar.own * 100), lang)}
              </text>
            </>
          )}
          {bar.beside !== null && (
            <line x1={pct(bar.beside)} x2={pct(bar.beside)} y1="2" y2="26" class="chart__beside" />
          )}
        </svg>
      ))}
    </Chart>
  )
}
