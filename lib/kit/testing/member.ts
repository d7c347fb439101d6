import type { Identity } from '../wire/identity'

/** Somebody who is known, by their id; staff where it is said. */
export const member = (userId: string, role = 'member'): Identity => ({ userId, role, name: userId })
