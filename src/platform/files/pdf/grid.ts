import type { PageContent, Rule } from './page-content.ts'

/** A ruled table on one page: where its columns and rows begin and end, and which cells are one. */
export interface Grid {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly cells: readonly GridCell[]
  readonly columns: number
  readonly rows: number
}

export interface GridCell {
  readonly row: number
  readonly rowSpan: number
  readonly column: number
  readonly columnSpan: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Lines closer than this are one line. Points. */
const near = 2.5

/**
 * Finds the ruled tables of a page from top to bottom. A table needs at least two cells; a lone box around text is a frame, not a table.
 */
export function findGrids(page: PageContent): Grid[] {
  const rules = mergeRules(page.rules)
  return clustersOf(rules)
    .map(gridOf)
    .filter(grid => grid !== null)
    .sort((one, other) => one.top - other.top)
}

/** Joins pieces of the same line: borders of neighbouring cells are usually drawn one by one, often twice. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  for (const horizontal of [true, false]) {
    const lines = snap(rules.filter(rule => rule.horizontal === horizontal))
    lines.sort((one, other) => one.across - other.across || one.from - other.from)
    let open: { across: number; from: number; to: number } | null = null
    for (const rule of lines) {
      if (open && rule.across === open.across && rule.from <= open.to + near) open.to = Math.max(open.to, rule.to)
      else {
        if (open) merged.push({ horizontal, ...open })
        open = { across: rule.across, from: rule.from, to: rule.to }
      }
    }
    if (open) merged.push({ horizontal, ...open })
  }
  return merged
}

/** Gives lines that nearly coincide one common position. */
function snap(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.across - other.across)
  let common = Number.NaN
  return sorted.map(rule => {
    if (!(rule.across - common <= near)) common = rule.across
    return { ...rule, across: common }
  })
}

/** Lines that touch belong to one table. */
function clustersOf(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root]!
    for (let step = at; parent[step] !== root; ) [parent[step], step] = [root, parent[step]!]
    return root
  }
  const across = rules.flatMap((rule, at) => (rule.horizontal ? [] : [at]))
  for (const [at, rule] of rules.entries()) {
    if (!rule.horizontal) continue
    for (const other of across) if (touch(rule, rules[other]!)) parent[rootOf(other)] = rootOf(at)
  }
  const clusters = new Map<number, Rule[]>()
  for (const [at, rule] of rules.entries()) {
    const root = rootOf(at)
    const cluster = clusters.get(root)
    if (cluster) cluster.push(rule)
    else clusters.set(root, [rule])
  }
  return [...clusters.values()]
}

function touch(horizontal: Rule, vertical: Rule): boolean {
  return (
    vertical.across >= horizontal.from - near &&
    vertical.across <= horizontal.to + near &&
    horizontal.across >= vertical.from - near &&
    horizontal.across <= vertical.to + near
  )
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontals = rules.filter(rule => rule.horizontal)
  const verticals = rules.filter(rule => !rule.horizontal)
  const ys = positions(horizontals)
  const xs = positions(verticals)
  if (xs.length < 2 || ys.length < 2 || xs.length > 60 || ys.length > 400) return null
  const columns = xs.length - 1
  const rows = ys.length - 1
  // A cell reaches right and down until a line stops it.
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let columnSpan = 1
      while (column + columnSpan < columns && !isRuled(verticals, xs[column + columnSpan]!, ys[row]!, ys[row + 1]!))
        columnSpan++
      let rowSpan = 1
      while (row + rowSpan < rows && !isRuled(horizontals, ys[row + rowSpan]!, xs[column]!, xs[column + columnSpan]!))
        rowSpan++
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(r * columns + c)
      cells.push({
        row,
        rowSpan,
        column,
        columnSpan,
        left: xs[column]!,
        right: xs[column + columnSpan]!,
        top: ys[row]!,
        bottom: ys[row + rowSpan]!,
      })
    }
  }
  if (cells.length < 2) return null
  return { left: xs[0]!, right: xs[columns]!, top: ys[0]!, bottom: ys[rows]!, cells, columns, rows }
}

function positions(rules: readonly Rule[]): number[] {
  const sorted = [...new Set(rules.map(rule => rule.across))].sort((one, other) => one - other)
  return sorted.filter((across, at) => at === 0 || across - sorted[at - 1]! > near)
}

/** Whether lines at `across` cover most of the side of a cell. */
function isRuled(rules: readonly Rule[], across: number, from: number, to: number): boolean {
  let covered = 0
  for (const rule of rules) {
    if (Math.abs(rule.across - across) <= near)
      covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  }
  return covered > (to - from) * 0.6
}
