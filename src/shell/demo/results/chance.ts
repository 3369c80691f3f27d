/** Numbers that look random and are the same every time. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** Around 0, most within ±1, almost all within ±3. */
  normal(): number
  whole(least: number, most: number): number
}

/** @param seed any text: every school and procedure has its own sequence, whatever else is generated before it */
export function chanceOf(seed: string): Chance {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
  }
}
