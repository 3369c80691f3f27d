/** Reads every deadline of the annotated orders, where they lie beside the repository, and prints the share that agrees. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Deadline, DeadlineContext } from './contract.ts'
import { readDeadline } from './read-deadline.ts'

type GoldDeadline = Deadline & {
  readonly altKinds?: readonly string[]
  readonly alternatives?: readonly Partial<Deadline>[]
}

interface Gold {
  readonly document: { readonly date: DeadlineContext['orderDate'] }
  readonly roadmap: {
    readonly period: {
      readonly start: DeadlineContext['planStart']
      readonly end: DeadlineContext['planEnd']
      readonly inferred?: boolean
    }
    readonly items: readonly { readonly deadline: GoldDeadline | null }[]
  }
}

const folder = fileURLToPath(new URL('../../../../shared/gold/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.gold.json')) : []
const skip = files.length === 0 && 'no annotated orders beside the repository'

/** Kind, dates, parts and frequency agree with the annotation or with one of its accepted alternatives. */
function agrees(gold: GoldDeadline, read: Deadline): boolean {
  const accepted = [gold, ...(gold.alternatives ?? []).map(other => ({ ...gold, parts: undefined, ...other }))]
  return accepted.some(one => {
    const kinds: readonly string[] = [one.kind, ...(gold.altKinds ?? [])]
    const parts = (of: Deadline) => (of.parts ?? []).map(part => `${part.start}…${part.end}`).join()
    const often = (of: Pick<Deadline, 'recurrence'>) =>
      of.recurrence && `${of.recurrence.freq}/${of.recurrence.interval}`
    return (
      kinds.includes(read.kind) &&
      one.start === read.start &&
      one.end === read.end &&
      (one.parts === undefined || parts(one) === parts(read)) &&
      (often(one) ?? null) === (often(read) ?? null)
    )
  })
}

test('every deadline of the annotated orders is read as a person read it', { skip }, t => {
  let total = 0
  const wrong: string[] = []
  for (const file of files) {
    const gold = JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Gold
    const { start, end, inferred } = gold.roadmap.period
    const period = { planStart: start, planEnd: end }
    const alone = { planStart: null, planEnd: null }
    for (const known of inferred ? [period, alone] : [period]) {
      for (const { deadline } of gold.roadmap.items) {
        if (!deadline) continue
        total++
        const read = readDeadline(deadline.sourceText, { ...known, orderDate: gold.document.date }).deadline
        const attributes = (of: Deadline) => [of.conditionalNote ?? null, of.yearInferred ?? false, of.anomaly ?? null]
        const same = JSON.stringify(attributes(read)) === JSON.stringify(attributes(deadline))
        if (!agrees(deadline, read) || !same)
          wrong.push(`${file}: «${deadline.sourceText}» → ${read.kind} ${read.start}…${read.end}`)
      }
    }
  }
  t.diagnostic(`${total - wrong.length} of ${total} deadlines agree`)
  assert.deepEqual(wrong, [])
})
