import { cyrillic } from '../../../core/russian/index.ts'
import type { Stamp } from './appendices.ts'
import type { Line } from './lines.ts'
import { markerOf } from './marker.ts'
import { commandIn, type Zones } from './zones.ts'

/**
 * Words that only name the parts of an order and tell nothing of their own, by the place where they are printed: «ПРИКАЗЫВАЮ:», the stamp of
 * an appendix, lists of those who have read the order, the mark before a statement.
 */
export type Wording = ReadonlyMap<string, readonly string[]>

/** The wording of the parts outside the plan; titles printed a second time say nothing new either. */
export function wordingOf(
  zones: Zones,
  stamps: readonly Stamp[],
  visas: readonly Line[],
  repeatedTitles: readonly Line[],
): Wording {
  const wording = new Map<string, string[]>()
  const add = (line: Line, text: string) => wording.set(line.place.id, [...(wording.get(line.place.id) ?? []), text])
  if (zones.command) add(zones.command, commandIn(cyrillic(zones.command.text)) ?? '')
  for (const line of stamps.flatMap(stamp => stamp.lines)) add(line, line.text)
  for (const line of [...visas, ...repeatedTitles]) add(line, line.text)
  for (const line of zones.beforePlan) {
    const number = markerOf({ text: line.text, numbering: undefined }).marker?.number
    if (number && !line.torn) add(line, number)
    if (number && line.torn) wording.set(line.torn.id, [number])
  }
  return wording
}

/** Two wordings as one. */
export function together(a: Wording, b: Wording): Wording {
  const all = new Map<string, readonly string[]>(a)
  for (const [place, texts] of b) all.set(place, [...(all.get(place) ?? []), ...texts])
  return all
}
