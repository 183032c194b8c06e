// The dashboard, joined to what stands behind it.
import { ensureFirstAdministrator } from './admin/first-administrator.ts';
import { adminPlugin } from './admin/plugin.ts';
import type { Joined } from './joined.ts';
import type { Config } from './config.ts';
import type { Store } from './store/open-store.ts';
import type { Plugin } from './web/server.ts';

export const dashboard = ({ clock, config, store, tools }: Joined): Plugin =>
  adminPlugin({
    reads: store.adminReads,
    administrators: store.administrators,
    clock,
    publicUrl: config.publicUrl,
    zone: tools.zone,
    journal: tools.journal,
  });

/** What is to be printed: e-mail and password of the sandbox's own administrator; null when nothing is. */
export const firstAdministrator = (config: Config, { administrators }: Store) =>
  ensureFirstAdministrator(administrators, config.admin, config.mode === 'sandbox');
