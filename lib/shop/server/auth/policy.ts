import type { AccessPolicy, JudgedStream } from '../../../kit/server/access/access-policy'
import type { ShopIdentity } from '../../wire/shop-identity'

/** How a person stands to a stream. Staff who shop are both to their own. */
type Standing = 'owner' | 'staff'

interface Rule {
  readonly see: readonly Standing[]
  /** The types of commands that each may send, or all of them. */
  readonly send: Readonly<Partial<Record<Standing, 'all' | readonly string[]>>>
}

/** Who may do what with streams of each type. What isn't said, nobody may. */
export const policyTable: Readonly<Record<string, Rule>> = {
  cart: { see: ['owner', 'staff'], send: { owner: 'all', staff: ['RestoreCart'] } },
  product: { see: ['staff'], send: { staff: 'all' } },
  customer: {
    see: ['owner', 'staff'],
    send: {
      owner: ['ChangeName', 'ChangePhone', 'ChangeAddress'],
      staff: [
        'ChangeEmail',
        'ChangeName',
        'ChangePhone',
        'ChangeAddress',
        'DeactivateCustomer',
        'ReactivateCustomer',
      ],
    },
  },
  abandonment: { see: ['staff'], send: {} },
  fulfilment: { see: ['staff'], send: {} },
  account: { see: ['owner', 'staff'], send: { staff: 'all' } },
  order: {
    see: ['owner', 'staff'],
    send: {
      owner: ['CancelOrder', 'RequestReturn'],
      staff: [
        'UpdateItems',
        'CancelItems',
        'ConfirmOrder',
        'ShipOrder',
        'DeliverOrder',
        'CancelOrder',
        'RequestReturn',
        'ReturnItems',
        'IssueRefund',
        'CorrectAmount',
      ],
    },
  },
  invoices: { see: ['staff'], send: {} },
  invoicing: { see: ['staff'], send: {} },
  terms: { see: ['staff'], send: { staff: 'all' } },
  discount: { see: ['staff'], send: {} },
  stock: { see: ['staff'], send: { staff: ['ReceiveStock', 'CountStock', 'StopCounting', 'WriteOffStock'] } },
}

/** Customers are kept under the ids of the people they are. */
const isOf = ({ stream, owner }: JudgedStream, userId: string): boolean =>
  (stream.type === 'customer' ? stream.id : owner) === userId

const standingsOf = ({ role, userId }: ShopIdentity, judged: JudgedStream): Standing[] => [
  ...(isOf(judged, userId) ? (['owner'] as const) : []),
  ...(role === 'staff' ? (['staff'] as const) : []),
]

const ruleOf = ({ stream }: JudgedStream): Rule | undefined =>
  Object.hasOwn(policyTable, stream.type) ? policyTable[stream.type] : undefined

/** The shop's policy, as its table has it. */
export const shopPolicy: AccessPolicy<ShopIdentity> = {
  maySee: (person, judged) =>
    standingsOf(person, judged).some((standing) => ruleOf(judged)?.see.includes(standing)),
  maySend: (person, judged, commandType) =>
    standingsOf(person, judged).some((standing) => {
      const allowed = ruleOf(judged)?.send[standing]
      return allowed === 'all' || allowed?.includes(commandType)
    }),
  typesSeenBy: (person) =>
    Object.keys(policyTable).filter((type) =>
      policyTable[type]?.see.some((standing) => standing === 'owner' || person.role === standing),
    ),
}
