import { catalogue } from '../../../core/base/index.ts'

export const texts = catalogue({
  ru: {
    title: 'Период плана',
    lead: 'Сейчас: {period}. Сначала Опора покажет, что изменится в обязательствах. Сданное и принятое останется как есть.',
    planEnd: 'Последний день плана',
    planEndHint: 'Повторяющиеся сроки пойдут до этого дня; напечатанные даты не сдвинутся.',
    checkpoints: 'Контрольные точки сейчас: {dates}.',
    show: 'Показать, что изменится',
    apply: 'Сохранить период',
    back: 'Не менять',
  },
  en: {
    title: 'Period of the plan',
    lead: 'Now: {period}. Opora first shows what would change in the obligations. What was handed in or accepted stays.',
    planEnd: 'Last day of the plan',
    planEndHint: 'Repeating deadlines go on until this day; printed dates do not move.',
    checkpoints: 'Checkpoints now: {dates}.',
    show: 'Show what would change',
    apply: 'Save the period',
    back: 'Leave as it is',
  },
})
