import { randomBytes } from 'node:crypto'
import type { Auth } from './auth'

export const operatorEmail = 'operator@hindsight.local'

export interface NewOperator {
  readonly email: string
  readonly password: string
}

/** Makes the first operator, once; undefined when there is staff already. */
export const ensureOperator = async (auth: Auth): Promise<NewOperator | undefined> => {
  const { adapter, internalAdapter } = await auth.$context
  if ((await adapter.count({ model: 'user', where: [{ field: 'role', value: 'staff' }] })) > 0)
    return undefined
  if (await internalAdapter.findUserByEmail(operatorEmail)) return undefined
  const password = randomBytes(12).toString('base64url')
  await createStaff(auth, { email: operatorEmail, name: 'Operator', password })
  return { email: operatorEmail, password }
}

interface NewStaff {
  readonly email: string
  readonly name: string
  readonly password: string
}

/** A member of staff who signs in by e-mail and password. */
export const createStaff = async (auth: Auth, { email, name, password }: NewStaff): Promise<void> => {
  const { internalAdapter, password: hasher } = await auth.$context
  const user = await internalAdapter.createUser({ email, name, emailVerified: true, role: 'staff' })
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await hasher.hash(password),
  })
}
