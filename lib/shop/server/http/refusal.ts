import {
  type HttpRefusal,
  refuseAbsent as refuseAbsentIn,
  refuseWith,
} from '../../../kit/server/http/refusal'
import { type ProblemCode, problemKinds } from '../../wire/problem-kinds'

/** Refuses with any code of the API. */
export const refuse = refuseWith(problemKinds)

/** There is nothing like what a path names. */
export const refuseAbsent = (code: ProblemCode): HttpRefusal => refuseAbsentIn(problemKinds, code)
