import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A file of the browser's side: its name holds the hash of its content, so it may be kept for ever. */
export interface Asset {
  readonly body: Uint8Array
  readonly mediaType: string
  readonly etag: string
}

export interface Assets {
  /** By address: `/assets/index-AB12CD34.css`. */
  readonly files: ReadonlyMap<string, Asset>
  readonly styles: string
  /** Faces that every page needs at once. */
  readonly fonts: readonly string[]
  /** Address of an island's script by the island's name. */
  readonly islands: ReadonlyMap<string, string>
}

const source = fileURLToPath(new URL('../..', import.meta.url))
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/**
 * Bundles the sheet (design system, frame, pages of slices) and the islands (`<name>.tsx` in any folder called `islands`).
 * Takes a few tenths of a second, so it is done at each start and nothing stale can be left behind.
 *
 * @throws a bug when two islands have one name or a source does not compile
 */
export async function buildAssets(): Promise<Assets> {
  const all = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()
  const islandFiles = all.filter(name => /(^|[\\/])islands[\\/][\w-]+\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  const sheets = all.filter(name => name.endsWith('.css') && !name.startsWith(join('ui', 'styles')))
  const names = islandFiles.map(file => basename(file, extname(file)))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`two islands are called "${twice}"`)

  const [styles, scripts] = await Promise.all([
    build({
      ...common,
      stdin: {
        contents: ['./ui/styles/index.css', ...sheets.map(sheet => `./${sheet.split(sep).join('/')}`)]
          .map(sheet => `@import "${sheet}";`)
          .join('\n'),
        resolveDir: source,
        loader: 'css',
        sourcefile: 'opora.css',
      },
      entryNames: 'opora-[hash]',
      loader: { '.woff2': 'file' },
      assetNames: '[name]-[hash]',
    }),
    build({
      ...common,
      entryPoints: islandFiles.map(file => ({ in: join(source, file), out: basename(file, extname(file)) })),
      entryNames: '[name]-[hash]',
      chunkNames: 'part-[hash]',
      format: 'esm',
      splitting: true,
      platform: 'browser',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      metafile: true,
    }),
  ])

  const files = new Map<string, Asset>()
  for (const file of [...styles.outputFiles, ...scripts.outputFiles]) {
    files.set(`/assets/${basename(file.path)}`, {
      body: file.contents,
      mediaType: mediaTypes[extname(file.path)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(file.contents).digest('hex').slice(0, 20)}"`,
    })
  }
  const islands = new Map<string, string>()
  for (const [out, made] of Object.entries(scripts.metafile.outputs)) {
    const entry = made.entryPoint
    const island = entry && islandFiles.find(file => relative(source, join(process.cwd(), entry)) === file)
    if (island) islands.set(basename(island, extname(island)), `/assets/${basename(out)}`)
  }
  const addresses = [...files.keys()]
  return {
    files,
    styles: addresses.find(name => name.endsWith('.css')) ?? '',
    fonts: addresses.filter(name => name.endsWith('.woff2')),
    islands,
  }
}

const common = {
  bundle: true,
  minify: true,
  write: false as const,
  outdir: 'out',
  target: ['chrome109', 'firefox115', 'safari16'] as string[],
  legalComments: 'none' as const,
  logLevel: 'silent' as const,
}
