import type { CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'

/** Why a command was not taken as it was delivered, and what to do. It begins with what has the version: "The cart is". */
export const deliveryDetail = (subject: string, refused: ConcurrencyConflict | CommandIdReused): string =>
  refused.type === 'ConcurrencyConflict'
    ? `${subject} at version ${refused.actual}, not ${refused.expected}; read what is new and decide again.`
    : 'This command id stood for something else before; nothing was done. Send it again under a new id.'
