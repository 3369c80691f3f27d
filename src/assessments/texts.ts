import { catalogue } from '../core/base/index.ts'

export const assessmentsTexts = catalogue({
  ru: {
    refusals: {
      'assessments/school-unknown':
        'Организации {id} нет среди школ вашей территории. Сопоставьте код {code} со школой и загрузите файл ещё раз.',
      'assessments/municipality-not-found': 'Такого муниципалитета нет или он вне вашей территории.',
      'assessments/school-not-found': 'Такой школы нет или она вне вашей территории.',
      'assessments/procedure-not-found':
        'У этой школы нет результатов такой процедуры. Откройте результаты школы и выберите процедуру из списка.',
      'assessments/unit-twice':
        'Один и тот же класс встречается дважды: {procedure}, {subject}, {grade} класс, {year} год, код школы {code}, класс «{class}». Оставьте одну из строк.',
      'assessments/indicator-malformed':
        'Показатель «{indicator}» за {year} год: {reason, select, valueMissing {нет значения} valueUnexpected {указано значение, хотя сведений нет} shareMalformed {числитель больше знаменателя или не целое число} numberMalformed {«{found}» — не число} other {указан дважды}}. Исправьте строку и повторите.',
      'assessments/scale-malformed':
        'Шкала {file}, место {at}: {expected, select, date {нужна дата ГГГГ-ММ-ДД} list {нужен непустой список scales} lowestOrMinimum {нужно поле lowest (наименьшие баллы отметок) или minimum (наименьший балл)} notBelowMarks {наибольший балл меньше порога} ascending {пороги «3», «4» и «5» должны возрастать} yearsOrFrom {нужно либо years: [годы], либо from: год} fields {нужны поля с именами} knownField {такого поля нет} text {нужен текст} whole {нужно целое число в разумных пределах} yaml {файл не читается как YAML} other {возможны: {known}}}. Найдено: «{found}». Исправьте файл.',
      'assessments/scale-place-unknown': 'Такой процедуры, предмета, класса и года нет. Откройте шкалу из списка шкал.',
      'assessments/scale-number':
        'Найдено «{found}»: {expected, select, ascending {баллы «3», «4» и «5» должны возрастать} notBelowMarks {наибольший балл меньше порога} other {нужно целое число от 0 до 999}}.',
      'assessments/scale-incomplete':
        '{field, select, source {Напишите, откуда числа: приказ или письмо, дата, номер} checkedOn {Укажите день, когда числа сверили с источником} minimum {Заполните либо баллы трёх отметок, либо минимум} other {Заполните наименьший балл каждой из трёх отметок или оставьте все три пустыми}}.',
      'assessments/scales-unknown-option': 'Непонятный параметр «{found}». Пример: {example}',
      'assessments/scale-twice':
        'Шкалы «{one}» и «{other}» говорят об одном и том же: {procedure}, {subject}, {grade} класс. Оставьте год только в одной из них.',
      'assessments/scale-changed-meanwhile':
        'Пока вы меняли шкалу, её изменил другой человек. Посмотрите его редакцию и внесите свою заново.',
    },
    done: { scaleSet: 'Шкала установлена, отметки и доли пересчитаны.' },
    actions: {
      'assessments/scale-changed': 'изменена шкала',
      'assessments/states-told': 'указано, почему нет результатов',
      'assessments/results-entered': 'загружены результаты',
      'assessments/indicators-entered': 'внесены показатели школ',
    },
  },
  en: {
    refusals: {
      'assessments/school-unknown':
        'Organisation {id} is not among the schools of your territory. Match the code {code} to a school and load the file again.',
      'assessments/municipality-not-found': 'There is no such municipality, or it is outside your territory.',
      'assessments/school-not-found': 'There is no such school, or it is outside your territory.',
      'assessments/procedure-not-found':
        'This school has no results of that procedure. Open the results of the school and choose one from the list.',
      'assessments/unit-twice':
        'The same class occurs twice: {procedure}, {subject}, grade {grade}, {year}, school code {code}, class "{class}". Keep one of the rows.',
      'assessments/indicator-malformed':
        'Indicator "{indicator}", {year}: {reason, select, valueMissing {the value is missing} valueUnexpected {there is a value although nothing is known} shareMalformed {the numerator is above the denominator or not a whole number} numberMalformed {"{found}" is not a number} other {it occurs twice}}. Correct the row and repeat.',
      'assessments/scale-malformed':
        'Scale {file}, at {at}: {expected, select, date {a date YYYY-MM-DD is needed} list {a list "scales" with at least one scale is needed} lowestOrMinimum {"lowest" (lowest scores of marks) or "minimum" is needed} notBelowMarks {the highest score is below a threshold} ascending {the thresholds of 3, 4 and 5 must rise} yearsOrFrom {either years: [years] or from: year is needed} fields {named fields are needed} knownField {there is no such field} text {a text is needed} whole {a whole number within reason is needed} yaml {the file is no YAML} other {one of: {known}}}. Found: "{found}". Correct the file.',
      'assessments/scale-place-unknown':
        'There is no such procedure, subject, grade and year. Open a scale from the list of scales.',
      'assessments/scale-number':
        'Found "{found}": {expected, select, ascending {the scores of 3, 4 and 5 must rise} notBelowMarks {the highest score is below a threshold} other {a whole number from 0 to 999 is needed}}.',
      'assessments/scale-incomplete':
        '{field, select, source {Say where the numbers come from: order or letter, date, number} checkedOn {Give the day on which the numbers were compared with the source} minimum {Fill in either the scores of the three marks or the minimum} other {Fill in the lowest score of each of the three marks or leave all three empty}}.',
      'assessments/scales-unknown-option': 'Unknown option "{found}". Example: {example}',
      'assessments/scale-twice':
        'The scales "{one}" and "{other}" speak of the same thing: {procedure}, {subject}, grade {grade}. Keep the year in one of them.',
      'assessments/scale-changed-meanwhile':
        'Somebody else changed the scale while you did. Look at that edition and enter yours again.',
    },
    done: { scaleSet: 'The scale is set, marks and shares are counted again.' },
    actions: {
      'assessments/scale-changed': 'a scale was changed',
      'assessments/states-told': 'it was said why there are no results',
      'assessments/results-entered': 'results were entered',
      'assessments/indicators-entered': 'indicators of schools were entered',
    },
  },
})
