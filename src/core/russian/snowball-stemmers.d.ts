/** The package is CommonJS and has no types of its own. */
declare module 'snowball-stemmers' {
  export interface Stemmer {
    stem(word: string): string
  }
  export function newStemmer(language: 'russian' | 'english'): Stemmer
}
