import addressparser from 'nodemailer/lib/addressparser'

export interface Sender {
  readonly name: string
  readonly address: string
}

/** One address, with or without a name; undefined for what mails can't be from. */
export const senderOf = (from: string): Sender | undefined => {
  const [sender, ...others] = addressparser(from, { flatten: true })
  const isOne = sender && others.length === 0 && /^[^\s@<>]+@[^\s@<>]+$/.test(sender.address)
  return isOne && !/\p{Cc}/u.test(from) ? { name: sender.name, address: sender.address } : undefined
}
