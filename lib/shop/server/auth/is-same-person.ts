import type { ShopIdentity } from '../../wire/shop-identity'

/**
 * May a command of `issuedBy` be done for who asks now? It may have waited long in a browser that somebody else
 * signed in to. What nobody asked for (null) is a guest's, whom nobody becomes with a first command.
 */
export const isSamePerson = (issuedBy: string | null, identity: ShopIdentity | undefined): boolean =>
  issuedBy === null ? identity === undefined || identity.isGuest : identity?.userId === issuedBy
