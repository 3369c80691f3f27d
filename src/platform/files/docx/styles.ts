import type { FileLimits } from '../limits.ts'
import { namesFor } from './names.ts'
import { attributeOf, isOn, scanXml, wholeVal } from './xml.ts'

/** What a style says about the things that a reader shows; absent means "not said here". */
export interface Style {
  readonly bold?: boolean
  readonly hidden?: boolean
  readonly align?: string
  /** 1…9. */
  readonly heading?: number
  readonly numId?: number
  readonly level?: number
}

export interface Styles {
  /** A paragraph or character style with everything it inherits. Unknown ids give an empty style. */
  styleOf(id: string | undefined): Style
}

type DraftStyle = { -readonly [Key in keyof Style]: Style[Key] }

const elements = namesFor([
  'w:style',
  'w:docDefaults',
  'w:latentStyles',
  'w:basedOn',
  'w:name',
  'w:b',
  'w:vanish',
  'w:jc',
  'w:outlineLvl',
  'w:numId',
  'w:ilvl',
])

/**
 * Reads `styles.xml`.
 * @example readStyles(xml, fileLimits).styleOf('Heading1').heading // 1
 */
export function readStyles(xml: string | undefined, limits: FileLimits): Styles {
  const own = new Map<string, { draft: DraftStyle; basedOn?: string }>()
  let defaultId: string | undefined
  if (xml !== undefined) {
    let style: { draft: DraftStyle; basedOn?: string } | null = null
    scanXml(
      xml,
      elements,
      {
        wantsText: false,
        open(name, attributes) {
          if (name === 'w:style') {
            const id = attributeOf(attributes, 'styleId') ?? ''
            const type = attributeOf(attributes, 'type')
            if (type === 'table' || type === 'numbering') return true
            style = { draft: {} }
            own.set(id, style)
            if (type === 'paragraph' && attributeOf(attributes, 'default') === '1') defaultId = id
            return false
          }
          if (name === 'w:docDefaults' || name === 'w:latentStyles') return true
          if (style !== null) readProperty(style, name, attributes)
          return false
        },
        close(name) {
          if (name === 'w:style') style = null
        },
      },
      limits,
    )
  }
  const resolved = new Map<string, Style>()
  const styleOf = (id: string | undefined, depth = 0): Style => {
    const key = id ?? defaultId
    if (key === undefined) return {}
    const known = resolved.get(key)
    if (known) return known
    const found = own.get(key)
    // A ring of styles based on one another ends here.
    const made = !found
      ? {}
      : found.basedOn === undefined || depth > 20
        ? found.draft
        : { ...styleOf(found.basedOn, depth + 1), ...found.draft }
    resolved.set(key, made)
    return made
  }
  return { styleOf: id => styleOf(id) }
}

function readProperty(style: { draft: DraftStyle; basedOn?: string }, name: string, attributes: string): void {
  const { draft } = style
  if (name === 'w:basedOn') {
    const base = attributeOf(attributes, 'val')
    if (base !== undefined) style.basedOn = base
  } else if (name === 'w:name') {
    // Word calls its own styles in English in the file, whatever language it shows; other programs may not.
    const level = /^(?:heading|заголовок) ([1-9])$/i.exec(attributeOf(attributes, 'val') ?? '')?.[1]
    if (level !== undefined) draft.heading = Number(level)
  } else if (name === 'w:b') draft.bold = isOn(attributes)
  else if (name === 'w:vanish') draft.hidden = isOn(attributes)
  else if (name === 'w:jc') draft.align = attributeOf(attributes, 'val') ?? 'left'
  else if (name === 'w:outlineLvl') {
    const level = wholeVal(attributes)
    if (level !== null && level >= 0 && level < 9) draft.heading = level + 1
  } else if (name === 'w:numId') draft.numId = wholeVal(attributes) ?? 0
  else if (name === 'w:ilvl') draft.level = wholeVal(attributes) ?? 0
}
