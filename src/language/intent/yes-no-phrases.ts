/** What says yes at the start of a text, or is the whole of it. */
export const YES_START =
  /^(?:oh |well |ok |okay |hmm |um |pues |ay )?(?:y(?=$| (?:please|pls|thanks|thank|gracias|ok|its|i|yes))|ye|yes|yess+|yea|yeah|yeahh*|yep|yup|yah|ya(?! (?:no|lo|la|voy|me|estoy|llegue|termine|tengo|van|viene|encontr\w+|se|es|mero|arregl\w+)\b)|yas|sure|surely|certainly|absolutely|definitely|affirm[ai]t[ai]ve|ofc|of course|indeed|correct|right|exactly|agreed|accepted|approved|confirmed?|i confirm|true|facts|10 4|roger|bet|deal|lets do it|please do|go ahead|do it|book it|go for it|sounds (?:good|great|perfect|nice|fine|like a plan|lovely|right|awesome)|perfect|perfecto|great|awesome|excellent|fine|good|alright|all right|works|it works|that works|works for me|si|sip|sii+|simon|claro|por supuesto|dale|orale|va|vale|de acuerdo|esta bien|correcto|exacto|confirmo|confirmado|acepto|bueno|listo|hagale|looks (?:good|great|right|fine|ok|okay|correct|perfect)|(?:book|hire) (?:him|her|them|em|it)|send (?:him|her|them|it)(?=$| please| pls)|go w(?:ith)? (?:him|her|them|that)|lets go(?=$| (?:ahead|for it|please|pls|thanks|yes|ok)\b)|mand[ae]l[oa]|se ve bien|ese mero|sale(?=$| (?:pues|y))|andale|adelante|me parece|asi es|afirmativo|eso es|ok|okay|okey|okie|k|kk|oki|cool|yessir|ok ?ay|sale y vale|no (?:problem|prob|worries|issue)|np|sin problema|no hay problema|con gusto|seguro|me sirve|me queda)\b/;

export const YES_INSIDE =
  /\b(?:that(?:s| is| would be| sounds| seems| looks|ll)?(?: be)? (?:\w+ ){0,2}(?:works?|good|great|perfect|fine|nice|true|right|correct|ok|okay|lovely|awesome|a yes|checks? out|do)|checks out|(?:is|are) (?:correct|right|true|fine)$|its (?:correct|right|true|fine|perfect|good)|youre (?:right|correct)|you are (?:right|correct|not wrong)|not wrong about|most definitely|lets (?:do|go with) (?:it|that|this|them|him|her)|ill (?:take|go with|have) (?:it|that|this|them|him|her)|i (?:like|want) (?:that|this|it|them|him|her)(?: one)?|i (?:agree|accept|approve|confirm|do)$|book (?:it|that|him|her|them|me)|yes please|i want to meet|works for me|is true|esta perfecto|esta bien|me parece bien|suena bien|los? quiero|la quiero|eso si|(?:(?:my|our|the) \w+|he|she|they|we) (?:(?:just|also|all) )?(?:says?|said) (?:yes|yeah|ok|okay|its (?:ok|fine)|do it|go ahead)(?: (?:so|please|pls|thanks|book it|go ahead|lets do it))*$|(?:dice|dijo) que (?:si|esta bien)$)\b/;

export const YES_NOT =
  /\b(?:not (?:true|right|correct|good|great|fine|perfect|ok|okay|works?|sure|working)|isnt|arent|doesnt|wont|incorrect|never|aint|no esta bien|no me parece|too (?:late|early|expensive)|only if|unless|as long as|solo si|siempre y cuando|a menos que)\b/;

/** What says no at the start. "No hot water" and "no heat" tell of a job. */
export const NO_START =
  /^(?:oh |well |um |hmm |ay |pues |sorry |lo siento )?(?:n(?=$| (?:thanks|thank|gracias|sorry|no|i|not|its))|no|nope|nop|nah|naw|negative|negatory|nel|para nada|de ninguna manera|no way|certainly not|absolutely not|definitely not|not really|of course not|nothing(?: more| else)?(?=$| (?:thanks|thank|for|at|right|now|please|gracias|i))|nada(?: mas)?|ya no(?=$| gracias)|ninguno?a?|neither|im good|im ok|im fine|not interested|i decline|ill pass|pass|no thanks|no thank you|no gracias|dont|(?:id|i would) (?:rather|prefer) not|wrong|incorrect|false|nunca|jamas|tampoco|asi esta bien|eso es todo)\b/;

