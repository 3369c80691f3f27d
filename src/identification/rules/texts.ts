import { catalogue } from '../../core/base/index.ts'

/** Refusals of methodologies, the words of each mechanism, and what the commands `methodology …` print. */
export const rulesTexts = catalogue({
  ru: {
    explain: {
      title: '{title} ({id}, редакция {edition})',
      source: 'Источник: {source} Проверено {day}.',
      procedures: 'Процедуры:',
      waves: 'Считаются этапы: {waves}.',
      procedure: '{procedure}, {subject}, {grade} класс{years, select, none {} other {: {years}}}',
      onlyTypes: '; только для школ: {types}',
      notTypes: '; кроме школ: {types}',
      value: 'Показатель «{title}» ({id}):',
      exclude: 'Не рассматриваются: {reason}. Это школы, у которых:',
      list: 'Список «{title}» ({id}). Школа входит, если:',
      relation:
        '{kind, select, contains {Сюда же входят все школы списка «{list}».} other {Школы списка «{list}» сюда не входят.}}',
      exit: 'Школа прошлого перечня (столбец «{column}») остаётся, пока не выполнено условие выхода:',
      parameters: 'Числа, которые можно изменить:',
      parameter: '{title} ({name}): {value}, {unit}. Источник: {source} Проверено {checkedOn}.',
      switches: 'Прочтения, между которыми выбирают:',
      switch: '{title} ({name}). {source}',
      unknown: 'Если данных не хватает для решения, ответ «не судим»: это не то же, что «не входит».',
    },
    types: {
      primary: 'начальная',
      basic: 'основная',
      secondary: 'средняя',
      gymnasium: 'гимназия',
      lyceum: 'лицей',
      boarding: 'интернат',
      evening: 'вечерняя',
      special: 'коррекционная',
      cadet: 'кадетская',
    },
    waves: {
      main: 'основной',
      reserve: 'резервные дни',
      september: 'сентябрь',
      spring: 'весна',
      autumn: 'осень',
    },
    steps: {
      shareBelow:
        '{procedure}, {subject}, {grade} класс{year, select, 0 {} other {, {year}}}: доля участников с отметкой «2» или ниже минимума не меньше {threshold} (участников не меньше {min})',
      countLow:
        '{last, plural, =1 {за последний год} other {{window, select, perYear {в каждом из годов} pooled {за все годы вместе} other {одни и те же процедуры во все годы:}} ({last, plural, =0 {{years}} one {последний # год} few {последние # года} other {последние # лет}})}} не меньше {needed, plural, one {# процедуры} other {# процедур}} с низким результатом. Низкий результат: доля участников с «2» или ниже минимума не меньше {threshold}; при числе участников меньше {min} процедура не судится',
      compare:
        'показатель {is, select, below {меньше} atMost {не больше} above {больше} other {не меньше}} {than}, где показатель —',
      bottomShare:
        'школа среди самых слабых {share} {pool, select, all {всех школ} other {своей группы (столбец «{pool}»)}}: слабее тот, у кого показатель {weakest, select, highest {выше} other {ниже}}; при равенстве место общее, квота округляется вверх от {poolSize, select, all {числа всех школ группы} other {числа школ с показателем}}. Показатель —',
      streak:
        'не меньше {needed} раз за {years, select, other {{of, plural, one {последний # год} few {последние # года} other {последние # лет}}}} выполнено:',
      any: 'выполнено хотя бы одно:',
      all: 'выполнено всё:',
      atLeast: 'выполнено не меньше {count} из:',
      not: 'не выполнено:',
      trait: '{column, select, type {тип школы: {words}} other {в столбце «{column}» стоит: {words}}}',
      listed: 'школа отмечена в столбце «{column}» ({act})',
      inList: 'школа входит в список «{list}»',
      indicator: 'показатель «{name}»{unit, select, percent {, %} other {}}',
      pooledShare:
        'доля участников с «2» или ниже минимума по всем процедурам вместе ({procedures}) ({last, plural, =0 {{years}} one {последний # год} few {последние # года} other {последние # лет}}), участников не меньше {min}; {missing, select, skip {недостающие процедуры пропускаются} other {без любой из процедур показателя нет}}',
      relativeMean:
        'среднее арифметическое отношений «средний балл школы ÷ средний балл {against, select, region {региона} municipality {города или района} other {группы}}» по предметам ({procedures}) и годам ({last, plural, =0 {{years}} one {последний # год} few {последние # года} other {последние # лет}}); средний балл группы — по {weighing, select, schools {школам} other {участникам}}{deviation, select, yes {; берётся отклонение от единицы} other {}}',
      zScore:
        'на сколько стандартных отклонений {pool, select, all {среди всех школ} other {среди школ с тем же «{pool}»}} отстоит от среднего —',
      index:
        'индекс: взвешенное среднее (веса {weights}); {missing, select, skip {недостающее пропускается вместе с весом} other {без любой составляющей индекса нет}}:',
      named: 'показатель «{value}» этой методики',
      contextResidual:
        'насколько результат отличается от ожидаемого при таком контексте ({pool, select, all {среди всех школ} other {среди школ с тем же «{pool}»}}{standardised, select, yes {, в стандартных отклонениях} other {}}); первым стоит результат, дальше контекст:',
    },
    test: {
      passed: '✓ {id}: {name}',
      failed: '✗ {id}: {name} ({source})',
      difference: '    {place}: ожидалось {expected}, получено {found}',
      total: 'Примеров: {total}, не сошлось: {failed}',
    },
    commands: {
      test: 'Проверить методики их примерами, решёнными вручную: все поставляемые или одну папку',
      explain: 'Рассказать методику простыми словами: правило, числа, прочтения, источник',
    },
    refusals: {
      'methodologies/not-found': 'Методика «{found}» не найдена: нет файла {file}. Есть: {known}. Можно указать папку.',
      'methodologies/broken-yaml':
        '{file}: строка {line}, знак {column}: файл не читается как YAML. Проверьте отступы и кавычки.',
      'methodologies/field-missing': 'Методика, {path}: не хватает поля {names}. Добавьте его.',
      'methodologies/field-unknown': 'Методика, {path}: поле {names} здесь не предусмотрено. Проверьте название.',
      'methodologies/not-one-of': 'Методика, {path}: найдено {found}, а допустимо: {known}.',
      'methodologies/wrong-value':
        'Методика, {path}: найдено {found}, ожидается {expected, select, string {текст} integer {целое число} number {число} array {список} object {набор полей} boolean {true или false} minItems {непустой список} minLength {непустой текст} pattern {дата вида 2026-01-31 или имя из букв, цифр, - и _} other {другое значение ({expected})}}.',
      'methodologies/not-a-step':
        'Методика, {path}: найдено {found}, ожидается один механизм с его данными, например «count-low: …».',
      'methodologies/unknown-mechanism': 'Методика, {path}: механизма «{found}» нет. Есть: {known}.',
      'methodologies/not-a-number': 'Методика, {path}: «{found}» не число. Пишите 3/10, 30 % или 0,3.',
      'methodologies/not-a-share':
        'Методика, {path}: «{found}» — не доля. Доля стоит между 0 и 1 (от 0 % до 100 %): 3/10, 30 % или 0,3.',
      'methodologies/unknown-name':
        'Методика, {path}: имени «{found}» нет среди параметров и переключателей. Есть: {known}.',
      'methodologies/no-branch': 'Методика, {path}: для прочтения «{found}» нет ветви. Есть: {known}.',
      'methodologies/no-value-yet':
        'У параметра «{name}» нет значения на {day}. Добавьте значение с более ранней датой.',
      'methodologies/unknown-reading': 'У переключателя «{name}» нет прочтения «{found}». Есть: {known}.',
      'methodologies/unknown-setting': 'Параметра или переключателя «{found}» у методики нет. Есть: {known}.',
      'methodologies/circle': 'Методика: «{id}» ссылается сам на себя. Разорвите круг.',
      'methodologies/unknown-value': 'Методика: показателя «{found}» нет в разделе values.',
      'methodologies/unknown-list': 'Методика: списка «{found}» нет в разделе lists.',
      'methodologies/case-without-years':
        'Пример «{name}»: otherwise не знает, за какие годы. Назовите их у примера: years: [2024, 2025].',
      'methodologies/case-without-school': 'Пример «{name}»: ожидается ответ о школе «{school}», которой нет в given.',
      'methodologies/case-slot': 'Пример «{name}»: «{found}» не процедура. Пишите «ВПР, математика, 5, 2021».',
      'methodologies/case-counts':
        'Пример «{name}»: «{found}» не результат. Пишите «6 из 20» или «6 из 20, средний 14,5».',
      'methodologies/bad-option': 'Непонятно: «{found}». Пример: {example}',
    },
  },
  en: {
    explain: {
      title: '{title} ({id}, edition {edition})',
      source: 'Source: {source} Checked on {day}.',
      procedures: 'Procedures:',
      waves: 'Waves that count: {waves}.',
      procedure: '{procedure}, {subject}, grade {grade}{years, select, none {} other {: {years}}}',
      onlyTypes: '; only for schools: {types}',
      notTypes: '; except schools: {types}',
      value: 'Figure “{title}” ({id}):',
      exclude: 'Not considered: {reason}. These are schools where:',
      list: 'List “{title}” ({id}). A school is in if:',
      relation:
        '{kind, select, contains {It contains every school of the list “{list}”.} other {Schools of the list “{list}” are left out.}}',
      exit: 'A school of the previous list (column “{column}”) stays until the exit rule is met:',
      parameters: 'Numbers that may be changed:',
      parameter: '{title} ({name}): {value}, {unit}. Source: {source} Checked on {checkedOn}.',
      switches: 'Readings to choose from:',
      switch: '{title} ({name}). {source}',
      unknown: 'Where data is not enough the answer is “not judged”, which is not the same as “not listed”.',
    },
    types: {
      primary: 'primary',
      basic: 'basic',
      secondary: 'secondary',
      gymnasium: 'gymnasium',
      lyceum: 'lyceum',
      boarding: 'boarding',
      evening: 'evening',
      special: 'special',
      cadet: 'cadet',
    },
    waves: {
      main: 'main',
      reserve: 'reserve days',
      september: 'September',
      spring: 'spring',
      autumn: 'autumn',
    },
    steps: {
      shareBelow:
        '{procedure}, {subject}, grade {grade}{year, select, 0 {} other {, {year}}}: the share of participants with “2” or under the minimum is at least {threshold} (at least {min} participants)',
      countLow:
        '{last, plural, =1 {in the last year} other {{window, select, perYear {in each of the years} pooled {over all years} other {the same procedures in all years:}} ({last, plural, =0 {{years}} one {last year} other {last # years}})}} at least {needed, plural, one {# procedure} other {# procedures}} with a low result. Low: the share of participants with “2” or under the minimum is at least {threshold}; with fewer than {min} participants a procedure is not judged',
      compare:
        'the figure is {is, select, below {below} atMost {at most} above {above} other {at least}} {than}, the figure being',
      bottomShare:
        'the school is among the weakest {share} of {pool, select, all {all schools} other {its group (column “{pool}”)}}: weaker is a {weakest, select, highest {higher} other {lower}} figure; equal figures share a place, the quota is rounded up from {poolSize, select, all {the number of all schools of the group} other {the number of schools with a figure}}. The figure is',
      streak:
        'at least {needed} times in {years, select, other {{of, plural, one {the last year} other {the last # years}}}}:',
      any: 'at least one of:',
      all: 'all of:',
      atLeast: 'at least {count} of:',
      not: 'not:',
      trait: '{column, select, type {type of the school: {words}} other {the column “{column}” has: {words}}}',
      listed: 'the school is marked in the column “{column}” ({act})',
      inList: 'the school is in the list “{list}”',
      indicator: 'the indicator “{name}”{unit, select, percent {, %} other {}}',
      pooledShare:
        'share of participants with “2” or under the minimum over all procedures together ({procedures}) ({last, plural, =0 {{years}} one {last year} other {last # years}}), at least {min} participants; {missing, select, skip {missing procedures are left out} other {without any of them there is no figure}}',
      relativeMean:
        'plain mean of “mean of the school ÷ mean of the {against, select, region {region} municipality {municipality} other {group}}” over subjects ({procedures}) and years ({last, plural, =0 {{years}} one {last year} other {last # years}}); the mean of the group is over {weighing, select, schools {schools} other {participants}}{deviation, select, yes {; the deviation from one is taken} other {}}',
      zScore:
        'how many standard deviations {pool, select, all {among all schools} other {among schools of the same “{pool}”}} from the mean lies',
      index:
        'an index: weighted mean (weights {weights}); {missing, select, skip {what is missing is left out with its weight} other {without any part there is no index}}:',
      named: 'the figure “{value}” of this methodology',
      contextResidual:
        'how far the result is from what such a context lets expect ({pool, select, all {among all schools} other {among schools of the same “{pool}”}}{standardised, select, yes {, in standard deviations} other {}}); first the result, then the context:',
    },
    test: {
      passed: '✓ {id}: {name}',
      failed: '✗ {id}: {name} ({source})',
      difference: '    {place}: expected {expected}, found {found}',
      total: 'Cases: {total}, failed: {failed}',
    },
    commands: {
      test: 'Check methodologies by their cases worked by hand: all that are shipped, or one folder',
      explain: 'Tell a methodology in plain words: rule, numbers, readings, source',
    },
    refusals: {
      'methodologies/not-found':
        'No methodology “{found}”: there is no file {file}. Known: {known}. A folder may be named.',
      'methodologies/broken-yaml':
        '{file}: line {line}, character {column}: this is not readable YAML. Check indents and quotes.',
      'methodologies/field-missing': 'Methodology, {path}: the field {names} is missing. Add it.',
      'methodologies/field-unknown': 'Methodology, {path}: the field {names} has no place here. Check the name.',
      'methodologies/not-one-of': 'Methodology, {path}: found {found}, allowed: {known}.',
      'methodologies/wrong-value':
        'Methodology, {path}: found {found}, expected {expected, select, string {a text} integer {a whole number} number {a number} array {a list} object {a set of fields} boolean {true or false} minItems {a list that is not empty} minLength {a text that is not empty} pattern {a date like 2026-01-31 or a name of letters, digits, - and _} other {another value ({expected})}}.',
      'methodologies/not-a-step':
        'Methodology, {path}: found {found}, expected one mechanism with its data, for instance “count-low: …”.',
      'methodologies/unknown-mechanism': 'Methodology, {path}: there is no mechanism “{found}”. Known: {known}.',
      'methodologies/not-a-number': 'Methodology, {path}: “{found}” is no number. Write 3/10, 30 % or 0.3.',
      'methodologies/not-a-share':
        'Methodology, {path}: “{found}” is no share. A share is between 0 and 1 (0 % to 100 %): 3/10, 30 % or 0.3.',
      'methodologies/unknown-name': 'Methodology, {path}: “{found}” is no parameter and no switch. Known: {known}.',
      'methodologies/no-branch': 'Methodology, {path}: no branch for the reading “{found}”. Known: {known}.',
      'methodologies/no-value-yet': 'The parameter “{name}” has no value on {day}. Add a value with an earlier date.',
      'methodologies/unknown-reading': 'The switch “{name}” has no reading “{found}”. Known: {known}.',
      'methodologies/unknown-setting': 'The methodology has no parameter or switch “{found}”. Known: {known}.',
      'methodologies/circle': 'Methodology: “{id}” refers to itself. Break the circle.',
      'methodologies/unknown-value': 'Methodology: there is no figure “{found}” among values.',
      'methodologies/unknown-list': 'Methodology: there is no list “{found}” among lists.',
      'methodologies/case-without-years':
        'Case “{name}”: otherwise does not know for which years. Name them in the case: years: [2024, 2025].',
      'methodologies/case-without-school':
        'Case “{name}”: an answer about the school “{school}” is expected, which is not given.',
      'methodologies/case-slot': 'Case “{name}”: “{found}” is no procedure. Write it as «ВПР, математика, 5, 2021».',
      'methodologies/case-counts':
        'Case “{name}”: “{found}” is no result. Write it as «6 из 20» or «6 из 20, средний 14,5».',
      'methodologies/bad-option': 'Not understood: “{found}”. Example: {example}',
    },
  },
})
