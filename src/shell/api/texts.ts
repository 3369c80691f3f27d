import { catalogue } from '../../core/base/index.ts'

/** What is wrong with a field, said so that the reader knows what to type instead. */
export const shapeTexts = catalogue({
  ru: {
    required: 'Заполните это поле',
    file: 'Выберите файл',
    choice: 'Выберите один из предложенных вариантов',
    chooseOne: 'Выберите хотя бы один вариант',
    minLength: 'Нужно не меньше {limit, plural, one {# знака} other {# знаков}}',
    maxLength: 'Сократите до {limit, plural, one {# знака} other {# знаков}}',
    minimum: 'Нужно число не меньше {limit}',
    maximum: 'Нужно число не больше {limit}',
    minItems: 'Нужно не меньше {limit}',
    maxItems: 'Можно не больше {limit}',
    integer: 'Нужно целое число, например 12',
    number: 'Нужно число, например 12 или 3,5',
    date: 'Нужна дата, например 15.02.2024',
    email: 'Нужен адрес электронной почты, например school@example.ru',
    url: 'Нужна ссылка, например https://example.ru/page',
    unknownField: 'Такого поля нет',
    unreadable: 'В тексте есть символ, который нельзя сохранить. Наберите текст заново, без вставки',
    wrong: 'Значение не подходит',
  },
  en: {
    required: 'Fill in this field',
    file: 'Choose a file',
    choice: 'Choose one of the options',
    chooseOne: 'Choose at least one option',
    minLength: 'At least {limit, plural, one {# character} other {# characters}} needed',
    maxLength: 'Shorten to {limit, plural, one {# character} other {# characters}}',
    minimum: 'A number of at least {limit} is needed',
    maximum: 'A number of at most {limit} is needed',
    minItems: 'At least {limit} needed',
    maxItems: 'At most {limit} allowed',
    integer: 'A whole number is needed, for example 12',
    number: 'A number is needed, for example 12 or 3.5',
    date: 'A date is needed, for example 15.02.2024',
    email: 'An e-mail address is needed, for example school@example.ru',
    url: 'A link is needed, for example https://example.ru/page',
    unknownField: 'There is no such field',
    unreadable: 'The text has a character that cannot be kept. Type the text anew instead of pasting it',
    wrong: 'This value does not fit',
  },
})

