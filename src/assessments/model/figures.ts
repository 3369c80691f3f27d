/** Task of a procedure with the points of all participants together. */
export interface TaskSum {
  readonly code: string
  /** Most points that one participant can get; null where no file says. */
  readonly max: number | null
  readonly sum: number
  /** Participants of whom it is known how they did this task. */
  readonly done: number
}

export interface PointsSum {
  readonly sum: number
  readonly count: number
}

/**
 * Figures of one cell or of many: counts that add up, so that a class, a school, a municipality and a region are read alike.
 * A null is what is known of none of the cells; every figure has its own number of participants.
 */
export interface Figures {
  readonly participants: number
  readonly absent: number | null
  /** Participants of whom it is known whether they are below. */
  readonly judged: number
  readonly below: number | null
  /** By mark: none, «1» … «5». */
  readonly marks: readonly number[] | null
  readonly points: Readonly<Partial<Record<'primary' | 'test' | 'mark', PointsSum>>>
  readonly scores: readonly number[] | null
  readonly testScores: readonly number[] | null
  /** Six rows by journal mark (none, «1» … «5»), columns by score. */
  readonly journal: readonly (readonly number[])[] | null
  readonly comparison: readonly number[] | null
  readonly tasks: readonly TaskSum[] | null
}

export const noFigures: Figures = {
  participants: 0,
  absent: null,
  judged: 0,
  below: null,
  marks: null,
  points: {},
  scores: null,
  testScores: null,
  journal: null,
  comparison: null,
  tasks: null,
}

/**
 * Figures of many cells together.
 * @example sumFigures([{ ...noFigures, participants: 12 }, { ...noFigures, participants: 8 }]).participants // 20
 */
export function sumFigures(parts: Iterable<Figures>): Figures {
  let sum = noFigures
  for (const part of parts) sum = plus(sum, part)
  return sum
}

/** Mean mark of those who have one. @returns null where nobody has */
export function meanMark(marks: readonly number[] | null): number | null {
  const marked = (marks ?? []).slice(1)
  const n = marked.reduce((all, count) => all + count, 0)
  return n === 0 ? null : marked.reduce((all, count, at) => all + count * (at + 1), 0) / n
}

function plus(a: Figures, b: Figures): Figures {
  return {
    participants: a.participants + b.participants,
    absent: known(a.absent, b.absent, (x, y) => x + y),
    judged: a.judged + b.judged,
    below: known(a.below, b.below, (x, y) => x + y),
    marks: known(a.marks, b.marks, addUp),
    points: addPoints(a.points, b.points),
    scores: known(a.scores, b.scores, addUp),
    testScores: known(a.testScores, b.testScores, addUp),
    journal: known(a.journal, b.journal, (x, y) => x.map((row, mark) => addUp(row, y[mark] ?? []))),
    comparison: known(a.comparison, b.comparison, addUp),
    tasks: known(a.tasks, b.tasks, addTasks),
  }
}

function known<T>(a: T | null, b: T | null, add: (a: T, b: T) => T): T | null {
  return a === null ? b : b === null ? a : add(a, b)
}

function addUp(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0))
}

function addPoints(a: Figures['points'], b: Figures['points']): Figures['points'] {
  const sum: Partial<Record<'primary' | 'test' | 'mark', PointsSum>> = { ...a }
  for (const of of ['primary', 'test', 'mark'] as const) {
    const more = b[of]
    if (more) sum[of] = { sum: (a[of]?.sum ?? 0) + more.sum, count: (a[of]?.count ?? 0) + more.count }
  }
  return sum
}

function addTasks(a: readonly TaskSum[], b: readonly TaskSum[]): TaskSum[] {
  const sum = new Map(a.map(task => [task.code, task]))
  for (const task of b) {
    const same = sum.get(task.code)
    const added = same && { sum: same.sum + task.sum, done: same.done + task.done, max: same.max ?? task.max }
    sum.set(task.code, { ...task, ...added })
  }
  return [...sum.values()]
}
