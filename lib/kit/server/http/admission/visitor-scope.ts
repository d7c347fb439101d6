import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<string>()

/** Does work in a visitor's name, so that what is shared out fairly further down knows whose it is. */
export const asVisitor = <Result>(visitor: string, work: () => Result): Result => scope.run(visitor, work)

/** Whose request is answered; the server's own work has no visitor. */
export const currentVisitor = (): string => scope.getStore() ?? 'server'
