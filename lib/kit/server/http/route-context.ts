import type { Identity } from '../../wire/identity'
import type { ProblemKinds } from '../../wire/problem-kinds'
import type { StreamAccess } from '../access/access'
import type { Log } from '../log'
import type { Readiness } from '../outage/readiness'
import type { Identify } from './caller'

/** What an API needs to know of the server before its operations do their own work. */
export interface RouteContext<Person extends Identity = Identity> {
  readonly identify: Identify<Person>
  readonly access: Pick<StreamAccess<Person>, 'see'>
  readonly readiness: Pick<Readiness, 'check'>
  /** What the codes mean that its endpoints refuse with. */
  readonly problemKinds: ProblemKinds
  readonly log: Pick<Log, 'warn' | 'error'>
}
