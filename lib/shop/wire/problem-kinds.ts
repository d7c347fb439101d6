import { problemKinds as kitProblemKinds, type ProblemKinds } from '../../kit/wire/problem-kinds'
import { customerProblemKinds } from '../customer/wire/customer-problem-kinds'
import { orderProblemKinds } from '../order/wire/order-problem-kinds'

const closed = 'Create a new cart; the closed one can be read as before.'

/** The codes of refusals that only a shop has. */
const shopProblemKinds = {
  AccountNotFound: {
    status: '401',
    meaning: 'There is no account to sign in to with a password.',
    remedy: 'Check the e-mail address, or create an account.',
  },
  AuthRefused: {
    status: '4xx',
    meaning: 'The sign-in refused the request; `detail` says why.',
    remedy: 'Do what `detail` says.',
  },
  CardInvalid: {
    status: '422',
    meaning: 'That is no number of a card.',
    remedy: 'Check the number; `GET /api/payments` lists those that do something with the test provider.',
  },
  BelowReserved: {
    status: '409',
    meaning: 'Fewer were counted than are promised to orders; `reserved` says how many those are.',
    remedy: 'Cancel one of those orders, or count again.',
  },
  CartAbandoned: { status: '422', meaning: 'This cart was abandoned and no longer changes.', remedy: closed },
  CartAlreadyCheckedOut: {
    status: '422',
    meaning: 'This cart was checked out and no longer changes.',
    remedy: closed,
  },
  CartAlreadyExists: {
    status: '409',
    meaning: 'A cart of this id exists already.',
    remedy: 'Go on with it, or create another.',
  },
  CartEmpty: {
    status: '422',
    meaning: 'The cart is empty.',
    remedy: 'Add something before checking out.',
  },
  CartNotFound: {
    status: '404',
    meaning: 'There is no such cart, or it is not yours to see.',
    remedy: 'Check the id, and ask as the owner of the cart or as staff.',
  },
  ProviderNotUsed: {
    status: '404',
    meaning: 'Payments of this shop go through another provider.',
    remedy: 'Ask `GET /api/payments`, which says who it is.',
  },
  SignatureInvalid: {
    status: '400',
    meaning: 'This was not signed with the secret of the webhook.',
    remedy: 'Give the shop the secret that the provider signs with.',
  },
  LinkUnknown: {
    status: '404',
    meaning: 'No link that the shop sent has this token.',
    remedy: 'Follow the link from the mail, whole.',
  },
  CheckoutIncomplete: {
    status: '422',
    meaning: 'Something that a checkout needs is missing; `missing` says what.',
    remedy: 'Send it with the checkout.',
  },
  CurrencyMismatch: {
    status: '422',
    meaning: 'The cart is in another currency than the product.',
    remedy: 'Use a cart for each currency.',
  },
  DiscountMinimum: {
    status: '422',
    meaning: 'The discount code is for orders of more; `minimum` says of how much.',
    remedy: 'Order more, or leave the code out.',
  },
  DiscountNotYet: {
    status: '422',
    meaning: 'The discount code does not hold yet; `from` says from when it does.',
    remedy: 'Leave the code out.',
  },
  DiscountOtherCurrency: {
    status: '422',
    meaning: 'The discount code is for orders in another currency.',
    remedy: 'Leave the code out.',
  },
  DiscountOver: {
    status: '422',
    meaning: 'The discount code holds no more.',
    remedy: 'Leave the code out.',
  },
  DiscountUnknown: {
    status: '422',
    meaning: 'The shop has no such discount code.',
    remedy: 'Check it, or leave it out.',
  },
  DiscountUsedBefore: {
    status: '422',
    meaning: 'The customer has used the discount code as often as one may.',
    remedy: 'Leave the code out.',
  },
  DiscountUsedUp: {
    status: '422',
    meaning: 'The discount code was used as often as it could be.',
    remedy: 'Leave the code out.',
  },
  InsufficientQuantity: {
    status: '422',
    meaning: 'The cart has fewer of the product than were to be removed; `available` says how many.',
    remedy: 'Remove fewer, or the whole line by leaving the quantity out.',
  },
  InvalidDiscount: {
    status: '422',
    meaning: 'This is no discount that could ever hold; `field` says what is wrong with it.',
    remedy: 'Send that field as the description of the API tells.',
  },
  InvalidEmail: { status: '400', meaning: 'This is no e-mail address.', remedy: 'Check it.' },
  InvalidEmailOrPassword: {
    status: '401',
    meaning: 'The e-mail address or the password is wrong.',
    remedy: 'Check both.',
  },
  InvalidPeriod: {
    status: '422',
    meaning: 'It would end before it begins.',
    remedy: 'Let `until` be later than `from`.',
  },
  InvalidQuantity: {
    status: '422',
    meaning: 'This is no quantity.',
    remedy: 'Ask for a whole number from 1 on.',
  },
  InvalidRate: {
    status: '422',
    meaning: 'This is no rate of tax; `max` is the highest there can be.',
    remedy: 'Send parts of ten thousand: 1900 is 19 %.',
  },
  InvalidSearch: {
    status: '400',
    meaning: 'A search can not be read; `at` and `length` say where.',
    remedy: 'Write it as the description of the API tells.',
  },
  InvalidSteps: {
    status: '422',
    meaning: 'These are no steps of a shipping rate.',
    remedy: 'Begin at 0, let each begin higher than the one before, and name one currency.',
  },
  InvalidWindow: {
    status: '422',
    meaning: 'This is no time that can be given; it lies from `min` to `max` seconds.',
    remedy: 'Send a number of seconds between them.',
  },
  MaxQuantityExceeded: {
    status: '422',
    meaning: 'A cart takes only so many of a product; `max` says how many.',
    remedy: 'Ask for fewer.',
  },
  NameMissing: { status: '422', meaning: 'A product has no name.', remedy: 'Give it one.' },
  NothingOrdered: {
    status: '422',
    meaning: 'There is nothing to order.',
    remedy: 'Add something before checking out.',
  },
  NotShippedTo: {
    status: '422',
    meaning: 'The shop does not ship to this country, or not in this currency.',
    remedy: 'Have it sent elsewhere.',
  },
  OrderTotalChanged: {
    status: '409',
    meaning: 'The order comes to another total than it was shown with; `amounts` has what it comes to.',
    remedy: 'See the amounts, and decide again.',
  },
  OutOfStock: {
    status: '409',
    meaning: 'There are fewer of a product than were asked for; `available` says how many.',
    remedy: 'Take the others out of the cart, or wait until there are more.',
  },
  PriceChanged: {
    status: '409',
    meaning: 'The product has another price than it was shown at; `actual` has it.',
    remedy: 'Add it at its price, or let it be.',
  },
  PriceNegative: {
    status: '422',
    meaning: 'A price is below zero.',
    remedy: 'Ask for nothing, or for something.',
  },
  ProductAlreadyListed: {
    status: '409',
    meaning: 'A product of this id is in the catalogue, or was.',
    remedy: 'Change that one, or take another id.',
  },
  ProductNotListed: {
    status: '404',
    meaning: 'The catalogue never had this product.',
    remedy: 'List it first.',
  },
  StockNotCounted: {
    status: '422',
    meaning: 'Nobody counts this product.',
    remedy: 'Receive or count it first.',
  },
  ProductIsWithdrawn: {
    status: '422',
    meaning: 'The shop does not sell this product any more.',
    remedy: 'See /api/products for those it sells.',
  },
  ProductNotFound: {
    status: '422',
    meaning: 'The cart does not have this product.',
    remedy: 'Add it first.',
  },
  ProductUnknown: {
    status: '422',
    meaning: 'The catalogue does not have this product.',
    remedy: 'See /api/products for those it has.',
  },
  ReasonMissing: {
    status: '422',
    meaning: 'Staff has to say why.',
    remedy: 'Give a reason; the log keeps it.',
  },
  SearchTooBroad: {
    status: '422',
    meaning: 'The search would take too long.',
    remedy: 'Ask for something that fewer carts have.',
  },
  SellerIncomplete: {
    status: '422',
    meaning: 'Something is missing of who sells; `missing` says what.',
    remedy: 'Send all of it.',
  },
  SeenChanged: {
    status: '409',
    meaning: 'The cart is no longer what was seen; `actual` has what it is.',
    remedy: 'Read the cart, see what is new, and decide again.',
  },
  TermNotFound: {
    status: '422',
    meaning: 'The terms have no rate or code of this name.',
    remedy: 'See /api/terms for those they have.',
  },
  TooManyTerms: {
    status: '422',
    meaning: 'The terms have as many of these as they can; `max` says how many.',
    remedy: 'Take back some that are no longer of use.',
  },
} as const satisfies ProblemKinds

/** Every code that a problem document of the API can have. */
export const problemKinds = {
  ...kitProblemKinds,
  ...customerProblemKinds,
  ...orderProblemKinds,
  ...shopProblemKinds,
}

export type ProblemCode = keyof typeof problemKinds

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code)
