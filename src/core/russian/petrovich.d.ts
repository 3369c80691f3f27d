/** The package is CommonJS and has no types of its own. */
declare module 'petrovich' {
  type Gender = 'male' | 'female' | 'androgynous'
  type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional'
  interface Person {
    gender?: Gender
    first?: string
    middle?: string
    last?: string
  }
  const petrovich: { (person: Person, gcase: Case): Person; detect_gender(middle: string): Gender }
  export default petrovich
}
