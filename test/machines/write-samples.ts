// `npm run samples`: freezes what today's machines store. A version that was released is never written again: its samples are what
// databases hold, and its upgrade is tested by them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MACHINES, tell } from './stories.ts';

for (const machine of MACHINES) {
  const { version, states, samples } = tell(machine);
  const lines = samples.map((sample) => JSON.stringify(sample));
  const json = `{"machine":"${machine}","version":${String(version)},"states":${JSON.stringify(states)},"samples":[\n${lines.join(',\n')}\n]}\n`;
  writeFileSync(join(import.meta.dirname, 'samples', `${machine}.${String(version)}.json`), json);
}
