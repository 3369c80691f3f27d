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
    },
  },
})