/** Refusals of the shell itself and the words of its machine-readable side. */
export const shellTexts = catalogue({
  ru: {
    refusals: {
      'shell/wrong-shape': 'Ничего не сохранено: исправьте отмеченные поля и отправьте форму ещё раз.',
      'shell/wrong-address': 'В адресе страницы ошибка. Вернитесь к списку и выберите нужное снова.',
      'shell/no-page': 'Такой страницы нет. Проверьте адрес или перейдите на главную.',
      'shell/no-method': 'Этот адрес не принимает запросы {method}. Откройте страницу и повторите действие на ней.',
      'shell/no-permission':
        'У вашей роли нет доступа к этой странице. Смените роль или попросите администратора выдать доступ.',
      'shell/sign-in-first': 'Сначала войдите в систему.',
      'shell/choose-seat-first': 'Сначала выберите, в какой роли вы работаете.',
      'shell/other-site':
        'Запрос пришёл с другого сайта и не выполнен. Откройте страницу Опоры и повторите действие на ней.',
      'shell/too-large':
        'Файл слишком большой: принимаются файлы до {limitMb} МБ. Уберите из документа картинки или разделите его и загрузите снова.',
      'shell/form-too-large':
        'Данных слишком много: без файлов принимается до {limitMb} МБ за один раз. Разделите их на части или загрузите файлом.',
      'shell/too-many-fields':
        'В форме слишком много полей: за один раз принимается до {limit, number}. Отправьте данные частями.',
      'shell/too-many-files': 'За один раз принимается до {limit} файлов. Загрузите остальные отдельно.',
      'shell/field-too-long':
        'Поле «{field}» слишком длинное: принимается до {limit, number} знаков. Сократите текст или загрузите его файлом.',
      'shell/unreadable-body': 'Не удалось прочитать присланные данные. Откройте страницу заново и повторите.',
      'shell/unsupported-type':
        'Такой вид данных не принимается: нужна форма, файл в форме или JSON. Откройте страницу заново и повторите.',
      'shell/bug':
        'Что-то сломалось на нашей стороне, ваши данные не изменены. Повторите позже; если не поможет, сообщите администратору номер {requestId}.',
    },
    openapi: {
      title: 'Опора: программный интерфейс',
      description:
        'Всё, что делают экраны, доступно и программам: адреса те же, с приставкой /api/v1, данные в JSON. Войдите через POST /api/v1/sign-in и передавайте полученный ключ в заголовке «Authorization: Bearer …». Отказы приходят по RFC 9457 (application/problem+json) с устойчивым кодом в поле code. Язык сообщений выбирает заголовок Accept-Language.',
      permission: 'Разрешение: {permission}.',
      signedIn: 'Доступно каждому, кто вошёл.',
      public: 'Доступно без входа.',
      once: 'Повтор с тем же ключом requestKey (в теле или в заголовке Idempotency-Key) вернёт первый результат и не создаст вторую запись.',
      ok: 'Выполнено',
      data: 'Данные',
      file: 'Файл',
      problem: 'Отказ',
      operations: {
        signIn: 'Войти: получить ключ сеанса',
        signOut: 'Выйти: ключ сеанса перестаёт действовать',
        me: 'Кто вошёл, какие у него роли и какая действует',
        takeSeat: 'Выбрать роль, в которой работать',
        health: 'Проверить, что продукт отвечает',
      },
    },
  },
  en: {
    refusals: {
      'shell/wrong-shape': 'Nothing was saved: correct the marked fields and send the form again.',
      'shell/wrong-address': 'There is a mistake in the address of this page. Go back to the list and choose again.',
      'shell/no-page': 'There is no such page. Check the address or go to the home page.',
      'shell/no-method': 'This address does not take {method} requests. Open the page and repeat the action there.',
      'shell/no-permission':
        'Your seat has no access to this page. Change the seat or ask an administrator for access.',
      'shell/sign-in-first': 'Sign in first.',
      'shell/choose-seat-first': 'First choose the seat you work in.',
      'shell/other-site':
        'The request came from another site and was not carried out. Open the page in Opora and repeat the action there.',
      'shell/too-large':
        'The file is too large: files up to {limitMb} MB are accepted. Remove pictures from the document or split it, and upload it again.',
      'shell/form-too-large':
        'Too much data: without files up to {limitMb} MB are accepted at a time. Split it, or upload it as a file.',
      'shell/too-many-fields':
        'The form has too many fields: up to {limit, number} are accepted at a time. Send the data in parts.',
      'shell/too-many-files': 'Up to {limit} files are accepted at a time. Upload the others separately.',
      'shell/field-too-long':
        'The field "{field}" is too long: up to {limit, number} characters are accepted. Shorten the text or upload it as a file.',
      'shell/unreadable-body': 'The data that was sent could not be read. Open the page again and repeat.',
      'shell/unsupported-type':
        'This kind of data is not accepted: a form, a file in a form or JSON is needed. Open the page again and repeat.',
      'shell/bug':
        'Something broke on our side, your data has not changed. Try again later; if that does not help, tell the administrator the number {requestId}.',
    },
    openapi: {
      title: 'Opora: programming interface',
      description:
        'Whatever the screens do is open to programs as well: the same addresses under /api/v1, data in JSON. Sign in with POST /api/v1/sign-in and send the key you get in the header "Authorization: Bearer …". Refusals come as RFC 9457 (application/problem+json) with a stable code in the field code. The header Accept-Language chooses the language of messages.',
      permission: 'Permission: {permission}.',
      signedIn: 'Open to everybody who has signed in.',
      public: 'Open without signing in.',
      once: 'Repeating with the same requestKey (in the body or in the header Idempotency-Key) gives the first result again and makes no second record.',
      ok: 'Done',
      data: 'Data',
      file: 'File',
      problem: 'Refusal',
      operations: {
        signIn: 'Sign in: get the key of a session',
        signOut: 'Sign out: the key of the session stops working',
        me: 'Who has signed in, with which seats and which one is active',
        takeSeat: 'Choose the seat to work in',
        health: 'Check that the product answers',
      },
    },
  },
})
