import { catalogue } from '../../core/base/index.ts'

/** What `./opora scales` prints. */
export const scalesTexts = catalogue({
  ru: {
    summary: 'Шкалы отметок: какие есть и откуда; с папкой — проверить свои',
    head: '{id}: {title}. Годы: {years}{region, select, none {} other {, только регион {region}}}. {status, select, default {Принято по умолчанию, не подтверждено. } other {}}Источник: {source}. Сверено {checkedOn}.',
    scale:
      '  {procedure}, {subject}, {grade} класс: {marks, select, none {} other {«3» с {three}, «4» с {four}, «5» с {five}; }}{minimum, select, none {} other {не ниже минимума с {minimum}; }}{max, select, none {наибольший балл не назван} other {наибольший балл {max}}}{also, select, none {} other {. Для отметки нужны ещё {also}: по одним баллам она не ставится}}',
    from: 'с {year}',
    years: '{years}',
    total: 'Шкал: {n}.',
    nothing: 'В папке {folder} нет ни одной шкалы. Шкала — папка с файлом scale.yaml.',
  },
  en: {
    summary: 'Scales of marks: which there are and where from; with a folder, checks your own',
    head: '{id}: {title}. Years: {years}{region, select, none {} other {, region {region} only}}. {status, select, default {Taken by default, not confirmed. } other {}}Source: {source}. Checked {checkedOn}.',
    scale:
      '  {procedure}, {subject}, grade {grade}: {marks, select, none {} other {3 from {three}, 4 from {four}, 5 from {five}; }}{minimum, select, none {} other {not below the minimum from {minimum}; }}{max, select, none {the highest score is not named} other {highest score {max}}}{also, select, none {} other {. A mark needs more ({also}): scores alone give none}}',
    from: 'from {year} on',
    years: '{years}',
    total: 'Scales: {n}.',
    nothing: 'The folder {folder} holds no scale. A scale is a folder with a file scale.yaml.',
  },
})
