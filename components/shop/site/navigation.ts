import type { Identity } from '@/lib/kit/wire/identity'

/** A page that the bar leads those to who may see it. */
interface Destination {
  readonly href: string
  readonly name: string
  readonly roles: readonly Identity['role'][]
}

export const navigation: readonly Destination[] = [
  { href: '/carts', name: 'All carts', roles: ['staff'] },
  { href: '/accounts', name: 'Credit', roles: ['staff'] },
  { href: '/outbox', name: 'Mail', roles: ['staff'] },
  { href: '/relay', name: 'Relay', roles: ['staff'] },
  { href: '/credit', name: 'Credit', roles: ['shopper'] },
]
