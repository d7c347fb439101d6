import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { erased } from '../kernel/erased'
import { personal } from './personal'
import { each, personalFieldsOf } from './personal-fields'
import { createRegistry } from './registry'

const name = personal(z.string(), 'profile')

describe('the personal fields of a schema', () => {
  it('are found however deep they stand', () => {
    const schema = z.object({
      name,
      address: personal(z.object({ city: z.string() }), 'accounting').optional(),
      guests: z.array(z.object({ name: name.nullable(), seat: z.int() })).readonly(),
      contacts: z.record(z.string(), z.object({ email: name })).default({}),
      paid: z.discriminatedUnion('by', [
        z.object({ by: z.literal('card'), holder: name }),
        z.object({ by: z.literal('bill'), holder: name }),
      ]),
      note: z.string(),
    })
    expect(personalFieldsOf(schema)).toEqual([
      { path: ['name'], kind: 'profile' },
      { path: ['address'], kind: 'accounting' },
      { path: ['guests', each, 'name'], kind: 'profile' },
      { path: ['contacts', each, 'email'], kind: 'profile' },
      { path: ['paid', 'holder'], kind: 'profile' },
    ])
  })

  it.each([
    ['described', name.describe('As on the passport')],
    ['refined', name.refine((text) => text !== '')],
    ['told more of', name.meta({ title: 'Name' })],
  ])('stay personal when %s', (_, schema) => {
    expect(personalFieldsOf(z.object({ name: schema }))).toEqual([{ path: ['name'], kind: 'profile' }])
  })

  it.each([
    ['a tuple', z.tuple([name])],
    ['a pipe', z.object({ name }).transform((data) => data)],
    ['what is looked up later', z.lazy(() => z.object({ name }))],
    ['any other member', z.object({}).catchall(name)],
    ['a set', z.set(name)],
  ])('are not looked for in %s: that is refused', (_, schema) => {
    expect(() => personalFieldsOf(z.object({ inner: schema }))).toThrow(/at inner can't be looked into/)
  })

  it('have one kind each', () => {
    const other = personal(z.string(), 'accounting')
    const schema = z.union([z.object({ name }), z.object({ name: other })])
    expect(() => personalFieldsOf(schema)).toThrow('The field name is of two kinds, profile and accounting')
  })

  it('read as they are or as erased', () => {
    const schema = z.object({ name })
    expect(schema.parse({ name: 'Ada' })).toEqual({ name: 'Ada' })
    expect(schema.parse({ name: erased })).toEqual({ name: erased })
    expect(schema.safeParse({ name: { $erased: true, more: 1 } }).success).toBe(false)
  })
})

describe('a registry with personal fields', () => {
  const data = z.object({ name })
  const streamType = 'member'

  it('knows those of each version, of retired types too', () => {
    const { personalFieldsOf } = createRegistry(
      {
        Joined: {
          streamType,
          schemaVersion: 2,
          data,
          upcasters: { 1: (old: { who: string }) => ({ name: old.who }) },
          formerData: { 1: z.object({ who: name }) },
          subject: ({ streamId }) => streamId,
        },
      },
      {
        Entered: {
          streamType,
          schemaVersion: 1,
          formerData: { 1: data },
          becomes: { type: 'Joined', schemaVersion: 2, data: (old: object) => old },
        },
      },
    )
    expect(personalFieldsOf('Joined', 1)).toEqual([{ path: ['who'], kind: 'profile' }])
    expect(personalFieldsOf('Joined', 2)).toEqual([{ path: ['name'], kind: 'profile' }])
    expect(personalFieldsOf('Entered', 1)).toEqual([{ path: ['name'], kind: 'profile' }])
    expect(personalFieldsOf('Joined', 3)).toEqual([])
    expect(personalFieldsOf('Left', 1)).toEqual([])
  })

  it('is none where a type does not say whom they are about', () => {
    expect(() => createRegistry({ Joined: { streamType, schemaVersion: 1, data } })).toThrow(
      "Joined has personal fields, and doesn't say whom they are about",
    )
  })
})
