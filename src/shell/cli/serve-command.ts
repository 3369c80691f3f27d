import { fileURLToPath } from 'node:url'
import { refuse } from '../../core/base/index.ts'
import type { Command } from '../../core/web/command.ts'

/** `./opora serve`: the product itself. `npm start` is `serve --demo` after the installation. */
export const serveCommand: Command = {
  name: 'serve',
  summary: {
    ru: 'Запустить Опору: база данных, страницы и API. --port 8080, --host 127.0.0.1, --data ПАПКА, --origin https://адрес, --demo: пример в пустой базе. DATABASE_URL: свой сервер PostgreSQL 15–18',
    en: 'Run Opora: database, pages and API. --port 8080, --host 127.0.0.1, --data FOLDER, --origin https://address, --demo: an example in an empty database. DATABASE_URL: a PostgreSQL 15–18 server of your own',
  },
  example: './opora serve --port 8080 --demo',
  async run(args, io) {
    const port = Number(optionOf(args, '--port') ?? process.env['PORT'] ?? 8080)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw refuse('invalid', 'cli/port-malformed', { found: optionOf(args, '--port') ?? '' })
    const { register } = await import('tsx/esm/api')
    // Named, because it is looked for in the folder where the command was typed otherwise.
    register({ tsconfig: pathOf('tsconfig.json') })
    const { serve } = await import('./serve.ts')
    const options = {
      port,
      host: optionOf(args, '--host') ?? '127.0.0.1',
      dataFolder: optionOf(args, '--data') ?? pathOf('data'),
      demo: args.includes('--demo'),
      publicOrigin: optionOf(args, '--origin'),
      lang: optionOf(args, '--lang') === 'en' ? ('en' as const) : ('ru' as const),
    }
    await serve(options, io.out)
    return 0
  },
}

/** A path below the root of the project, with the spaces and letters that the system uses. */
function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../${name}`, import.meta.url))
}

function optionOf(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name)
  return at < 0 ? null : (args[at + 1] ?? '')
}
