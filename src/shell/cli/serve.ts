// The part of `./opora serve` that needs the loader of TSX: imported only when the command runs.
import { resolve } from 'node:path'
import { openProduct } from '../../app.ts'
import { refuse } from '../../core/base/index.ts'
import { migrate, migrationFolders, openDatabase, stopOnSignals } from '../../platform/postgres/index.ts'
import { isEmpty, loadDemo } from '../demo/load-demo.ts'
import { demoAdministrator, demoPassword, demoSeats } from '../demo/seats.ts'
import { defaultConfig } from '../api/config.ts'

export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Fill an empty installation with the invented region. */
  readonly demo: boolean
  /** `https://opora.example.ru` when a proxy stands in front; cookies are then for https only. */
  readonly publicOrigin: string | null
}

/** Opens the database, brings it up to date, and serves until the process is asked to stop. */
export async function serve(options: ServeOptions, say: (line: string) => void): Promise<void> {
  const db = await openDatabase({ ...(process.env['DATABASE_URL'] ? {} : { folder: resolve(options.dataFolder, 'postgres') }) })
  const applied = await migrate(db, migrationFolders())
  say(`База данных: ${db.kind === 'embedded' ? 'встроенная' : 'сервер'}, ${db.place}${applied.length > 0 ? `; обновлений схемы: ${applied.length}` : ''}`)
  if (options.demo && (await isEmpty(db))) {
    say('Загружаю пример: вымышленная Заозёрская область …')
    await loadDemo(db, new Date())
  }
  const config = { ...defaultConfig, publicOrigin: options.publicOrigin, secureCookies: options.publicOrigin?.startsWith('https:') ?? false, logLevel: 'warn' as const }
  const app = await openProduct(db, config)
  stopOnSignals(async () => {
    await app.close()
    await db.close()
  })
  try {
    await app.listen({ port: options.port, host: options.host })
  } catch (error) {
    await db.close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw refuse('conflict', 'cli/port-taken', { port: options.port })
    throw error
  }
  const shownHost = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host
  say(`\nОпора работает: http://${shownHost}:${options.port}\n`)
  if (options.demo) say(demoLogins())
}

function demoLogins(): string {
  const lines = [...demoSeats.map(seat => [seat.login, seatWords[seat.seat], seat.organisation]), [demoAdministrator.login, seatWords.administrator, 'вся установка']]
  return [`Вход в пример, пароль у всех ${demoPassword}:`, ...lines.map(([login, seat, place]) => `  ${login!.padEnd(10)} ${seat!.padEnd(30)} ${place}`)].join('\n')
}

const seatWords = {
  'regional-coordinator': 'региональный координатор',
  'municipal-coordinator': 'муниципальный координатор',
  methodologist: 'методист',
  curator: 'куратор',
  'school-head': 'руководитель школы',
  auditor: 'проверяющий (только чтение)',
  administrator: 'администратор',
} as const
