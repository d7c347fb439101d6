import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { starterProducts } from './starter-products'

const pictures = join(import.meta.dirname, '../../../../public/pictures')
const pictureFiles = readdirSync(pictures)
const ids = starterProducts.map((product) => product.productId)

describe('the starter catalogue', () => {
  it('has forty products, each with an id of its own', () => {
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('asks a whole, positive number of cents for each', () => {
    for (const { unitPrice } of starterProducts) {
      expect(Number.isInteger(unitPrice.amount) && unitPrice.amount > 0).toBe(true)
      expect(unitPrice.currency).toBe('USD')
    }
  })

  it('has a picture for every product, and no picture without one', () => {
    expect(pictureFiles.toSorted()).toEqual(ids.map((id) => `${id}.svg`).toSorted())
  })
})

describe.each(starterProducts)('the picture of $productId', ({ productId, name }) => {
  const svg = readFileSync(join(pictures, `${productId}.svg`), 'utf8')

  it('is small, titled and inert', () => {
    expect(Buffer.byteLength(svg)).toBeLessThan(4096)
    expect(svg).toContain(`role="img"><title>${name}</title>`)
    expect(svg).not.toMatch(/<script|href|<foreignObject|\son\w+=/i)
  })
})
