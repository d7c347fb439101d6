import { named } from '../../../../kit/wire/written'
import { shopEvents } from '../../../wire/events/shop-events'
import type { CartEventType } from '../../events'
import { cartEventTypes } from '../cart-event-types'
import { cartStatuses } from '../cart-list'
import { isLess, readCount, totalOf } from './amounts'
import { isMomentBefore, readMoment } from './moments'
import {
  type CountField,
  countFields,
  type InvalidQuery,
  type SearchCondition,
  type TextSearchField,
  type TimeField,
  textFields,
  timeFields,
} from './query'
import { rangeOf } from './ranges'
import { invalid, type Piece } from './tokens'

type Read = (value: Piece) => SearchCondition | InvalidQuery

const ofEach = <Field extends string>(fields: readonly Field[], read: (field: Field) => Read) =>
  fields.map((field): [string, Read] => [field, read(field)])

const textCondition =
  (field: TextSearchField): Read =>
  ({ text }) => ({ field, text })

const countCondition =
  (field: CountField): Read =>
  (value) => {
    const range = rangeOf(value, readCount, isLess)
    return 'type' in range ? range : { field, range }
  }

const timeCondition =
  (field: TimeField): Read =>
  (value) => {
    const range = rangeOf(value, readMoment, isMomentBefore)
    return 'type' in range ? range : { field, range }
  }

const totalCondition: Read = (value) => {
  const total = totalOf(value)
  return 'type' in total ? total : { field: 'total', ...total }
}

const statusCondition: Read = (value) => {
  const status = named(cartStatuses, value.text)
  return status
    ? { field: 'status', status }
    : invalid(value, `A cart is never ${value.text}; it is ${cartStatuses.join(', ')}`)
}

const currentTypes = Object.keys(cartEventTypes) as CartEventType[]

/** By every name an event was ever written under, the one it reads as. */
const eventTypesByName = new Map(
  currentTypes.flatMap((type) =>
    shopEvents.storedTypesOf(type).map((stored) => [stored.toLowerCase(), type] as const),
  ),
)

const eventCondition: Read = (value) => {
  const type = eventTypesByName.get(value.text.toLowerCase())
  return type
    ? { field: 'event', type }
    : invalid(value, `Carts have no event ${value.text}; they have ${currentTypes.join(', ')}`)
}

/** What may stand before a colon, and how what stands behind it is read. */
const readers: ReadonlyMap<string, Read> = new Map([
  ...ofEach(textFields, textCondition),
  ['event', eventCondition],
  ['status', statusCondition],
  ['total', totalCondition],
  ...ofEach(countFields, countCondition),
  ...ofEach(timeFields, timeCondition),
])

/** The condition that `field:value` states. */
export const conditionOf = (field: Piece, value: Piece): SearchCondition | InvalidQuery => {
  const read = readers.get(field.text.toLowerCase())
  return read
    ? read(value)
    : invalid(
        field,
        `There is no field ${field.text}; there are ${[...readers.keys()].join(', ')}. Words with a colon go in quotation marks`,
      )
}
