import { catalogue } from '../../core/base/index.ts'

/** What the database says no to, and what the person can do about it. */
export const postgresTexts = catalogue({
  ru: {
    refusals: {
      'platform/database-folder-in-use':
        'Папка базы данных {folder} уже занята другой запущенной Опорой (процесс {pid}). Остановите её или укажите другую папку.',
      'platform/database-folder-unusable':
        'Папкой базы данных {folder} нельзя пользоваться ({reason}). Дайте на неё права пользователю, от имени которого работает Опора, или укажите другую папку.',
      'platform/database-unavailable':
        'База данных сейчас недоступна: {reason}. Повторите через минуту; если не поможет, проверьте, что сервер базы данных запущен.',
      'platform/database-too-old':
        'Сервер базы данных PostgreSQL {found} слишком старый: нужна версия 15 или новее. Обновите сервер или уберите DATABASE_URL, чтобы работать со встроенной базой.',
      'platform/database-newer':
        'База данных создана более новой Опорой (шаг «{migration}» этой версии неизвестен). Запустите ту версию, которая работала с базой последней, или новее.',
      'platform/database-roles':
        'Учётная запись «{user}» не может создать роли базы данных opora_app и opora_system ({reason}). Попросите администратора сервера выполнить: CREATE ROLE opora_app NOLOGIN; CREATE ROLE opora_system NOLOGIN; GRANT opora_app, opora_system TO "{user}";',
      'platform/database-no-binaries':
        'Для этой системы ({platform}) нет встроенной базы данных. Выполните «npm install» без ключа --omit=optional или укажите сервер PostgreSQL в DATABASE_URL.',
      'platform/database-root':
        'Опора запущена от имени root, а встроенная база под root не работает и не смогла перейти к другому пользователю ({reason}). Запустите Опору от обычного пользователя или укажите сервер PostgreSQL в DATABASE_URL.',
      'platform/database-failed-to-start':
        'Встроенная база данных в папке {folder} не запустилась: {reason}. Подробности в файле postgres.log этой папки.',
      'platform/bad-submission-key': 'Форма устарела или повреждена. Откройте страницу заново и повторите.',
    },
  },
  en: {
    refusals: {
      'platform/database-folder-in-use':
        'The database folder {folder} is in use by another running Opora (process {pid}). Stop it or name another folder.',
      'platform/database-folder-unusable':
        'The database folder {folder} cannot be used ({reason}). Give the user that runs Opora the right to it, or name another folder.',
      'platform/database-unavailable':
        'The database is not available at the moment: {reason}. Try again in a minute; if that does not help, check that the database server runs.',
      'platform/database-too-old':
        'The database server PostgreSQL {found} is too old: version 15 or newer is needed. Upgrade it, or unset DATABASE_URL to use the embedded database.',
      'platform/database-newer':
        'The database was made by a newer Opora (this version does not know the step "{migration}"). Run the version that used it last, or a newer one.',
      'platform/database-roles':
        'The account "{user}" may not create the database roles opora_app and opora_system ({reason}). Ask the administrator of the server to run: CREATE ROLE opora_app NOLOGIN; CREATE ROLE opora_system NOLOGIN; GRANT opora_app, opora_system TO "{user}";',
      'platform/database-no-binaries':
        'There is no embedded database for this system ({platform}). Run "npm install" without --omit=optional, or name a PostgreSQL server in DATABASE_URL.',
      'platform/database-root':
        'Opora runs as root; the embedded database does not work as root and could not change to another user ({reason}). Run Opora as an ordinary user, or name a PostgreSQL server in DATABASE_URL.',
      'platform/database-failed-to-start':
        'The embedded database in {folder} did not start: {reason}. See postgres.log in that folder.',
      'platform/bad-submission-key': 'The form is out of date or damaged. Open the page again and repeat.',
    },
  },
})
