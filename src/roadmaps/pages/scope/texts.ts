import { catalogue } from '../../../core/base/index.ts'

export const texts = catalogue({
  ru: {
    list: 'Дорожные карты',
    schools: 'Школы дорожной карты',
    lead: 'Групповые исполнители («руководители ОО») обязывают каждую школу состава. Изменение состава сначала показывает последствия.',
    inScope: 'В составе: {n}',
    show: 'Показать, что изменится',
    apply: 'Сохранить состав',
    reason: 'Основание изменения',
    reasonHint: 'Номер и дата приказа, письмо или причина. Попадёт в историю.',
    none: 'В территории нет школ.',
    conflict: 'Дорожную карту изменил другой человек. Ниже текущий состав школ.',
  },
  en: {
    list: 'Roadmaps',
    schools: 'Schools of the roadmap',
    lead: 'Groups of executors (“heads of schools”) bind each of these schools. A change first shows its effect.',
    inScope: 'In the roadmap: {n}',
    show: 'Show what would change',
    apply: 'Save the schools',
    reason: 'Reason for the change',
    reasonHint: 'Number and date of an order, a letter or a cause. It goes into the history.',
    none: 'The territory has no schools.',
    conflict: 'Somebody else changed the roadmap. The current schools are below.',
  },
})
