import type { ProblemKinds } from '../../../kit/wire/problem-kinds'

const readAnew = 'Read the order, see what is new, and decide again.'

/** The codes of refusals that only orders have. */
export const orderProblemKinds = {
  AmountChanged: {
    status: '409',
    meaning: 'What was to be corrected comes to another amount by now; `actual` has it.',
    remedy: readAnew,
  },
  AmountsMismatch: {
    status: '422',
    meaning: 'What the order is to come to was made for other lines.',
    remedy: 'Send the lines again.',
  },
  AuthorisationMissing: {
    status: '422',
    meaning: 'What the order comes to is neither paid nor authorised; `missing` says how much of it.',
    remedy: 'Authorise that first; what was authorised before stays.',
  },
  CaptureExceedsAuthorisation: {
    status: '422',
    meaning: 'Less is held than was to be charged; `available` says how much.',
    remedy: 'Charge no more than is held.',
  },
  EditWindowOpen: {
    status: '422',
    meaning: 'The order may still be changed, until `editableUntil`.',
    remedy: 'Wait, or confirm it as staff.',
  },
  IdAlreadyUsed: {
    status: '422',
    meaning: 'The id of a payment or a refund stands for something else already.',
    remedy: 'Use an id of its own.',
  },
  InvalidAmount: {
    status: '422',
    meaning: 'This is no amount for that.',
    remedy: 'Ask for whole minor units, more than none.',
  },
  LineUnknown: {
    status: '422',
    meaning: 'The order has no such line.',
    remedy: 'Read the order for the lines that it has.',
  },
  NothingChosen: {
    status: '422',
    meaning: 'No pieces were named, and none are left.',
    remedy: 'Name lines and how many pieces of each.',
  },
  OrderAlreadyConfirmed: {
    status: '422',
    meaning: 'The order is confirmed, and its items are not updated any more.',
    remedy: 'Cancel pieces that were not shipped.',
  },
  OrderAlreadyDelivered: {
    status: '422',
    meaning: 'Something of the order was delivered: it is not cancelled any more.',
    remedy: 'Return what is not wanted.',
  },
  OrderAlreadyExists: {
    status: '409',
    meaning: 'The order was placed already.',
    remedy: 'Go on with it.',
  },
  OrderAlreadyShipped: {
    status: '422',
    meaning: 'Something of the order is under way.',
    remedy: 'Ask the shop to cancel it, or return it once it arrived.',
  },
  OrderEmpty: {
    status: '422',
    meaning: 'The order would hold nothing.',
    remedy: 'Leave something in it, or cancel it.',
  },
  OrderIsCancelled: {
    status: '422',
    meaning: 'The order was cancelled.',
    remedy: 'Order anew.',
  },
  OrderNotConfirmed: {
    status: '422',
    meaning: 'The order is not confirmed yet.',
    remedy: 'Confirm it first.',
  },
  OrderNotFound: {
    status: '404',
    meaning: 'There is no such order, or it is not yours to see.',
    remedy: 'Check the id, and ask as its customer or as staff.',
  },
  OrderNotShipped: {
    status: '422',
    meaning: 'Nothing of the order was shipped yet.',
    remedy: 'Ship it first.',
  },
  OrderWouldBeEmpty: {
    status: '422',
    meaning: 'Nothing of the order would be left.',
    remedy: 'Cancel it as a whole.',
  },
  OtherCurrency: {
    status: '422',
    meaning: 'This is in another currency; `currency` says in which.',
    remedy: 'Name the amount in that currency.',
  },
  PaymentUnknown: {
    status: '422',
    meaning: 'The order has no such payment.',
    remedy: 'Read the order for the payments that it has.',
  },
  PiecesUnavailable: {
    status: '422',
    meaning: 'Fewer pieces of the line can be shipped, cancelled or returned; `available` says how many.',
    remedy: 'Name no more than these.',
  },
  RefundExceedsPaid: {
    status: '422',
    meaning: 'Less was paid that way and not given back yet; `refundable` says how much.',
    remedy: 'Give back no more than that, or to store credit.',
  },
  ReleaseExceedsAuthorisation: {
    status: '422',
    meaning: 'Less is held than was to be released; `available` says how much.',
    remedy: 'Release no more than is held.',
  },
  ShipmentAlreadyExists: {
    status: '422',
    meaning: 'The order has a shipment of this name, with other pieces.',
    remedy: 'Name it otherwise, or leave its name out.',
  },
  ShipmentUnknown: {
    status: '422',
    meaning: 'The order has no such shipment.',
    remedy: 'Read the order for the shipments that it has.',
  },
} as const satisfies ProblemKinds
