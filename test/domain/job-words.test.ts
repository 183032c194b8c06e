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
  ['Bob here, my sink leaks', 'My sink leaks'],
  ['Mary Jones here, toilet clogged', 'Toilet clogged'],
  ['Hello, Bob here. Toilet clogged', 'Hello, Toilet clogged'],
  ['Leak here, come quick', 'Leak here, come quick'],
  ['Toilet here, it is clogged', 'Toilet here, it is clogged'],
  ['My wife is pregnant and the toilet overflowed', 'My wife is pregnant and the toilet overflowed'],
  ['My husband is handy but the sink leaks still', 'My husband is handy but the sink leaks still'],
  ['My wife is Anna and the sink leaks', 'My wife and the sink leaks'],
  ['Please call Bob about the leak in the kitchen', 'The leak in the kitchen'],
  ['Call me and ask for Jose, sink leaks', 'Sink leaks'],
  ['I call my landlord and he said fix the sink', 'I call my landlord and he said fix the sink'],
  ['You can call me', 'You can'],
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
