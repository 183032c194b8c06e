import type { Language } from '../../domain/reading.ts';

/** What one word, or a fixed row of words, is to the date grammar: its kind and its value. */
export type Meaning = readonly [kind: Kind, value: number];

export type Kind =
  | 'num'
  | 'wd'
  | 'mo'
  | 'unit'
  | 'rel'
  | 'part'
  | 'mer'
  | 'holiday'
  | 'next'
  | 'this'
  | 'last'
  | 'after'
  | 'before'
  | 'by'
  | 'to'
  | 'from'
  | 'between'
  | 'and'
  | 'or'
  | 'not'
  | 'at'
  | 'on'
  | 'in'
  | 'of'
  | 'the'
  | 'a'
  | 'for'
  | 'around'
  | 'within'
  | 'any'
  | 'only'
  | 'past'
  | 'gone'
  | 'now'
  | 'noon'
  | 'tonight'
  | 'midnight'
  | 'half'
  | 'quarter'
  | 'oclock'
  | 'h'
  | 'minus'
  | 'begin'
  | 'mid'
  | 'end'
  | 'early'
  | 'late'
  | 'later'
  | 'hence'
  | 'weekdays'
  | 'dayword'
  | 'couple'
  | 'half-hour'
  | 'goodbye'
  | 'dash'
  | 'slash'
  | 'colon'
  | 'dot'
  | 'comma'
  | 'stop'
  | 'word'
  | 'mask';

/** Units of time; a unit's value is its place here. */
export const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year', 'weekend', 'fortnight', 'second'] as const;

/** Parts of the day, in minutes from midnight; a part's value is its place here. */
export const PARTS: readonly (readonly [from: number, to: number])[] = [
  [480, 720], // 0 morning
  [720, 1020], // 1 afternoon
  [1020, 1260], // 2 evening
  [1080, 1380], // 3 night
  [660, 840], // 4 lunchtime
  [420, 600], // 5 first thing, early morning
  [570, 720], // 6 mid-morning
  [600, 720], // 7 late morning
  [720, 900], // 8 early afternoon
  [900, 1080], // 9 late afternoon, end of the working day
  [780, 1020], // 10 after lunch
  [780, 1140], // 11 "la tarde", which goes on until dark
  [0, 360], // 12 small hours
  [420, 660], // 13 "temprano"
  [1260, 1439], // 14 late at night
  [1020, 1260], // 15 after work
];

const lines = (text: string): [string, Meaning][] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [kind = '', value = '0', ...phrases] = line.trim().split(/ (?=\d)|: |, /);
      return phrases.map((phrase): [string, Meaning] => [phrase, [kind as Kind, Number(value)]]);
    });

