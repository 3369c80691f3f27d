import { catalogue } from '../../core/base/index.ts'

/** What `./opora identify` prints and refuses. */
export const identifyTexts = catalogue({
  ru: {
    summary:
      'Применить методику к файлам результатов: список с причиной, запасом и вероятностью для каждой школы. --methodology ID|ПАПКА, --counts, --indicators, --schools; --set имя=значение, --year, --on ДАТА; без базы данных',
    head: '{title} ({id}, редакция {edition}), год {year}',
    settings: 'Числа и прочтения: {settings}',
    purpose: 'Предложение для адресной помощи. Решают люди; порядок — по названию школы.',
    verdict:
      '{title}: {verdict, select, yes {предложена в список} no {не предложена} other {не судим: данных не хватает}}',
    excluded: 'Вне методики: {reason}',
    onEdge:
      'на грани: достаточно одного участника ({places}), и ответ станет «{becomes, select, yes {предложена} no {не предложена} other {не судим}}»',
    margin:
      'запас: {participants, plural, one {# участник} few {# участника} other {# участников}} ({places}), и ответ станет «{becomes, select, yes {предложена} no {не предложена} other {не судим}}»',
    noMargin: 'запас: отметками участников этот ответ не меняется',
    place: '{place}: {change}',
    pooled: 'любая из учтённых процедур',
    noFigure: 'нет данных',
    cell: '{where}: {why, select, notApplicable {у школы нет такой процедуры} absent {нет строки в файле, не судим} withheld {число не передано, не судим} fewParticipants {{below} из {participants}, участников слишком мало, не судим} other {{below} из {participants}, {verdict, select, yes {низкий результат} other {не низкий}}}}',
    chance: 'вероятность, что истинная доля не ниже {threshold}, — {percent} %',
    total: '{title}: предложено {yes}, не предложено {no}, не судим {unknown}',
    refusals: {
      'identify/files-not-named': 'Назовите методику и файл результатов. Пример: {example}',
      'identify/bad-option': 'Непонятно: «{found}». Пример: {example}',
      'identify/no-column': '{file}, строка {row}: нет столбца «{name}». Добавьте его в заголовок.',
      'identify/column-twice':
        '{file}, строка {row}, столбец {column}: «{name}» стоит в заголовке дважды. Оставьте один.',
      'identify/extra-cell':
        '{file}, строка {row}, столбец {column}: «{found}» стоит там, где в заголовке ничего нет. Проверьте разделители.',
      'identify/no-rows': '{file}: после заголовка нет ни одной строки.',
      'identify/bad-cell':
        '{file}, строка {row}, столбец {column} ({name}): найдено «{found}», ожидается {expected, select, count {целое число от 0 или слово: no_students, not_applicable, suppressed, unknown} number {число, например 14,5} notAboveParticipants {не больше участников ({other})} grade {класс от 1 до 12} year {год, например 2021} onceOnly {каждая запись один раз: она уже есть в строке {other}} other {непустая ячейка}}.',
    },
  },
  en: {
    summary:
      'Apply a methodology to files of results: a list with reason, margin and chance for every school. --methodology ID|FOLDER, --counts, --indicators, --schools; --set name=value, --year, --on DATE; no database',
    head: '{title} ({id}, edition {edition}), year {year}',
    settings: 'Numbers and readings: {settings}',
    purpose: 'A proposal for help. People decide; the order is by name of school.',
    verdict: '{title}: {verdict, select, yes {proposed} no {not proposed} other {not judged: data is missing}}',
    excluded: 'Outside the methodology: {reason}',
    onEdge:
      'on the edge: one participant is enough ({places}) to make it “{becomes, select, yes {proposed} no {not proposed} other {not judged}}”',
    margin:
      'margin: {participants, plural, one {# participant} other {# participants}} ({places}) to make it “{becomes, select, yes {proposed} no {not proposed} other {not judged}}”',
    noMargin: 'margin: no marks of participants change this',
    place: '{place}: {change}',
    pooled: 'any of the counted procedures',
    noFigure: 'no data',
    cell: '{where}: {why, select, notApplicable {the school has no such procedure} absent {no row in the file, not judged} withheld {no number given, not judged} fewParticipants {{below} of {participants}, too few participants, not judged} other {{below} of {participants}, {verdict, select, yes {low} other {not low}}}}',
    chance: 'the true share is at least {threshold} with probability {percent} %',
    total: '{title}: proposed {yes}, not proposed {no}, not judged {unknown}',
    refusals: {
      'identify/files-not-named': 'Name the methodology and the file of results. Example: {example}',
      'identify/bad-option': 'Not understood: “{found}”. Example: {example}',
      'identify/no-column': '{file}, row {row}: there is no column “{name}”. Add it to the header.',
      'identify/column-twice': '{file}, row {row}, column {column}: “{name}” stands twice in the header. Keep one.',
      'identify/extra-cell':
        '{file}, row {row}, column {column}: “{found}” stands where the header has nothing. Check the separators.',
      'identify/no-rows': '{file}: no row after the header.',
      'identify/bad-cell':
        '{file}, row {row}, column {column} ({name}): found “{found}”, expected {expected, select, count {a whole number from 0 or a word: no_students, not_applicable, suppressed, unknown} number {a number, such as 14.5} notAboveParticipants {at most the participants ({other})} grade {a grade from 1 to 12} year {a year, such as 2021} onceOnly {each record once: it already stands in row {other}} other {a cell that is not empty}}.',
    },
  },
})
