import type { ComponentChildren } from 'preact'
import { useChartText } from './texts.ts'

export interface ChartProps {
  /** Unique on the page: names the patterns and the title of the drawing. */
  readonly id: string
  readonly title: string
  /** What a reader would see, in a sentence or two, for those who cannot look. */
  readonly description: string
  /** How many stand behind it and of which period; stands under the title. */
  readonly about?: ComponentChildren
  readonly legend?: readonly LegendEntry[]
  /** The same figures as a table. */
  readonly table: ComponentChildren
  /** True: the table is open at once (little to draw). */
  readonly tableOpen?: boolean
  /** True where the heading of the section says the same. */
  readonly hideTitle?: boolean
}

export interface LegendEntry {
  readonly look: Look
  readonly text: string
}

/**
 * How an area or a line is drawn. Areas differ by pattern and lightness, lines by their marks and dashes, so that a chart reads without
 * colour and on paper.
 */
export type Look =
  | 'low'
  | 'middle'
  | 'good'
  | 'high'
  | 'none'
  | 'missing'
  | 'hidden'
  | 'line-own'
  | 'line-near'
  | 'line-far'
  | 'outline'

/**
 * Frame of every chart: title, drawing, legend and the table behind it. The drawing is as wide as its place; texts keep their size.
 *
 * @param height of the drawing in pixels, without the axis
 */
export function Chart({
  height,
  plot = 'plain',
  children,
  ...props
}: ChartProps & {
  readonly height: number
  readonly plot?: 'plain' | 'axes'
  readonly children: ComponentChildren
}) {
  const say = useChartText()
  return (
    <div class="chart">
      <h3 class={props.hideTitle ? 'visually-hidden' : 'chart__title'}>{props.title}</h3>
      {props.about && <p class="chart__about">{props.about}</p>}
      <svg
        class={`chart__drawing chart__drawing--${plot}`}
        height={height}
        role="img"
        aria-labelledby={`${props.id}-title ${props.id}-desc`}
      >
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc id={`${props.id}-desc`}>{props.description}</desc>
        <Patterns id={props.id} />
        {children}
      </svg>
      {props.legend && <Legend id={props.id} entries={props.legend} />}
      <details class="chart__table" open={props.tableOpen}>
        <summary>
          {say('table')}
          <span class="visually-hidden">: {props.title}</span>
        </summary>
        {props.table}
      </details>
    </div>
  )
}

/** The look of an area as a `fill`. */
export function fillOf(id: string, look: Look): string {
  const patterned: readonly Look[] = ['low', 'missing', 'hidden']
  return patterned.includes(look) ? `url(#${id}-${look})` : `var(--chart-${look})`
}

/** What the looks mean. */
export function Legend({ id, entries }: { readonly id: string; readonly entries: readonly LegendEntry[] }) {
  return (
    <ul class="chart__legend">
      {entries.map(({ look, text }) => (
        <li key={text}>
          <svg class="chart__swatch" width="28" height="14" aria-hidden="true">
            <Swatch id={id} look={look} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ id, look }: { readonly id: string; readonly look: Look }) {
  if (look === 'outline') return <path d="M1 12V7h9V3h9v6h8" class="chart__outline" />
  if (look.startsWith('line-'))
    return (
      <>
        <line x1="0" x2="28" y1="7" y2="7" class={`chart__${look}`} />
        <Point look={look} x="14" y="7" />
      </>
    )
  return <rect x="0.5" y="0.5" width="27" height="13" fill={fillOf(id, look)} class="chart__area" />
}

/** A point of a line: a disc for one's own, a square for the municipality, a triangle for the region. */
export function Point({ look, x, y }: { readonly look: Look; readonly x: string; readonly y: string }) {
  return (
    <svg x={x} y={y} class="chart__point" aria-hidden="true">
      {look === 'line-own' && <circle r="4.5" class="chart__point-own" />}
      {look === 'line-near' && <rect x="-4" y="-4" width="8" height="8" class="chart__point-near" />}
      {look === 'line-far' && <path d="M0-5 5 4H-5Z" class="chart__point-far" />}
    </svg>
  )
}

/** Patterns of areas; on a page each chart has its own, because a pattern in a folded part would not be drawn elsewhere. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-low`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--chart-low-ground)" />
        <rect width="2.2" height="6" fill="var(--chart-low)" />
      </pattern>
      <pattern id={`${id}-missing`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="var(--paper)" />
        <circle cx="2" cy="2" r="1" fill="var(--line-strong)" />
      </pattern>
      <pattern id={`${id}-hidden`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="var(--paper)" />
        <path d="M0 0 7 7M7 0 0 7" stroke="var(--line-strong)" stroke-width="0.9" />
      </pattern>
    </defs>
  )
}
