/** Six answers of the same length as Fixline's to the same six texts, so that the sandbox has as much to do with them. */
export const STEPS = [
  'What should change? 1 job, 2 address, 3 time, 4 drop the request. Or just text what is different.',
  '1204 Oak Hill Rd, Austin 78704. When?\n1 Mon Nov 23, 8-10 am\n2 Mon Nov 23, 12-2 pm\n3 Mon Nov 23, 4-6 pm\nOr tell me a day and time.',
  'Kitchen sink leaking at 1204 Oak Hill Rd, Austin 78704, Mon Nov 23, 8-10 am. Plumbing is usually $125-$450, you see the exact price before you pay. 1 send, 2 change, 3 person',
  'What should change? 1 job, 2 address, 3 time, 4 drop the request. Or just text what is different.',
  '1204 Oak Hill Rd, Austin 78704. When?\n1 Mon Nov 23, 8-10 am\n2 Mon Nov 23, 12-2 pm\n3 Mon Nov 23, 4-6 pm\nOr tell me a day and time.',
  'Kitchen sink leaking at 1204 Oak Hill Rd, Austin 78704, Mon Nov 23, 12-2 pm. Plumbing is usually $125-$450, you see the exact price before you pay. 1 send, 2 change, 3 person',
] as const;
