import type { ShopIdentity } from '../../wire/shop-identity'

const emailDomain = 'services.hindsight.invalid'

/** The address of a program's user, which nobody else can have. */
export const programEmail = (id: string): string => `${id}@${emailDomain}`

/** Is this the user behind an API key? */
export const isProgram = ({ email }: Pick<ShopIdentity, 'email'>): boolean =>
  email.endsWith(`@${emailDomain}`)
