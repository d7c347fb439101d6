import {
  AtSign,
  BellOff,
  BellRing,
  DoorClosed,
  DoorOpen,
  Download,
  MapPin,
  Phone,
  UserPen,
  UserPlus,
} from 'lucide-react'
import type { CustomerEvent } from '@/lib/shop/customer/events'
import { type EventKind, kind } from '../../../player/view/event-kind'

/** Round is what is known of them, square what befalls them as a whole. */
export const customerKinds: Record<CustomerEvent['type'], EventKind> = {
  CustomerImported: kind(Download, 'square', 'stone'),
  CustomerSignedUp: kind(UserPlus, 'square', 'green'),
  EmailChanged: kind(AtSign, 'round', 'blue'),
  NameChanged: kind(UserPen, 'round', 'violet'),
  PhoneChanged: kind(Phone, 'round', 'teal'),
  AddressChanged: kind(MapPin, 'round', 'ochre'),
  CustomerDeactivated: kind(DoorClosed, 'square', 'plum'),
  CustomerReactivated: kind(DoorOpen, 'square', 'green'),
  RemindersAllowed: kind(BellRing, 'round', 'ochre'),
  RemindersStopped: kind(BellOff, 'round', 'brick'),
}
