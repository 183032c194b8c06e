/** `kind value: phrase, phrase`, folded; of a phrase named twice the last line counts. */
export const LEXICON_EN = `
rel 0: today, 2day, tody, todays
rel 1: tomorrow, tomorow, tommorow, tommorrow, tomorrrow, tomorro, tmrw, tmr, tmw, tmrow, tmoro, tmorrow, 2morrow, 2moro, 2mrw, 2mro, morrow
rel 2: day after tomorrow, day after tmrw, overmorrow
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
not 0: not, instead of, rather than, except, but not, except for, excluding, other than, besides, never, cant do, cannot do, can't do, can't, cant
but 0: but
rest 0: rest of, rest of the, the rest of, the rest of the, remainder of, remainder of the
weekof 0: w/c, week commencing, week beginning, week starting, week starting on, week starting from
at 0: at, @
on 0: on
in 0: in, during
of 0: of
the 0: the
a 1: a, an
for 0: for, for about, for around, for like, for almost, for over, for nearly, for more than, for at least
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
couple 2: couple, couple of, a couple, a couple of, cpl, pair of, a pair of
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
holiday 12: st patricks day, st patrick's day, saint patricks day, saint patrick, st patrick, st pattys day, st paddys day
holiday 13: international workers day, international workers' day, may day, workers day
holiday 14: mothers day, mother's day
holiday 15: fathers day, father's day
holiday 16: mlk day, martin luther king day, martin luther king jr day
holiday 17: presidents day, president's day, presidents' day
holiday 18: veterans day, veteran's day
holiday 19: columbus day, indigenous peoples day
holiday 20: juneteenth
holiday 21: good friday
holiday 22: cinco de mayo
holiday 23: boxing day
goodbye 0: what now, now what, for now, by now, until now, up to now, have a good, have a nice, have a great, good morning, good afternoon, good evening, good night, gm, goodnight, happy, of the day, all day long, each other, one of those days, days old, day old, morning sickness, 24/7, night stand, nightstand, night light, sun room, sunroom
`;
