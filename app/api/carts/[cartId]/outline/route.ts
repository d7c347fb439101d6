import { answer } from '@/lib/kit/server/http/operation'
import { getCartOutline } from '@/lib/shop/cart/wire/api-outline'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartOutline, async ({ params: { cartId } }) =>
    answer(await getContext().outlines.read(storedCart, cartId)),
  ),
)
