import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

const root = path.dirname(import.meta.dirname)

/** Lays a small tree with one forbidden import beside the project's own rules and says which rules spoke. */
function rulesBrokenBy(files: Record<string, string>): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-rules-'))
  try {
    for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json'])
      fs.copyFileSync(path.join(root, name), path.join(folder, name))
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const tree = {
      'src/schools/slice.json': '{"uses":[]}',
      'src/schools/index.ts': "export const door = 'schools'",
      'src/schools/store.ts': "export const inside = 'schools'",
      'src/roadmaps/slice.json': '{"uses":["schools"]}',
      'src/core/base/index.ts': 'export type Id = string',
      'src/platform/postgres/index.ts': 'export const pool = 1',
      ...files,
    }
    for (const [name, text] of Object.entries(tree)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      fs.writeFileSync(path.join(folder, name), text)
    }
    const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const done = spawnSync(
      process.execPath,
      [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'],
      { cwd: folder, encoding: 'utf8' },
    )
    const { summary } = JSON.parse(done.stdout) as { summary: { violations: { rule: { name: string } }[] } }
    return [...new Set(summary.violations.map(found => found.rule.name))].sort()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const planted: [string, Record<string, string>, string[]][] = [
  [
    'a slice that uses the door it declares breaks nothing',
    {
      'src/roadmaps/model.tsx': '',
      'src/roadmaps/actions.ts': "import { door } from '../schools/index.ts'\nexport const seen = door",
    },
    [],
  ],
  [
    'a slice may not reach past the door of another, type imports included',
    {
      'src/roadmaps/actions.ts': "import type { inside } from '../schools/store.ts'\nexport type Seen = typeof inside",
    },
    ['roadmaps-reaches-only-declared-doors'],
  ],
  [
    'a slice may not use a slice that it does not declare',
    {
      'src/schools/actions.ts': "import type { plan } from '../roadmaps/index.ts'\nexport type Seen = typeof plan",
      'src/roadmaps/index.ts': 'export const plan = 1',
    },
    ['schools-reaches-only-declared-doors'],
  ],
  [
    'a page (.tsx) may not reach the store',
    { 'src/schools/pages/list.tsx': "import { inside } from '../store.ts'\nexport const Page = () => <p>{inside}</p>" },
    ['pages-reach-no-store'],
  ],
  [
    'core may not import the platform',
    { 'src/core/rules.ts': "import { pool } from '../platform/postgres/index.ts'\nexport const rule = pool" },
    ['core-imports-core'],
  ],
  [
    'core may not read files',
    { 'src/core/rules.ts': "import fs from 'node:fs'\nexport const rule = fs.constants" },
    ['core-has-no-io', 'drivers-live-in-platform'],
  ],
  [
    'a database driver outside the platform is refused',
    { 'src/schools/actions.ts': "import pg from 'pg'\nexport const client = pg.Client" },
    ['drivers-live-in-platform'],
  ],
  [
    'the platform may not know a slice',
    { 'src/platform/jobs.ts': "import { door } from '../schools/index.ts'\nexport const job = door" },
    ['platform-knows-no-slice'],
  ],
  [
    'a slice may not know the shell',
    {
      'src/schools/actions.ts': "import { serve } from '../shell/api/app.ts'\nexport const seen = serve",
      'src/shell/api/app.ts': 'export const serve = 1',
    },
    ['slices-know-no-shell'],
  ],
  [
    'a model may not reach the platform',
    { 'src/schools/model.ts': "import { pool } from '../platform/postgres/index.ts'\nexport const seen = pool" },
    ['models-are-pure'],
  ],
  [
    'two files that import each other are a cycle, even by types',
    {
      'src/schools/a.ts': "import type { B } from './b.ts'\nexport type A = B",
      'src/schools/b.ts': "import type { A } from './a.ts'\nexport type B = A",
    },
    ['no-cycles'],
  ],
]

for (const [title, files, expected] of planted) test(title, () => assert.deepEqual(rulesBrokenBy(files), expected))
