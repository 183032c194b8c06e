import type { Danger } from '../../domain/reading.ts';

/** What to do at once. Advice of fire departments and gas utilities, in the fewest words. */
export const safetyEn: Readonly<Record<Danger, string>> = {
  gas: 'Gas: leave the house now. No switches, no flames, no phone inside. From outside call 911 or the gas company.',
  carbonMonoxide: 'Carbon monoxide: everybody out into fresh air now. Call 911 from outside. Do not go back in.',
  fire: 'Fire or smoke: everybody out now, call 911 from outside. Do not go back in.',
  medical:
    'Call 911 now and do what they say. Electric shock: do not touch the person before the power is off at the breaker.',
  sparks:
    'Sparks: keep away, touch nothing wet. Turn off the main breaker if that is safe. Smoke or fire: get out, call 911.',
  flooding:
    'Flooding: shut the main water valve if that is safe. Stay out of water near outlets. In danger, get out and call 911.',
};
