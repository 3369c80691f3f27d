/** Pieces of addresses and forms, read. */
import type { ItemId, OrderId, RoadmapId } from '../../core/base/index.ts'

export const orderOfPath = (params: { orderId: string }) => params.orderId as OrderId

export const roadmapOfPath = (params: { roadmapId: string }) => params.roadmapId as RoadmapId

export const itemOfPath = (params: { itemId: string }) => params.itemId as ItemId

export const lines = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

export const orNull = (text: string | null | undefined) => text?.trim() || null
