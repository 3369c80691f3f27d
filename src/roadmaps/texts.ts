import { catalogue, type Lang, translator } from '../core/base/index.ts'
import { commandTexts } from './command-texts.ts'

/** Texts of the slice: refusals, actions of the change log, and words used on several of its pages. */
export const roadmapsTexts = catalogue({
  ru: {
    refusals: {
      'order/no-plan': commandTexts.ru.refusals['order/no-plan'],
      'roadmaps/no-authority':
        'У вашего места нет органа, от имени которого издаётся приказ. Войдите местом координатора или попросите администратора указать организацию.',
      'roadmaps/nothing-to-read':
        'Не выбран файл и не вставлен текст. Выберите файл .docx, .pdf или .txt или вставьте текст приказа.',
      'roadmaps/no-such-organisation': 'Такой организации нет или она вне вашей территории.',
      'roadmaps/no-such-order': 'Такого документа нет или он вне вашей территории.',
      'roadmaps/no-such-roadmap': 'Такой дорожной карты нет или она вне вашей территории.',
      'roadmaps/no-such-item': 'Такого мероприятия нет: возможно, его удалили. Откройте страницу заново.',
      'roadmaps/no-such-section': 'Такого раздела нет: возможно, его удалили. Откройте страницу заново.',
      'roadmaps/no-such-clause': 'Такого пункта приказа нет. Откройте страницу заново.',
      'roadmaps/no-such-doubt': 'Это сомнительное место уже исчезло. Откройте страницу заново.',
      'roadmaps/no-such-piece': 'Этого куска текста уже нет. Откройте страницу заново.',
      'roadmaps/item-without-title': 'У мероприятия должно быть название.',
      'roadmaps/split-needs-two': 'Чтобы разделить мероприятие, оставьте пустую строку между его частями.',
      'roadmaps/nothing-to-merge': 'После этого мероприятия нет другого, с которым его можно соединить.',
      'roadmaps/period-ends-before-start': 'План не может кончаться раньше, чем начинается: {start} – {end}.',
      'roadmaps/period-unknown': 'Не указан период плана. Укажите первый и последний день в шапке документа.',
      'roadmaps/no-items': 'В документе нет ни одного мероприятия. Добавьте их или загрузите приказ с планом.',
      'roadmaps/no-title': 'У дорожной карты нет названия. Впишите его в шапке документа.',
      'roadmaps/no-lead': 'Отметьте, кто из исполнителей отвечает за мероприятие.',
      'roadmaps/deadline-not-understood':
        'Срок «{text}» не удалось прочесть. Напишите, например: «до 15.02.2026», «март 2026», «ежеквартально», «в течение года».',
      'roadmaps/draft-changed':
        'Пока вы правили, этот документ уже сохранили ({who}). Ваша правка не записана и ничего не перезаписала. Ниже обе версии.',
      'roadmaps/already-approved':
        'Документ уже утверждён: его черновик больше не меняется. Правьте саму дорожную карту.',
      'roadmaps/item-changed':
        'Пока вы правили, мероприятие {number} уже изменили. Ваша правка не записана. Ниже обе версии.',
      'roadmaps/roadmap-changed': 'Пока вы правили, дорожную карту уже изменили. Откройте страницу заново.',
      'roadmaps/confirm-effect': 'Проверьте, что изменится, укажите основание и подтвердите.',
      'roadmaps/effect-changed':
        'Пока вы смотрели, обязательства изменились. Ниже новые последствия: проверьте их и подтвердите.',
      'roadmaps/reason-missing': 'Укажите основание изменения: причину в нескольких словах.',
      'roadmaps/order-missing': 'Сроки и обязательства меняет приказ: укажите его номер и дату.',
      'roadmaps/roadmap-closed': 'Дорожная карта закрыта и больше не меняется.',
      'roadmaps/item-cancelled': 'Мероприятие уже отменено. Чтобы менять его, сначала верните его в работу.',
      'roadmaps/item-runs': 'Мероприятие не отменено: возвращать нечего.',
      'roadmaps/no-executor': 'Выберите хотя бы одного исполнителя.',
      'roadmaps/executor-unknown':
        'Исполнителя «{text}» нет в справочнике исполнителей вашего органа. Выберите из списка.',
      'roadmaps/period-same': 'План и сейчас кончается в этот день. Укажите другой.',
      'roadmaps/period-too-long': 'План не может длиться больше {years} лет. Проверьте год.',
      'roadmaps/organisation-not-named': 'Укажите организацию, чей календарь нужен.',
      'roadmaps/bad-date': '«{text}» не дата. Напишите даты по одной в строке, например 30.06.2026.',
    },
    actions: {
      'roadmaps/order-uploaded': 'Загружен приказ',
      'roadmaps/draft-changed': 'Правка черновика',
      'roadmaps/executors-matched': 'Сопоставлены исполнители',
      'roadmaps/roadmap-approved': 'Утверждена дорожная карта',
      'roadmaps/item-changed': 'Изменено мероприятие',
      'roadmaps/item-added': 'Добавлено мероприятие',
      'roadmaps/item-cancelled': 'Отменено мероприятие',
      'roadmaps/item-restored': 'Мероприятие возвращено в работу',
      'roadmaps/period-changed': 'Изменён период плана',
      'roadmaps/scope-changed': 'Изменён состав школ',
      'roadmaps/facts-recorded': 'Отмечено исполнение',
    },
    done: {
      saved: 'Сохранено.',
      uploaded: 'Приказ прочитан. Проверьте, что понято.',
      matched: 'Исполнители сопоставлены и запомнены.',
      approved: 'Дорожная карта утверждена и запущена.',
      changed: 'Изменение сохранено.',
      added: 'Мероприятие добавлено.',
      cancel: 'Мероприятие отменено.',
      restore: 'Мероприятие возвращено в работу.',
      calendarLink: 'Ссылка готова и показана один раз. Скопируйте её в календарь: {origin}{path}',
      calendarRevoked: 'Ссылка отозвана и больше не работает.',
      deleted: 'Удалено. Текст остался среди неразобранного.',
    },
    groups: {
      allSchools: 'Все школы дорожной карты',
      municipalAuthorities: 'Все муниципальные органы управления образованием',
      outside: 'Организация вне Опоры (обязательств не будет)',
    },
    types: {
      primary: 'начальные',
      basic: 'основные',
      secondary: 'средние',
      gymnasium: 'гимназии',
      lyceum: 'лицеи',
      boarding: 'интернаты',
      evening: 'вечерние',
      special: 'коррекционные',
      cadet: 'кадетские',
    },
    status: {
      notYetDue: 'срок впереди',
      inProgress: 'в работе',
      submitted: 'сдано',
      accepted: 'принято',
      returned: 'возвращено',
      overdue: 'просрочено',
      notRequired: 'не требуется',
      cancelled: 'отменено',
      recommended: 'рекомендовано',
    },
    level: { regional: 'региональная', municipal: 'муниципальная', school: 'школьная' },
    party: { lead: 'отвечает', owes: 'обязан тоже' },
    /** `date` and `number` say `none` where they are not given. */
    basis: 'приказ{date, select, none {} other { от {shown}}}{number, select, none {} other { № {number}}}',
    waiting: {
      returned:
        '{n, plural, one {# обязательство возвращено на доработку} few {# обязательства возвращены на доработку} many {# обязательств возвращено на доработку} other {# обязательства возвращены на доработку}}',
      overdue:
        '{n, plural, one {Просрочено # обязательство} few {Просрочены # обязательства} many {Просрочено # обязательств} other {Просрочено # обязательства}}',
      dueSoon:
        '{n, plural, one {# обязательство со сроком в ближайшие 14 дней} few {# обязательства со сроком в ближайшие 14 дней} many {# обязательств со сроком в ближайшие 14 дней} other {# обязательства со сроком в ближайшие 14 дней}}',
      drafts:
        '{n, plural, one {# документ ждёт проверки} few {# документа ждут проверки} many {# документов ждут проверки} other {# документа ждут проверки}}',
    },
  },
  en: {
    refusals: {
      'order/no-plan': commandTexts.en.refusals['order/no-plan'],
      'roadmaps/no-authority':
        "Your seat has no authority that issues orders. Take a coordinator's seat or ask the administrator to name the organisation.",
      'roadmaps/nothing-to-read':
        'No file was chosen and no text pasted. Choose a .docx, .pdf or .txt file or paste the text of the order.',
      'roadmaps/no-such-organisation': 'There is no such organisation, or it is outside your territory.',
      'roadmaps/no-such-order': 'There is no such document, or it is outside your territory.',
      'roadmaps/no-such-roadmap': 'There is no such roadmap, or it is outside your territory.',
      'roadmaps/no-such-item': 'There is no such item: it may have been deleted. Open the page again.',
      'roadmaps/no-such-section': 'There is no such section: it may have been deleted. Open the page again.',
      'roadmaps/no-such-clause': 'There is no such clause of the order. Open the page again.',
      'roadmaps/no-such-doubt': 'This doubtful place is gone. Open the page again.',
      'roadmaps/no-such-piece': 'This piece of text is gone. Open the page again.',
      'roadmaps/item-without-title': 'An item needs a title.',
      'roadmaps/split-needs-two': 'To split an item, leave an empty line between its parts.',
      'roadmaps/nothing-to-merge': 'No item follows that this one could be joined with.',
      'roadmaps/period-ends-before-start': 'A plan cannot end before it starts: {start} – {end}.',
      'roadmaps/period-unknown':
        'The period of the plan is not known. Give its first and last day in the header of the document.',
      'roadmaps/no-items': 'The document has no items. Add them or upload an order with a plan.',
      'roadmaps/no-title': 'The roadmap has no title. Write it in the header of the document.',
      'roadmaps/no-lead': 'Mark which of the executors answers for the item.',
      'roadmaps/deadline-not-understood':
        'The deadline “{text}” could not be read. Write, for example: «до 15.02.2026», «март 2026», «ежеквартально», «в течение года».',
      'roadmaps/draft-changed':
        'While you were editing, the document was saved ({who}). Your edit was not stored and overwrote nothing. Both versions are below.',
      'roadmaps/already-approved':
        'The document has been approved: its draft no longer changes. Edit the roadmap itself.',
      'roadmaps/item-changed':
        'While you were editing, item {number} was changed. Your edit was not stored. Both versions are below.',
      'roadmaps/roadmap-changed': 'While you were editing, the roadmap was changed. Open the page again.',
      'roadmaps/confirm-effect': 'Check what will change, give the reason and confirm.',
      'roadmaps/effect-changed':
        'The obligations changed while you were looking. The new effect is below: check it and confirm.',
      'roadmaps/reason-missing': 'Give the reason for the change in a few words.',
      'roadmaps/order-missing': 'Deadlines and obligations are changed by an order: give its number and date.',
      'roadmaps/roadmap-closed': 'The roadmap is closed and no longer changes.',
      'roadmaps/item-cancelled': 'The item has been cancelled already. To change it, take it back first.',
      'roadmaps/item-runs': 'The item is not cancelled: there is nothing to take back.',
      'roadmaps/no-executor': 'Choose at least one executor.',
      'roadmaps/executor-unknown': "“{text}” is not in your authority's directory of executors. Choose from the list.",
      'roadmaps/period-same': 'The plan ends on this day already. Give another one.',
      'roadmaps/period-too-long': 'A plan cannot last more than {years} years. Check the year.',
      'roadmaps/organisation-not-named': 'Name the organisation whose calendar is wanted.',
      'roadmaps/bad-date': '“{text}” is not a date. Write one date a line, for example 30.06.2026.',
    },
    actions: {
      'roadmaps/order-uploaded': 'Order uploaded',
      'roadmaps/draft-changed': 'Draft edited',
      'roadmaps/executors-matched': 'Executors matched',
      'roadmaps/roadmap-approved': 'Roadmap approved',
      'roadmaps/item-changed': 'Item changed',
      'roadmaps/item-added': 'Item added',
      'roadmaps/item-cancelled': 'Item cancelled',
      'roadmaps/item-restored': 'Item taken back',
      'roadmaps/period-changed': 'Period of the plan changed',
      'roadmaps/scope-changed': 'Set of schools changed',
      'roadmaps/facts-recorded': 'Progress recorded',
    },
    done: {
      saved: 'Saved.',
      uploaded: 'The order has been read. Check what was understood.',
      matched: 'The executors are matched and remembered.',
      approved: 'The roadmap is approved and running.',
      changed: 'The change is saved.',
      added: 'The item is added.',
      cancel: 'The item is cancelled.',
      restore: 'The item is back.',
      calendarLink: 'The link is ready and is shown once. Copy it into your calendar: {origin}{path}',
      calendarRevoked: 'The link is revoked and no longer works.',
      deleted: 'Deleted. The text stays among what was not understood.',
    },
    groups: {
      allSchools: 'All schools of the roadmap',
      municipalAuthorities: 'All municipal education authorities',
      outside: 'A body outside Opora (no obligations)',
    },
    types: {
      primary: 'primary',
      basic: 'basic',
      secondary: 'secondary',
      gymnasium: 'gymnasiums',
      lyceum: 'lyceums',
      boarding: 'boarding',
      evening: 'evening',
      special: 'special',
      cadet: 'cadet',
    },
    status: {
      notYetDue: 'not yet due',
      inProgress: 'in progress',
      submitted: 'submitted',
      accepted: 'accepted',
      returned: 'returned',
      overdue: 'overdue',
      notRequired: 'not required',
      cancelled: 'cancelled',
      recommended: 'recommended',
    },
    level: { regional: 'regional', municipal: 'municipal', school: 'school' },
    party: { lead: 'answers', owes: 'owes too' },
    basis: 'order{number, select, none {} other { No. {number}}}{date, select, none {} other { of {shown}}}',
    waiting: {
      returned: '{n, plural, one {# obligation was returned} other {# obligations were returned}}',
      overdue: '{n, plural, one {# obligation is overdue} other {# obligations are overdue}}',
      dueSoon: '{n, plural, one {# obligation falls due within 14 days} other {# obligations fall due within 14 days}}',
      drafts: '{n, plural, one {# document waits for review} other {# documents wait for review}}',
    },
  },
})

/** How the groups of executors are called. */
export function groupNames(lang: Lang) {
  const say = translator(roadmapsTexts, lang)
  return {
    allSchools: say('groups.allSchools'),
    municipalAuthorities: say('groups.municipalAuthorities'),
    outside: say('groups.outside'),
    type: (type: string) => roadmapsTexts[lang].types[type as keyof (typeof roadmapsTexts)['ru']['types']] ?? type,
  }
}
