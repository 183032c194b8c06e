import type { Language } from '../domain/reading.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const EN = words(`
the and you for my to is it in of can i im ive need want please pls with that this are have has not what when where how
yes yeah yep yup hello hi hey thanks thank someone fix broken house tomorrow today morning afternoon evening after before
on at we our do does dont wont cant isnt doesnt would could will be at from or but was were there here just get got
leak leaking water sink toilet door now next week stop help cancel good sure sounds great works okay done way any one
monday tuesday wednesday thursday friday saturday sunday am pm around between about apt street
`);

const ES = words(`
el la los las un una unos unas de del que en es por para con mi mis su sus se lo le les al como pero mas muy ya si
esta este esto estoy tengo tiene necesito quiero puede pueden puedo hay hola gracias buenos buenas dias tardes noches
manana hoy tarde noche casa cocina bano agua luz favor ayuda claro vale dale bueno cuando cuanto donde quien porque
alguien arreglar cambiar limpiar instalar lunes martes miercoles jueves viernes sabado domingo despues antes entre
semana nada listo termine llegue voy camino aqui sale funciona roto rota fuga tubo techo puerta ventana soy llamo
ninguno ninguna segunda primera tercera opcion cita cancelar quien cual cuesta precio otra otro no-es hasta luego adios
ahorita ahora mismo urgente seria estaria bien perfecto acuerdo simon orale andale mande trabajos acepto dolares calle
`);

const SHARED = words('no me a he son sale once come red pan once mas');

/** Which of our languages a text is written in, from its small words and signs; null when it is too short to tell. */
export function detectLanguage(folded: string, said: string): Language | null {
  const words = (
    folded
      .slice(0, MOST)
      .replace(/'/g, '')
      .match(/[a-z]+/g) ?? []
  ).filter((word) => !SHARED.has(word));
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  const en = count(EN);
  const es = count(ES) + (SPANISH_SIGNS.test(said.slice(0, MOST)) ? SIGNS : 0);
  if (en === es) return null;
  return es > en ? 'es' : 'en';
}

const MOST = 600;
/** One borrowed word ("my baño") is no language. */
const SIGNS = 1;
const SPANISH_SIGNS = /[ñ¿¡áéíóúü]/i;
