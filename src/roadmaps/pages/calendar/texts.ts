import { catalogue } from '../../../core/base/index.ts'

export const texts = catalogue({
  ru: {
    title: 'Календарь сроков',
    lead: 'Сроки по всем дорожным картам: {organisation}.',
    file: 'Скачать файл (ICS)',
    subscribe: 'Подписка в телефоне или Outlook',
    explain:
      'Опора даст секретный адрес. Вставьте его в календарь как подписку (в телефоне — «Добавить календарь по ссылке», в Outlook — «Из Интернета»): сроки будут обновляться сами. Кто знает адрес, видит сроки этой организации и больше ничего.',
    standing: 'Ссылка уже есть. Новая её заменит: старый адрес перестанет работать.',
    make: 'Получить ссылку',
    renew: 'Заменить ссылку',
    revoke: 'Отозвать ссылку',
  },
  en: {
    title: 'Calendar of deadlines',
    lead: 'Deadlines of “{organisation}” over all its roadmaps.',
    file: 'Download the file (ICS)',
    subscribe: 'Subscription on a phone or in Outlook',
    explain:
      'Opora gives you a secret address. Put it into your calendar as a subscription (on a phone “Add calendar by link”, in Outlook “From the Internet”): the deadlines keep themselves up to date. Whoever knows the address sees the deadlines of this organisation and nothing else.',
    standing: 'There is a link already. A new one replaces it: the old address stops working.',
    make: 'Get a link',
    renew: 'Replace the link',
    revoke: 'Revoke the link',
  },
})
