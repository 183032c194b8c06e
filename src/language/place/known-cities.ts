/**
 * Larger cities of the United States, so that their names are known in lower case too; smaller ones need a capital, a
 * state or a ZIP beside them.
 */
const CITIES = `new york, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, san jose, austin, jacksonville,
fort worth, columbus, charlotte, indianapolis, san francisco, seattle, denver, washington, oklahoma city, el paso, nashville, boston,
portland, las vegas, memphis, detroit, baltimore, milwaukee, albuquerque, tucson, fresno, sacramento, kansas city, mesa, atlanta, omaha,
colorado springs, raleigh, virginia beach, long beach, miami, oakland, minneapolis, tulsa, bakersfield, tampa, wichita, arlington, aurora,
new orleans, cleveland, anaheim, honolulu, henderson, stockton, riverside, lexington, corpus christi, orlando, irvine, cincinnati,
santa ana, newark, saint paul, st paul, pittsburgh, greensboro, lincoln, durham, plano, anchorage, jersey city, saint louis, st louis,
chandler, north las vegas, chula vista, buffalo, gilbert, reno, madison, fort wayne, toledo, lubbock, st petersburg, saint petersburg,
laredo, irving, chesapeake, glendale, winston salem, scottsdale, garland, boise, norfolk, port saint lucie, spokane, richmond, fremont,
huntsville, frisco, cape coral, santa clarita, san bernardino, tacoma, hialeah, modesto, moreno valley, mckinney, fontana, fayetteville,
des moines, baton rouge, birmingham, yonkers, worcester, rochester, amarillo, little rock, augusta, grand rapids, salt lake city,
grand prairie, tallahassee, overland park, knoxville, huntington beach, newport news, tempe, brownsville, oxnard, santa rosa, chattanooga,
vancouver, fort lauderdale, sioux falls, ontario, providence, elk grove, salem, peoria, eugene, corona, fort collins, killeen,
palmdale, pembroke pines, cary, jackson, hayward, murfreesboro, clarksville, alexandria, lakewood, salinas, hollywood, pasadena,
sunnyvale, macon, pomona, escondido, naperville, bellevue, joliet, savannah, rockford, torrance, paterson, bridgeport, mesquite, syracuse,
roseville, mcallen, fullerton, denton, olathe, waco, miramar, thornton, west valley city, carrollton, columbia, charleston, round rock,
cedar park, pflugerville, georgetown, san marcos, kyle, buda, leander, lakeway, bee cave, dripping springs, hutto, manor, new braunfels,
sugar land, the woodlands, katy, pearland, league city, conroe, lewisville, allen, richardson, flower mound, santa clara,
berkeley, daly city, san mateo, palo alto, mountain view, redwood city, walnut creek, concord, vallejo, napa, novato,
petaluma, san leandro, san rafael, cupertino, milpitas, gilroy, morgan hill, los gatos, campbell, saratoga, menlo park, burlingame,
pleasanton, livermore, dublin, san ramon, danville, antioch, pittsburg, brentwood, half moon bay, castro valley, sonoma, sebastopol,
healdsburg, cloverdale, windsor, rohnert park, mill valley, sausalito, los altos, union city, san carlos, south san francisco,
west palm beach, boca raton, coral springs, clearwater, gainesville, naples, sarasota, kissimmee, doral, homestead, kendall,
ann arbor, dearborn, lansing, flint, evanston, cicero, elgin, waukegan, gary, south bend, evansville, green bay, kenosha, duluth, fargo,
billings, bozeman, missoula, cheyenne, casper, santa fe, las cruces, flagstaff, yuma, surprise, goodyear, provo, ogden, orem, st george,
sandy, everett, kent, renton, bellingham, olympia, beaverton, gresham, hillsboro, bend, medford, hartford, new haven, stamford, waterbury,
springfield, lowell, cambridge, quincy, brockton, manchester, nashua, burlington, albany, utica, brooklyn, queens, bronx, staten island,
manhattan, hoboken, trenton, camden, edison, allentown, scranton, harrisburg, erie, lancaster, wilmington, dover, annapolis, rockville,
bethesda, silver spring, frederick, reston, roanoke, lynchburg, asheville, greenville, myrtle beach, mobile, montgomery, tuscaloosa,
biloxi, gulfport, shreveport, lafayette, lake charles, metairie, fort smith, norman, broken arrow, edmond, topeka, lawrence, springdale,
san juan, ponce, mayaguez, bayamon, caguas, carolina, guaynabo`;

// Names that are everyday words too, and so need a capital or a state.
const WORDS = new Set([
  'mesa',
  'mobile',
  'bend',
  'surprise',
  'kyle',
  'allen',
  'sandy',
  'gary',
  'concord',
  'reading',
  'manor',
  'gilbert',
  'jackson',
  'lawrence',
  'madison',
  'cary',
  'macon',
  'kent',
  'dover',
  'salem',
  'corona',
  'orange',
  'ontario',
  'frederick',
  'erie',
  'aurora',
  'dublin',
  'windsor',
  'campbell',
  'carolina',
  'columbia',
  'frisco',
]);

export const CITY_NAMES: ReadonlySet<string> = new Set(CITIES.split(',').map((name) => name.trim()));

/** A name that nobody takes for anything but a city. */
export const isPlainlyCity = (name: string): boolean => CITY_NAMES.has(name) && !WORDS.has(name);

/** What people call a city for short. */
export const CITY_NICKNAMES: Readonly<Record<string, string>> = {
  sf: 'San Francisco',
  sfo: 'San Francisco',
  'san fran': 'San Francisco',
  nyc: 'New York',
  'new york city': 'New York',
  philly: 'Philadelphia',
  vegas: 'Las Vegas',
  nola: 'New Orleans',
  atx: 'Austin',
  slc: 'Salt Lake City',
  okc: 'Oklahoma City',
  'santa fé': 'Santa Fe',
};
