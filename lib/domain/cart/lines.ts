import type { CartItem } from './state'

/** A cart's lines while they are being changed, in the order they were first added; a `Map` is one. */
export interface CartLines {
  get(productId: string): CartItem | undefined
  /** Puts a line in its product's place, or at the end. */
  set(productId: string, line: CartItem): unknown
  delete(productId: string): unknown
}

/** Lines as a copy of a plain list, searched from its end: for a single change far quicker than a `Map`. */
export class ListedLines implements CartLines {
  readonly list: CartItem[]

  constructor(lines: readonly CartItem[]) {
    this.list = lines.slice()
  }

  get(productId: string): CartItem | undefined {
    const at = this.placeOf(productId)
    return at < 0 ? undefined : this.list[at]
  }

  set(productId: string, line: CartItem): void {
    const at = this.placeOf(productId)
    if (at < 0) this.list.push(line)
    else this.list[at] = line
  }

  delete(productId: string): void {
    const at = this.placeOf(productId)
    if (at >= 0) this.list.splice(at, 1)
  }

  private placeOf(productId: string): number {
    let at = this.list.length - 1
    while (at >= 0 && this.list[at]?.productId !== productId) at--
    return at
  }
}
