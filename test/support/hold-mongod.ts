import { startMongod } from '../../src/store/embedded/start-mongod.ts';

/** A stand-in for the app, in a process of its own that tests may kill: holds MongoDB on the folder named first, and says its URI. */
const [home = '.fixline', dataFolder = ''] = process.argv.slice(2);
const { uri } = await startMongod({ home, dataFolder, log: () => undefined });
console.log(uri);
setInterval(() => undefined, 60_000);
