import { catalogue } from '../core/base/index.ts'

/** What the commands of this slice print. */
export const identificationTexts = catalogue({
  ru: {
    chance: {
      summary:
        'Вероятность того, что истинная доля не ниже порога: для каждой школы по числу участников и числу тех, кто ниже отметки или минимума',
      stratum:
        'Группа «{stratum}»: {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}, {participants, plural, one {# участник} few {# участника} many {# участников} other {# участника}}, ниже порога отметки {share}',
      fitted: 'Доли школ группы: распределение Beta(α = {alpha}; β = {beta}), среднее {mean}',
      pooled: 'Школы группы различаются не больше, чем сделал бы случай: для всех взята общая доля группы.',
      'not-converged': 'Различия школ этой группы моделью не описываются, вероятности не указаны.',
      empty: 'В группе нет участников, вероятности не указаны.',
      school:
        '{school}: {below} из {participants} ({share}); вероятность, что истинная доля не ниже {threshold}, — {probability}; истинная доля, вероятно, {mean} (с вероятностью 90 % от {from} до {to})',
      noneSat:
        '{school}: участников нет; по группе вероятность, что истинная доля не ниже {threshold}, — {probability}',
      pooledSchool:
        '{school}: {below} из {participants}; общая доля группы {mean} — {reaches, select, yes {не ниже} other {ниже}} порога {threshold}',
      notSaid: '{school}: {below} из {participants}; вероятность не указана',
      below: 'меньше {share}',
      above: 'больше {share}',
    },
    refusals: {
      'chance/no-file': 'Не назван файл с числами. Пример: {example}',
      'chance/unknown-option': 'Непонятный параметр «{found}». Пример: {example}',
      'chance/bad-threshold':
        'Порог «{found}» не подходит: нужна доля от 0 до 1, например 0.3, 3/10 или 30 %. Пример: {example}',
      'chance/no-column':
        'В строке {row} нет столбца «{name}». Первая строка называет столбцы: stratum,school,n,k (группа, школа, участников, ниже).',
      'chance/column-twice': 'Строка {row}, столбец {column}: столбец «{name}» назван второй раз. Оставьте один.',
      'chance/no-rows': 'После названий столбцов нет ни одной строки с числами. Проверьте файл.',
      'chance/empty-cell': 'Строка {row}, столбец {column} ({name}): пусто. Заполните ячейку.',
      'chance/extra-cell':
        'Строка {row}, столбец {column}: найдено «{found}», а столбца с таким местом в заголовке нет.',
      'chance/bad-number':
        'Строка {row}, столбец {column} ({name}): найдено «{found}», а нужно целое число от 0 до {limit}.',
      'chance/school-twice':
        'Строка {row}, столбец {column}: школа «{school}» уже есть в группе «{stratum}» (строка {first}). Оставьте одну строку.',
    },
  },
  en: {
    chance: {
      summary:
        'The probability that the true share is not below the threshold: for every school, from its participants and those below the mark or the minimum',
      stratum:
        'Group “{stratum}”: {schools, plural, one {# school} other {# schools}}, {participants, plural, one {# participant} other {# participants}}, below the mark {share}',
      fitted: 'Shares of the schools of the group: distribution Beta(α = {alpha}; β = {beta}), mean {mean}',
      pooled: 'The schools of the group differ no more than chance would make them: the common share stands for all.',
      'not-converged':
        'The model does not describe the differences between the schools of this group; no probabilities.',
      empty: 'The group has no participants; no probabilities.',
      school:
        '{school}: {below} of {participants} ({share}); the probability that the true share is at least {threshold} is {probability}; the true share is probably {mean} (with probability 90% from {from} to {to})',
      noneSat:
        '{school}: no participants; by its group the probability that the true share is at least {threshold} is {probability}',
      pooledSchool:
        '{school}: {below} of {participants}; the common share of the group, {mean}, is {reaches, select, yes {not below} other {below}} the threshold {threshold}',
      notSaid: '{school}: {below} of {participants}; no probability',
      below: 'less than {share}',
      above: 'more than {share}',
    },
    refusals: {
      'chance/no-file': 'No file of counts was named. Example: {example}',
      'chance/unknown-option': 'Unknown option “{found}”. Example: {example}',
      'chance/bad-threshold':
        'The threshold “{found}” does not fit: a share from 0 to 1 is needed, such as 0.3, 3/10 or 30 %. Example: {example}',
      'chance/no-column':
        'Row {row} has no column “{name}”. The first row names the columns: stratum,school,n,k (group, school, participants, below).',
      'chance/column-twice': 'Row {row}, column {column}: the column “{name}” is named a second time. Keep one.',
      'chance/no-rows': 'No row of counts follows the names of the columns. Check the file.',
      'chance/empty-cell': 'Row {row}, column {column} ({name}): empty. Fill in the cell.',
      'chance/extra-cell': 'Row {row}, column {column}: found “{found}”, but the header has no column in that place.',
      'chance/bad-number':
        'Row {row}, column {column} ({name}): found “{found}”, but a whole number from 0 to {limit} is needed.',
      'chance/school-twice':
        'Row {row}, column {column}: the school “{school}” already stands in the group “{stratum}” (row {first}). Keep one row.',
    },
  },
})
