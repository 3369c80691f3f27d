/**
 * Turns the bytes of a text file into text: by its mark (BOM), else UTF-16 by its zeros, else UTF-8, else the Russian one-byte
 * encoding that makes the most Russian of it. Line ends become `\n`.
 *
 * @returns null when the bytes are no text at all (many control characters)
 * @example decodeText(Buffer.from([0xcf, 0xf0, 0xe8, 0xea, 0xe0, 0xe7])) // 'Приказ' (cp1251)
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = byMark(bytes) ?? byZeros(bytes) ?? asUtf8(bytes) ?? byLetters(bytes)
  if (text === null || isBinary(text)) return null
  return text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n').replace(/\0/g, '')
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode('utf-8', bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes)
  return null
}

/** UTF-16 without a mark: Russian text has 0x04 or 0x00 in every second byte, on one side only. */
function byZeros(bytes: Uint8Array): string | null {
  const sample = Math.min(bytes.length, 4000) & ~1
  if (sample < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0 || bytes[at] === 4) even++
    if (bytes[at + 1] === 0 || bytes[at + 1] === 4) odd++
  }
  const half = sample / 2
  if (odd > half * 0.8 && even < half * 0.4) return decode('utf-16le', bytes)
  if (even > half * 0.8 && odd < half * 0.4) return decode('utf-16be', bytes)
  return null
}

/** UTF-8, also when the file was cut inside a letter or has a few spoilt bytes. */
function asUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let spoilt = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) spoilt++
  if (spoilt === 0) return text
  const wide = text.replace(/[\u0000-\u007f\ufffd]/g, '').length
  return spoilt <= 1 + wide / 200 ? text : null
}

const oneByteEncodings = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'] as const
/** The ten commonest letters make up two thirds of Russian text, in lower case; a wrong table scatters them and mixes the cases. */
const commonLetters = new Set('оеаинтсрвл')

function byLetters(bytes: Uint8Array): string | null {
  let best: { text: string; score: number } | null = null
  for (const encoding of oneByteEncodings) {
    const text = decode(encoding, bytes)
    const score = russianScore(text.slice(0, 20_000))
    if (best === null || score > best.score) best = { text, score }
  }
  return best?.text ?? null
}

function russianScore(text: string): number {
  let score = 0
  let lastWasLower = false
  for (const letter of text) {
    const isUpper = letter >= 'А' && letter <= 'Я'
    const isLower = (letter >= 'а' && letter <= 'я') || letter === 'ё'
    if (isLower) score += commonLetters.has(letter) ? 2 : 1
    else if (isUpper) score += lastWasLower ? -3 : commonLetters.has(letter.toLowerCase()) ? 1 : 0.5
    else if (letter > '\u007f' && !'«»№–—…“”„\u00a0§Ёё'.includes(letter)) score -= 2
    lastWasLower = isLower
  }
  return score
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes)
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const control = sample.match(/[\u0000-\u0008\u000e-\u001b\u007f\ufffd]/g)?.length ?? 0
  return control > 2 && control > sample.length / 100
}
