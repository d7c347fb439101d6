/** Rows of one height in a scroller. */
export interface FixedRows {
  readonly count: number
  /** In CSS pixels, as are all lengths here. */
  readonly rowHeight: number
  /** The height of what is seen. */
  readonly viewport: number
}

/** Browsers can't make a box of any height: Firefox ends at 17.9 million pixels, Chromium and Safari at 33.5. */
export const tallest = 8_000_000

const trueHeight = ({ count, rowHeight }: FixedRows): number => count * rowHeight

/** How high the scrolled content is: as high as all rows, or as high as it may be. */
export const contentHeight = (rows: FixedRows): number => Math.min(trueHeight(rows), tallest)

/** How much further the rows move than the scroll bar. */
const scaleOf = (rows: FixedRows): number =>
  trueHeight(rows) <= tallest ? 1 : (trueHeight(rows) - rows.viewport) / Math.max(1, tallest - rows.viewport)

/** Where among the rows a scroll position is. */
export const offsetAt = (rows: FixedRows, scrollTop: number): number => scrollTop * scaleOf(rows)

/** The scroll position at which a place among the rows is at the top. */
export const scrollTopAt = (rows: FixedRows, offset: number): number =>
  Math.max(0, Math.min(offset, trueHeight(rows) - rows.viewport)) / scaleOf(rows)

/** The rows to mount, `end` not among them, and how far each is to be moved on from `index * rowHeight`. */
export const rowsInView = (rows: FixedRows, scrollTop: number, overscan: number) => {
  const { count, rowHeight, viewport } = rows
  const offset = offsetAt(rows, scrollTop)
  return {
    first: Math.max(0, Math.min(count, Math.floor(offset / rowHeight) - overscan)),
    end: Math.max(0, Math.min(count, Math.ceil((offset + viewport) / rowHeight) + overscan)),
    shift: scrollTop - offset,
  }
}

/** The scroll position with a row in view: where it is when it is in view already, else moved as little as it takes. */
export const revealing = (rows: FixedRows, scrollTop: number, index: number, margin: number): number => {
  const offset = offsetAt(rows, scrollTop)
  const top = index * rows.rowHeight
  if (top - margin < offset) return scrollTopAt(rows, top - margin)
  const bottom = top + rows.rowHeight + margin
  return bottom > offset + rows.viewport ? scrollTopAt(rows, bottom - rows.viewport) : scrollTop
}

/** The scroll position with a row in the middle. */
export const centring = (rows: FixedRows, index: number): number =>
  scrollTopAt(rows, (index + 0.5) * rows.rowHeight - rows.viewport / 2)
