import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { standing } from '../../../kit/testing/event-builders'
import {
  findLost,
  type LockedSchemas,
  lockText,
  personalIn,
  storedSchema,
} from '../../../kit/testing/event-shapes'
import type { JsonSchema } from '../../../kit/testing/json-schema-values'
import { streamTypes } from '../stream-types'
import { shopEvents } from './shop-events'

const { eventTypes, personalFieldsOf, upcast } = shopEvents

/** Each type of streams keeps the lock on its own events. */
const locks = streamTypes.all.map((type) => {
  const file = fileURLToPath(
    new URL(`../../${type.streamType}/wire/event-schemas.lock.json`, import.meta.url),
  )
  const current = Object.entries(type.eventTypes).map(([name, known]) => [
    `${name}.v${known.schemaVersion}`,
    storedSchema(known),
  ])
  return {
    file,
    locked: JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}') as LockedSchemas,
    current: Object.fromEntries(current) as LockedSchemas,
  }
})
const locked = locks.flatMap((lock) => Object.entries(lock.locked))

/** `ItemAdded.v1` -> its type and version. */
const split = (name: string): [string, number] => {
  const [type = '', version = ''] = name.split('.v')
  return [type, Number(version)]
}

/** Why stored events of this type and version would not survive; undefined when they would. */
const verdictOn = ([name, schema]: [string, JsonSchema]): string | undefined => {
  const [type, schemaVersion] = split(name)
  const lost = findLost(schema, (stored) => {
    const event = upcast(standing({ type, schemaVersion, data: stored }))
    return { data: event.data, schema: eventTypes.get(event.type)?.data ?? z.never() }
  })
  return (
    lost &&
    `${type} v${schemaVersion} changed: stored events would not survive. The log may hold ` +
      `${JSON.stringify(lost.data)}: ${lost.why}\nLeave v${schemaVersion} as it was and add version ` +
      `${schemaVersion + 1} with an upcaster and a sample: "Changing an event" in ARCHITECTURE.md says how.`
  )
}

describe('the lock on what stands in the log', () => {
  it.each(locked)('%s survives', (...entry) => {
    const verdict = verdictOn(entry)
    if (verdict) expect.fail(verdict)
  })

  it('is up to date, and is brought up to date only when all survive', async () => {
    expect(locked.map(verdictOn).filter(Boolean)).toEqual([])
    for (const { file, locked, current } of locks) {
      await expect(lockText({ ...locked, ...current })).toMatchFileSnapshot(
        file,
        'An event is new or changed in a way that stored events survive. Take it into the lock with ' +
          '`npx vitest run --project pure lib/shop/wire/events -u`',
      )
    }
  })
})

describe('what is personal in the log', () => {
  it.each(locked)('opens in %s', (name, schema) => {
    const [type, schemaVersion] = split(name)
    const known = personalFieldsOf(type, schemaVersion).map(
      ({ path, kind }) => `${path.map(String).join('.')}: ${kind}`,
    )
    expect(
      known,
      `Keep the schema of ${name} in the formerData of ${type}, or what was sealed in it opens no more`,
    ).toEqual(expect.arrayContaining(personalIn(schema)))
  })
})

describe('the guard', () => {
  const data = z.object({
    productId: z.string(),
    quantity: z.int().min(1),
    size: z.enum(['S', 'M', 'L']),
    price: z.object({ amount: z.int(), currency: z.string().length(3) }),
    note: z.string().nullable().optional(),
    labels: z.array(z.string()),
  })
  const price = data.shape.price
  const lostTo = (schema: z.ZodType) =>
    findLost(storedSchema({ data }), (stored) => ({ data: stored, schema }))

  it.each<[string, z.ZodType<object>]>([
    ['nothing changed', data],
    ['a new optional field', data.extend({ colour: z.string().optional() })],
    ['a field that may now be absent', data.partial({ size: true })],
    ['a wider enum', data.extend({ size: z.enum(['S', 'M', 'L', 'XL']) })],
    ['a wider number', data.extend({ quantity: z.number() })],
  ])('lets pass: %s', (_what, schema) => {
    expect(lostTo(schema)).toBeUndefined()
  })

  it.each<[string, z.ZodType<object>]>([
    ['a removed field', data.omit({ labels: true })],
    ['a removed optional field', data.omit({ note: true })],
    ['a removed field further down', data.extend({ price: price.omit({ currency: true }) })],
    ['a renamed field', data.omit({ quantity: true }).extend({ count: data.shape.quantity })],
    ['a new required field', data.extend({ colour: z.string() })],
    [
      'a new field with a default that only parsing would fill in',
      data.extend({ c: z.string().default('') }),
    ],
    ['a field that may no longer be absent', data.extend({ note: z.string().nullable() })],
    ['a field that may no longer be null', data.extend({ note: z.string().optional() })],
    ['another type', data.extend({ quantity: z.string() })],
    ['a narrower enum', data.extend({ size: z.enum(['S', 'M']) })],
    ['a higher minimum', data.extend({ quantity: z.int().min(2) })],
    ['a new maximum', data.extend({ quantity: z.int().min(1).max(10_000) })],
    ['a new pattern', data.extend({ productId: z.string().regex(/^[a-z]*$/) })],
    ['a shorter string', data.extend({ productId: z.string().max(500) })],
    ['a string that must not be empty', data.extend({ productId: z.string().min(1) })],
    ['fewer in a list', data.extend({ labels: z.array(z.string()).max(2) })],
    ['what is altered on the way', data.extend({ productId: z.string().trim() })],
  ])('catches: %s', (_what, schema) => {
    expect(lostTo(schema)).toBeDefined()
  })

  it('catches an upcaster that fails', () => {
    const lost = findLost(storedSchema({ data }), () => {
      throw new TypeError('labels is not iterable')
    })
    expect(lost?.why).toContain('labels is not iterable')
  })

  it('knows which fields may be absent because they have a default', () => {
    expect(storedSchema({ data, defaults: { size: 'M' } }).required).not.toContain('size')
    expect(storedSchema({ data }).required).toContain('size')
  })
})