const EN = lines(`
rel 0: today, 2day, tody, todays
rel 1: tomorrow, tomorow, tommorow, tommorrow, tomorrrow, tomorro, tmrw, tmr, tmw, tmrow, tmoro, tmorrow, 2morrow, 2moro, 2mrw, 2mro, morrow
rel 2: day after tomorrow, the day after tomorrow, day after tmrw, overmorrow
part 0: morning, mornings, morn, mornin, am time, in the am, mrng
part 1: afternoon, afternoons, aft, afternoon time, arvo, afternon
part 2: evening, evenings, eve, evng, evenin
part 3: night, nights, nite, night time
part 4: lunchtime, lunch, lunch time, lunch hour, around lunch, midday hours
part 5: first thing, first thing in the morning, early morning, early in the morning, early am, crack of dawn, bright and early
part 6: mid morning, midmorning
part 7: late morning, later in the morning, later this morning
part 8: early afternoon
part 9: late afternoon, end of day, end of the day, eod, close of business, cob, mid afternoon, later this afternoon
part 10: after lunch
part 15: after work, after school
part 14: late night, late at night
tonight 0: tonight, tonite, 2nite, tonigt, tnite, 2night, tonght
wd 0: sunday, sundays, sun, sundy
wd 1: monday, mondays, mon, mondy, munday
wd 2: tuesday, tuesdays, tue, tues, teusday, tuseday
wd 3: wednesday, wednesdays, wed, weds, wensday, wednsday, wendsday, wednesdy
wd 4: thursday, thursdays, thu, thur, thurs, thrusday, thursdy, thirsday
wd 5: friday, fridays, fri, firday, frday
wd 6: saturday, saturdays, sat, saterday, satruday, saturdy
mo 0: january, jan
mo 1: february, feb, febuary
mo 2: march, mar
mo 3: april, apr
mo 4: may
mo 5: june, jun
mo 6: july, jul
mo 7: august, aug
mo 8: september, sept, sep
mo 9: october, oct
mo 10: november, nov
mo 11: december, dec
unit 0: minute, minutes, min, mins
unit 1: hour, hours, hr, hrs
unit 2: day, days
unit 3: week, weeks, wk, wks
unit 4: month, months
unit 5: year, years, yr, yrs
unit 6: weekend, weekends, wkend, wknd, week end
unit 7: fortnight, fortnights
mer 0: am, a m
mer 1: pm, p m
next 0: next, nxt, following, the following
this 0: this, coming, this coming, upcoming, current, the coming, ths, nearest
last 0: last, previous
gone 0: past
past 0: yesterday, last night, ago, since yesterday, the other day, lately, recently, yday, already
after 0: after, anytime after, any time after, not before, no earlier than, as early as, later than, from about, past about, aftr
before 0: before, b4, no later than, as late as, not later than, earlier than, sooner than, at the latest by, prior to
by 0: by
to 0: to, til, till, until, untill, thru, through, up to, upto
from 0: from, starting, starting at, starting from, starting on, beginning on, beginning at, since, as of, frm
between 0: between, in between, btwn, btw, betw
and 0: and, &
or 0: or
not 0: not, except, but, but not, except for, excluding, other than, besides, never, cant do, cannot do, can't do, can't, cant
at 0: at, @
on 0: on
in 0: in, during
of 0: of
the 0: the
a 1: a, an
for 0: for
around 0: around, about, approx, approximately, roughly, like, say, sometime, some time, sometime on, anytime, any time, whenever, almost, near
within 0: within, in the next, in less than, inside of
any 0: any, every, each, all, either
only 0: only
now 0: now, right now, asap, a s a p, right away, immediately, as soon as possible, soon as possible, soonest, this instant, this minute, straight away, first available, earliest available, as soon as you can, soon as u can, at this time, just now
noon 0: noon, midday, 12 noon, noonish, noon ish, noontime, mid day
midnight 0: midnight, mid night
half 0: half past, half
quarter 0: quarter
oclock 0: oclock, o clock, o'clock
h 0: h
begin 0: beginning of, beginning of the, start of, start of the, early in, first part of, the beginning of
mid 0: mid, middle of, middle of the, the middle of
end 0: end of, end of the, the end of, the end of the
early 0: early
late 0: late
later 0: later, later on, from now, hence, from today
weekdays 0: weekday, weekdays, business day, business days, working day, working days, work day
couple 2: couple, couple of, a couple, a couple of, cpl
couple 3: few, a few
half-hour 30: half an hour, half hour, a half hour, 1/2 hour, 1/2 hr, 1/2 h, 1/2 an hour
half-hour 15: quarter of an hour, a quarter of an hour, 1/4 hour, 1/4 h
half-hour 45: three-quarters of an hour, three quarters of an hour, 3/4 hour, 3/4 h
half-hour 90: hour and a half, an hour and a half, one hour and a half
holiday 0: christmas, xmas, christmas day
holiday 1: christmas eve, xmas eve
holiday 2: new years eve, new year's eve
holiday 3: new years day, new year's day, new year day, new years, new year's
holiday 4: 4th of july, fourth of july, independence day
holiday 5: halloween
holiday 6: valentines day, valentine's day, valentines
holiday 7: thanksgiving, thanksgiving day
holiday 8: labor day
holiday 9: memorial day
holiday 10: easter, easter sunday
holiday 11: black friday
goodbye 0: for now, by now, until now, up to now, have a good, have a nice, have a great, good morning, good afternoon, good evening, good night, gm, goodnight, happy, of the day, all day long, each other, one of those days, days old, day old, morning sickness, 24/7, night stand, nightstand, night light, sun room, sunroom
`);

