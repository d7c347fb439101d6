import { existsSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import type { Append } from '../../lib/kit/server/store/event-store'
import { openTable } from '../../lib/shop/server/import/open-table'
import { retailColumns } from '../../lib/shop/server/import/retail/columns'
import { createInvoiceAppends } from '../../lib/shop/server/import/retail/invoice-appends'
import { createInvoiceGatherer, type Invoice } from '../../lib/shop/server/import/retail/invoices'
import { readLine } from '../../lib/shop/server/import/retail/line'
import { createProductBook } from '../../lib/shop/server/import/retail/product-book'
import { type Conventions, conventionsOf, surveyRows } from '../../lib/shop/server/import/retail/survey'
import { openSource } from '../../lib/shop/server/import/source'
import type { Table } from '../../lib/shop/server/import/table'

const file = process.env.ONLINE_RETAIL_CSV ?? '../shared/data/online_retail.csv.gz'

/** The cart of the retail file's longest sale, as the import would append it; undefined where the file isn't there. */
export const biggestInvoice = async (): Promise<Append | undefined> => {
  if (!existsSync(file)) {
    process.stdout.write(`\nNo invoice: there is no ${file}; ONLINE_RETAIL_CSV says where it is.\n`)
    return undefined
  }
  const table = await openTable(await openSource(file), retailColumns)
  const invoice = await longest(table, conventionsOf(await surveyRows(table.rows())))
  const appendsOf = createInvoiceAppends({
    fileName: table.name,
    products: createProductBook(),
    newId: () => uuidv7(),
  })
  return invoice && appendsOf(invoice).cart
}

const longest = async (table: Table, conventions: Conventions): Promise<Invoice | undefined> => {
  const gatherer = createInvoiceGatherer()
  let found: Invoice | undefined
  const consider = (invoice: Invoice) => {
    if (invoice.length > (found?.length ?? 0)) found = invoice
  }
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.type !== 'values') continue
      const line = readLine(row.values, row, conventions)
      if (line.type === 'refused') continue
      const gathered = gatherer.add(line)
      if (gathered.type === 'gathered' && gathered.complete) consider(gathered.complete)
    }
  }
  for (const invoice of gatherer.rest()) consider(invoice)
  return found
}
