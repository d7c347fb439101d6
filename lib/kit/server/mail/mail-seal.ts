import { createHmac } from 'node:crypto'
import { deriveKey } from '../postgres/secret/derive-key'
import { decrypt, encrypt, nonceBytes } from '../sealing/cipher'
import type { Mail } from './mail'

/** What stays known of a mail that was sent. */
export type Envelope = Pick<Mail, 'to' | 'subject'>
/** What a mail says. */
export type Content = Pick<Mail, 'text' | 'html' | 'headers'>

/** Writes and reads what is personal, or opens an account: nobody can who has the database alone. */
export interface MailSeal {
  readonly seal: (id: string, part: 'envelope' | 'content', value: object) => Buffer
  /** Undefined where it was sealed under another secret, or for another mail. */
  readonly envelope: (id: string, sealed: Buffer) => Envelope | undefined
  readonly content: (id: string, sealed: Buffer) => Content | undefined
  /** By which mails to an address are found; no address can be made of it. */
  readonly addressKey: (address: string) => Buffer
}

export const createMailSeal = (secret: string): MailSeal => {
  const key = deriveKey(secret, 'mail', 'content')
  const addresses = deriveKey(secret, 'mail', 'addresses')
  const contextOf = (id: string, part: string) => JSON.stringify(['mail', 1, id, part])
  const open = <Part>(id: string, part: string, sealed: Buffer): Part | undefined => {
    const [nonce, text] = [sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes)]
    const json = decrypt(key, { nonce, text }, contextOf(id, part))
    return json && JSON.parse(json.toString('utf8'))
  }
  return {
    seal: (id, part, value) => {
      const { nonce, text } = encrypt(key, Buffer.from(JSON.stringify(value)), contextOf(id, part))
      return Buffer.concat([nonce, text])
    },
    envelope: (id, sealed) => open(id, 'envelope', sealed),
    content: (id, sealed) => open(id, 'content', sealed),
    addressKey: (address) => createHmac('sha256', addresses).update(address.toLowerCase()).digest(),
  }
}
