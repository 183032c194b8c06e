import type { Intent } from '../../domain/reading.ts';

/** Intents that words alone give away, tested in this order against simplified text. */
export type IntentPhrases = readonly (readonly [Intent, RegExp])[];

const MSG = '(?:texting|messaging|texts?|messages?|contacting|bothering|spamming|sending|writing|calling|sms|msgs?)';

/** Opting out by meaning: only when messages, lists or numbers are spoken of. */
export const STOP_BY_MEANING: readonly RegExp[] = [
  new RegExp(
    `\\b(?:stop|quit|cease|dont|do not|never|no more|enough with) (?:\\w+ ){0,3}${MSG}(?: (?:me|us|my|this|anymore|again|to)|$)`,
  ),
  /\b(?:stop|dont|do not|never|quit) (?:ever )?(?:text|message|msg|contact|bother|spam|write to) (?:me|us|this)\b/,
  /^(?:please |pls )?(?:stop|unsubscribe)(?: please| pls| now| thanks)?$/,
  /^(?:por favor |ya )?(?:pare|paren|alto|basta|baja)(?: por favor| ya)?$/,
  /\b(?:take|remove|delete|get) (?:me|my (?:number|phone|info)|this number|us) (?:\w+ ){0,2}(?:off|from|out of)\b/,
  /\b(?:remove|delete|lose|forget) (?:my|this) (?:phone )?number\b/,
  /\b(?:unsubscribe|opt (?:me )?out|wrong number stop|leave me alone|no more (?:texts|messages))\b/,
  /\b(?:i )?(?:dont|do not|no longer) want (?:to (?:get|receive) |any |your |these |more |anymore )+(?:texts|messages|txts|notifications)\b/,
  /\b(?:deje?n?|paren?|pare) de (?:escribir\w*|mandar\w*|enviar\w*|textear\w*|molestar\w*|contactar\w*)\b/,
  /\bno (?:me |nos )?(?:escriban?|manden?|envien?|textee?n?|molesten?|contacten?)(?: mas| mensajes| nada| textos|$)/,
  /\bya no (?:me |nos )?(?:escriban?|manden?|envien?|textee?n?|molesten?|contacten?)\b/,
  /\bno (?:quiero|deseo) (?:recibir )?(?:mas )?(?:mensajes|textos)\b/,
  /\b(?:quitenme|borrenme|saquenme|eliminen(?:me)?|quiten mi|borren mi|saquen mi|darme de baja|denme de baja|dar de baja)\b/,
];

