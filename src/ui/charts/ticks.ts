/**
 * Round figures for an axis that begins at 0.
 *
 * @param most highest value, above 0
 * @returns from 0 up to the first round figure that is not below `most`; steps of 1, 2 or 5 times a power of ten
 * @example ticks(23) // [0, 10, 20, 30]
 */
export function ticks(most: number, about = 4): number[] {
  const rough = Math.max(most, Number.MIN_VALUE) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map(times => times * power).find(one => one >= rough * 0.999)!
  return Array.from({ length: Math.ceil((most * 0.999) / step) + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

/** Percent of a part as an attribute. @example pct(0.25) // '25%' */
export function pct(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`
}
