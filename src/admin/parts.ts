// What the dashboard is given. It knows no database and no vendor.
import type { AdminReads, Administrators } from '../conversations/ports/dashboard.ts';
import type { Clock } from '../conversations/ports.ts';

export interface AdminParts {
  readonly reads: AdminReads;
  readonly administrators: Administrators;
  /** business time, in which everything shown is said */
  readonly clock: Clock;
  /** cookies are sent over https only when it begins with that */
  readonly publicUrl: string;
  /** the zone of times that belong to no place */
  readonly zone: string;
  readonly journal: { readonly error: (facts: Readonly<Record<string, unknown>>, what: string) => void };
}
