import { catalogue } from '../../core/base/index.ts'

/** What may stand after each command, by its name; one option a line. */
export const optionTexts = catalogue({
  ru: {
    'order read': ['ФАЙЛ            приказ: .docx, .pdf с текстом или .txt', '--json          структура целиком'].join(
      '\n',
    ),
    'order lint': [
      'ФАЙЛ            приказ: .docx, .pdf с текстом или .txt',
      '--json          замечания как данные',
    ].join('\n'),
    'results read': [
      'ФАЙЛ…           таблицы .csv и .xlsx, папки, архивы ZIP, сколько угодно',
      '--json          ячейки и отчёты',
      '--procedure ВПР --subject математика --grade 5 --year 2021 --wave spring',
      '                о чём файлы, если в них самих этого нет',
      '--counts OUT.csv  записать счёт по школам для identify',
      '--waves main,reserve  какие этапы в него идут (main, reserve, september, spring, autumn)',
    ].join('\n'),
    'results template': 'ИМЯ             counts или participants, .xlsx или .csv',
    chance: [
      '--counts ФАЙЛ   столбцы stratum,school,n,k',
      '--threshold 0.3 порог: дробь, десятичная или 3/10',
      '--json          α, β и вероятности',
    ].join('\n'),
    identify: [
      '--methodology ИМЯ или папка',
      '--counts ФАЙЛ   school,year,procedure,subject,grade,participants,below[,mean]',
      '--indicators ФАЙЛ  school,year,indicator,value[,participants]',
      '--schools ФАЙЛ  school,name,region,municipality,type и любые другие столбцы',
      '--year 2025     год, который считается последним',
      '--on 2025-01-31 день, чьи значения параметров действуют',
      '--set имя=значение  другое значение параметра или прочтение, можно несколько раз',
      '--json          вердикты, значения, путь, запас, вероятность',
    ].join('\n'),
    'methodology test': 'ПАПКА           методика или папка с методиками; без неё — все поставленные',
    'methodology explain': 'ИМЯ или папка методики',
    scales: 'ПАПКА           свои шкалы для проверки; без неё — поставленные',
    serve: [
      '--port 8080     порт; --host 127.0.0.1 — на каком адресе слушать',
      '--data ПАПКА    где лежат данные; DATABASE_URL — свой сервер PostgreSQL',
      '--demo          загрузить пример, если база пуста',
      '--origin https://opora.example.ru  адрес, по которому систему видно снаружи',
    ].join('\n'),
  },
  en: {
    'order read': [
      'FILE            an order: .docx, .pdf with text or .txt',
      '--json          the whole structure',
    ].join('\n'),
    'order lint': ['FILE            an order: .docx, .pdf with text or .txt', '--json          findings as data'].join(
      '\n',
    ),
    'results read': [
      'FILE…           tables .csv and .xlsx, folders, ZIP archives, any number of them',
      '--json          cells and reports',
      '--procedure NAME --subject NAME --grade 5 --year 2021 --wave spring',
      '                what the files are about, where they do not say it',
      '--counts OUT.csv  write counts by school for identify',
      '--waves main,reserve  which waves go into them (main, reserve, september, spring, autumn)',
    ].join('\n'),
    'results template': 'NAME            counts or participants, .xlsx or .csv',
    chance: [
      '--counts FILE   columns stratum,school,n,k',
      '--threshold 0.3 the threshold: a decimal or a fraction 3/10',
      '--json          α, β and probabilities',
    ].join('\n'),
    identify: [
      '--methodology ID or folder',
      '--counts FILE   school,year,procedure,subject,grade,participants,below[,mean]',
      '--indicators FILE  school,year,indicator,value[,participants]',
      '--schools FILE  school,name,region,municipality,type and any other columns',
      '--year 2025     the year that counts as the last one',
      '--on 2025-01-31 the day whose values of parameters count',
      '--set name=value  another value of a parameter or another reading, any number of times',
      '--json          verdicts, values, trace, margin, chance',
    ].join('\n'),
    'methodology test': 'FOLDER          a methodology or a folder of them; without it all that are shipped',
    'methodology explain': 'ID or folder of a methodology',
    scales: 'FOLDER          own scales to check; without it the shipped ones',
    serve: [
      '--port 8080     the port; --host 127.0.0.1: the address to listen on',
      '--data FOLDER   where the data lie; DATABASE_URL: a PostgreSQL server of your own',
      '--demo          load the example when the database is empty',
      '--origin https://opora.example.ru  the address that people outside use',
    ].join('\n'),
  },
})
