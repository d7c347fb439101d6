import type { CartState } from '../../cart/state'
import type { Letter } from '../../server/mail/letter'

const told = 3

/** To somebody who left things in their cart, and likes to be reminded of them. */
export const reminderLetter = (
  { items }: Pick<CartState, 'items'>,
  urls: { readonly shop: string; readonly stop: string },
): Letter => {
  const names = items.slice(0, told).map(({ quantity, productName }) => `${quantity} x ${productName}`)
  const more = items.length > told ? `, and ${items.length - told} more` : ''
  return {
    subject: 'Your cart at Hindsight is still here',
    title: 'Still here.',
    paragraphs: [`You left ${names.join(', ')}${more} in your cart at Hindsight. It is as you left it.`],
    links: [
      { words: 'Go to your cart', url: urls.shop },
      { words: 'Stop reminding me', url: urls.stop },
    ],
    notes: [
      'You get this since you said in your account that you like to be reminded. This is the only one about this cart unless you come back to it.',
    ],
  }
}
