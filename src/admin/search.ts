// Search is a POST: numbers do not belong in addresses, which histories and logs keep.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { viewBooking } from '../conversations/booking-view.ts';
import type { FoundActor } from '../conversations/ports/dashboard.ts';
import { html, type Html } from './html.ts';
import type { AdminParts } from './parts.ts';
import { framed, nothing } from './pages/layout.ts';
import { placeOf } from './pages/needs.ts';
import { bookingRow, threadRow } from './pages/overview-page.ts';
import { frameOf, send } from './show.ts';

const form = z.object({ words: z.string().trim().min(1).max(40) });

const results = (found: readonly FoundActor[], parts: AdminParts): Html => {
  const around = { now: parts.clock.now(), zone: parts.zone, csrf: '', needy: new Set<string>() };
  const rows = found.map(({ image, kind }) => {
    if (kind === 'thread') return threadRow({ image, last: null }, around);
    const booking = viewBooking(image);
    return booking !== null && bookingRow(booking, around);
  });
  return html`<ol class="rows">
    ${rows}
  </ol>`;
};

const NOTHING =
  'No booking has this code, and no thread this number. Type a code such as K7, or at least four digits of a number.';

/** `POST /admin/search`: straight to the one that is found, else a list. */
export const search = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.post('/search', async (request, reply) => {
    const asked = form.safeParse(request.body);
    const found = asked.success ? await parts.reads.find(asked.data.words) : [];
    const [first] = found;
    const href = first === undefined || found.length > 1 ? null : placeOf(first).href;
    if (href !== null) return reply.redirect(href, 303);
    const words = asked.success ? asked.data.words : '';
    const content = html`<div class="found">
      <header class="head">
        <p class="crumb"><a href="/admin">Overview</a></p>
        <h1>${found.length === 0 ? 'Nothing found for' : 'Found for'} “${words}”</h1>
      </header>
      <section class="card">${found.length === 0 ? nothing(NOTHING) : results(found, parts)}</section>
    </div>`;
    return send(reply, framed(frameOf(request, reply), { title: 'Search', content }));
  });
};
