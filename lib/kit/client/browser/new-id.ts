import { v4 } from 'uuid'

/** An id nobody else has. `crypto.randomUUID` is missing on pages from plain http: there it is made of random bytes. */
export const newId = (): string => v4()
