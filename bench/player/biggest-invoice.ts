import { existsSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { openRows } from '../../lib/server/import/csv/rows'
import { openSource } from '../../lib/server/import/csv/source'
import { createInvoiceAppends } from '../../lib/server/import/retail/invoice-appends'
import { createInvoiceGatherer, type Invoice } from '../../lib/server/import/retail/invoices'
import { readLine, retailColumns } from '../../lib/server/import/retail/line'
import { createProductBook } from '../../lib/server/import/retail/product-book'
import type { Append } from '../../lib/server/store/event-store'

const file = process.env.ONLINE_RETAIL_CSV ?? '../shared/data/online_retail.csv.gz'

/** The cart of the retail file's longest sale, as the import would append it; undefined where the file isn't there. */
export const biggestInvoice = async (): Promise<Append | undefined> => {
  if (!existsSync(file)) {
    process.stdout.write(`\nNo invoice: there is no ${file}; ONLINE_RETAIL_CSV says where it is.\n`)
    return undefined
  }
  const source = await openSource(file)
  const invoice = await longest(await openRows(source, retailColumns))
  const appendsOf = createInvoiceAppends({
    fileName: source.name,
    products: createProductBook(),
    newId: () => uuidv7(),
  })
  return invoice && appendsOf(invoice).at(-1)
}

const longest = async (rows: Awaited<ReturnType<typeof openRows>>): Promise<Invoice | undefined> => {
  const gatherer = createInvoiceGatherer()
  let found: Invoice | undefined
  const consider = (invoice: Invoice) => {
    if (invoice.length > (found?.length ?? 0)) found = invoice
  }
  for await (const row of rows) {
    const line = readLine(row)
    if (typeof line === 'string') continue
    const gathered = gatherer.add(line)
    if (gathered.type === 'gathered' && gathered.complete) consider(gathered.complete)
  }
  for (const invoice of gatherer.rest()) consider(invoice)
  return found
}