export const CONTROL: IntentPhrases = [
  [
    'language',
    /\b(?:speak|talk|write|text|switch|change|use|in|reply|respond|continue)\b.{0,40}\b(?:spanish|english|german|french|mandarin|chinese|russian|dutch|swedish|portuguese|vietnamese|korean|arabic|japanese|italian|hindi|tagalog|espanol)\b/,
  ],
  [
    'language',
    /\b(?:change|switch|new|different|other) (?:\w+ ){0,5}language\b|\blanguage (?:settings?|you)\b|\b(?:hablas?|hablan|habla) (?:espanol|ingles)\b|^(?:en )?(?:espanol|ingles|spanish|english)(?: please| por favor)?$|\b(?:cambiar?|cambie|pon|ponlo) (?:\w+ ){0,3}(?:idioma|espanol|ingles)\b|\ben espanol\b|\bdo you speak\b|\bno hablo (?:ingles|espanol)\b|\bno speak english\b|\bdont speak english\b/,
  ],
  [
    'person',
    /\b(?:talk|speak|chat|connect|transfer|get|want|need|reach) (?:\w+ ){0,4}(?:human|real person|a person|person please|someone real|representative|agent|operator|live person|manager|supervisor|customer service|support team)\b|\b(?:said|typed|texted|asked for|waiting (?:for|on)|wheres|where is) (?:\w+ ){0,2}(?:human|real person|person|agent|operator|representative|manager)\b|^(?:a )?(?:human|agent|operator|representative|person|real person|live agent|customer service)(?: (?:agent|human|person))*(?: (?:please|pls|now|asap|already))*$|\b(?:hablar|comunicar\w*|platicar|pasame|paseme|quiero|espero|esperando|dije|pedi|donde esta) (?:\w+ ){0,3}(?:persona|humano|alguien|agente|representante|operador)\b|^(?:una )?(?:persona|agente|humano|operador|representante)(?: por favor| real)?$|\b(?:call me|have someone call|llamenme|llameme)\b/,
  ],
  [
    'aboutUs',
    /\b(?:are|r|is|am|be|were|could) (?:you|u|this|it|i|your|youre)\b.{0,40}\b(?:bot|robot|human|real|computer|machine|person|ai|automated|artificial|legit|scam)\b|\b(?:if|that|whether|suppose|bet|think|say|true|classified as|consider\w*|call|describe) (?:you|u|your|youre|this|yourself|a)\b.{0,50}\b(?:bot|robot|human|real|computer|machine|person|ai|artificial)\b|\bwhat (?:kind of )?(?:life form|company|is fixline)\b|^what (?:are you|is this)$|\bwho (?:are you|is this|am i (?:talking|texting|speaking))\b|\b(?:eres|es usted|es esto|esto es|hablo con) (?:\w+ ){0,3}(?:robot|bot|maquina|persona|humano|real|computadora|estafa)\b|\bquien(?:es)? (?:eres|es|son|habla)\b|\bhow did you get my number\b|\b(?:artificial intelligence|computer generated)\b/,
  ],
  [
    'help',
    /^(?:help|help me|info|ayuda|ayudame|menu|commands|options menu|que puedo hacer|como funciona(?: esto)?|how (?:does|do) (?:this|it|you|i) work)(?: please| por favor)?$|\b(?:what|which) (?:\w+ ){0,6}(?:can|could|do|would|are|am) (?:i|you|u) (?:\w+ ){0,3}(?:ask|do|help|able|answer|capable|know|talk|offer|excel|familiar|like|allowed|programmed|answering|doing|tell me)\b|\bwhat (?:subjects|topics|services)\b|\b(?:subjects|topics|knowledge) (?:\w+ ){0,6}(?:you|do)\b|\b(?:what|things|types?|kinds?) (?:of )?(?:\w+ ){0,5}(?:help with|help me with|ask (?:you|the ai))\b|\bwhat all can\b|\bque (?:puedes|pueden|haces|hacen|ofrecen|servicios)\b|\bcan you answer\b/,
  ],
  [
    'repeat',
    /\b(?:repeat|say (?:it|that)? ?again|come again|repeating|ask (?:me )?again|one more time|once more|resend|send (?:it|that) again|what did you (?:just )?(?:say|ask)|what was that|what was (?:that|the) question|didnt (?:catch|hear|get|understand)|dont understand|i missed that|missed that|pardon|repite|repita|repetir|otra vez por favor|no (?:te |le )?entend(?:i|ido)|no entiendo|como dijo|como dices|que dijiste|mande|say what|come again)\b|^(?:what|huh|que|como|wut|sorry what|otra vez|again)$/,
  ],
  [
    'restart',
    /\b(?:start (?:over|again|fresh|from scratch)|restart|begin again|reset|from the (?:top|beginning)|empezar de nuevo|comenzar de nuevo|volver a empezar|desde el principio|reiniciar|de cero)\b/,
  ],
  [
    'back',
    /^(?:go )?back(?: please| up| one)?$|\b(?:go back|previous (?:question|step|one)|one step back|volver atras|regresar|pregunta anterior|atras|volver|undo|deshacer)\b/,
  ],
];

/** "Is it cancelled?", "did you cancel it": what has become of it is asked, and nothing wanted. */
export const ASKS_IF_DONE =
  /^(?:(?:so|hey|wait|and|but|hi|ok) ){0,3}(?:(?:(?:is|are|was|were|has|isnt|wasnt) (?:it|this|that|everything|he|she|they|(?:my|the|our) \w+)|have (?:you|u|they|we|i)) (?:(?!(?:to|possible|ok|okay|able|a|any|way)\b)\w+ ){0,3}cancell?ed|(?:did|didnt) (?:\w+ ){1,3}cancel(?:l?ed)?|(?:is|are|r|isnt|arent) (?:you|u|he|she|they|the \w+|my \w+) (?:(?!able\b)\w+ ){0,3}cancel\w*|what if (?:he|she|they|you|the \w+) cancel\w*)\b|^(?:(?:y|ya|entonces|pero) ){0,3}(?:se cancelo|(?:esta|quedo|fue) cancelad[oa]|lo cancelaron|la cancelaron|me cancelaron)$/;

