import type { StreamName } from '@/lib/kit/events/stream-name'

/** Where a stream can be looked at on its own: carts have a page of theirs. */
export const streamPage = ({ type, id }: StreamName): string =>
  type === 'cart'
    ? `/carts/${encodeURIComponent(id)}`
    : `/streams/${encodeURIComponent(type)}/${encodeURIComponent(id)}`
