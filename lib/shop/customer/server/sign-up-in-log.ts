import { Overloaded } from '../../../kit/server/store/overloaded'
import { type AddressDependencies, askForAddress } from './ask-for-address'

interface NewCustomer {
  readonly id: string
  readonly name: string
  /** It was shown to be theirs. */
  readonly email: string
  /** When they signed up, where that isn't now. */
  readonly signedUpAt?: Date | undefined
}

export type SignUpInLog = (customer: NewCustomer) => Promise<'signedUp' | 'EmailTaken'>

/** Writes down that somebody has an account, once. Whether they have the address of it the log decides. */
export const createSignUpInLog =
  (dependencies: AddressDependencies): SignUpInLog =>
  async ({ id, name, email, signedUpAt }) => {
    const answered = await askForAddress(dependencies, {
      customerId: id,
      command: { type: 'SignUp', name, email },
      actor: { kind: 'customer', id },
      at: signedUpAt,
    })
    if (answered.type === 'accepted') return 'signedUp'
    if (answered.type === 'overloaded') throw new Overloaded(answered.retryAfterMs)
    if (answered.type === 'rejected' && answered.rejection.type === 'EmailTaken') return 'EmailTaken'
    throw new Error(`That ${id} signed up was not written down: ${answered.type}`)
  }
