import { isSameMoney, type Money } from '../money'
import { type EditableLines, lineOf, repricedLine } from './lines'
import type { CartItem } from './state'

/** Stands for a line of a product that has others before it. */
interface Further {
  readonly productId: string
}

/**
 * Lines in a `Map`, which keeps them in the order they were added: for many changes, each in constant time. A product's
 * first line goes by the product's id. It leaves last of all its lines, so that no other ever takes its place.
 */
export class MappedLines implements EditableLines {
  private readonly lines = new Map<string | Further, CartItem>()
  /** Those products' lines beyond the first, in order; hardly ever are there any. */
  private further: Map<string, Further[]> | undefined

  constructor(lines: readonly CartItem[]) {
    this.putAll(lines)
  }

  all(): readonly CartItem[] {
    return [...this.lines.values()]
  }

  replace(lines: readonly CartItem[]): void {
    this.lines.clear()
    this.further = undefined
    this.putAll(lines)
  }

  add(added: CartItem): void {
    const first = this.lines.get(added.productId)
    if (first === undefined) this.lines.set(added.productId, lineOf(added, added.quantity))
    else if (isSameMoney(first.unitPrice, added.unitPrice)) {
      this.lines.set(added.productId, lineOf(first, first.quantity + added.quantity))
    } else this.addFurther(added)
  }

  raise(productId: string, quantity: number): void {
    const last = this.further?.get(productId)?.at(-1) ?? productId
    const line = this.lines.get(last)
    if (line) this.lines.set(last, lineOf(line, line.quantity + quantity))
  }

  take(productId: string, quantity: number): void {
    const left = this.further?.has(productId) ? this.takeFurther(productId, quantity) : quantity
    if (left > 0) this.takeFrom(productId, left)
  }

  reprice(productId: string, from: Money, to: Money): void {
    const keys = [productId, ...(this.further?.get(productId) ?? [])]
    const [old, same] = [this.keyAt(keys, from), this.keyAt(keys, to)]
    if (old === undefined || old === same) return
    const [first = old, second] = keys.filter((key) => key === old || key === same)
    const line = this.lines.get(first) as CartItem
    this.lines.set(first, repricedLine(line, to, second === undefined ? undefined : this.lines.get(second)))
    if (second !== undefined) this.dropFurther(productId, second)
  }

  private keyAt(keys: readonly (string | Further)[], unitPrice: Money): string | Further | undefined {
    return keys.find((key) => {
      const line = this.lines.get(key)
      return line && isSameMoney(line.unitPrice, unitPrice)
    })
  }

  private dropFurther(productId: string, dropped: string | Further): void {
    this.lines.delete(dropped)
    const keys = this.further?.get(productId)?.filter((key) => key !== dropped) ?? []
    if (keys.length > 0) this.further?.set(productId, keys)
    else this.further?.delete(productId)
  }

  private putAll(lines: readonly CartItem[]): void {
    for (const line of lines) {
      if (this.lines.has(line.productId)) this.putFurther(line)
      else this.lines.set(line.productId, line)
    }
  }

  private putFurther(line: CartItem): void {
    this.further ??= new Map()
    const key: Further = { productId: line.productId }
    const keys = this.further.get(line.productId)
    if (keys) keys.push(key)
    else this.further.set(line.productId, [key])
    this.lines.set(key, line)
  }

  private addFurther(added: CartItem): void {
    for (const key of this.further?.get(added.productId) ?? []) {
      const line = this.lines.get(key) as CartItem
      if (!isSameMoney(line.unitPrice, added.unitPrice)) continue
      this.lines.set(key, lineOf(line, line.quantity + added.quantity))
      return
    }
    this.putFurther(lineOf(added, added.quantity))
  }

  /** Answers what is left to be taken out of the first line. */
  private takeFurther(productId: string, quantity: number): number {
    const keys = this.further?.get(productId) ?? []
    let left = quantity
    while (left > 0 && keys.length > 0) {
      const had = this.takeFrom(keys.at(-1) as Further, left)
      if (had <= left) keys.pop()
      left -= had
    }
    if (keys.length === 0) this.further?.delete(productId)
    return left
  }

  /** Answers how many the line held. */
  private takeFrom(key: string | Further, quantity: number): number {
    const line = this.lines.get(key)
    if (!line) return 0
    if (line.quantity > quantity) this.lines.set(key, lineOf(line, line.quantity - quantity))
    else this.lines.delete(key)
    return line.quantity
  }
}
