/** So many events may be on their way to a receiver who hasn't said that it has them. */
const mostOnTheirWay = 64

/**
 * A receiver's receipts. One is asked for when much is on its way, and nothing more is sent before it came, whatever the
 * receiver asks for meanwhile. Not for each event: hundreds who follow one stream would answer at the very moment at which all are told.
 */
export const createReceipts = (receipt: () => Promise<void>) => {
  let onTheirWay = 0
  let asking: Promise<void> | undefined

  const ask = async (): Promise<void> => {
    try {
      // What is sent together with others goes out at the end of this turn: the receipt is for that, too.
      await undefined
      await receipt()
      onTheirWay = 0
    } finally {
      asking = undefined
    }
  }

  /** Sends so many events when they may be sent; resolves when more may. */
  return async (count: number, send: () => void): Promise<void> => {
    while (asking) await asking
    send()
    onTheirWay += count
    if (onTheirWay < mostOnTheirWay) return
    asking = ask()
    await asking
  }
}
