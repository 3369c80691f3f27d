// `npm run check`: everything that reads the code without running it: format and lint, types, import rules, unused code.
import { spawnSync } from 'node:child_process'
import { pinnedNode, root } from './pinned-node.mjs'

const steps = [
  [
    'format and lint',
    [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--error-on-warnings',
      '--colors=off',
      '--max-diagnostics=40',
      '--diagnostic-level=warn',
      '.',
    ],
  ],
  ['types', ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json']],
  [
    'import rules',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'bench',
      'e2e',
    ],
  ],
  ['unused files, exports and dependencies', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

let failed = 0
for (const [name, args] of steps) {
  const began = Date.now()
  const done = spawnSync(pinnedNode(), args, { cwd: root, encoding: 'utf8' })
  const ok = done.status === 0
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (!ok) {
    failed++
    console.log(`${done.stdout}${done.stderr}`.split('\n').slice(-60).join('\n'))
  }
}
process.exitCode = failed ? 1 : 0
