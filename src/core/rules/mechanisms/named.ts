import { Type } from 'typebox'
import type { ReadyRule, ReadyValue } from '../mechanism.ts'
import { ruleMechanism, valueMechanism } from '../shapes.ts'

/** The verdict of another list of the same methodology. */
export const inList = ruleMechanism({
  name: 'in-list',
  shape: Type.String({ minLength: 1 }),
  tell: list => ({ key: 'inList', params: { list } }),
  ready: (list, bench) => bench.named('list', list) as ReadyRule,
})

/** A figure that the methodology names among its `values`. */
export const named = valueMechanism({
  name: 'named',
  shape: Type.String({ minLength: 1 }),
  tell: value => ({ key: 'named', params: { value } }),
  ready: (value, bench) => bench.named('value', value) as ReadyValue,
})
