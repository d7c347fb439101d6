import { malformed, type Parsed } from '../../../kit/server/http/malformed'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { CommandHeaders } from '../../../kit/wire/api-delivery'
import type { FieldProblem } from '../../../kit/wire/problem'
import type { Delivery } from '../../cart/wire/commands'

/** How a command is sent, by its headers and its body. What both say has to be the same. */
export const deliveryOf = (
  { 'Idempotency-Key': key, 'If-Match': version }: Partial<CommandHeaders>,
  { commandId, expectedVersion }: Delivery,
): Parsed<Delivery> => {
  const errors: FieldProblem[] = []
  if (key && commandId && key !== commandId) {
    errors.push({ field: 'Idempotency-Key', message: "is another than the body's commandId" })
  }
  if (version !== undefined && expectedVersion !== undefined && version !== expectedVersion) {
    errors.push({ field: 'If-Match', message: "is another than the body's expectedVersion" })
  }
  if (errors.length > 0) return malformed(errors)
  return {
    type: 'parsed',
    value: { commandId: commandId ?? key, expectedVersion: expectedVersion ?? version },
  }
}

/** A conflict with the version that a header insisted on fails a precondition; with the body's it is a conflict. */
export const toldByHeader = (
  refusal: HttpRefusal,
  { 'If-Match': version }: Partial<CommandHeaders>,
): HttpRefusal =>
  refusal.code === 'ConcurrencyConflict' && version !== undefined ? { ...refusal, status: 412 } : refusal
