import { type Refusal, refuse } from '../../core/base/index.ts'
import { type FileLimits, fileLimits } from './limits.ts'

/** The refusal for a file beyond the limit, for those who know its size before its bytes. */
export function tooLarge(bytes: number, limits: FileLimits = fileLimits): Refusal {
  const mb = 1024 * 1024
  return refuse('too-large', 'files/too-large', {
    foundMb: Math.ceil(bytes / mb),
    limitMb: Math.floor(limits.fileBytes / mb),
  })
}

/** The refusal for a document of too many pieces or characters. */
export function tooLong(limits: FileLimits): Refusal {
  return refuse('too-large', 'files/too-long', { limit: limits.pieces, limitCharacters: limits.characters })
}