export const NO_INSIDE =
  /\b(?:(?:thats|that is|thats a|it is|its|this is|i(?:d| would) say|is) (?:\w+ ){0,2}(?:not (?:right|correct|true|it|proper|what)|incorrect|wrong|false|fake|invalid|no|negative|negatory|falsehood|the wrong (?:answer|one))|(?:that|it) (?:isnt|is not|wont|doesnt|does not|will not) (?:right|correct|true|work|it)|wont work|doesnt work for me|(?:dont|do not) think (?:so|that)|prefer not|rather not|no way|ill pass|very much false|not interested|cant do (?:that|it)|no me (?:sirve|funciona|queda|conviene|interesa)|no puedo|no es (?:correcto|cierto|verdad)|esta mal|incorrecto|not for me)\b/;

/** "No", and then a thing: what is missing is told ("no hot water", "no dogs here"), nothing is declined. */
export const NO_OF_THINGS =
  /^no (?!(?:no|thanks?|thank|thx|ty|gracias|please|pls|por|sir|maam|way|need|not|never|more|i|im|ill|id|ive|it|its|that|thats|this|these|those|the|my|your|we|were|they|he|she|you|u|your|dont|do|does|didnt|did|cant|can|wont|isnt|is|sorry|wait|hold|just|but|because|cause|cuz|nothing|nada|nope|nah|ok|okay|actually|maybe|only|stop|cancel|let|lets|would|id|prefer|rather|wrong|change|make|go|please|at|in|on|for|thank|later|luego|despues|quiero|deseo|me|te|se|lo|la|le|el|es|eso|esa|esta|este|esto|ese|asi|estoy|puedo|puede|pero|porque|mejor|todavia|aun|creo|hace|muchas|mi|su|era|fue|soy|voy|hay mas|interesa|interested|bueno|pues|esperar?|espere|perdon|va|friend|man|dude|bro|senor|senora|really|absolutely|definitely|longer|good|bueno|bien|one else|nobody|tampoco|ninguno)\b)[a-z]{2,}|^no (?:me |le |les )?(?:funciona|sirve|prende|enfria|calienta|sale|abre|cierra|enciende|jala|drena|centrifuga|anda|puedo (?:entrar|abrir|cerrar|prender))\b/;

/** Things that are missing in a house, whatever else is said. */
export const MISSING =
  /^no (?:hot|cold|heat\w*|water|power|ac|a c|air|electric\w*|lights?|gas|pressure|cooling|flush|signal|internet|cable|dial|sound|drain\w*|one (?:can|has|came|showed|is|home)|hay|tengo|tenemos|sirve|funciona|prende|enfria|calienta|sale|abre|cierra|enciende|jala|drena|centrifuga|anda)\b/;

export const GREET =
  /^(?:hi|hii+|hello|helo|hey|heyy+|heyo|hiya|howdy|yo|sup|greetings|good (?:morning|afternoon|evening|day)|morning|gm|hola|holi|ola|buenas?|buenos dias|buenas tardes|buenas noches|buen dia|que tal|saludos|whats up|wassup)\b/;

export const HOW_ARE_YOU =
  /\b(?:how (?:are|r|have|is|s|ya) (?:you|u|ya|things|it|it going|been|everything|your day|the ai)|how(?:s|ve|re) (?:it|you|ya|things|are|everything|your)|how (?:you|ya) (?:are|doing|been)|are you (?:ok|okay|doing|alright|well|all right)|whats up|como (?:estas?|esta|estan|te va|le va|andas|van|va)|que tal|how are ya|how it is going)\b/;

export const THANKS =
  /\b(?:thanks|thank (?:you|u|ya|a)|thx|thnx|ty|tysm|appreciat\w*|apprecait\w*|gracias|grax|grateful|thankful|te agradezco|le agradezco|mil gracias|cheers|glad (?:that|to have|you)|much obliged)\b/;

export const BYE =
  /\b(?:bye|bbye|goodbye|good bye|byebye|adios|chao|chau|hasta (?:luego|pronto|manana|la vista)|nos vemos|see (?:ya|you|u)|cya|farewell|good ?night|later gator|catch you later|talk (?:to you )?(?:soon|later)|ttyl|take care|have a (?:good|great|nice) (?:day|one|night|evening|weekend)|cuidate|que tenga|peace out|(?:nice|great|good|lovely|pleasure|enjoyed) (?:\w+ ){0,3}(?:talk\w*|chat\w*|speak\w*|conversation)|(?:this|it) was a (?:nice|great|lovely) (?:chat|talk|conversation)|(?:thats|that is|that will be|thatll be|that was) all(?! (?:correct|right|good|fine|true|ok))|all i need\w*|im (?:all set|done)|i am (?:all set|done)|es todo|eso es todo|seria todo|nothing (?:else|more))\b/;

export const QUESTION =
  /^(?:(?:yes|no|ok|okay|sure|and|but|also|great|si|y) )?(?:who|what|whats|when|where|wheres|whereabouts|why|which|how|is|are|do|does|did|can|could|will|would|should|tell me|let me know|que|quien|cuando|donde|por que|cual|como|puede|pueden|tienen|hacen|es|son|hay)\b/;
