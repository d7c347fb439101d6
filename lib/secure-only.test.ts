import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const room = 'lib/kit/client/browser'

/**
 * What browsers have only on pages from https or localhost; a shop reached by another name over plain http has none of
 * it. Each is used in one room, which says what is done without. What may be asked for and be missing is no fault.
 */
const secureOnly = [
  /\brandomUUID\b/,
  /\bcrypto\??\.subtle\b/,
  /\bnavigator\??\.clipboard\b/,
  /\bnavigator\??\.locks\b/,
  /\bnavigator\??\.storage\b/,
  /\bnavigator\??\.serviceWorker\b/,
  /\bnavigator\??\.(?:share|canShare|wakeLock|credentials|mediaDevices|geolocation|bluetooth|usb|serial)\b/,
  /\bnew Notification\b|\bNotification\.(?:permission|requestPermission)\b/,
  /\bcaches\.(?:open|match|keys|delete|has)\b/,
  /\bcookieStore\b/,
  /\bshow(?:Open|SaveFile|Directory)(?:File)?Picker\b/,
  /\bEyeDropper\b|\bPaymentRequest\b/,
]

/** The service worker itself, which there is on such pages alone. */
const worker = ['app/sw.js/route.ts', 'lib/shop/client/offline/shop-worker.ts']

/** What runs on a server, or in a test alone. */
const isElsewhere = (path: string): boolean => /\/(server|testing)\//.test(path)

const sources = ['app', 'components', 'lib/kit', 'lib/shop']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !isElsewhere(path))

const usesOf = (path: string): string[] => {
  const text = readFileSync(join(root, path), 'utf8')
  return secureOnly.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern.source}`)
}

describe('what only secure pages have', () => {
  it('is looked for where there is some', () => {
    expect(sources.length).toBeGreaterThan(300)
    expect(sources.filter((path) => path.startsWith(room)).flatMap(usesOf).length).toBeGreaterThan(2)
  })

  it('is used in its own room, with a way round it', () => {
    const elsewhere = sources.filter((path) => !path.startsWith(room) && !worker.includes(path))
    expect(elsewhere.flatMap(usesOf)).toEqual([])
  })
})
