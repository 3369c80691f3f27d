// The part of `./opora serve` that needs the loader of TSX: imported only when the command runs.
import { resolve } from 'node:path'
import { openProduct } from '../../app.ts'
import { authoritiesTexts } from '../../authorities/index.ts'
import { type Lang, refuse, translator } from '../../core/base/index.ts'
import { type Database, migrate, migrationFolders, openDatabase, stopOnSignals } from '../../platform/postgres/index.ts'
import { closeSandbox, warmSandbox } from '../../platform/sandbox/index.ts'
import { awaitsDemo, loadDemo } from '../demo/load-demo.ts'
import { demoAdministrator, demoPassword, demoSeats } from '../demo/seats.ts'
import { texts } from './texts.ts'

export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Fill an empty installation with the invented region. */
  readonly demo: boolean
  /** `https://opora.example.ru` when a proxy stands in front; cookies are then for https only. */
  readonly publicOrigin: string | null
  readonly lang: Lang
}

/** Opens the database, brings it up to date, and serves until the process is asked to stop. */
export async function serve(options: ServeOptions, say: (line: string) => void): Promise<void> {
  const db = await openDatabase(process.env['DATABASE_URL'] ? {} : { folder: resolve(options.dataFolder, 'postgres') })
  try {
    await serveFrom(db, options, say)
  } catch (error) {
    await db.close() // an open database would keep the process alive behind its error
    throw error
  }
}

async function serveFrom(db: Database, options: ServeOptions, say: (line: string) => void): Promise<void> {
  const t = translator(texts, options.lang)
  const applied = await migrate(db, migrationFolders())
  say(t('serve.database', { kind: db.kind, place: db.place }))
  if (applied.length > 0) say(t('serve.migrated', { n: applied.length }))
  if (options.demo && (await awaitsDemo(db))) {
    say(t('serve.loadingDemo'))
    await loadDemo(db, new Date())
  }
  const secureCookies = options.publicOrigin?.startsWith('https:') ?? false
  const app = await openProduct(db, { publicOrigin: options.publicOrigin, secureCookies, logLevel: 'warn' })
  stopOnSignals(async () => {
    await app.close()
    closeSandbox()
    await db.close()
  })
  try {
    await app.listen({ port: options.port, host: options.host })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw refuse('conflict', 'cli/port-taken', { port: options.port })
    throw error
  }
  warmSandbox()
  const shownHost = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host
  say(`\n${t('serve.ready', { address: `http://${shownHost}:${options.port}` })}\n`)
  if (options.demo) say(demoLogins(options.lang))
}

function demoLogins(lang: Lang): string {
  const t = translator(texts, lang)
  const seatName = translator(authoritiesTexts, lang)
  const lines = [
    ...demoSeats,
    { login: demoAdministrator.login, seat: 'administrator' as const, organisation: t('serve.everywhere') },
  ]
  const shown = lines.map(
    ({ login, seat, organisation }) => `  ${login.padEnd(10)} ${seatName(`seats.${seat}`).padEnd(30)} ${organisation}`,
  )
  return [t('serve.logins', { password: demoPassword }), ...shown].join('\n')
}
