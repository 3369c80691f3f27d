// Prints how well invented orders are understood: `node --import tsx src/roadmaps/order-variants/score.ts [FIRST] [LAST] [--diff]`.
import { agreementWith } from './compare.ts'
import { examine, findScorer } from './examine.ts'

const [first = 0, last = 199] = process.argv
  .slice(2)
  .filter(a => /^\d+$/.test(a))
  .map(Number)
const withDiffs = process.argv.includes('--diff')
const scorer = await findScorer()
if (scorer === null)
  console.log('../shared/gold/score.mjs is absent: the figures are the mean of items, deadlines and responsible')

const figures: { readonly name: string; readonly figure: number; readonly features: readonly string[] }[] = []
for (let seed = first; seed <= last; seed++)
  for (const { variant, form, order } of await examine(seed)) {
    const own = agreementWith(variant.gold, order)
    const scored = scorer?.(variant.gold, order)
    const figure = scored?.overall ?? (own.items + own.deadlines + own.responsible) / 3
    const features = variant.features.filter(f =>
      f.startsWith('word:') ? form === 'docx' : !(form === 'docx' && /^(drawing|dirt):/.test(f)),
    )
    figures.push({ name: `${seed}.${form}`, figure, features: [...features, `form:${form}`] })
    if (withDiffs && scored) for (const diff of scored.diffs) console.log(`${seed}.${form} ${diff}`)
  }

const mean = (list: readonly { readonly figure: number }[]) =>
  list.reduce((sum, f) => sum + f.figure, 0) / Math.max(list.length, 1)
const sorted = [...figures].sort((a, b) => a.figure - b.figure)
console.log(`average ${mean(figures).toFixed(4)} over ${figures.length} readings`)
console.log(
  `worst   ${sorted
    .slice(0, 8)
    .map(f => `${f.name} ${f.figure.toFixed(3)}`)
    .join(', ')}`,
)
const names = [...new Set(figures.flatMap(f => f.features))]
const byFeature = names.map(name => ({ name, list: figures.filter(f => f.features.includes(name)) }))
for (const { name, list } of byFeature.sort((a, b) => mean(a.list) - mean(b.list)))
  console.log(`${mean(list).toFixed(4)} ${String(list.length).padStart(4)}  ${name}`)
