import type { InfiniteData } from '@tanstack/react-query'
import type { BoardPage } from './board-page'

type Board = InfiniteData<BoardPage, number | null>

/**
 * The board with its newest orders read anew. These take the place of all pages that they cover; of older ones what they
 * don't tell of stays.
 */
export const withNewest = (board: Board | undefined, newest: BoardPage): Board => {
  const { next } = newest
  if (!board || next === null || !reaches(newest, board)) return { pages: [newest], pageParams: [null] }
  // A page ends where the next begins: what begins at or before the end of the newest goes on after it.
  const rest = board.pages.findIndex((page) => page.next === null || page.next < next)
  const older = board.pages.slice(rest)
  const kept =
    rest < 0
      ? []
      : older.map((page, nth) => (nth === 0 ? { ...page, orders: olderThan(page, newest) } : page))
  return {
    pages: [newest, ...kept],
    pageParams: [null, ...kept.map((_, nth) => (nth === 0 ? next : (kept[nth - 1]?.next ?? null)))],
  }
}

/** Do the newest orders go back to where the board began? Else there are some between that nobody has read. */
const reaches = (newest: BoardPage, board: Board): boolean => {
  const [last, former] = [newest.orders.at(-1), board.pages[0]?.orders[0]]
  return last !== undefined && former !== undefined && last.placedAt <= former.placedAt
}

/** The orders of a page that follow the newest ones. */
const olderThan = ({ orders }: BoardPage, newest: BoardPage): BoardPage['orders'] => {
  const told = new Set(newest.orders.map(({ orderId }) => orderId))
  const last = newest.orders.at(-1)
  return orders.filter(({ orderId, placedAt }) => !told.has(orderId) && placedAt <= (last?.placedAt ?? ''))
}
