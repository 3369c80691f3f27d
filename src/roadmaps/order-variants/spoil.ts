import type { Dice } from './dice.ts'

const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  О: 'O',
  С: 'C',
  Т: 'T',
}

/**
 * Dirt of scanning and copying for one order: a function that spoils some of the texts it is given and leaves their sense alone.
 * Which kinds of dirt this order has is added to `features`.
 */
export function someDirt(dice: Dice, level: 1 | 2 | 3, markup: boolean, features: string[]): (text: string) => string {
  const kinds: { readonly name: string; readonly share: number; readonly spoil: (text: string) => string }[] = []
  if (level > 1 && dice.chance(0.4))
    kinds.push({
      name: 'soft-hyphens',
      share: 0.3,
      spoil: text => inWord(dice, text, w => `${w.slice(0, 3)}\u00AD${w.slice(3)}`),
    })
  if (level > 1 && dice.chance(0.4))
    kinds.push({ name: 'no-break-spaces', share: 0.4, spoil: text => text.replace(' ', '\u00A0') })
  if (level > 2 && dice.chance(0.4))
    kinds.push({
      name: 'latin-look-alikes',
      share: 0.4,
      spoil: text => inWord(dice, text, w => w.slice(0, 1) + w.slice(1).replace(/[аеорсх]/, c => lookAlikes[c] ?? c)),
    })
  if (level > 2 && dice.chance(0.25))
    kinds.push({ name: 'letter-in-date', share: 0.5, spoil: text => text.replace(/(\d\d\.)0(\d\.20)/, '$1О$2') })
  if (markup && level > 1 && dice.chance(0.3))
    kinds.push({ name: 'bold-marks', share: 0.2, spoil: text => (text === '' ? '' : `**${text}**`) })
  if (markup && level > 2 && dice.chance(0.3))
    kinds.push({ name: 'html', share: 0.15, spoil: text => (text === '' ? '' : `<p>${text}</p>`) })
  for (const kind of kinds) features.push(`dirt:${kind.name}`)
  return text => kinds.reduce((spoiled, kind) => (dice.chance(kind.share) ? kind.spoil(spoiled) : spoiled), text)
}

/** Changes one long word of the text, wholly in small Cyrillic letters. */
function inWord(dice: Dice, text: string, change: (word: string) => string): string {
  const words = text.split(' ')
  const long = words.flatMap((w, i) => (/^[а-яё]{6,}$/.test(w) ? [i] : []))
  if (long.length === 0) return text
  const at = dice.pick(long)
  words[at] = change(words[at] as string)
  return words.join(' ')
}
