import { type Lint, nameOfItem, placesAt, told } from './finding.ts'

/** «… и антирисковых»: an adjective after «и» whose noun is missing; nouns and participles that look like adjectives are left alone. */
const hangingAdjective = /(?:,|\sи|\sили)\s+(\p{Ll}{4,}(?:ых|их|ого|ому|ыми|ими))$/iu
const likeNoun =
  /(?:[юуяа]щ|вш|нн|т)(?:ых|их|ого|ему|ими|ыми)$|^(?:молодых|взрослых|других|прочих|данных|своих|одарённых|одаренных)$/iu
const hangingWord = /\s(в|во|на|по|с|со|к|о|об|от|до|для|из|при|под|над|между|и|или|а также|не)$/iu

/** Titles that break off: their last word calls for another. */
export const truncatedText: Lint = understood =>
  understood.order.roadmap.items.flatMap((item, i) => {
    const text = item.title.replace(/[\s.,;:]+$/, '')
    const adjective = hangingAdjective.exec(text)?.[1]
    const word = adjective !== undefined && !likeNoun.test(adjective) ? adjective : hangingWord.exec(text)?.[1]
    if (word === undefined) return []
    return [
      {
        code: 'truncatedText',
        severity: 'warning',
        where: nameOfItem(item, understood.order),
        places: placesAt(understood, `/roadmap/items/${i}/title`),
        message: told('truncated', { word }),
      },
    ]
  })
