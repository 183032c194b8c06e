/** What people say in Spanish in the United States, by trade; written as PHRASES_EN is, without accents. */
export const PHRASES_ES = `
plumbing
6: taza ~ desbord*, taza ~ tap*, inodoro ~ desbord*, wc ~ desbord*, tina ~ desbord*, agua ~ brota, brota agua
5: plomer*, fontaner*, fuga de agua, fuga ~ agua, fuga ~ lavabo, fuga ~ lavamanos, fuga ~ bano, fuga ~ cocina, fuga ~ tubo, gote* ~ llave, llave ~ gote*, gote* ~ lavabo, gote* ~ fregadero, inodoro*, excusado*, escusado*, sanitario, taza del bano, wc, poceta, drenaje*, desague*, caneria*, tuberia*, tubo* ~ agua, tubo* ~ rot*, tubo* ~ romp*, romp* ~ tubo*, revent* ~ tubo*, tubo* ~ revent*, regadera*, ducha*, calentador de agua, calentador ~ agua, calentador, boiler, boyler, agua caliente, triturador, presion ~ agua, grifo*, llave ~ cocina, llave ~ lavabo, llave ~ bano, llave de agua, llave del agua, fregadero*, lavaplatos, lavamanos, lavabo*, bano ~ tapado, tapado, tapada, destap*, se tapo, tinaco, cisterna, fosa septica, bomba de agua, tina ~ tap*, linea de gas, sale agua, tira agua, pileta ~ tapa*, coladera
3: tubo*, fuga*, gotea*, gotean*, tina, llave ~ cierra, agua ~ debajo, agua ~ sale, cisternas, pileta, se sale el agua, tuber*
1: agua, bano

electrical
5: electric*, enchufe*, tomacorriente*, contacto*, apagador*, interruptor*, breaker*, pastilla*, cableado, cables, chispa*, chispas, corto circuito, cortocircuito, hacer corto, hizo corto, se fue la luz, no hay luz, no tengo luz, sin luz, luz ~ parpade*, luces ~ parpade*, parpadea*, lampara*, foco*, bombillo*, abanico de techo, ventilador de techo, ventilador, abanico, panel electrico, caja de luz, cargador de carro, cargador ~ carro, cargador ~ tesla, instalacion electrica, medidor de luz, detector de humo, fusible*, candil, candelabro, timbre, planta de luz, generador, da toques, toques, toma de corriente, tomas, switch
3: luz, luces, corriente, cable*, corto

hvac
5: aire acondicionado, aire ~ enfri*, aire ~ no enfria, el aire, mi aire, clima, minisplit*, mini split*, calefacc*, calefactor*, calenton, termostato*, ducto*, refrigerante, freon, caldera, bomba de calor, no enfria ~ casa, hace ~ calor ~ casa, hace mucho frio, hace mucho calor, aire caliente, aire frio, filtro de aire, ventilas, compresor, ac, a c, hvac, no calienta ~ casa, casa ~ fria, casa ~ caliente, aire ~ gote*, aire ~ tira agua, aire ~ funcion*, aire ~ prende, el cooler, ventilacion
3: no enfria, enfria, calienta, radiador*
1: calor, frio

appliance_repair
8: lavadora ~ tira agua, lavadora ~ fuga, lavadora ~ gote*, lavavajillas ~ agua, refri ~ tira agua, refri ~ gote*, secadora ~ calienta, horno ~ calienta, estufa ~ calienta, refri* ~ enfria, congelador ~ enfria, nevera ~ enfria
6: electrodomestic*, refrigerador*, refri, nevera*, congelador*, heladera, lavadora*, secadora*, lavavajillas, lavatrastes, lavaplatos automatico, estufa*, horno*, microondas, hornilla*, quemador*, maquina de lavar, maquina de hielo, frigorifico, linea blanca, parrilla de gas
3: no centrifuga, centrifuga, no seca, samsung, whirlpool, no exprime

handyman
5: arreglos, reparaciones pequenas, pequenas reparaciones, pequenos arreglos, arreglos pequenos, cositas, mil usos, milusos, todologo, handyman, varias cosas, repisa*, estante*, cortina*, cortinero*, persiana*, toallero*, bisagra*, cajon*, puerta ~ cierra, puerta ~ rechina, puerta ~ atora, puerta ~ traba, puerta ~ pega, puerta ~ closet, pasamanos, manija*, perilla*, colgar cuadros, barras de seguridad, barra de apoyo, cosas de la casa, mantenimiento general, trabajitos, chambitas, sellar ~ tina, silicon*, instalar ~ puerta, reparaciones
2: colgar, arreglar, arreglito*, puerta*

house_cleaning
5: limpieza*, limpiar ~ casa, limpiar ~ apartamento, limpiar ~ departamento, limpiar ~ depa, limpiar ~ oficina, limpiar ~ cocina, limpiar ~ banos, senora ~ limpi*, senora de limpieza, muchacha, sirvienta, empleada domestica, aseo, asear, trape*, barrer, sacudir, limpie* ~ casa, limpien, limpie ~ mi, mucama, casa sucia, limpia ~ casa, ama de llaves
3: sucio, sucia, limpiar, limpi*, desastre, desorden

carpet_cleaning
6: alfombra*, lavar ~ tapete*, tapete*, lavar ~ sala, lavar ~ sillon*, lavar ~ sofa*, lavar ~ muebles, lavar ~ colchon*, limpiar ~ sofa*, limpiar ~ sillon*, limpiar ~ colchon*, limpieza ~ muebles, limpieza ~ sofa*, limpieza de alfombra*, limpiar ~ alfombra*, muebles manchados, mancha* ~ alfombra*, mancha* ~ sofa, mancha* ~ sillon, orines, orino, moqueta*, vapor, tapiceria, tapizado*
3: mancha*, sofa*, sillon*, colchon*, tapizad*

pest_control
6: plaga*, fumig*, extermin*, cucaracha*, hormiga*, rata*, raton*, roedor*, chinche*, termita*, comejen, polilla*, avispa*, abeja*, panal, arana*, pulga*, alacran*, mosquito*, zancudo*, bicho*, insecto*, mapache*, ardilla*, murcielago*, garrapata*, avispero, zorrillo*, tlacuache*, grillos, moscas, picaduras, ronchas, viboras, serpiente*

lawn_landscaping
5: jardin*, pasto, zacate, cesped, yarda, grama, podar ~ arbusto*, arbusto*, maleza, hierba*, hierva*, yerba*, monte, hojas, aspersor*, riego, regador*, plantas, plantar, sembrar, flores, seto*, cortar ~ pasto, cortar ~ grama, cortar ~ cesped, cortar ~ zacate, patio ~ limpi*, limpiar ~ patio, cercos vivos, paisajis*, mulch, nieve, sistema de riego, deshierb*, desyerb*, cortar la yarda
2: patio, podar, tierra

tree_service
6: arbol*, rama*, tumbar ~ arbol*, cortar ~ arbol*, podar ~ arbol*, tronco*, tocon*, palmera*, palma*, se cayo un arbol, roble*, pino*, mezquite, arborista, raices

roofing
6: gotera*, techo* ~ gote*, techo* ~ lluev*, techo* ~ lluvia, lluvia ~ techo*, lluev* ~ techo*, techo* ~ filtr*, filtr* ~ techo*, teja*, tejado*, tejas, techero*, techador*, azotea*, impermeabiliz*, chapopote, granizo, roofer*, roofing, cuando llueve, se mete el agua, se mete agua, tragaluz, shingle*, techo nuevo, cambiar ~ techo, reparar ~ techo, arreglar ~ techo, lamina*, filtracion*, cumbrera, huracan
4: techo*, lluvia, tormenta, llueve

gutters
7: canaleta*, canal del techo, canales del techo, canalon*, bajante*, limpiar ~ canales, hojas ~ canales, canales ~ hojas, canoa*, gutter*, canales de lluvia

painting
6: pint*, repint*, barniz*, brocha*, despintad*, descascar*, papel tapiz, sellador ~ pared, retoque*, retocar
3: color*, paredes

flooring
6: piso* ~ instal*, instalar ~ piso*, instal* ~ duela, duela*, laminado*, vinil*, vinilo, azulejo*, loseta*, ceramica*, mosaico*, porcelanato, lechada, pulir ~ piso*, piso de madera, piso* ~ madera, cambiar ~ piso*, poner ~ piso*, pisos, instalar alfombra, instalar ~ alfombra, cambiar ~ alfombra, poner ~ alfombra, parquet, piso ~ levant*, piso ~ rechina, baldosa*, lijar ~ piso*, piso ~ roto
4: piso

locksmith
6: quedo ~ encerrad*, quede ~ encerrad*, encerrad* ~ cuarto, encerrad* ~ bano, encerrad* ~ coche, encerrad* ~ carro, llaves adentro
6: cerrajer*, cerradura*, chapa*, candado*, sin llaves, llave adentro, llaves adentro, llaves ~ adentro, llave ~ adentro, me quede afuera, quede afuera, quede ~ fuera, quede encerrad*, copia* de llave*, duplicado de llave*, duplicar ~ llave*, caja fuerte, perdi ~ llave*, perdieron ~ llave*, llave ~ rompio ~ puerta, llave ~ quebro, llave ~ atorada, cambiar ~ llaves, cambiar ~ cerradura*, cambiar ~ chapa*, no puedo entrar, me robaron ~ llaves, abrir ~ carro, abrir ~ puerta, llave ~ se rompio, llave ~ quedo
3: llaves, seguro de la puerta, cerrojo*

garage_door
7: puerta del garaje, puerta de garaje, puerta del garage, puerta de garage, puerta ~ garage, puerta ~ garaje, puerta ~ cochera, puerta ~ cochera, porton*, porton electrico, resorte ~ garage, resorte ~ garaje, resorte ~ puerta, control del garaje, control ~ porton, motor ~ garaje, motor ~ garage, garaje ~ abre, garage ~ abre, garaje ~ cierra, garage ~ cierra, cochera ~ abre
2: cochera, garaje, garage

fence_deck
6: cerca de madera, cerca ~ madera, cercas, la cerca, mi cerca, una cerca, cerca ~ cayo, barda*, valla*, reja*, verja*, portoncito, terraza*, deck, porche*, pergola*, barandal*, baranda*, malla ciclonica, malla, cercado, cerco, poste*, tablas, kiosko, rampa, glorieta

concrete_masonry
6: concreto, cemento, banqueta*, entrada del carro, entrada de carro*, entrada ~ garaje, ladrillo*, albanil*, piedra*, muro*, adoquin*, chimenea*, mezcla, cuartead*, losa*, block, bloques, cimient*, hormigon, acera*, escalon*, driveway, estuco, asfalto, colado, colar, pavimento, firme

remodeling
6: remodel*, renova*, renov*, ampliacion*, contratista*, cocina nueva, bano nuevo, gabinete*, encimera*, cubierta ~ cocina, granito, cuarzo, tumbar pared, tumbar ~ pared, hacer un cuarto, agregar ~ cuarto, cuarto nuevo, otro cuarto, convertir ~ garaje, convertir ~ garage, segundo piso, construir, construccion, rehacer ~ bano, rehacer ~ cocina, tocador, terminar ~ sotano, agrandar, topes de cocina

drywall
7: tablaroca, tabla roca, drywall, sheetrock, yeso, hoyo ~ pared, agujero ~ pared, hueco ~ pared, hoyo* ~ techo, agujero* ~ techo, grieta* ~ pared, grieta* ~ techo, pared* ~ grieta*, plafon*, resan*, parch*, textura*, cielo raso, panel de yeso, enyesar, tirol, popcorn, pared rota, pared ~ hoyo*, empast*
3: hoyo*, agujero*, grieta*, hueco*, pared

windows_glass
6: ventana*, vidrio*, cristal*, mosquitero*, puerta corrediza, espejo ~ rot*, espejo ~ romp*, limpiar ventanas, lavar ventanas, ventanal*, cancel de bano, vidrier*, vitral*, doble vidrio
3: espejo*, cancel

moving
6: mudanza*, mudar*, me mudo, nos mudamos, mudamos, me cambio de casa, cambio de casa, camion de mudanza, fletes, flete*, cargar ~ camion, descargar, empacar, mover ~ muebles, mover ~ cosas, mover ~ piano, mover un, mover una, mover mis, piano, cargar ~ muebles, cargar ~ cajas, cajas, bodega, llevar ~ muebles ~ otra
3: mover, camion, cargar

junk_removal
7: basura*, tirar ~ muebles, tirar ~ cosas, tirar ~ colchon*, tirar ~ sofa*, tirar ~ refri*, tirar, llevarse, se lleve*, llevense, llevar ~ basura, escombro*, muebles viejos, colchon viejo, sofa viejo, refri viejo, refrigerador viejo, lavadora vieja, tiliches, chatarra, limpiar ~ garage, limpiar ~ garaje, vaciar, deshac*, desech*, sacar ~ cosas viejas, sacar ~ viejo*, cachivaches, chacharas, retir* ~ viej*, recoger ~ viej*, demoler, demolicion, cosas viejas, quitar ~ viejo, triques, tirad*
3: recoger, botar, llevar, viejo*, vieja*

pool_spa
7: alberca*, piscina*, jacuzzi, yacuzi, tina caliente, agua verde, cloro, spa, bomba ~ alberca, bomba ~ piscina, filtro de piscina, hidromasaje, pileta de natacion, algas

assembly_mounting
6: armar ~ mueble*, armar, armado, armen, arme, ensambl*, ikea, montar ~ tele*, montar ~ tv, montar ~ pantalla, montar, montaje, colgar ~ tele*, colgar ~ tv, colgar ~ pantalla, colgar ~ espejo, colgar ~ cuadro*, televis* ~ pared, tele ~ pared, tv ~ pared, pantalla ~ pared, cuna, trampolin, escritorio, litera*, librero*, columpio*, caminadora, soporte ~ tv, soporte ~ tele*, ropero, comoda
3: tele, television, televisor, pantalla, cama

water_mold_restoration
7: inundad*, inundac*, inundo, se inundo, inund*, dano por agua, danos por agua, dano ~ agua, moho, hongo*, humedad*, olor a humedad, pared mojada, alfombra mojada, piso mojado, aguas negras, sotano ~ agua, agua ~ sotano, dano ~ humo, dano ~ incendio, mojad*, secar, encharc*
`;
