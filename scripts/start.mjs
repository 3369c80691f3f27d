// `npm start`: installs, prepares the embedded database and the demo, serves. Options: see `./opora serve --help`.
import { installIfMissing, runNode } from './pinned-node.mjs'

installIfMissing()
process.exitCode = await runNode([
  '--import',
  'tsx',
  'src/shell/cli/main.ts',
  'serve',
  '--demo',
  ...process.argv.slice(2),
])
