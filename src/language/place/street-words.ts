const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What streets end with (USPS Publication 28, appendix C1, and what people write). */
export const SUFFIXES = set(`
st street str ave avenue av rd road dr drive ln lane blvd boulevard ct court cir circle pl place way ter terrace pkwy parkway hwy highway
trl trail loop sq square pike tpke turnpike plaza plz row run path pass cv cove xing crossing bnd bend aly alley bch brg bridge byp bypass
pt point rdg ridge crk creek crst crest expy expressway fwy freeway gln glen grn green grv grove hl hill hls hills holw hollow
is island jct junction knl knoll lk lake lndg landing mdws meadows ml mill mnr manor mtn mountain oval park pne pines prt port ranch rnch
spg spring spgs springs spur sta station strm stream vw view vis vista vlg village vly valley walk wood woods bluff canyon cyn causeway
commons esplanade estates extension fork garden gardens gate heights hts harbor mews ramp rte route calle avenida
allee arc aven avenu avn avnue boul boulv blf bnd brk bypa causwa cswy circ circl crcl crcle ctr cor crt crse crscnt cres crecent crssng xrd curv
dl driv drv expr expw extn ext fld flds frst frk frt frway frwy gdn gdns grdn gatewy gtwy hbr hvn highwy hiway hway hgwy hllw hollows inlt
jction jctn jct ky lgt ldg lf lck mdw mls msn mnt mntn nck orch prk parkwy pkway pakway pky pln plns plza pr prr rad rpds rst rdgs riv rvr
shl shr shrs skwy skyway spng sprngs sqr stn stra strm strt str smt terr trce trafficway trk trls tunl tpk trnpk turnpk upas vdct viaduct
vlly vly vill vl vst vsta wl wls wy xing broadway branch brook center centre corner course crescent crossroad dale falls ferry field fields
flat flats ford forest forge fort haven isle key lodge mall meadow mission mount mountains orchard plain plains prairie rapids rest river
shore shores summit throughway trace track valleys well wells
`);

/** Words that are both a street's end and everyday words: they only end a street when another sign is near. */
export const SOFT_SUFFIXES = set(`
way place park green run path pass point ridge creek hill hills island lake landing spring springs view village valley walk wood woods
gate garden gardens gateway bridge port station row loop square bend estates mill manor mountain oval pines heights harbor hollow grove glen
cove is fork ramp canyon commons ranch crest meadows pt pl lk st stream vista branch brook center centre corner course crescent dale falls
ferry field fields flat flats ford forest forge fort haven isle key lodge mall meadow mission mount mountains orchard plain plains prairie
rapids rest river shore shores summit trace track valleys well wells ext str ctr ky pr rad riv frt arc track lf
`);

export const DIRECTIONS = set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest no so',
);

/** Words that a number may stand before without being a house number. */
export const COUNTED = set(`
am pm bed beds bedroom bedrooms bath baths bathroom bathrooms br ba room rooms story stories floor floors unit units sq sqft square feet foot ft inch
inches in x by hour hours hr hrs minute minutes min mins day days week weeks month months year years yr yrs old people person persons guys men
dollars bucks percent stars star times time gallon gallons gal tons ton btu btus amp amps volt volts v watts or and to of the a an at on for
please pls is are was windows window doors door outlets outlet trees tree lights light fans fan toilets toilet sinks sink cars car dogs dog cats cat
kids pieces piece chairs chair boxes box panels panel steps stairs things items thing item degrees blocks block miles mile acre acres loads load
o oclock thing ish works would will can need want i we my it if but with from until till thru before after between good ok okay
horas hora minutos dias dia semanas semana meses mes anos ano recamaras recamara cuartos cuarto banos bano pisos personas dolares de del la el los las
`);

/** Words at which a street name ends unfinished. */
export const STOPS = set(`
please pls need needs want wants have has is are was am im i my me we our you your it its and or but for from with at on to the a an of because if
when what how who can could would will should leak leaking broken fix today tomorrow tonight morning afternoon monday tuesday wednesday thursday
friday saturday sunday next this now asap bedroom bedrooms bath bathroom beds bed baths sq hours minutes days weeks old year years
necesito quiero tengo hay esta es por para con y o que mi un una
`);

export const UNITS = set(
  'apt apartment apto apartamento depto dpto dept depa unit suite ste bldg building floor fl rm room lot trlr space spc piso edificio',
);

/** Roads that are named before their number: "highway 71", "fm 1325", "us 17". */
export const NUMBERED = set(
  'highway hwy fm rr cr sr us route rte interstate i county road ranch state rural business loop sh ih',
);
