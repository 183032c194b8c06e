/** Written as LEXICON_EN is; without accents, so that "manana" is tomorrow and "por la manana" the morning. */
export const LEXICON_ES = `
rel 0: por el dia, hoy, hoy mismo, el dia de hoy
rel 1: manana, mnn, mnna, manana mismo, el dia de manana, dia siguiente, el dia siguiente
rel 2: pasado manana, pasadomanana, pasado
part 0: por la manana, en la manana, de la manana, a la manana, por las mananas, en las mananas, las mananas, en la manan, mananas, x la manana, esta manana, media manana
part 11: tarde, la tarde, por la tarde, en la tarde, de la tarde, a la tarde, tardes, las tardes, por las tardes, en las tardes, x la tarde
part 3: noche, la noche, por la noche, en la noche, de la noche, a la noche, noches
part 5: primera hora, a primera hora, bien temprano, muy temprano, tempranito
part 13: temprano, temprano por la manana, temprano en la manana
part 9: fin del dia, al final del dia, ultima hora, a ultima hora
part 12: madrugada, de la madrugada, por la madrugada, en la madrugada
part 4: a la hora del almuerzo, hora de la comida, hora del almuerzo, hora de almuerzo, del mediodia
part 10: despues de comer, despues del almuerzo, despues de la comida
part 15: al final de la tarde, final de la tarde, al final de tarde, despues del trabajo, saliendo del trabajo
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
after 0: despues de, despues de las, despues de la, a partir de, a partir del, a partir de las, luego de, pasadas, pasadas las, desde las, despues del, no antes de, no antes de las, mas tarde de las, mas tarde de la, despues
before 0: antes de, antes de las, antes de la, a mas tardar, no despues de, antes del, antes, hasta las, no mas tarde de, tan tarde como
by 0: para antes de
to 0: hasta, hasta el, al
from 0: de, del, desde, desde el, a contar de, comenzando
between 0: entre
and 0: y, e
or 0: o, u
but 0: pero
rest 0: resto de, resto de la, resto del, el resto de, el resto de la, el resto del, lo que queda de, lo que queda de la
weekof 0: semana que comienza el, semana que empieza el, semana que inicia el, semana comenzando el
not 0: menos, en vez de, en vez del, en lugar de, en lugar del, excepto, salvo, no, pero no, menos el, que no sea, no puedo
at 0: a las, a la, las, a, para las, como a las, tipo, alrededor de las, como a la, sobre las, por las
on 0: el, los, el dia, para el, dia, del
in 0: en, dentro de, durante
of 0: de, del, de la, do
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
end 0: ultimos de, a ultimos de, finales de, a finales de, fines de, a fines de, fin de, final de
later 0: despues, mas tarde
weekdays 0: entre semana, dia de semana, dias de semana, dia laboral, dias laborales, dia habil, dias habiles, dia de trabajo, dias de trabajo
couple 2: par de, un par de, par
couple 3: pocos, unos, unas, unos pocos, algunos
half-hour 30: media hora
half-hour 90: hora y media, una hora y media
half-hour 15: un cuarto de hora, cuarto de hora
holiday 0: navidad, la navidad
holiday 1: nochebuena
holiday 2: nochevieja, fin de ano
holiday 3: ano nuevo
holiday 4: dia de la independencia
holiday 6: san valentin, dia de san valentin, dia de los enamorados
holiday 7: dia de accion de gracias, accion de gracias, dia de gracias
holiday 10: pascua, domingo de pascua, domingo de resurreccion
holiday 11: viernes negro
holiday 13: dia del trabajo, dia del trabajador, dia de los trabajadores, dia internacional del trabajo
holiday 14: dia de la madre, dia de las madres
holiday 15: dia del padre
holiday 21: viernes santo
holiday 22: cinco de mayo
holiday 24: dia de muertos, dia de los muertos
holiday 25: dia de reyes, los reyes, dia de los reyes
goodbye 0: por ahora, hasta ahora, buenos dias, buenas tardes, buenas noches, buen dia, feliz, todo el tiempo, muy tarde para
`;
