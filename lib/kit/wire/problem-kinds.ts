/** A kind of refusal: with what status it comes, what it means, and what can be done about it. */
export interface ProblemKind {
  readonly status: string
  readonly meaning: string
  readonly remedy: string
}

/** Kinds of refusals by their codes. */
export type ProblemKinds<Code extends string = string> = Readonly<Record<Code, ProblemKind>>

const later = 'Try again after `Retry-After` seconds. What has a command id can safely be sent again.'
const readAgain = 'Read the stream, see what is new, and decide again.'

/** The codes that problem documents have whatever the streams are about. An application has more of its own. */
export const problemKinds = {
  ArchiveUnreadable: {
    status: '503',
    meaning: 'What was asked for stands in cold storage, and its copy there can not be read now.',
    remedy: 'Try again after `Retry-After` seconds; the operator finds the cause in the log.',
  },
  CommandIdReused: {
    status: '422',
    meaning: 'This command id stood for something else before; nothing was done.',
    remedy: 'Send the command under a new id.',
  },
  ConcurrencyConflict: {
    status: '409; 412 when the version came in `If-Match`',
    meaning: 'The stream is not at the version that was expected; `actual` has the one it is at.',
    remedy: readAgain,
  },
  CrossSite: {
    status: '403',
    meaning: "The request came from another site's page.",
    remedy: "Send it from this site's own pages, or with an API key.",
  },
  EventNotFound: {
    status: '404',
    meaning: 'The log has no event of this id.',
    remedy: 'Check the id; /api/events lists those there are.',
  },
  Forbidden: { status: '403', meaning: 'This is for staff.', remedy: 'Ask as one of them.' },
  InvalidAppend: {
    status: '422',
    meaning: 'The log can not keep this; `reason` and `detail` say why.',
    remedy: 'Send something else.',
  },
  InvalidFilter: {
    status: '400',
    meaning: 'A filter of events can not be read; `at` says where it goes wrong.',
    remedy: 'Write it as the timeline does, like `-actor:staff after:2026-01`.',
  },
  InvalidRead: {
    status: '400',
    meaning: 'The log can not be read like this; `reason` and `detail` say why.',
    remedy: 'Stay within the bounds that the description of the API tells.',
  },
  IndexBehind: {
    status: '503',
    meaning: 'The index of the log is too far behind to find in it what was asked for.',
    remedy: later,
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
  MethodNotAllowed: {
    status: '405',
    meaning: 'The method does nothing here.',
    remedy: 'Use one of those that `Allow` names.',
  },
  NotFound: { status: '404', meaning: 'There is nothing at this address.', remedy: 'See /api/openapi.json.' },
  Overloaded: { status: '503', meaning: 'Too much waits to be written.', remedy: later },
  ProcessNotFound: {
    status: '404',
    meaning: 'There is no process of this name.',
    remedy: 'Check the name; /api/processes lists those there are.',
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
  TargetNotFound: {
    status: '404',
    meaning: 'Nothing is relayed to a target of this name.',
    remedy: 'Check the name; /api/relay lists those there are.',
  },
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
    meaning: 'The log has an event that this version of the server can not read; `position` says where.',
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
} as const satisfies ProblemKinds

/** `ConcurrencyConflict` as "Concurrency conflict". */
export const titleOfProblem = (code: string): string => {
  const [first = '', ...rest] = code.split(/(?=[A-Z])/)
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ')
}
