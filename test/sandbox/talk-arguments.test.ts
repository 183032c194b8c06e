import { describe, expect, it } from 'vitest';
import { readOptions } from '../../sandbox/talk/options.ts';
import { readLine } from '../../sandbox/talk/read-line.ts';

describe('a line of a talk', () => {
  it('is a text, or a command with a slash', () => {
    expect(readLine('  kitchen sink ')).toEqual({ kind: 'text', body: 'kitchen sink' });
    expect(readLine('/skip 2h')).toEqual({ kind: 'skip', duration: 'PT2H' });
    expect(readLine('/skip 90 minutes')).toEqual({ kind: 'skip', duration: 'PT90M' });
    expect(readLine('/skip pt15m')).toEqual({ kind: 'skip', duration: 'PT15M' });
    expect(readLine('/pay 4000002760003184 pass')).toEqual({
      kind: 'pay',
      card: '4000002760003184',
      authenticate: 'pass',
    });
    expect(readLine('/skip a bit')).toMatchObject({ kind: 'unclear' });
    expect(readLine('/dance')).toMatchObject({ kind: 'unclear', why: expect.stringContaining('/dance') as string });
  });
});

describe('the arguments of a talk', () => {
  it('default to a homeowner, and tell a provider by its number', () => {
    expect(readOptions([])).toMatchObject({
      role: 'homeowner',
      number: '+15125550100',
      sandboxUrl: 'http://127.0.0.1:4700',
    });
    expect(readOptions(['--as', 'provider'])).toMatchObject({ role: 'provider', number: '+17375550101' });
    expect(readOptions(['--number', '+1 (737) 555-0109'])).toMatchObject({ role: 'provider', number: '+17375550109' });
  });

  it('are refused in a sentence', () => {
    expect(() => readOptions(['--number', 'Dana'])).toThrow('"Dana" is not a phone number');
    expect(() => readOptions(['--as', 'plumber'])).toThrow('--as is homeowner or provider');
    expect(() => readOptions(['--save', import.meta.filename])).toThrow('is there already');
  });
});
