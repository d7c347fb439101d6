import type { Actor } from '../kit/events/recorded-event'

/** Who does something in the shop. These words stand in the log. */
const actorKinds = ['guest', 'customer', 'staff', 'import', 'system'] as const

/** `id` is a user's id, a file's name for `import`, a component's for `system`. */
export interface ShopActor extends Actor {
  readonly kind: (typeof actorKinds)[number]
}
