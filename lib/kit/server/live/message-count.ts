const windowMs = 10_000
/** What several connections share is charged in pieces of so many messages. */
const piece = 50

interface Options {
  /** So many messages in ten seconds are enough for one connection. */
  readonly most: number
  /** Charges a piece to those who share a budget. */
  readonly charge: (messages: number) => void
  readonly now?: () => number
}

/** Counts a connection's messages as they come, before anything is done for them; false once they are too many. */
export const createMessageCount = ({ most, charge, now = Date.now }: Options) => {
  let began = now()
  let inWindow = 0
  let uncharged = 0
  return (): boolean => {
    if (now() - began >= windowMs) {
      began = now()
      inWindow = 0
    }
    if (++uncharged === piece) {
      uncharged = 0
      charge(piece)
    }
    return ++inWindow <= most
  }
}
