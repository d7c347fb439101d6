'use server'

import * as z from 'zod'
import { id } from '@/lib/kit/wire/text'
import { commandId } from '@/lib/shop/cart/wire/commands'
import { handleProductRequest, listProduct } from '@/lib/shop/product/server/product-commands'
import { putStarterAway } from '@/lib/shop/product/server/put-away'
import type { ProductActionAnswer } from '@/lib/shop/product/wire/product-answers'
import {
  type NewProduct,
  newProduct,
  type ProductRequest,
  productRequest,
} from '@/lib/shop/product/wire/product-requests'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

const dependencies = () => {
  const { commands, aggregates, access } = getContext()
  return { handle: commands.handle, aggregates, access }
}

/** What is shown next has what was done. */
const shownNext = async (answer: ProductActionAnswer): Promise<ProductActionAnswer> => {
  if (answer.type === 'accepted') await getContext().readModels.waitForCatalogue(answer.position)
  return answer
}

/** Puts a product into the catalogue. */
export async function addProduct(raw: NewProduct, sentAs: string): Promise<ProductActionAnswer> {
  const parsed = parseInput(z.object({ product: newProduct, commandId }), { product: raw, commandId: sentAs })
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  const { product, commandId: command } = parsed.value
  return shownNext(await listProduct(dependencies(), identity, product, command))
}

/** Changes a product, or what there is of it. */
export async function changeProduct(
  rawId: string,
  raw: ProductRequest,
  sentAs: string,
): Promise<ProductActionAnswer> {
  const parsed = parseInput(z.object({ productId: id, request: productRequest, commandId }), {
    productId: rawId,
    request: raw,
    commandId: sentAs,
  })
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  const { productId, request, commandId: command } = parsed.value
  return shownNext(
    await handleProductRequest(dependencies(), identity, productId, request, { commandId: command }),
  )
}

/** Withdraws what of the starter catalogue nobody changed; says of how many products. */
export async function putAway(): Promise<{ readonly withdrawn: number } | { readonly type: 'notAllowed' }> {
  const identity = await currentIdentity()
  if (identity?.role !== 'staff') return { type: 'notAllowed' }
  const { readModels, store, commands } = getContext()
  const withdrawn = await putStarterAway(dependencies(), identity, commands.newId())
  await readModels.waitForCatalogue(await store.headPosition())
  return { withdrawn: withdrawn.length }
}