/** How a booked visit is changed or ended; `asked` decides where these overlap with answers. */
export const CHANGES: IntentPhrases = [
  [
    'dropJob',
    /\b(?:never ?mind|nvm|nevermind|forget (?:it|about it|that|the|what)|forget i|dont need (?:it|this|you|that|anyone|anybody|a|the|help|any)(?: \w+)? ?(?:anymore|any more|now|after all)?$|no longer (?:need|want|interested)|changed my mind about|already (?:fixed|got|found|hired|took care)|ignore (?:that|this|the|my|it|what)|disregard|ya no (?:lo |la )?(?:necesito|quiero|hace falta|ocupo)|olvidalo|olvidelo|dejalo|dejelo|no importa|ya lo arregl\w+|ya lo resolv\w+|ya encontr\w+|ya consegui)\b/,
  ],
  [
    'cancel',
    /\b(?:can[cs]el\w*|cancle\w*|call it off|call off|abort|scrap it|eliminate|anul[ae]\w*)\b|^(?:please )?(?:stop|quit|end) (?:it|that|this|processing|talking|now|the (?:current )?(?:process|request))\b|^stop just stop$|\b(?:stop|quit|dont) talk\w*\b|\bstop (?:the )?(?:current )?process\w*\b|^(?:hush|shush|shut up|be quiet|silence|callate)$/,
  ],
  [
    'change',
    /\b(?:reschedul\w*|re schedul\w*|reagend\w*|reprogram\w*|push (?:it|my|the|back)|postpone|posponer|move (?:it|my|the|our) (?:\w+ )?(?:appointment|visit|booking|time|to|up|back|from)|change (?:my|the|our) (?:appointment|visit|booking|time|date|day|address|slot)|(?:cambiar|mover|cambio|cambie|mueva) (?:la|mi|el|de|lo) ?(?:cita|visita|hora|dia|fecha|direccion)?|different (?:day|date)|another (?:day|date)|otro dia|otra fecha)\b/,
  ],
  [
    'change',
    /\b(?:move|switch|push|bump|shift) (?:it|this|that|him|her|them|us) (?:to|up|back|from|until|till)\b|\b(?:come|be here|do it) (?:a (?:bit|little) )?(?:earlier|later|another time|at a different time)\b|\b(?:mover|cambiar|pasar|recorrer|aplazar|adelantar|atrasar)(?:lo|la|le)(?: (?:para|a|al|hasta|por)\b|$)|\b(?:mueva|muevan|mueve|cambie|cambien|cambia|pase|pasen)(?:lo|la)\b|\b(?:pasar|adelantar|atrasar|aplazar|recorrer) (?:la|mi|su|nuestra|el) (?:cita|visita|hora|fecha|dia)\b/,
  ],
];

export const CORRECTS: readonly RegExp[] = [
  /\b(?:no wait|wait no|scratch that|i mean|i meant|meant to say|actually|on second thought|changed my mind|change (?:that|it|the time|the date|the day)|make (?:it|that)|correction|not (?:\w+ ){1,3}(?:but|its)|rather|typo|oops|sorry (?:its|i meant|not|wrong)|should be|would be better|i prefer|instead)\b/,
  /\b(?:no espera|espera no|perdon (?:es|no|quise)|quise decir|me equivoque|mejor|digo|corrijo|cambialo|cambielo|no es|en realidad|prefiero|en vez|en lugar)\b/,
];

