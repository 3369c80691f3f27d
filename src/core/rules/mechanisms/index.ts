import type { ReadyRule, ReadyValue } from '../mechanism.ts'
import type { Mechanism } from '../shapes.ts'
import { bottomShare } from './bottom-share.ts'
import { all, any, atLeastOf, not } from './combine.ts'
import { compare } from './compare.ts'
import { contextResidual } from './context-residual.ts'
import { countLow } from './count-low.ts'
import { indexOf } from './index-of.ts'
import { indicator } from './indicator.ts'
import { inList, named } from './named.ts'
import { pooledShare } from './pooled-share.ts'
import { relativeMean } from './relative-mean.ts'
import { shareBelow } from './share-below.ts'
import { streak } from './streak.ts'
import { listed, trait } from './trait.ts'
import { zScore } from './z-score.ts'

/** Every mechanism that answers yes, no or unknown; a new one is a file and a line here. */
export const ruleMechanisms: readonly Mechanism<ReadyRule>[] = [
  shareBelow,
  countLow,
  compare,
  bottomShare,
  streak,
  any,
  all,
  atLeastOf,
  not,
  trait,
  listed,
  inList,
]

/** Every mechanism that gives a figure. */
export const valueMechanisms: readonly Mechanism<ReadyValue>[] = [
  indicator,
  pooledShare,
  relativeMean,
  zScore,
  indexOf,
  contextResidual,
  named,
]
