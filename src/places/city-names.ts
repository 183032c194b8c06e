const WORDS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
  pt: 'point',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  hts: 'heights',
  spgs: 'springs',
};

const NICKNAMES: Readonly<Record<string, readonly [string, string]>> = {
  sf: ['San Francisco', 'CA'],
  sfo: ['San Francisco', 'CA'],
  'san fran': ['San Francisco', 'CA'],
  frisco: ['Frisco', 'TX'],
  la: ['Los Angeles', 'CA'],
  nyc: ['New York', 'NY'],
  'new york city': ['New York', 'NY'],
  manhattan: ['New York', 'NY'],
  philly: ['Philadelphia', 'PA'],
  vegas: ['Las Vegas', 'NV'],
  atl: ['Atlanta', 'GA'],
  atx: ['Austin', 'TX'],
  htx: ['Houston', 'TX'],
  dc: ['Washington', 'DC'],
  'washington dc': ['Washington', 'DC'],
  chi: ['Chicago', 'IL'],
  nola: ['New Orleans', 'LA'],
  slc: ['Salt Lake City', 'UT'],
  okc: ['Oklahoma City', 'OK'],
  kc: ['Kansas City', 'MO'],
  indy: ['Indianapolis', 'IN'],
  jax: ['Jacksonville', 'FL'],
};

/** The key under which a city is looked up: no case, no accents, "St." and "Saint" alike. */
export function cityKey(name: string): string {
  return name
    .slice(0, 80)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .split(' ')
    .filter(Boolean)
    .map((word) => WORDS[word] ?? word)
    .join(' ');
}

/** The city that people mean by a nickname ("philly"), or null. */
export function nicknamed(name: string): { readonly city: string; readonly state: string } | null {
  const known = NICKNAMES[name.trim().toLowerCase().replace(/\./g, '')];
  return known ? { city: known[0], state: known[1] } : null;
}
