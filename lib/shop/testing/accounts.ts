import pino from 'pino'
import { createMailRoom } from '../../kit/server/mail/mail-room'
import { testSecret } from '../../kit/testing/connections'
import { handlerOver } from '../../kit/testing/handler'
import { createAddressTag } from '../customer/server/address-tag'
import { createSignUpInLog } from '../customer/server/sign-up-in-log'
import { createAuth } from '../server/auth/auth'
import { finishSignUp } from '../server/auth/finish-sign-up'
import { createFindCaller, createIdentify } from '../server/auth/identify'
import { requestSignUp } from '../server/auth/request-sign-up'
import { createTries } from '../server/auth/tries'
import { createToUrl } from '../server/mail/account-letters'
import { shopEvents } from '../wire/events/shop-events'
import type { ShopIdentity } from '../wire/shop-identity'
import type { SignUpDetails } from '../wire/sign-up'
import { openShopDatabase } from './open-shop-database'

/** What a browser sends back of a `Set-Cookie`. */
export const cookieOf = (setCookie: string) => ({ cookie: setCookie.split(';')[0] ?? '' })

/** All that accounts need of a shop, over a database of the test's own. Mails are kept, and sent nowhere. */
export const openAccounts = async () => {
  const database = await openShopDatabase()
  const { prisma, pool } = database
  const log = pino({ level: 'silent' })
  const now = () => new Date()
  const auth = createAuth({ prisma, secret: testSecret, publicUrl: 'http://localhost:3000', log })
  const identify = createIdentify(createFindCaller(auth, prisma, now))
  const mail = createMailRoom({ sql: pool, secret: testSecret, domain: 'localhost', smtp: undefined, log })
  /** What another node of the shop has. */
  const newNode = () => ({
    ...handlerOver(database.store, shopEvents),
    addressTag: createAddressTag(testSecret),
  })
  const addresses = newNode()
  const dependencies = {
    auth,
    addresses,
    signUpInLog: createSignUpInLog(addresses),
    prisma,
    pool,
    mail,
    now,
    toUrl: createToUrl('http://localhost:3000'),
    people: { settle: async () => undefined },
    passwordTries: createTries({ free: 3, firstWaitMs: 60_000, longestWaitMs: 60_000, now: () => 1 }),
  }

  let people = 0
  /** What somebody new signs up with. */
  const details = (change: Partial<SignUpDetails> = {}): SignUpDetails => ({
    name: 'Ada',
    email: `person-${++people}@example.com`,
    password: 'of note and of number',
    ...change,
  })

  const newGuest = async () => {
    const { headers } = await auth.api.signInAnonymous({ returnHeaders: true })
    const cookie = cookieOf(headers.get('set-cookie') ?? '')
    return { cookie, identity: (await identify(cookie)) as ShopIdentity }
  }

  /** What the mails to an address say, newest first. */
  const mailsTo = async (email: string) => {
    const listed = await mail.list({ to: email, limit: 10 })
    const opened = await Promise.all(listed.map(({ id }) => mail.open(id)))
    return opened.map((each) => each?.content?.text ?? '')
  }
  const tokenIn = (text: string | undefined): string | undefined => /#([\w-]+)/.exec(text ?? '')?.[1]
  /** What the newest mail to an address has behind the # of its link. */
  const tokenTo = async (email: string): Promise<string> => {
    const token = tokenIn((await mailsTo(email))[0])
    if (!token) throw new Error(`No link was sent to ${email}`)
    return token
  }

  const ensureGuest = async () => (await newGuest()).identity
  const finish = (
    identity: ShopIdentity | undefined,
    token: string,
    owner?: { readonly name: string; readonly password: string },
  ) => finishSignUp({ ...dependencies, ensureGuest }, identity, { token, owner })

  /** A guest who signed up, and followed the link where they were. */
  const newCustomer = async () => {
    const { identity } = await newGuest()
    const as = details()
    await requestSignUp(dependencies, identity, as)
    const finished = await finish(identity, await tokenTo(as.email))
    if (finished.type !== 'signedUp') throw new Error(finished.type)
    const cookie = cookieOf(finished.setCookie)
    return { ...as, cookie, identity: (await identify(cookie)) as ShopIdentity }
  }

  return {
    database,
    auth,
    identify,
    mail,
    dependencies,
    newNode,
    details,
    newGuest,
    newCustomer,
    mailsTo,
    tokenTo,
    finish,
  }
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>
