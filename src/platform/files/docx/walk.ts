import type { FileLimits } from '../limits.ts'
import { usualNames } from './names.ts'
import { attributeOf, scanXml } from './xml.ts'

/** Hears the elements of a part under their usual names, without what lies inside a skipped element. */
export interface PartListener {
  /** @returns true to skip everything inside; `close` is then not called for this element */
  open(name: string, attributes: string): boolean
  close(name: string): void
  text?(value: string): void
}

export interface PartWalk {
  /** Texts are reported only while this is true. */
  wantsText: boolean
}

/**
 * Walks one XML part of a DOCX.
 * @example walkPart(stylesXml, fileLimits, walk => ({ open: name => name === 'w:latentStyles', close() {} }))
 */
export function walkPart(xml: string, limits: FileLimits, listen: (walk: PartWalk) => PartListener): void {
  let names: ((name: string) => string) | null = null
  let isRoot = true
  let skipped = 0
  const walk = { wantsText: false }
  const listener = listen(walk)
  scanXml(
    xml,
    {
      get wantsText() {
        return walk.wantsText && skipped === 0
      },
      open(printed, attributes) {
        if (skipped > 0) {
          skipped++
          return
        }
        if (isRoot) {
          names = usualNames(attributes)
          isRoot = false
        }
        if (listener.open(names === null ? printed : names(printed), attributes)) skipped = 1
      },
      close(printed) {
        if (skipped > 0) skipped--
        else listener.close(names === null ? printed : names(printed))
      },
      text(value) {
        listener.text?.(value)
      },
    },
    limits,
  )
}

/** `w:val` as a whole number, or null. */
export function wholeVal(attributes: string): number | null {
  const printed = attributeOf(attributes, 'val')
  if (printed === undefined || !/^-?\d{1,9}$/.test(printed)) return null
  return Number(printed)
}

/** A switch such as `<w:b/>`: on unless its value says otherwise. */
export function isOn(attributes: string): boolean {
  if (attributes === '') return true
  const value = attributeOf(attributes, 'val')
  return value !== '0' && value !== 'false' && value !== 'off'
}
