import type { StreamName } from '@/lib/kit/events/stream-name'

/** Where a stream can be looked at on its own: carts have a page. */
export const streamPage = ({ type, id }: StreamName): string | undefined =>
  type === 'cart' ? `/carts/${encodeURIComponent(id)}` : undefined
