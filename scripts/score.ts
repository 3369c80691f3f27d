// `npm run score`: reads the annotated orders of ../shared in every form and prints how well each was understood (goal: 0.97 on each).
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readFile } from '../src/platform/files/index.ts'
import { understandOrder } from '../src/roadmaps/order/index.ts'

interface Scored {
  readonly overall: number
  readonly items: { readonly f1: number }
  readonly sections: { readonly f1: number }
  readonly weighted: Readonly<Record<string, { readonly value: number | null }>>
}

const shared = path.resolve(import.meta.dirname, '../../shared')
if (!fs.existsSync(shared)) {
  console.log('The annotated orders lie in ../shared, which is not here: nothing to score.')
  process.exit(0)
}
const scorer = (await import(pathToFileURL(path.join(shared, 'gold/score.mjs')).href)) as {
  score: (gold: unknown, read: unknown) => Scored
}

let worst = 1
for (const gold of fs.readdirSync(path.join(shared, 'gold')).filter(name => name.endsWith('.gold.json'))) {
  const name = gold.replace('.gold.json', '')
  const annotated: unknown = JSON.parse(fs.readFileSync(path.join(shared, 'gold', gold), 'utf8'))
  for (const file of fs.readdirSync(path.join(shared, 'corpus')).filter(one => one.startsWith(`${name}.`))) {
    const understood = understandOrder(await readFile(fs.readFileSync(path.join(shared, 'corpus', file))))
    const scored = scorer.score(annotated, understood.order)
    const part = (key: string) => (scored.weighted[key]?.value ?? 1).toFixed(3)
    const { placedWords, words } = understood.coverage
    worst = Math.min(worst, scored.overall)
    console.log(
      `${file.padEnd(32)} overall ${scored.overall.toFixed(4)}  items ${part('items F1')}  sections ${part('sections F1')}  number ${part('number')}  deadline ${part('deadline exact')}  responsible ${part('responsible F1')}  words placed ${((100 * placedWords) / words).toFixed(1)} %`,
    )
  }
}
console.log(`worst ${worst.toFixed(4)} (goal: at least 0.97)`)
process.exitCode = worst >= 0.97 ? 0 : 1
