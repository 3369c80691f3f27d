import { catalogue } from '../../core/base/index.ts'

export const texts = catalogue({
  ru: {
    usage: 'Опора: команды',
    howTo: 'Запуск: ./opora КОМАНДА [ФАЙЛ] [--lang ru|en]',
    example: 'Пример',
    exitCodes:
      'Код завершения: 0 — сделано, 1 — найдены недостатки, 2 — отказ (причина и что делать выше), 3 — ошибка программы.',
    refused: 'Отказ ({code}): {message}',
    bug: 'Ошибка программы, это не ваша вина. Передайте текст ниже в поддержку.',
    refusals: {
      'cli/unknown-command': 'Команды «{found}» нет. Список команд: ./opora --help',
    },
  },
  en: {
    usage: 'Opora: commands',
    howTo: 'Run: ./opora COMMAND [FILE] [--lang ru|en]',
    example: 'Example',
    exitCodes: 'Exit code: 0 done, 1 defects found, 2 refused (the reason and what to do stand above), 3 a bug.',
    refused: 'Refused ({code}): {message}',
    bug: 'A bug in the program, not your fault. Pass the text below to support.',
    refusals: {
      'cli/unknown-command': 'There is no command “{found}”. List of commands: ./opora --help',
    },
  },
})
