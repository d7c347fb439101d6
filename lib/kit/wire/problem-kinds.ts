/** A kind of refusal: with what status it comes, what it means, and what can be done about it. */
export interface ProblemKind {
  readonly status: string
  readonly meaning: string
  readonly remedy: string
}

const closed = 'Create a new cart; the closed one can be read as before.'
const later = 'Try again after `Retry-After` seconds. What has a command id can safely be sent again.'
const readAgain = 'Read the cart, see what is new, and decide again.'

/** Every code that a problem document of the API can have. */
export const problemKinds = {
  AccountNotFound: {
    status: '401',
    meaning: 'There is no account to sign in to with a password.',
    remedy: 'Check the e-mail address, or create an account.',
  },
  ArchiveUnreadable: {
    status: '503',
    meaning: 'What was asked for stands in cold storage, and its copy there can not be read now.',
    remedy: 'Try again after `Retry-After` seconds; the operator finds the cause in the log.',
  },
  AuthRefused: {
    status: '4xx',
    meaning: 'The sign-in refused the request; `detail` says why.',
    remedy: 'Do what `detail` says.',
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
  CheckoutIncomplete: {
    status: '422',
    meaning: 'Something that a checkout needs is missing; `missing` says what.',
    remedy: 'Send it with the checkout.',
  },
  CommandIdReused: {
    status: '422',
    meaning: 'This command id stood for something else before; nothing was done.',
    remedy: 'Send the command under a new id.',
  },
  ConcurrencyConflict: {
    status: '409; 412 when the version came in `If-Match`',
    meaning: 'The cart is not at the version that was expected; `actual` has the one it is at.',
    remedy: readAgain,
  },
  CrossSite: {
    status: '403',
    meaning: "The request came from another site's page.",
    remedy: "Send it from the shop's own pages, or with an API key.",
  },
  CurrencyMismatch: {
    status: '422',
    meaning: 'The cart is in another currency than the product.',
    remedy: 'Use a cart for each currency.',
  },
  CustomerNotFound: {
    status: '404',
    meaning: 'Nobody of this id has had a cart here.',
    remedy: 'Check the id; /api/customers lists those there are.',
  },
  EventNotFound: {
    status: '404',
    meaning: 'The log has no event of this id.',
    remedy: 'Check the id; /api/events lists those there are.',
  },
  Forbidden: { status: '403', meaning: 'This is for staff.', remedy: 'Ask as one of them.' },
  InsufficientQuantity: {
    status: '422',
    meaning: 'The cart has fewer of the product than were to be removed; `available` says how many.',
    remedy: 'Remove fewer, or the whole line by leaving the quantity out.',
  },
  InvalidAppend: {
    status: '422',
    meaning: 'The log can not keep this; `reason` and `detail` say why.',
    remedy: 'Send something else.',
  },
  InvalidEmail: { status: '400', meaning: 'This is no e-mail address.', remedy: 'Check it.' },
  InvalidEmailOrPassword: {
    status: '401',
    meaning: 'The e-mail address or the password is wrong.',
    remedy: 'Check both.',
  },
  InvalidFilter: {
    status: '400',
    meaning: 'A filter of events can not be read; `at` says where it goes wrong.',
    remedy: 'Write it as the timeline does, like `type:ItemAdded -actor:staff mug`.',
  },
  InvalidQuantity: {
    status: '422',
    meaning: 'This is no quantity.',
    remedy: 'Ask for a whole number from 1 on.',
  },
  InvalidRead: {
    status: '400',
    meaning: 'The log can not be read like this; `reason` and `detail` say why.',
    remedy: 'Stay within the bounds that the description of the API tells.',
  },
  InvalidSearch: {
    status: '400',
    meaning: 'A search can not be read; `at` and `length` say where.',
    remedy: 'Write it as the description of the API tells.',
  },
  LengthRequired: {
    status: '411',
    meaning: 'The length of what is sent has to be known.',
    remedy: 'Send it with a `Content-Length`.',
  },
  Malformed: {
    status: '400',
    meaning:
      'The request can not be understood; `errors` names each field that is to blame. Unknown ones are.',
    remedy: 'Correct them; /api/openapi.json says what each may be.',
  },
  MaxQuantityExceeded: {
    status: '422',
    meaning: 'A cart takes only so many of a product; `max` says how many.',
    remedy: 'Ask for fewer.',
  },
  MethodNotAllowed: {
    status: '405',
    meaning: 'The method does nothing here.',
    remedy: 'Use one of those that `Allow` names.',
  },
  NotFound: { status: '404', meaning: 'There is nothing at this address.', remedy: 'See /api/openapi.json.' },
  Overloaded: { status: '503', meaning: 'Too much waits to be written.', remedy: later },
  PriceChanged: {
    status: '409',
    meaning: 'The product has another price than it was shown at; `actual` has it.',
    remedy: 'Add it at its price, or let it be.',
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
  SeenChanged: {
    status: '409',
    meaning: 'The cart is no longer what was seen; `actual` has what it is.',
    remedy: readAgain,
  },
  StreamNotFound: {
    status: '404',
    meaning: 'There is no such stream, or it is not yours to see.',
    remedy: 'Check the id, and ask as somebody who may see it.',
  },
  StreamTypeUnknown: {
    status: '404',
    meaning: 'There are no streams of this type.',
    remedy: 'Check the type; the events of the log have it as `streamType`.',
  },
  StoryNotFound: { status: '404', meaning: 'No story has such an id.', remedy: 'Check the correlation id.' },
  TooLarge: {
    status: '413',
    meaning: 'The body is too large; `maxBytes` says how much is taken.',
    remedy: 'Send less.',
  },
  TooManyRequests: {
    status: '429',
    meaning: 'This was asked too often.',
    remedy: 'Wait for as many seconds as `Retry-After` says.',
  },
  Unauthenticated: {
    status: '401',
    meaning: 'It is not known who asks.',
    remedy: 'Sign in, or send an API key that is valid: `Authorization: Bearer <key>`.',
  },
  Unavailable: {
    status: '503',
    meaning: 'Commands can not be handled now; `reason` says why.',
    remedy: later,
  },
  Unexpected: {
    status: '500',
    meaning: 'Something went wrong on our side.',
    remedy: 'Try again; what happened is in the log of the server.',
  },
  UnreadableEvent: {
    status: '503',
    meaning: 'The log has an event that this version of the shop can not read; `position` says where.',
    remedy: 'The operator has to start the version that wrote it.',
  },
  UnsupportedMediaType: {
    status: '415',
    meaning: 'The body is not JSON, or it is compressed.',
    remedy: 'Send JSON with the content type application/json.',
  },
  VersionNotFound: {
    status: '404',
    meaning: 'It has no such version; `headVersion` has the newest.',
    remedy: 'Ask for one from 1 to that.',
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problemKinds

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code)

/** `MaxQuantityExceeded` as "Max quantity exceeded". */
export const titleOfProblem = (code: string): string => {
  const [first = '', ...rest] = code.split(/(?=[A-Z])/)
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ')
}
