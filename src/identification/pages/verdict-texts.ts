import { catalogue } from '../../core/base/index.ts'

/** Words about a verdict, its margin and its chance: the same on every page and in every file. */
export const verdictTexts = catalogue({
  ru: {
    verdict: { yes: 'предложена', no: 'не предложена', unknown: 'не судили', given: 'внесена другим органом' },
    decision: { included: 'включена', excluded: 'исключена', none: 'решения нет' },
    state: {
      proposed: 'принимаются решения',
      decided: 'решения закончены',
      approved: 'приказ назван',
      frozen: 'заморожен',
    },
    edition: { shipped: 'поставляется', draft: 'черновик', approved: 'утверждена', dropped: 'отложена' },
    edge: 'на грани',
    edgeWhy: 'один участник меняет ответ',
    marginShort: '{n, plural, one {# участник} few {# участника} other {# участников}}',
    marginNone: 'отметками не меняется',
    marginOfYes:
      'Чтобы школа вышла из списка, достаточно, чтобы {n, plural, one {у одного участника} other {у # участников}} результат не был низким ({where}). Тогда ответ — «{becomes}».',
    marginOfNo:
      'До списка не хватает {n, plural, one {одного низкого результата} few {# низких результатов} other {# низких результатов}} ({where}). С ними ответ — «{becomes}».',
    marginOfUnknown:
      'Ответ — «{becomes}», если результат изменится у {n, plural, one {одного участника} other {# участников}} ({where}).',
    marginNothing: 'Отметками участников этот ответ не меняется: не хватает данных, или правило смотрит не на отметки.',
    place: '{place}: {change}',
    pooled: 'в любой из процедур',
    chance: 'вероятность, что истинная доля не ниже {threshold}, — {percent}',
    chancePooled:
      'школы не различаются сильнее, чем сделал бы случай; общая доля {reaches, select, yes {не ниже} other {ниже}} порога {threshold}',
    chanceNotConverged: 'вероятность не указана: различия школ моделью не описываются',
    chanceNone: 'вероятность не указана',
    chanceShort: { pooled: 'общая доля', 'not-converged': 'не указана', other: 'не указана' },
    less: 'меньше {percent}',
    more: 'больше {percent}',
    of: '{below} из {participants}',
    why: {
      absent: 'нет результата, не судили',
      withheld: 'число не передано, не судили',
      fewParticipants: 'участников слишком мало, не судили',
      notApplicable: 'у школы нет такой процедуры',
    },
  },
  en: {
    verdict: { yes: 'proposed', no: 'not proposed', unknown: 'not judged', given: 'named by another body' },
    decision: { included: 'included', excluded: 'excluded', none: 'no decision' },
    state: {
      proposed: 'decisions are made',
      decided: 'decisions are finished',
      approved: 'order is named',
      frozen: 'frozen',
    },
    edition: { shipped: 'shipped', draft: 'draft', approved: 'approved', dropped: 'put aside' },
    edge: 'on the edge',
    edgeWhy: 'one participant changes the answer',
    marginShort: '{n, plural, one {# participant} other {# participants}}',
    marginNone: 'no marks change it',
    marginOfYes:
      'For the school to leave the list it is enough that {n, plural, one {one participant has} other {# participants have}} no low result ({where}). Then the answer is “{becomes}”.',
    marginOfNo:
      'The list is {n, plural, one {one low result} other {# low results}} away ({where}). With them the answer is “{becomes}”.',
    marginOfUnknown:
      'The answer is “{becomes}” if the result of {n, plural, one {one participant changes} other {# participants changes}} ({where}).',
    marginNothing: 'No marks of participants change this answer: data is missing, or the rule does not look at marks.',
    place: '{place}: {change}',
    pooled: 'in any of the procedures',
    chance: 'the true share is at least {threshold} with probability {percent}',
    chancePooled:
      'schools differ no more than chance would make them; the common share is {reaches, select, yes {not below} other {below}} the threshold {threshold}',
    chanceNotConverged: 'no probability: the model does not describe the differences of schools',
    chanceNone: 'no probability',
    chanceShort: { pooled: 'common share', 'not-converged': 'not given', other: 'not given' },
    less: 'less than {percent}',
    more: 'more than {percent}',
    of: '{below} of {participants}',
    why: {
      absent: 'no result, not judged',
      withheld: 'no number given, not judged',
      fewParticipants: 'too few participants, not judged',
      notApplicable: 'the school has no such procedure',
    },
  },
})
