import { isSameMoney, type Money } from '../money'
import { type EditableLines, isSameLine, lineOf, repricedLine } from './lines'
import type { CartItem } from './state'

/** Lines as a copy of a plain list, searched from its end: for a single change far quicker than a `Map`. */
export class ListedLines implements EditableLines {
  private list: CartItem[]

  constructor(lines: readonly CartItem[]) {
    this.list = lines.slice()
  }

  all(): readonly CartItem[] {
    return this.list
  }

  replace(lines: readonly CartItem[]): void {
    this.list = lines.slice()
  }

  add(added: CartItem): void {
    for (let at = this.list.length - 1; at >= 0; at--) {
      const line = this.list[at] as CartItem
      if (!isSameLine(line, added)) continue
      this.list[at] = lineOf(line, line.quantity + added.quantity)
      return
    }
    this.list.push(lineOf(added, added.quantity))
  }

  raise(productId: string, quantity: number): void {
    const at = this.lastOf(productId, this.list.length)
    const line = this.list[at]
    if (line) this.list[at] = lineOf(line, line.quantity + quantity)
  }

  take(productId: string, quantity: number): void {
    let left = quantity
    let at = this.list.length
    while (left > 0) {
      at = this.lastOf(productId, at)
      const line = this.list[at]
      if (!line) return
      if (line.quantity > left) this.list[at] = lineOf(line, line.quantity - left)
      else this.list.splice(at, 1)
      left -= line.quantity
    }
  }

  reprice(productId: string, from: Money, to: Money): void {
    const [old, same] = [this.placeOf(productId, from), this.placeOf(productId, to)]
    if (old < 0 || old === same) return
    const [first, second] = same < 0 ? [old, same] : [Math.min(old, same), Math.max(old, same)]
    this.list[first] = repricedLine(this.list[first] as CartItem, to, this.list[second])
    if (second >= 0) this.list.splice(second, 1)
  }

  private placeOf(productId: string, unitPrice: Money): number {
    return this.list.findIndex(
      (line) => line.productId === productId && isSameMoney(line.unitPrice, unitPrice),
    )
  }

  /** The place of a product's last line before another place; -1 where there is none. */
  private lastOf(productId: string, before: number): number {
    let at = before - 1
    while (at >= 0 && this.list[at]?.productId !== productId) at--
    return at
  }
}
