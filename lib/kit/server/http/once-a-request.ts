import type { Identity } from '../../wire/identity'
import type { Credentials, FindCaller } from './caller'

/**
 * Looks up who sent a request once for it, however many ask on its way: those who share its very headers. It is of no use for
 * headers that outlive a request, as a socket's do.
 */
export const onceARequest = <Person extends Identity>(find: FindCaller<Person>): FindCaller<Person> => {
  const asked = new WeakMap<Credentials, ReturnType<FindCaller<Person>>>()
  return (sent) => {
    const before = asked.get(sent)
    if (before) return before
    const looking = find(sent)
    asked.set(sent, looking)
    return looking
  }
}
