const STATES: Readonly<Record<string, string>> = {
  alabama: 'AL',
  alaska: 'AK',
  arizona: 'AZ',
  arkansas: 'AR',
  california: 'CA',
  colorado: 'CO',
  connecticut: 'CT',
  delaware: 'DE',
  'district of columbia': 'DC',
  florida: 'FL',
  georgia: 'GA',
  hawaii: 'HI',
  idaho: 'ID',
  illinois: 'IL',
  indiana: 'IN',
  iowa: 'IA',
  kansas: 'KS',
  kentucky: 'KY',
  louisiana: 'LA',
  maine: 'ME',
  maryland: 'MD',
  massachusetts: 'MA',
  michigan: 'MI',
  minnesota: 'MN',
  mississippi: 'MS',
  missouri: 'MO',
  montana: 'MT',
  nebraska: 'NE',
  nevada: 'NV',
  'new hampshire': 'NH',
  'new jersey': 'NJ',
  'new mexico': 'NM',
  'new york': 'NY',
  'north carolina': 'NC',
  'north dakota': 'ND',
  ohio: 'OH',
  oklahoma: 'OK',
  oregon: 'OR',
  pennsylvania: 'PA',
  'rhode island': 'RI',
  'south carolina': 'SC',
  'south dakota': 'SD',
  tennessee: 'TN',
  texas: 'TX',
  tejas: 'TX',
  utah: 'UT',
  vermont: 'VT',
  virginia: 'VA',
  washington: 'WA',
  'west virginia': 'WV',
  wisconsin: 'WI',
  wyoming: 'WY',
  'puerto rico': 'PR',
  'virgin islands': 'VI',
  guam: 'GU',
  'american samoa': 'AS',
};

const CODES = new Set(Object.values(STATES)).add('MP');

/** True for the two letters of a state or territory, in either case. */
export const isStateCode = (text: string): boolean => CODES.has(text.toUpperCase());

const NAMED: ReadonlyMap<string, string> = new Map(Object.entries(STATES));

/** The two letters of a state by its full name in lower case ("new mexico"), or null. */
export const stateNamed = (name: string): string | null => NAMED.get(name) ?? null;

/** The two letters of a state said in any way ("Texas", "tx", "N.Y."), or null. */
export function stateCode(said: string): string | null {
  const plain = said.trim().toLowerCase().replace(/\./g, '').replace(/\s+/g, ' ');
  return stateNamed(plain) ?? (CODES.has(plain.toUpperCase()) ? plain.toUpperCase() : null);
}
