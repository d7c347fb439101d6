import * as z from 'zod'

const schema = z.object({
  to: z.string().trim().max(254).catch(''),
  show: z.enum(['all', 'refused']).catch('all'),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

/** Which mails one looks at. */
export type MailSearch = z.infer<typeof schema>

export const parseMailSearch = (params: Record<string, string | string[] | undefined>): MailSearch =>
  schema.parse(params)

/** The address of such a list. */
export const mailsHref = ({ to, show, before }: Partial<MailSearch>): string => {
  const params = new URLSearchParams()
  if (to) params.set('to', to)
  if (show === 'refused') params.set('show', show)
  if (before !== undefined) params.set('before', String(before))
  return params.size > 0 ? `/outbox?${params}` : '/outbox'
}
