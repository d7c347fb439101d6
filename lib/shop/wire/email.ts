import * as z from 'zod'

/** Addresses that nobody can have: guests and programs have such ones here. */
const nobodys = /\.invalid$/

/** An address of e-mail. They are told apart without regard to case, as sign-in does. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z
      .email('must be an e-mail address')
      .max(200)
      .refine((address) => !nobodys.test(address), 'must be an e-mail address'),
  )
