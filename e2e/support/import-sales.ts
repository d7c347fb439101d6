import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOn } from './run-on'

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

/** Imports sales into the stories' shop while it is open: the only way to events of another day. */
export const importSales = async (rows: readonly string[]): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-sales-'))
  try {
    const file = join(folder, 'sales.csv')
    await writeFile(file, [header, ...rows, ''].join('\n'))
    await runOn(process.env.SHOP_DATA_DIR as string, 'scripts/import.ts', file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
