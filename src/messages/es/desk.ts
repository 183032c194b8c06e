import type { GeneralQuestion } from '../../domain/general-question.ts';
import { tradeWords, type TradeId } from '../../domain/trades.ts';
import type { Command, DeskCopy, ProviderDesk, Stage, VisitLine } from '../copy/desk.ts';
import { listed, rangeText, shortWords, windowText } from '../format.ts';

const EXAMPLE = 'gotea el fregadero, jueves después de las 3, 1204 Oak Hill Rd 78704';

export const deskEs: DeskCopy = {
  'desk.introduced': () => 'Aquí Fixline (automático). AGENTE: una persona, STOP: no más textos, HELP: ayuda.',
  'desk.stopped': ({ hasLiveVisit }) =>
    `Ya no recibirá textos de Fixline.${hasLiveVisit ? ' Su visita sigue reservada.' : ''} Con START los recibe otra vez.`,
  'desk.started': ({ isAnythingOpen }) =>
    isAnythingOpen
      ? 'Los textos están activos otra vez. ESTADO: dónde quedamos.'
      : `Los textos están activos otra vez. ¿Qué necesita? Por ejemplo: ${EXAMPLE}`,
  'desk.helped': () =>
    `Fixline busca profesionales por texto. Dígame trabajo, lugar y hora, como: ${EXAMPLE}. ESTADO: qué hay en curso, AGENTE: una persona, STOP: no más textos.`,
  'desk.greeted': () => `¡Hola! ¿Qué necesita? Dígame trabajo, lugar y hora, como: ${EXAMPLE}`,
  'desk.forProvider': ({ about }) => FOR_PROVIDER[about],
  'desk.explained': ({ about }) => EXPLAINED[about],
  'desk.aboutUs': () =>
    'Soy un asistente automático de Fixline. Busco profesionales para su casa; hay personas que leen cuando hace falta. AGENTE: una persona.',
  'desk.welcome': () => '¡De nada!',
  'desk.languageChanged': () => 'Bien, en español de ahora en adelante.',
  'desk.personAsked': () => 'Bien. Una persona le escribirá aquí pronto. Si hay peligro, llame al 911.',
  'desk.call911': () =>
    'Si alguien puede estar en peligro: sí, salgan y llame al 911 ya. Si no, dígame qué pasa y dónde, y busco a alguien.',
  'desk.personComes': () => 'Perdón, no entiendo. Pedí a una persona que lo lea y le escriba aquí.',
  'desk.nothingOpen': () => `No hay nada abierto para esa respuesta. Dígame qué necesita, como: ${EXAMPLE}`,
  'desk.status': ({ jobs, more }) =>
    jobs.length === 0
      ? `No hay nada en curso. Dígame qué necesita, como: ${EXAMPLE}`
      : listed(
          jobs.map(({ code, trade, window, stage }) =>
            [
              `${code === null ? '' : `${code} `}${trade === null ? 'Solicitud nueva' : tradeWords(trade, 'es').name}`,
              ...(window ? [windowText(window, 'es')] : []),
              STAGES[stage],
            ].join(', '),
          ),
          more === 0 ? '' : `y ${String(more)} más`,
        ),
  'desk.jobs': ({ visits, more }) =>
    listed(
      visits.map(({ code, window, area, stage }) =>
        [code, window ? windowText(window, 'es') : null, area === null ? null : shortWords(area, 24), WORK[stage]]
          .filter((part) => part !== null)
          .join(', '),
      ),
      more === 0 ? '' : `y ${String(more)} más`,
    ),
  'desk.noJobs': () => 'No tiene visitas pendientes. Le escribo cuando haya un trabajo cerca.',
  'desk.join': () =>
    '¡Qué bueno que quiera trabajar con nosotros! El registro por texto aún no está abierto. Avisé a una persona, que le escribe aquí.',
  'desk.payouts': () =>
    'Se le paga cuando el cliente dice que todo está bien, o a las 48 horas. ¿Dudas sobre dinero? AGENTE',
  'desk.prices': ({ trade }) => {
    if (trade === null)
      return `Depende del trabajo: ${EXAMPLES.map(priceOf).join(', ')}. Verá el precio antes de pagar. ¿Qué necesita? Como: ${EXAMPLE}`;
    return `${tradeWords(trade, 'es').name}: casi todos cuestan ${rangeText(trade)}. Verá el precio antes de pagar. Dígame trabajo, lugar y hora.`;
  },
  'desk.unclear': () => `Perdón, no entendí. Dígame qué necesita, como: ${EXAMPLE}. O AGENTE para una persona.`,
  'desk.which': ({ choices, command }) => {
    const lines = choices.map(({ code, trade, window }) =>
      [
        `${code}${trade === null ? '' : ` ${tradeWords(trade, 'es').work}`}`,
        ...(window ? [windowText(window, 'es')] : []),
      ].join(' '),
    );
    return `¿Cuál: ${lines.join(' o ')}? Responda con el código, como ${COMMANDS[command]} ${choices[0]?.code ?? 'K7'}.`;
  },
  'desk.codeUnknown': ({ code }) => `No tengo abierto ningún ${code} suyo. ESTADO o JOBS muestra lo que hay.`,
  'desk.calm': () => 'Siento que sea frustrante. AGENTE: una persona, o dígame qué necesita.',
};

