import type { Order } from './order/contract.ts'

/**
 * The order as data that leaves Opora: findings without the ids of places and the English wording, which only the screens need.
 * What is left has the shape that `./opora order read --json` promises.
 */
export function publishedOrder(order: Order): Order {
  return { ...order, issues: order.issues.map(({ places, english, ...published }) => published) }
}
