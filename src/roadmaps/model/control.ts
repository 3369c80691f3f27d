/** Whether a clause lays the control on somebody, so that the office and the name after it stand in the accusative. @example laysControlOn('Контроль возложить на Иванову А. П.') // true */
export function laysControlOn(clause: string): boolean {
  return /возл(?:ожить|агаю|агается|ожен)\S*\s+на\s/iu.test(clause)
}