const EXPLAINED: Readonly<Record<GeneralQuestion, string>> = {
  cancelling:
    'Antes de pagar no se cobra nada, y DEJAR lo termina. Después escriba CAMBIAR o DEJAR: una persona cambia la visita o ve con usted lo del dinero.',
  paying:
    'Con tarjeta, en un enlace que le mando cuando elige; nunca en efectivo. Guardamos el dinero, y el profesional lo recibe tras el trabajo.',
  receipt: 'La página de pago muestra lo que pagó. AGENTE: una persona, que le manda un recibo.',
  trust:
    'Ve la calificación antes de elegir, y el profesional cobra solo después del trabajo. Sobre licencias o seguro, AGENTE: una persona.',
  numbers:
    'Los números son privados para ambos. Lo que el profesional deba saber, como un código, escríbamelo y se lo paso. AGENTE: una persona.',
  wrongNumber:
    'Perdón por la confusión. Solo escribo a números que me escribieron o que tienen un trabajo. STOP termina los textos de Fixline.',
  tips: '¡Qué amable! La propina es entre usted y el profesional, en persona. Fixline no toma ni cobra nada.',
};

const EXAMPLES = ['plumbing', 'electrical', 'house_cleaning'] as const;

const priceOf = (trade: TradeId): string => `${tradeWords(trade, 'es').work} ${rangeText(trade)}`;

const COMMANDS: Readonly<Record<Command, string>> = {
  yes: 'Y',
  no: 'N',
  change: 'CAMBIAR',
  drop: 'DEJAR',
  onMyWay: 'OTW',
  late: 'TARDE',
  here: 'HERE',
  nobodyHome: 'NADIE ABRE',
  cannot: 'NO PUEDO',
  done: 'DONE',
};

const FOR_PROVIDER: Readonly<Record<ProviderDesk, string>> = {
  help: 'Los trabajos cerca llegan por texto: Y lo toma, N lo deja. JOBS: lo que viene, PAGOS: cómo se le paga. AGENTE: una persona, STOP: no más textos.',
  greet: '¡Hola! JOBS muestra lo que viene. Le escribo con el próximo trabajo cerca.',
  nothingOpen: 'No hay nada abierto para esa respuesta. JOBS muestra lo que viene. AGENTE: una persona.',
  unclear: 'Perdón, no entendí. JOBS muestra lo que viene. AGENTE: una persona.',
};

const WORK: Readonly<Record<VisitLine['stage'], string | null>> = {
  unanswered: '¿Y o N?',
  unpaid: 'sin pagar',
  booked: null,
};

const STAGES: Readonly<Record<Stage, string>> = {
  draft: 'sin enviar',
  searching: 'buscando',
  choosing: 'espera su elección',
  paying: 'espera su pago',
  booked: 'reservado',
  onTheWay: 'va en camino',
  working: 'está en su casa',
  approving: 'hecho, espera su visto bueno',
  caseOpen: 'con una persona',
  stopped: 'nadie encontrado aún',
};
