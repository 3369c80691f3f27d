import { catalogue } from '../core/base/index.ts'

export const assessmentsTexts = catalogue({
  ru: {
    refusals: {
      'assessments/school-unknown':
        'Организации {id} нет среди школ вашей территории. Сопоставьте код {code} со школой и загрузите файл ещё раз.',
      'assessments/unit-twice':
        'Один и тот же класс встречается дважды: {procedure}, {subject}, {grade} класс, {year} год, код школы {code}, класс «{class}». Оставьте одну из строк.',
      'assessments/indicator-malformed':
        'Показатель «{indicator}» за {year} год: {reason, select, valueMissing {нет значения} valueUnexpected {указано значение, хотя сведений нет} shareMalformed {числитель больше знаменателя или не целое число} numberMalformed {«{found}» — не число} other {указан дважды}}. Исправьте строку и повторите.',
    },
    actions: {
      'assessments/results-entered': 'загружены результаты',
      'assessments/indicators-entered': 'внесены показатели школ',
    },
  },
  en: {
    refusals: {
      'assessments/school-unknown':
        'Organisation {id} is not among the schools of your territory. Match the code {code} to a school and load the file again.',
      'assessments/unit-twice':
        'The same class occurs twice: {procedure}, {subject}, grade {grade}, {year}, school code {code}, class "{class}". Keep one of the rows.',
      'assessments/indicator-malformed':
        'Indicator "{indicator}", {year}: {reason, select, valueMissing {the value is missing} valueUnexpected {there is a value although nothing is known} shareMalformed {the numerator is above the denominator or not a whole number} numberMalformed {"{found}" is not a number} other {it occurs twice}}. Correct the row and repeat.',
    },
    actions: {
      'assessments/results-entered': 'results were entered',
      'assessments/indicators-entered': 'indicators of schools were entered',
    },
  },
})