export const MORE =
  /\b(?:(?:any|some|what|who|is there|are there|got|have|show|see|find|give|more|other|different|another|alguna?|hay|tienes?|tienen|muestr\w+|ver) (?:\w+ ){0,4}(?:else|more|others?|another|different|other (?:options?|times?|people|providers?|choices?|slots?|ones?|pros?)|options|results|otra|otro|otros|otras|opciones|mas)|(?:anyone|anybody|someone|somebody|something|anything) (?:else|different|other)|else (?:is|do)|other (?:options?|one|times?|choices?|providers?|slots?)|more (?:options?|times?|choices?|results)|next (?:option|one|page)|another (?:one|option|choice|time|provider|pro|salon|slot)|different (?:one|option|time|provider|pro|salon|slot)|search again|look elsewhere|keep looking|none of (?:these|those|them)|neither|show more|ninguno|ninguna|otras opciones|mas opciones|otra opcion|otro horario|algo mas|alguien mas|que mas|el siguiente|siguiente)\b|^(?:more|mas|next|others?|otro|otra|otros|otras)$/;

export const MORE_NOT =
  /\b(?:need anything else|anything else (?:you|i) need|nothing (?:else|more)|no one else|nada mas|thats all|no more texts|more info\w*|more details?|one more thing|any other (?:help|questions))\b/;

export const PRICE =
  /\b(?:how much|whats the (?:price|cost|rate|charge|fee)|price|prices|pricing|cost|costs|rate|rates|quote|estimate|fee|fees|charge|expensive|cheaper|cuanto (?:cuesta|cobra\w*|sale|seria|es|vale|me)|precio\w*|costo\w*|cotizacion|presupuesto|tarifa|mas barato|caro)\b/;

export const STATUS =
  /\b(?:where (?:is|are|s) (?:he|she|they|my|the (?:plumber|tech|guy|pro|provider|electrician|cleaner))|wheres (?:he|she|my|the)|status|any (?:update|news|word)|update on|when (?:is|are|will|does) (?:he|she|they|someone|the (?:plumber|tech|guy|pro|electrician|cleaner)|my (?:appointment|booking|visit|plumber|tech|pro))|what time (?:is|are|will) (?:he|she|they|my|the (?:plumber|tech|guy|pro|appointment|visit))|eta|how (?:long|far) (?:until|till|away|out|before)|still coming|running late|still waiting|what now|now what|what happens (?:now|next)|whats next|que sigue|y ahora que|taking (?:forever|so long|too long|a long time)|how much longer|hurry up|is (?:he|she|anyone|someone|somebody) (?:coming|on)|did (?:you|u|they|he|anyone) (?:find|get|book|confirm)|my (?:appointment|booking)$|(?:whats|what is|what was|cual es|cual era) (?:my|mi) (?:\w+ )?(?:code|codigo)|donde (?:esta|viene|anda)|a que hora (?:viene|llega|es|vienen)|cuando (?:viene|llega|vienen)|ya (?:viene|vienen|mero)|cuanto (?:falta|tarda)|que paso con|estado de|mi cita$)\b/;

export const MAYBE =
  /^(?:\w+ )?(?:maybe|might|perhaps|possibly|not (?:so |really |too |completely |totally |entirely |100 )?(?:sure|certain)|unsure|dunno|idk|i ?dk|no idea|quizas?|tal vez|a lo mejor|puede ser|depende|it depends|depends|no se|no estoy segur[oa]|either or|either|either one|hard to say|could be|dont know|i guess|no clue)\b|\b(?:im|i am) (?:not|un) ?(?:\w+ )?(?:sure|certain)\b|\bi (?:dont|do not) know\b|\bi (?:cant|couldnt|am not able to|could not|cannot) (?:say|tell|decide)\b|\b(?:either way|either one|either of them|definitely a maybe|dont have an answer|possibly either|unsure)\b/;

export const LATER_NO =
  /^(?:well |umm? |no )?(?:perhaps|maybe|possibly|quizas|tal vez)? ?(?:in the future|(?:at )?(?:a |another |some )?(?:later|other|another) ?(?:time|date|day)?|not (?:right )?now|not (?:at this time|today|yet)|hold off(?: for now)?|do that later|it can be done later|luego|despues|mas tarde|ahora no|por ahora no|todavia no)\b/;
