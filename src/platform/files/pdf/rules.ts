import { type Matrix, multiply } from './matrix.ts'
import type { Rule } from './page-content.ts'

interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Thicker than this a filled rectangle is a background, not a line. Points. */
const thickest = 3
/** Shorter pieces are dots, ticks or parts of letters. Points. */
const shortest = 4
/** A page of a plan has about a thousand; a drawing has many more, and is no table. */
const tooMany = 8000

/** Numbers of a path: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
const operands: readonly number[] = [2, 2, 6, 4, 0]

/** Ruling lines of a page from its drawing instructions: stroked lines, sides of stroked boxes, thin filled boxes. */
export function rulesOf(
  ops: Readonly<Record<string, number>>,
  drawing: Drawing,
  toPage: Matrix,
): { rules: Rule[]; pictures: number } {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = toPage
  let pictures = 0
  const strokes = new Set([
    ops['stroke'],
    ops['closeStroke'],
    ops['fillStroke'],
    ops['eoFillStroke'],
    ops['closeFillStroke'],
    ops['closeEOFillStroke'],
  ])
  const fills = new Set([ops['fill'], ops['eoFill']])
  for (let at = 0; at < drawing.fnArray.length && rules.length < tooMany; at++) {
    const op = drawing.fnArray[at]
    const args = drawing.argsArray[at] as unknown[] | null
    if (op === ops['save']) saved.push(matrix)
    else if (op === ops['restore']) matrix = saved.pop() ?? toPage
    else if (op === ops['transform']) matrix = multiply(matrix, args as unknown as Matrix)
    else if (op === ops['paintFormXObjectBegin']) {
      saved.push(matrix)
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as unknown as Matrix)
    } else if (op === ops['paintFormXObjectEnd']) matrix = saved.pop() ?? toPage
    else if (op === ops['constructPath']) {
      const paint = args?.[0] as number
      const path = (args?.[1] as (ArrayLike<number> | null)[] | undefined)?.[0]
      if (!path || !(strokes.has(paint) || fills.has(paint))) continue
      for (const points of polygonsOf(path, matrix)) {
        if (strokes.has(paint)) addSides(points, rules)
        else addThinBox(points, rules)
      }
    } else if (
      op === ops['paintImageXObject'] ||
      op === ops['paintImageMaskXObject'] ||
      op === ops['paintInlineImageXObject']
    )
      pictures++
  }
  return { rules, pictures }
}

type Point = readonly [number, number]

function polygonsOf(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const polygons: Point[][] = []
  let open: Point[] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 4
    const count = operands[step] ?? 0
    if (step === 0) {
      open = []
      polygons.push(open)
    }
    if (step === 4) {
      if (open[0]) open.push(open[0])
    } else {
      // Of a curve only its end matters here: frames with round corners still have straight sides.
      const x = path[at + count - 1] ?? 0
      const y = path[at + count] ?? 0
      open.push([a * x + c * y + e, b * x + d * y + f])
    }
    at += count + 1
  }
  return polygons
}

function addSides(points: readonly Point[], rules: Rule[]): void {
  for (let at = 0; at + 1 < points.length; at++) {
    const [x1, y1] = points[at]!
    const [x2, y2] = points[at + 1]!
    if (Math.abs(y1 - y2) < 1) add(rules, true, (y1 + y2) / 2, x1, x2)
    else if (Math.abs(x1 - x2) < 1) add(rules, false, (x1 + x2) / 2, y1, y2)
  }
}

function addThinBox(points: readonly Point[], rules: Rule[]): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= thickest && right - left > bottom - top) add(rules, true, (top + bottom) / 2, left, right)
  else if (right - left <= thickest) add(rules, false, (left + right) / 2, top, bottom)
}

function add(rules: Rule[], horizontal: boolean, across: number, one: number, other: number): void {
  const [from, to] = one < other ? [one, other] : [other, one]
  if (to - from >= shortest) rules.push({ horizontal, across, from, to })
}
