// Import rules, from ARCHITECTURE: shell → slices → core; platform and ui beside, knowing no slice; slices only as slice.json declares.
import fs from 'node:fs'
import path from 'node:path'

const slices = fs
  .readdirSync('src', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && fs.existsSync(path.join('src', entry.name, 'slice.json')))
  .map(entry => ({
    name: entry.name,
    uses: JSON.parse(fs.readFileSync(path.join('src', entry.name, 'slice.json'), 'utf8')).uses,
  }))
const anySlice = `^src/(${slices.map(slice => slice.name).join('|') || 'none'})/`
const tests = '(\\.test\\.tsx?|/testing\\.ts|/examples/)'
const drivers =
  '^(pg|yauzl|saxes|pdfjs-dist|iconv-lite|nodemailer|pg-boss)(/|$)|node_modules/(pg|yauzl|saxes|pdfjs-dist|iconv-lite)/'
const builtIn = '^(node:)?(fs|fs/promises|child_process|net|worker_threads|http|https|dgram|cluster|tls)$'

const rule = (name, from, to, comment = '') => ({ name, severity: 'error', comment, from, to })

export default {
  forbidden: [
    rule('no-cycles', { path: '^src/' }, { circular: true }, 'type imports included'),
    rule('core-imports-core', { path: '^src/core/', pathNot: tests }, { path: '^src/', pathNot: '^src/core/' }),
    rule('core-has-no-io', { path: '^src/core/', pathNot: tests }, { path: builtIn }),
    rule(
      'drivers-live-in-platform',
      { path: '^src/', pathNot: `^src/platform/|^src/shell/|${tests}` },
      { path: `${drivers}|${builtIn}` },
    ),
    rule(
      'platform-knows-no-slice',
      { path: '^src/(platform|ui)/', pathNot: tests },
      { path: `${anySlice}|^src/shell/|^src/app\\.ts` },
    ),
    rule('ui-imports-core', { path: '^src/ui/', pathNot: tests }, { path: '^src/', pathNot: '^src/(core|ui)/' }),
    rule('slices-know-no-shell', { path: anySlice, pathNot: tests }, { path: '^src/(shell/|app\\.ts)' }),
    rule(
      'models-are-pure',
      { path: '^src/[^/]+/(model\\.ts|model/|order/)', pathNot: `^src/core|${tests}` },
      { path: '^src/', pathNot: '^src/(core/|[^/]+/(model\\.ts|model/|order/))' },
    ),
    rule(
      'pages-reach-no-store',
      { path: '^src/[^/]+/pages/', pathNot: tests },
      { path: '/(store|actions)(\\.ts$|/)|^src/platform/' },
    ),
    ...slices.flatMap(({ name, uses }) => {
      const allowed = uses.map(used => `src/${used}/(index|contract)\\.ts`)
      return [
        rule(
          `${name}-reaches-only-declared-doors`,
          { path: `^src/${name}/`, pathNot: tests },
          { path: anySlice, pathNot: [`^src/${name}/`, ...allowed.map(door => `^${door}$`)].join('|') },
          `doors declared in src/${name}/slice.json: ${uses.join(', ') || 'none'}`,
        ),
      ]
    }),
    rule('nothing-outside-imports-tests', { path: '^src/', pathNot: `${tests}` }, { path: '\\.test\\.tsx?$' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
