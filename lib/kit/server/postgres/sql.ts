import type { ClientBase } from 'pg'

/** A pool, a connection or a transaction of node-postgres: what an SQL operation needs of it. */
export type Sql = Pick<ClientBase, 'query'>
