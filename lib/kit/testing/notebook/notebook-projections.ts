import type { Sql } from '../../server/postgres/sql'
import type { Projection } from '../../server/projections/projection'
import { createNotebooksTable, notebooksProjection } from './notebooks-projection'
import { createOwnersTables, ownersProjection } from './owners-projection'

/** Every read model of the kit's own tests. */
export const notebookProjections: readonly Projection[] = [notebooksProjection, ownersProjection]

/** Makes all their tables, as the app, whose own they are. */
export const createNotebookTables = async (sql: Sql): Promise<void> => {
  await createNotebooksTable(sql)
  await createOwnersTables(sql)
}
