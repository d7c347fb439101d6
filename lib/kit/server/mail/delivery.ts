/** What came of handing a mail to a server. */
export type Delivery =
  | { readonly type: 'taken'; readonly answer: string }
  /** It won't take this mail, however often it is tried. */
  | { readonly type: 'refused'; readonly why: string }
  /** It didn't take this mail, for now. */
  | { readonly type: 'postponed'; readonly why: string }
  /** It takes no mail at all: it can't be reached, or doesn't let us in. */
  | { readonly type: 'away'; readonly why: string }

/** What nodemailer says of a failure. */
export interface DeliveryError {
  readonly code?: string | undefined
  readonly message: string
  /** What we had just said. `API` is before anything was said. */
  readonly command?: string | undefined
  /** What the server answered. */
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
  readonly permanent?: boolean | undefined
}

type Judged = Exclude<Delivery, { type: 'taken' }>['type'] | 'unclear'

const ofConnection = /^(CONN|STARTTLS|EHLO|HELO|AUTH\b.*|MAIL FROM)$/

/**
 * Whether it was this mail that failed, or the server as such. `unclear` when the connection broke: at this mail, or by
 * itself.
 */
export const judge = ({ code, command = '', responseCode, permanent }: DeliveryError): Judged => {
  if (responseCode === undefined) {
    // Nothing was asked of the server: the mail can't be sent as it is.
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'refused'
    return code === 'EAUTH' || code === 'EDNS' || code === 'ETLS' ? 'away' : 'unclear'
  }
  if (ofConnection.test(command)) return code === 'ECONNECTION' ? 'unclear' : 'away'
  return permanent ? 'refused' : 'postponed'
}

const longest = 500

/** Why, for a person to read, and without whom it was to: what is kept of a failure isn't sealed. */
export const reasonOf = ({ response, message }: DeliveryError, to: string): string =>
  withoutAddress(response ?? message, to)

/** One line, and not without end, in which an address, and its name alone, is no more to be read. */
export const withoutAddress = (text: string, to: string): string => {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const [name = ''] = to.split('@')
  return [to, name].reduce((shown, own) => shown.replace(asWord(own), '…'), line).slice(0, longest)
}

const asWord = (text: string): RegExp => {
  const literally = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'giu')
}
