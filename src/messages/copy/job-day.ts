import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import type { Lead } from './lead.ts';

interface Visit {
  readonly code: string;
  /** the provider's */
  readonly name: string;
}
type Led = Visit & { readonly lead: Lead };

/** To a homeowner on the day of the visit: when it does not go as it should. */
export interface JobDayCopy {
  /** `minutes`: null when the provider has not said */
  'job.delayed': (p: Visit & { minutes: number | null }) => string;
  /** the window is over and nobody has said that the provider arrived */
  'job.askArrived': (p: Led) => string;
  /** the homeowner misses the pro while the window is not over */
  'job.notOver': (p: Visit & { window: ArrivalWindow; isOnTheWay: boolean }) => string;
  /** nobody comes for now: the provider cannot, or is not there */
  'job.replacing': (p: Led & { because: 'dropped' | 'missing' }) => string;
  /** the provider is at the door and nobody opens */
  'job.askDoor': (p: Led) => string;
  'job.doorAnswered': (p: Visit & { isComing: boolean }) => string;
}
