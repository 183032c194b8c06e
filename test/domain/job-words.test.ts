import { expect, test } from 'vitest';
import { publicWords } from '../../src/domain/job-words.ts';

test.each([
  ['Kitchen sink leaking, gate code 4471', 'Kitchen sink leaking'],
  ['Unit 12 has no heat. Ask at 1204', 'Unit 12 has no heat'],
  ['call 5125550100', ''],
  ['Toilet clogged, call me five one two five five', 'Toilet clogged'],
  ['Se tapó el inodoro, mi tel es cinco uno dos', 'Se tapó el inodoro'],
  ['Sink leaking see pics bit.ly/abc or www.example.com/x', 'Sink leaking see pics or'],
  ['@bob on insta, garage door stuck', 'On insta, garage door stuck'],
  ['Bob here my ac is dead', 'My ac is dead'],
  ['Heater out for my mom Linda Lee at the house on Elm St', 'Heater out for my mom at the house'],
  ['Toilet wont flush ask for Jose at the door', 'Toilet wont flush'],
  ['Leaky faucet, text my wife Anna', 'Leaky faucet'],
  ['Fuga en la cocina, llamen a mi esposo', 'Fuga en la cocina'],
  ['Toilet here is clogged', 'Toilet here is clogged'],
  ['Sink leaks. Ask for Jose. Text Anna', 'Sink leaks'],
  ['Install a Ring Doorbell', 'Install a Ring Doorbell'],
  ['One of two sinks drips', 'One of two sinks drips'],
  ['Moen faucet drips on the first floor', 'Moen faucet drips on the first floor'],
])('those who are only asked read of "%s": "%s"', (words, left) => {
  expect(publicWords(words)).toBe(left);
});
