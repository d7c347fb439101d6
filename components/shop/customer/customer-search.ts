import * as z from 'zod'

const schema = z.object({
  q: z.string().trim().max(200).catch(''),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

/** Which customers one looks at. */
type CustomersLookedAt = z.infer<typeof schema>

export const parseCustomerSearch = (
  params: Record<string, string | string[] | undefined>,
): CustomersLookedAt => schema.parse(params)

/** The address of such a list. */
export const customersHref = ({ q, before }: Partial<CustomersLookedAt>): string => {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (before !== undefined) params.set('before', String(before))
  return params.size > 0 ? `/customers?${params}` : '/customers'
}
