import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { LangContext } from '../lang.ts'
import { BarsBeside, Histogram, Intervals, OverYears, StackedBars } from './index.ts'
import { ticks } from './ticks.ts'

const drawn = (chart: VNode) => render(<LangContext.Provider value="ru">{chart}</LangContext.Provider>)
const frame = { id: 'c', title: 'Доля отметки «2»', description: 'Выросла.', table: <p>числа</p> }
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0

describe('charts', () => {
  test('an axis ends at a round figure that holds the highest value', () => {
    assert.deepEqual(ticks(23), [0, 10, 20, 30])
    assert.deepEqual(ticks(20), [0, 5, 10, 15, 20])
    assert.deepEqual(ticks(0.7), [0, 0.2, 0.4, 0.6, 0.8])
  })

  test('each has a name, a description and a table, and no inline style or script', () => {
    const html = drawn(
      <StackedBars {...frame} parts={[{ look: 'low', text: '«2»' }]} bars={[{ label: 'А', counts: [1] }]} />,
    )
    assert.match(html, /role="img" aria-labelledby="c-title c-desc"/)
    assert.match(html, /<title id="c-title">Доля отметки «2»<\/title><desc id="c-desc">Выросла\.<\/desc>/)
    assert.match(html, /<summary>.*<\/summary><p>числа<\/p>/)
    assert.doesNotMatch(html, / style=|<script/)
  })

  test('a year without data has no point, no line through it and a place that says so', () => {
    const html = drawn(
      <OverYears
        {...frame}
        unit="%"
        series={[{ look: 'line-own', text: 'школа', values: { 2019: 10, 2021: 12, 2022: 0 } }]}
      />,
    )
    assert.equal(
      count(html, /<line[^>]*class="chart__line-own"/g),
      2,
      'one line of the years 2021 and 2022, one in the legend',
    )
    assert.equal(count(html, /class="chart__point-own"/g), 4, 'three points and the legend')
    assert.match(html, /fill="url\(#c-missing\)" class="chart__gap"/)
    assert.match(html, /нет данных/)
    assert.match(html, />2020</)
  })

  test('zero is a point at zero with its figure; what is suppressed is no zero and no missing year', () => {
    const html = drawn(
      <OverYears
        {...frame}
        unit="%"
        series={[{ look: 'line-own', text: 'школа', values: { 2021: 0, 2022: 'hidden' } }]}
      />,
    )
    assert.match(html, /class="chart__value chart__haloed">0<\/text>/)
    assert.match(html, /url\(#c-hidden\)/)
    assert.doesNotMatch(html, /fill="url\(#c-missing\)" class="chart__gap"/)
  })

  test('a bar without figures is a frame with the reason in it, never an empty bar', () => {
    const parts = [{ look: 'low', text: '«2»' } as const]
    const html = drawn(
      <StackedBars
        {...frame}
        parts={parts}
        bars={[
          { label: 'А', counts: 'missing' },
          { label: 'Б', counts: 'hidden' },
        ]}
      />,
    )
    assert.match(html, /нет данных<\/text>/)
    assert.match(html, /скрыто<\/text>/)
  })

  test('a histogram names the bands between thresholds and draws the region over it', () => {
    const bands = [
      { name: '«2»', look: 'low' },
      { name: '«3»', look: 'middle' },
    ] as const
    const html = drawn(
      <Histogram {...frame} counts={[1, 3]} beside={[2, 2]} thresholds={[1]} bands={bands} max={1} unit="балл" />,
    )
    assert.match(html, /x1="50%" x2="50%" y1="4" y2="100%" class="chart__threshold"/)
    assert.match(html, /d="M0 1V0\.375\dH1V0\.375\dH2V1"/)
  })

  test('bars of several values meet at the threshold, and none of the participants is lost', () => {
    const counts = Array.from({ length: 11 }, () => 1)
    const html = drawn(<Histogram {...frame} counts={counts} thresholds={[7]} max={10} by={5} unit="балл" />)
    // 0–1, 2–6 and 7–10: two, five and four of eleven.
    assert.equal(count(html, /class="chart__area"/g), 3)
    assert.match(html, /x1="66\.667%" x2="66\.667%" y1="4"/)
    assert.match(html, />0<\/text>.*>2<\/text>.*>7<\/text>/)
  })

  test('an interval that cannot be counted says why in its place', () => {
    const html = drawn(
      <Intervals
        {...frame}
        unit="%"
        rows={[{ label: 'Школа', look: 'line-own', value: 'нельзя посчитать: 3 участника' }]}
      />,
    )
    assert.match(html, /нельзя посчитать: 3 участника/)
    assert.equal(count(html, /chart__whisker/g), 0)
  })

  test('a task that nobody solved shows 0 %, one without points shows that there are none', () => {
    const html = drawn(
      <BarsBeside
        {...frame}
        bars={[
          { label: '1', own: 0, beside: 0.5 },
          { label: '2', own: null, beside: null },
        ]}
      />,
    )
    assert.match(html, /0\u00a0%<\/text>/)
    assert.match(html, /нет данных/)
    assert.equal(count(html, /class="chart__beside"/g), 1)
  })
})
