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
      'cli/port-malformed': 'Порт «{found}» не подходит: это число от 1 до 65535. Например: ./opora serve --port 8080',
      'cli/port-taken':
        'Порт {port} занят другой программой. Остановите её или выберите другой порт: ./opora serve --port 8081',
    },
    serve: {
      database: 'База данных: {kind, select, embedded {встроенная} other {сервер PostgreSQL}}, {place}',
      migrated: 'Обновлений схемы: {n}',
      loadingDemo: 'Загружаю пример: вымышленная Заозёрская область …',
      ready: 'Опора работает: {address}',
      logins: 'Вход в пример, пароль у всех {password}:',
      everywhere: 'вся область',
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
      'cli/port-malformed':
        'The port “{found}” does not fit: it is a number from 1 to 65535. For instance: ./opora serve --port 8080',
      'cli/port-taken': 'Another program uses port {port}. Stop it or choose another port: ./opora serve --port 8081',
    },
    serve: {
      database: 'Database: {kind, select, embedded {embedded} other {PostgreSQL server}}, {place}',
      migrated: 'Schema updates: {n}',
      loadingDemo: 'Loading the example: an invented region …',
      ready: 'Opora is running: {address}',
      logins: 'Logins of the example, all with the password {password}:',
      everywhere: 'the whole region',
    },
  },
})
