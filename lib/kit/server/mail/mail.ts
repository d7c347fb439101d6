import * as z from 'zod'

/** Nothing in it can begin another header. */
const oneLine = z.string().regex(/^\P{Cc}+$/u, 'must be one line')

/** Those that say what else becomes of a mail. Who it is from and goes to is said elsewhere. */
const headerName = z
  .string()
  .regex(/^(List-[A-Za-z-]+|X-[A-Za-z0-9-]+)$/, 'is no header that a mail may have')

const schema = z.object({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  to: z.email().max(254),
  subject: oneLine.max(400),
  text: z.string().min(1),
  html: z.string().min(1),
  headers: z.record(headerName, oneLine.max(900)).optional(),
  goodUntil: z.date().optional(),
})

/** A mail to one address. */
export interface Mail {
  /** What is asked for again under the same id is the same mail: it is kept once. Its Message-ID is made of it. */
  readonly id: string
  /** What it is for, in a word or two, as `password-reset`. */
  readonly kind: string
  readonly to: string
  readonly subject: string
  /** Both say the same. */
  readonly text: string
  readonly html: string
  /** `List-Unsubscribe` and its like. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** What it says holds until then; after that it isn't sent any more. */
  readonly goodUntil?: Date | undefined
}

/** @throws ZodError for what can't be a mail, or would be more than one */
export const checkMail = (mail: Mail): Mail => schema.parse(mail)
