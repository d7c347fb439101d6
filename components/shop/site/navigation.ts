import type { Identity } from '@/lib/kit/wire/identity'

/** A page that the bar leads those to who may see it. */
interface Place {
  readonly href: string
  readonly name: string
  readonly roles: readonly Identity['role'][]
}

const places: readonly Place[] = [
  { href: '/carts', name: 'Carts', roles: ['staff'] },
  { href: '/orders', name: 'Orders', roles: ['staff'] },
  { href: '/catalogue', name: 'Catalogue', roles: ['staff'] },
  { href: '/customers', name: 'Customers', roles: ['staff'] },
  { href: '/accounts', name: 'Credit', roles: ['staff'] },
  { href: '/terms', name: 'Terms', roles: ['staff'] },
  { href: '/outbox', name: 'Mail', roles: ['staff'] },
  { href: '/processes', name: 'Processes', roles: ['staff'] },
  { href: '/relay', name: 'Relay', roles: ['staff'] },
  { href: '/account/orders', name: 'Orders', roles: ['shopper'] },
  { href: '/credit', name: 'Credit', roles: ['shopper'] },
]

export const placesFor = (role: Identity['role']): readonly Place[] =>
  places.filter(({ roles }) => roles.includes(role))
