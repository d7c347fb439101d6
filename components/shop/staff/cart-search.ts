import * as z from 'zod'
import { plainText } from '@/lib/kit/wire/text'
import { cartStatuses } from '@/lib/shop/cart/wire/cart-list'

/** Longer ones than a search may be, so that it can be told that they are; of still longer ones the beginning is. */
const maxTyped = 1_000

const searchSchema = z.object({
  q: z
    .string()
    .transform((typed) => typed.slice(0, maxTyped))
    .pipe(plainText(maxTyped))
    .optional()
    .catch(undefined),
  status: z.enum(cartStatuses).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
})

/** What staff look for among the carts, as it stands in the page's address. */
export type CartsSearch = z.infer<typeof searchSchema>

/** Reads the search out of a page's address; what makes no sense there is left out. */
export const parseCartsSearch = (params: Record<string, unknown>): CartsSearch => searchSchema.parse(params)

/** The address of the carts that a search finds. */
export const cartsHref = (search: CartsSearch): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== '') params.set(name, String(value))
  return params.size > 0 ? `/carts?${params}` : '/carts'
}