const ES = lines(`
rel 0: hoy, hoy mismo, el dia de hoy
rel 1: manana, manana mismo, el dia de manana, dia siguiente, el dia siguiente
rel 2: pasado manana, pasadomanana, pasado
part 0: por la manana, en la manana, de la manana, a la manana, por las mananas, en las mananas, las mananas, en la manan, mananas, x la manana, esta manana, media manana
part 11: tarde, la tarde, por la tarde, en la tarde, de la tarde, a la tarde, tardes, las tardes, por las tardes, en las tardes, x la tarde
part 3: noche, la noche, por la noche, en la noche, de la noche, a la noche, noches
part 5: primera hora, a primera hora, bien temprano, muy temprano, tempranito
part 13: temprano, temprano por la manana, temprano en la manana
part 9: fin del dia, al final del dia, final de la tarde, ultima hora, a ultima hora
part 12: madrugada, de la madrugada, por la madrugada, en la madrugada
part 4: a la hora del almuerzo, hora de la comida, hora del almuerzo, del mediodia
part 10: despues de comer, despues del almuerzo, despues de la comida
part 15: despues del trabajo, saliendo del trabajo
wd 0: domingo, domingos, dom
wd 1: lunes, lun
wd 2: martes, mar
wd 3: miercoles, mie, mierc, mx
wd 4: jueves, jue, juev
wd 5: viernes, vie, viern, bienes
wd 6: sabado, sabados, sab
mo 0: enero, ene
mo 1: febrero, feb
mo 2: marzo
mo 3: abril, abr
mo 4: mayo
mo 5: junio, jun
mo 6: julio, jul
mo 7: agosto, ago
mo 8: septiembre, setiembre, sept, sep
mo 9: octubre, oct
mo 10: noviembre, nov
mo 11: diciembre, dic
unit 0: minuto, minutos, min, mins
unit 1: hora, horas, hr, hrs
unit 2: dia, dias
unit 3: semana, semanas
unit 4: mes, meses
unit 5: ano, anos
unit 6: fin de semana, finde, fines de semana, weekend
unit 7: quincena, quincenas
mer 0: am, a m
mer 1: pm, p m
next 0: que viene, proximo, proxima, proximos, proximas, siguiente, siguientes, que entra, entrante, prox, q viene, que sigue, la proxima, el proximo, los proximos, las proximas
this 0: este, esta, estos, estas, el mismo, la misma
last 0: ultimo, ultima
past 0: ayer, anoche, antier, anteayer, hace, desde ayer, pasada, anteanoche, desde hace
after 0: despues de, despues de las, despues de la, a partir de, a partir de las, luego de, pasadas, pasadas las, desde las, despues del, no antes de, no antes de las, mas tarde de, despues
before 0: antes de, antes de las, antes de la, a mas tardar, no despues de, antes del, antes, hasta las, no mas tarde de, tan tarde como
by 0: para antes de
to 0: hasta, hasta el, al
from 0: de, del, desde, desde el, a contar de, comenzando
between 0: entre
and 0: y, e
or 0: o, u
not 0: menos, excepto, salvo, no, pero no, menos el, que no sea, no puedo
at 0: a las, a la, las, a, para las, como a las, tipo, alrededor de las, como a la, sobre las, por las
on 0: el, los, el dia, para el, dia, del
in 0: en, dentro de, durante
of 0: de, del, de la
the 0: la, lo
for 0: por, para
around 0: como, alrededor de, aproximadamente, mas o menos, tipo, cerca de
within 0: en menos de, dentro de los proximos, dentro de las proximas
any 0: cualquier, todos, todas, cualquiera, cada, todos los, todas las
only 0: solo, solamente, nomas
now 0: ahora, ahora mismo, ahorita, ya, ya mismo, cuanto antes, lo antes posible, lo mas pronto posible, inmediatamente, de inmediato, en este momento, lo mas antes posible, ya ya, enseguida, urgente
noon 0: mediodia, medio dia, al mediodia, el mediodia, a mediodia, al medio dia
midnight 0: medianoche, media noche
half 0: y media, media
quarter 0: y cuarto, cuarto
minus 15: menos cuarto
h 0: h
begin 0: principios de, a principios de, inicios de, a inicios de, comienzos de, a comienzos de, primeros de
mid 0: mediados de, a mediados de
end 0: finales de, a finales de, fines de, a fines de, fin de, final de
later 0: despues, mas tarde
weekdays 0: entre semana, dia de semana, dias de semana, dia laboral, dias laborales, dia habil, dias habiles
couple 2: par de, un par de, par
couple 3: pocos, unos, unas, unos pocos, algunos
half-hour 30: media hora
half-hour 90: hora y media, una hora y media
half-hour 15: un cuarto de hora, cuarto de hora
holiday 0: navidad, la navidad
holiday 1: nochebuena
holiday 2: nochevieja, fin de ano
holiday 3: ano nuevo
goodbye 0: por ahora, hasta ahora, buenos dias, buenas tardes, buenas noches, buen dia, feliz, todo el tiempo, muy tarde para
`);

const longest = (pairs: readonly [string, Meaning][]): ReadonlyMap<string, Meaning> => new Map(pairs);

const TABLES: Readonly<Record<Language, ReadonlyMap<string, Meaning>>> = { en: longest(EN), es: longest(ES) };

/** What a row of words (one space between them) means in this language. */
export const meaningOf = (words: string, language: Language): Meaning | undefined => TABLES[language].get(words);
