import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { environment } from './shop-server'

const root = fileURLToPath(new URL('../..', import.meta.url))
const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

/** Imports sales into the stories' shop while it is open: the only way to events of another day. */
export const importSales = async (rows: readonly string[]): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-sales-'))
  try {
    const file = join(folder, 'sales.csv')
    await writeFile(file, [header, ...rows, ''].join('\n'))
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/import.ts', file], {
      cwd: root,
      env: environment(process.env.SHOP_DATA_DIR as string),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
