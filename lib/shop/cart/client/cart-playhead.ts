import type { Playhead } from '../../../kit/client/playhead/use-playhead'
import type { CartState } from '../state'

/** Where in a cart's history one looks. */
export type CartPlayhead = Playhead<CartState>
