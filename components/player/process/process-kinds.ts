import {
  AlarmClock,
  AlarmClockCheck,
  AlarmClockOff,
  Check,
  LogIn,
  MessageSquareReply,
  SendHorizontal,
  Zap,
} from 'lucide-react'
import type { ProcessEvent } from '@/lib/kit/processes/process-events'
import { type EventKind, kind } from '../view/event-kind'

/** Square is what a process reacts to from outside, round what it asks for and is answered. */
export const processKinds: Record<ProcessEvent['type'], EventKind> = {
  InputTaken: kind(LogIn, 'square', 'blue'),
  TimerSet: kind(AlarmClock, 'round', 'ochre'),
  TimerFired: kind(AlarmClockCheck, 'round', 'ochre'),
  TimerCancelled: kind(AlarmClockOff, 'round', 'brick'),
  CommandRequested: kind(SendHorizontal, 'round', 'violet'),
  CommandAnswered: kind(MessageSquareReply, 'round', 'violet'),
  EffectRequested: kind(Zap, 'round', 'teal'),
  EffectDone: kind(Check, 'round', 'teal'),
}
