import { catalogue } from '../../core/base/index.ts'

export const tablesTexts = catalogue({
  ru: {
    refusals: {
      'tables/too-large':
        'Файл слишком большой: {foundMb} МБ, а принимаются таблицы до {limitMb} МБ. Разделите его на части и загрузите по одной.',
      'tables/empty':
        'В файле нет ни одной заполненной ячейки. Проверьте, что таблица сохранена, и загрузите её ещё раз.',
      'tables/broken-csv':
        'Таблица не читается: около строки {line} не закрыта кавычка. Исправьте строку или сохраните таблицу как XLSX.',
      'tables/not-a-table': 'Это не таблица. Загрузите файл XLSX или CSV.',
      'tables/broken-text':
        'Текст файла повреждён в строке {row}: там знак, которого в UTF-8 не бывает. Сохраните таблицу ещё раз, лучше как XLSX.',
      'tables/unknown-encoding':
        'Не удалось понять кодировку файла: это не UTF-8, не Windows-1251 и не UTF-16. Сохраните таблицу как «CSV UTF-8» или как XLSX.',
      'tables/row-too-long':
        'Строка {row} длиннее {limitMb} МБ. Обычно это значит, что в файле потеряны переводы строк: сохраните таблицу ещё раз.',
      'tables/too-many-columns':
        'В строке {row} больше {limit} столбцов, столько в таблицах не бывает. Проверьте файл и сохраните таблицу ещё раз.',
      'tables/too-many-texts':
        'В книге слишком много разных текстов: больше {limitMb} МБ. Сохраните нужный лист отдельно, лучше как «CSV UTF-8».',
    },
  },
  en: {
    refusals: {
      'tables/too-large':
        'The file is too large: {foundMb} MB, and tables up to {limitMb} MB are taken. Split it and upload the parts one by one.',
      'tables/empty': 'No cell of the file is filled in. Check that the table was saved and upload it again.',
      'tables/broken-csv':
        'The table cannot be read: a quotation mark is not closed near line {line}. Correct the line or save the table as XLSX.',
      'tables/not-a-table': 'This is not a table. Upload an XLSX or CSV file.',
      'tables/broken-text':
        'The text of the file is damaged in row {row}: it has a sign that UTF-8 does not know. Save the table again, preferably as XLSX.',
      'tables/unknown-encoding':
        'The encoding of the file could not be told: it is neither UTF-8 nor Windows-1251 nor UTF-16. Save the table as “CSV UTF-8” or as XLSX.',
      'tables/row-too-long':
        'Row {row} is longer than {limitMb} MB. Usually this means that the line breaks of the file are lost: save the table again.',
      'tables/too-many-columns':
        'Row {row} has more than {limit} columns, which no table has. Check the file and save the table again.',
      'tables/too-many-texts':
        'The workbook has too many different texts: more than {limitMb} MB. Save the sheet that you need on its own, preferably as “CSV UTF-8”.',
    },
  },
})
