import { catalogue } from '../core/base/index.ts'
import { identifyTexts } from './identify/texts.ts'
import { rulesTexts } from './rules/texts.ts'

/** Texts of the slice in the product: refusals, actions of the change log, confirmations. */
export const sliceTexts = catalogue({
  ru: {
    refusals: {
      ...rulesTexts.ru.refusals,
      ...identifyTexts.ru.refusals,
      'methodologies/no-such-edition': 'Такой методики нет. Откройте список методик и выберите другую.',
      'methodologies/no-title': 'Заполните это поле: по нему методику и примеры узнают в списках.',
      'methodologies/not-approved': 'Следующую редакцию делают из утверждённой. Эту сначала утвердите.',
      'methodologies/next-edition-in-work':
        'Следующая редакция этой методики уже есть в черновиках. Откройте её в списке методик.',
      'methodologies/no-text': 'Приложите файл methodology.yaml.',
      'methodologies/no-draft':
        'Эта редакция уже не черновик, её не меняют. Сделайте следующую редакцию или копию и измените её.',
      'methodologies/case-line':
        'Строка «{line}» не разобрана. Пишите название, двоеточие и значение, например «ВПР, математика, 5, 2025: 6 из 20».',
      'methodologies/no-cases':
        'У редакции нет ни одного примера, решённого вручную. Добавьте примеры по обе стороны каждой границы, затем утвердите.',
      'methodologies/cases-fail':
        '{n, plural, one {Не сошёлся # пример} few {Не сошлись # примера} other {Не сошлись # примеров}}, первый — «{name}». Исправьте правило или пример, затем утвердите.',
      'lists/changed-meanwhile':
        'Пока страница была открыта, запись изменил другой человек. Страница показывает новое состояние: сверьте и повторите.',
      'lists/not-open':
        'Решения по этому перечню закончены. Чтобы изменить решение, верните перечень к решениям; замороженный перечень не меняют.',
      'lists/reason-missing': 'Напишите причину решения: её прочтёт школа.',
      'lists/undecided':
        '{n, plural, one {По # предложенной школе} few {По # предложенным школам} other {По # предложенным школам}} решения ещё нет. Включите или исключите каждую.',
      'lists/answers-awaited':
        'Школы могут отвечать по {until} включительно. Закончите решения после этого дня или перенесите срок ответов.',
      'lists/frozen':
        'Перечень заморожен и не меняется. Выход школы отмечают отдельно, новый перечень делают из нового расчёта.',
      'lists/still-open': 'Сначала закончите решения по школам.',
      'lists/order-incomplete': 'Заполните номер, дату и заголовок приказа.',
      'lists/order-in-future': 'Дата приказа {date} ещё не наступила. Проверьте её.',
      'lists/not-approved': 'Сначала укажите приказ, которым утверждён перечень.',
      'lists/edition-not-approved':
        'Методика «{title}» — черновик. Расчёт делают по утверждённой редакции; действие черновика видно на его странице.',
      'lists/other-waves':
        'Тот расчёт считал другие этапы процедур, и его результаты этой редакции не подходят. Сделайте расчёт по нынешним результатам.',
      'lists/no-such-run': 'Такого расчёта нет или он вне вашей территории.',
      'lists/no-such-list': 'Такого перечня нет, он вне вашей территории или ещё не открыт школам.',
      'lists/no-results': 'В регионе нет ни одной школы с результатами. Сначала загрузите результаты.',
      'lists/no-title': 'Назовите перечень.',
      'lists/no-such-school': 'Такой школы в перечне нет или она вне вашей территории.',
      'lists/answers-in-past': 'День {until} уже прошёл. Назовите сегодняшний день или более поздний.',
      'lists/answers-closed': 'Срок ответов прошёл или решения закончены. Обратитесь к координатору своей территории.',
      'lists/answer-empty': 'Напишите ответ.',
      'lists/not-frozen': 'Выход отмечают в замороженном перечне. В этом ещё можно изменить решение.',
      'lists/not-on-list': 'Школы нет в этом перечне, выходить ей неоткуда.',
      'lists/left-already': 'Выход этой школы уже отмечен.',
      'lists/exit-incomplete': 'Назовите причину выхода и акт.',
      'lists/act-missing': 'Назовите акт, которым утверждён этот перечень: он станет причиной для каждой школы.',
      'lists/no-lines': 'Вставьте коды или названия школ, по одной в строке, или приложите файл.',
      'lists/unmatched':
        'Найдено школ: {found}. {n, plural, one {# строка не похожа} few {# строки не похожи} other {# строк не похожи}} ни на одну школу справочника. Исправьте их или загрузите перечень без них.',
    },
    actions: {
      'methodologies/draft-made': 'создан черновик методики',
      'methodologies/numbers-changed': 'изменены числа или прочтения',
      'methodologies/text-changed': 'изменён текст методики',
      'methodologies/case-added': 'добавлен пример',
      'methodologies/approved': 'редакция утверждена',
      'methodologies/dropped': 'черновик отложен',
      'lists/run': 'сделан расчёт',
      'lists/taken': 'перечень взят в работу',
      'lists/schools-asked': 'назначен срок ответов школ',
      'lists/school-included': 'школа включена',
      'lists/school-excluded': 'школа исключена',
      'lists/proposal-accepted': 'принято предложение расчёта',
      'lists/decided': 'решения закончены',
      'lists/reopened': 'перечень возвращён к решениям',
      'lists/approved': 'назван приказ',
      'lists/frozen': 'перечень заморожен',
      'lists/school-answered': 'школа ответила',
      'lists/school-left': 'отмечен выход школы',
      'lists/imported': 'перенесён чужой перечень',
    },
    done: {
      draftMade: 'Черновик создан. Измените числа, проверьте примеры и утвердите.',
      numbersSaved: 'Числа сохранены.',
      textSaved: 'Текст сохранён.',
      caseAdded: 'Пример добавлен.',
      approved: 'Редакция утверждена. По ней можно делать расчёт.',
      dropped: 'Черновик отложен.',
      run: 'Расчёт готов. Это предложение: решают люди.',
      taken: 'Перечень взят в работу.',
      asked: 'Срок ответов сохранён.',
      decided: 'Решение сохранено.',
      accepted: 'Предложенные школы включены.',
      finished: 'Решения закончены. Назовите приказ.',
      reopened: 'Перечень снова открыт для решений.',
      signed: 'Приказ назван. Проверьте перечень и заморозьте его.',
      frozen: 'Перечень заморожен.',
      answered: 'Ответ отправлен. Его увидят те, кто принимает решение.',
      left: 'Выход школы отмечен.',
      imported: 'Перечень перенесён. Проверьте его и заморозьте.',
    },
    waiting: {
      answer: 'Школа предложена в перечень «{title}»: посмотрите почему и ответьте до {until}',
      decide: 'Перечень «{title}»: {n, plural, one {# школа ждёт} few {# школы ждут} other {# школ ждут}} решения',
      sign: 'Перечень «{title}»: решения закончены, нужен приказ',
      freeze: 'Перечень «{title}»: приказ назван, перечень не заморожен',
    },
  },
  en: {
    refusals: {
      ...rulesTexts.en.refusals,
      ...identifyTexts.en.refusals,
      'methodologies/no-such-edition':
        'There is no such methodology. Open the list of methodologies and choose another.',
      'methodologies/no-title': 'Fill in this field: methodologies and cases are known by it in lists.',
      'methodologies/not-approved': 'The next edition is made of an approved one. Approve this one first.',
      'methodologies/next-edition-in-work':
        'The next edition of this methodology already is among the drafts. Open it in the list of methodologies.',
      'methodologies/no-text': 'Attach the file methodology.yaml.',
      'methodologies/no-draft':
        'This edition is no draft any more and is not changed. Make the next edition or a copy and change that.',
      'methodologies/case-line':
        'The line “{line}” was not understood. Write a name, a colon and a value, such as «ВПР, математика, 5, 2025: 6 из 20».',
      'methodologies/no-cases':
        'The edition has no case worked by hand. Add cases on both sides of each border, then approve it.',
      'methodologies/cases-fail':
        '{n, plural, one {# case fails} other {# cases fail}}, the first is “{name}”. Correct the rule or the case, then approve.',
      'lists/changed-meanwhile':
        'Somebody else changed this while the page was open. The page shows the new state: check and repeat.',
      'lists/not-open':
        'The decisions about this list are finished. To change one, take the list back to decisions; a frozen list is not changed.',
      'lists/reason-missing': 'Write the reason of the decision: the school will read it.',
      'lists/undecided':
        '{n, plural, one {# proposed school has} other {# proposed schools have}} no decision yet. Include or exclude each.',
      'lists/answers-awaited':
        'Schools may answer up to and including {until}. Finish the decisions after that day or move it.',
      'lists/frozen':
        'The list is frozen and does not change. The exit of a school is noted beside it; a new list comes from a new run.',
      'lists/still-open': 'Finish the decisions about schools first.',
      'lists/order-incomplete': 'Fill in number, date and heading of the order.',
      'lists/order-in-future': 'The date of the order, {date}, has not come yet. Check it.',
      'lists/not-approved': 'Name the order that approves the list first.',
      'lists/edition-not-approved':
        'The methodology “{title}” is a draft. A run takes an approved edition; what a draft does is seen on its page.',
      'lists/other-waves':
        'That run counted other waves of procedures, so its results do not fit this edition. Make a run on the results of today.',
      'lists/no-such-run': 'There is no such run, or it is outside your territory.',
      'lists/no-such-list': 'There is no such list, or it is outside your territory or not yet open to schools.',
      'lists/no-results': 'No school of the region has results. Load results first.',
      'lists/no-title': 'Give the list a name.',
      'lists/no-such-school': 'There is no such school on the list, or it is outside your territory.',
      'lists/answers-in-past': 'The day {until} has passed. Name today or a later day.',
      'lists/answers-closed':
        'The time for answers is over, or decisions are finished. Ask the coordinator of your territory.',
      'lists/answer-empty': 'Write the answer.',
      'lists/not-frozen': 'An exit is noted on a frozen list. On this one the decision may still be changed.',
      'lists/not-on-list': 'The school is not on this list.',
      'lists/left-already': 'The exit of this school is already noted.',
      'lists/exit-incomplete': 'Name the reason of the exit and the act.',
      'lists/act-missing': 'Name the act that approved this list: it becomes the reason for every school.',
      'lists/no-lines': 'Paste codes or names of schools, one a line, or attach a file.',
      'lists/unmatched':
        'Schools found: {found}. {n, plural, one {# line names} other {# lines name}} no school of the register. Correct them or take the list over without them.',
    },
    actions: {
      'methodologies/draft-made': 'a draft of a methodology was made',
      'methodologies/numbers-changed': 'numbers or readings were changed',
      'methodologies/text-changed': 'the text of the methodology was changed',
      'methodologies/case-added': 'a case was added',
      'methodologies/approved': 'the edition was approved',
      'methodologies/dropped': 'the draft was put aside',
      'lists/run': 'a run was made',
      'lists/taken': 'the list was taken into work',
      'lists/schools-asked': 'the last day of answers was set',
      'lists/school-included': 'a school was included',
      'lists/school-excluded': 'a school was excluded',
      'lists/proposal-accepted': 'the proposal was accepted',
      'lists/decided': 'decisions were finished',
      'lists/reopened': 'the list was taken back to decisions',
      'lists/approved': 'the order was named',
      'lists/frozen': 'the list was frozen',
      'lists/school-answered': 'a school answered',
      'lists/school-left': 'the exit of a school was noted',
      'lists/imported': 'a list made elsewhere was taken over',
    },
    done: {
      draftMade: 'The draft is there. Change numbers, check the cases and approve it.',
      numbersSaved: 'The numbers were saved.',
      textSaved: 'The text was saved.',
      caseAdded: 'The case was added.',
      approved: 'The edition is approved. Runs may take it.',
      dropped: 'The draft was put aside.',
      run: 'The run is ready. It is a proposal: people decide.',
      taken: 'The list was taken into work.',
      asked: 'The last day of answers was saved.',
      decided: 'The decision was saved.',
      accepted: 'The proposed schools were included.',
      finished: 'Decisions are finished. Name the order.',
      reopened: 'The list is open for decisions again.',
      signed: 'The order was named. Check the list and freeze it.',
      frozen: 'The list is frozen.',
      answered: 'The answer was sent. Those who decide will see it.',
      left: 'The exit of the school was noted.',
      imported: 'The list was taken over. Check it and freeze it.',
    },
    waiting: {
      answer: 'The school is proposed for the list “{title}”: see why and answer by {until}',
      decide: 'List “{title}”: {n, plural, one {# school waits} other {# schools wait}} for a decision',
      sign: 'List “{title}”: decisions are finished, an order is needed',
      freeze: 'List “{title}”: the order is named, the list is not frozen',
    },
  },
})
