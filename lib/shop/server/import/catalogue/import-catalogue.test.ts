import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { loadStream } from '../../../../kit/server/store/load'
import { createMemoryStore } from '../../../../kit/server/store/memory-store'
import type { ProductEvent } from '../../../product/events'
import { product } from '../../../product/product'
import { shopEvents } from '../../../wire/events/shop-events'
import { productStream } from '../../streams'
import { tableOf } from '../fixtures/source'
import { formatCatalogueReport } from './catalogue-report'
import { catalogueColumns } from './columns'
import { importCatalogue } from './import-catalogue'

const shop = () => {
  const store = createMemoryStore(shopEvents)
  const take = (lines: readonly string[], { isDryRun = false, currency = 'USD', linesRead = 0 } = {}) => {
    const table = tableOf(lines, { columns: catalogueColumns })
    return importCatalogue({
      table: linesRead > 0 ? { ...table, linesRead: () => linesRead } : table,
      store,
      currency,
      isDryRun,
      actor: { kind: 'staff', id: 'staff' },
      now: () => new Date('2026-11-30T12:00:00Z'),
      newId: () => uuidv7(),
    })
  }
  const read = async (productId: string) => {
    const events = await loadStream<ProductEvent>(store, productStream(productId))
    return product.fold(product.initial(productId), events)
  }
  return { store, take, read }
}

const shopify = [
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Status',
  'shirt,"Shirt, plain","<p>Soft &amp; warm.</p>',
  '<ul><li>Cotton</li></ul>",Acme,Apparel > Clothing > Shirts,,,true,Size,S,Colour,Navy Blue,S-1,4,19.90,a.jpg,active',
  'shirt,,,,,,,,,M,,Navy Blue,S-2,0,21,,',
  'shirt,,,,,,,,,,,,,,,b.jpg,',
  'cap,Cap,,Acme,,Hats,,true,Title,Default Title,,,C-1,7,9.5,c.jpg,active',
  'draft,Draft,,Acme,,Hats,,false,Title,Default Title,,,C-2,7,9.5,,draft',
]

describe("Shopify's catalogue", () => {
  it('comes in as products, variants under one group, each line in one count', async () => {
    const { take, read } = shop()
    const { of, lines } = await take(shopify, { currency: 'EUR' })
    expect(lines).toBe(7)
    expect(of).toEqual({
      header: 1,
      blank: 0,
      listed: 4,
      changed: 0,
      same: 0,
      picture: 1,
      notForSale: 1,
      refused: 0,
    })
    expect((await read('shirt-s-navy-blue')).listing).toEqual({
      name: 'Shirt, plain, S / Navy Blue',
      description: 'Soft & warm. Cotton',
      category: 'Shirts',
      group: 'shirt',
      unitPrice: { amount: 1_990, currency: 'EUR' },
      hasPicture: false,
    })
    expect((await read('shirt-m-navy-blue')).listing).toMatchObject({
      description: 'Soft & warm. Cotton',
      unitPrice: { amount: 2_100, currency: 'EUR' },
    })
    expect((await read('cap')).listing).toMatchObject({ name: 'Cap', category: 'Hats' })
    expect((await read('cap')).listing).not.toHaveProperty('group')
    expect((await read('draft')).listing).toBeUndefined()
  })

  it('changes nothing a second time, and no stock ever', async () => {
    const { take, store } = shop()
    await take(shopify)
    const head = await store.headPosition()
    const { of, changes } = await take(shopify)
    expect([of.same, changes]).toEqual([4, []])
    expect(await store.headPosition()).toBe(head)
    const all = await store.readAll({ limit: 100 })
    expect(new Set(all.map(({ streamType }) => streamType))).toEqual(new Set(['product']))
  })
})

const plain = ['id;name;price;currency;category', 'mug;Mug;12.50;USD;Kitchen', 'lamp;Lamp;1000;JPY;Home']

describe('a plain catalogue', () => {
  it('is tried without a change, and says what would be', async () => {
    const { take, store } = shop()
    const tried = await take(plain, { isDryRun: true })
    expect(tried.of.listed).toBe(2)
    expect(await store.headPosition()).toBe(0)
    const report = formatCatalogueReport('plain.csv', tried, true)
    expect(report).toContain('nothing was changed')
    expect(report).toContain('line 3 lamp: listed as Lamp at 1000 JPY')
  })

  it('tells and prices anew what is there, and brings nothing back that was withdrawn', async () => {
    const { take, store, read } = shop()
    await take(plain)
    const withdrawn: ProductEvent = { type: 'ProductWithdrawn', data: {} }
    const [last] = await store.readStream(productStream('mug'))
    if (!last) throw new Error('It is not there')
    await store.append({
      stream: productStream('mug'),
      expectedVersion: 1,
      events: [{ ...last, ...withdrawn, eventId: uuidv7(), schemaVersion: 1 } as never],
    })
    const { changes, of } = await take([
      'id,name,price,category',
      'mug,Big Mug,13,Kitchen',
      'lamp,Lamp,1000,Home',
    ])
    expect(changes[0]?.events.map(({ type }) => type)).toEqual(['ProductDescribed', 'ProductPriced'])
    expect(of.changed).toBe(2)
    expect(await read('mug')).toMatchObject({ isWithdrawn: true, listing: { name: 'Big Mug' } })
  })

  it('refuses each line that says of no product what can be taken, by its number', async () => {
    const { take } = shop()
    const { refused, of, lines } = await take([
      'id,name,price,currency',
      'mug,Mug,12.50,',
      'mug,Mug again,12.50,',
      'cup,,1,',
      'bowl,Bowl,dear,',
      'fine,Fine,1.005,',
      'yen,Yen,1.5,JPY',
      'high,High,99999999999,',
      'odd id!,Odd,1,',
      'money,Money,1,dollars',
      '',
    ])
    expect(refused).toEqual([
      { line: 3, reason: 'twice' },
      { line: 4, reason: 'nameMissing' },
      { line: 5, reason: 'priceUnreadable' },
      { line: 6, reason: 'priceTooFine' },
      { line: 7, reason: 'priceTooFine' },
      { line: 8, reason: 'priceTooHigh' },
      { line: 9, reason: 'idUnfit' },
      { line: 10, reason: 'currencyUnknown' },
    ])
    expect([lines, of.refused, of.listed, of.blank]).toEqual([11, 8, 1, 1])
  })

  it('fails loudly when a line is lost', async () => {
    await expect(shop().take(plain, { linesRead: 4 })).rejects.toThrow(
      "The counts don't add up: 4 lines in the file, 3 read, 3 accounted for.",
    )
  })

  it('without a column that it needs is none', async () => {
    await expect(shop().take(['id,price', 'mug,1'])).rejects.toThrow('No column name')
  })
})
