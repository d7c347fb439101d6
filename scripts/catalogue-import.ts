import { program } from 'commander'
import { runProgram } from './console'
import { ensureGenerated } from './prepare'

program
  .name('npm run catalogue:import --')
  .description(
    "Takes a catalogue's CSV into the shop: Shopify's export, or one with productId, name and price. Each line of it ends in one count.",
  )
  .argument('<file>', 'FILE.csv, FILE.csv.gz, FILE.xlsx, or - for standard input')
  .option('--dry-run', 'say what would change, and change nothing')
  .option('--currency <code>', 'of prices, where the file has no column for it', 'USD')
  .action(async (file: string, options: { dryRun?: boolean; currency: string }) => {
    ensureGenerated()
    const { runCatalogueImport } = await import('../lib/shop/server/import/catalogue/run-catalogue')
    await runCatalogueImport(file, options)
  })

await runProgram('The import failed')
