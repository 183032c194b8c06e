/**
 * What people say in English, by trade. A line is `weight: phrase, phrase`. In a phrase `*` stands for any ending and `~`
 * for up to five words between. Five names the trade itself, three leaves little doubt, two and one are hints.
 */
export const PHRASES_EN = `
plumbing
5: plumber, plumbing, plumb*, sewer line, drain clean*, water heater, hot water heater, tankless, clog* ~ drain, clog* ~ toilet, clog* ~ sink, snake ~ drain, toilet ~ clog*, toilet ~ overflow*, toilet ~ run*, faucet, garbage disposal, disposal ~ jam*, disposal ~ hum*, water softener, sump pump, sewer ~ back*, septic, repipe, burst pipe*, pipe* burst, pipe* ~ burst, frozen pipe*, pipe* ~ froze*, pipe* ~ leak*, leak* ~ pipe*, leak* ~ faucet, leak* ~ sink, sink ~ leak*, leak* ~ toilet, toilet ~ leak*, leak* ~ shower, shower ~ leak*, no hot water, water main, gas line, gas pipe, backflow, toilet ~ flush*, pilot ~ water heater, commode, bidet
4: drain* ~ slow*, slow* ~ drain*, shower ~ drain*, tub ~ drain*, sink ~ drain*, sink ~ back*, drain ~ back*, low water pressure, water pressure, no pressure, low pressure, weak pressure, pressure ~ shower, shower ~ pressure, no water, running toilet, leaky, drip*, spigot, hose bib, shutoff valve, shut off valve, p trap, u bend, water line, leak* under, leak ~ under ~ cabinet, toilet ~ wobbl*, wax ring, toilet ~ handle, toilet tank, install ~ toilet, replace ~ toilet, new toilet, brown water, water ~ brown, rusty water, water meter, water bill, gurgl*, wont drain, not draining, stopped up, backed up, overflowing
3: toilet, sink, drain, pipe*, shower head, showerhead, bathtub, tub faucet, water leak, hot water, lukewarm, water shut, tap, valve, flush*, plunger, unclog*, clog*
2: leak*, shower, tub, overflow*, septic tank, water everywhere, cold water, dripping water
1: water, bathroom, kitchen

electrical
5: electrician, electrical, electric*, outlet*, breaker*, wiring, rewir*, light switch, light fixture*, ceiling fan, recessed light*, can light*, chandelier, ev charger, car charger, tesla charger, gfci, fuse box, fuse*, dimmer, dimmers, flicker* ~ light*, light* ~ flicker*, no power, power out, power ~ went out, lost power, half ~ house ~ power, 220v, 240v, 240 volt, 220 volt, circuit*, spark*, receptacle, knob and tube, smoke detector*, hardwire*, surge protector, generator, transfer switch, panel upgrade, breaker box, trip* ~ breaker
4: light* ~ blink*, light* ~ dim*, light* ~ buzz*, light* ~ out, light* ~ work*, light* ~ install*, install ~ light*, replace ~ light*, porch light, motion light*, flood light*, landscape light*, pendant, under cabinet light*, exhaust fan, bathroom fan, doorbell, shock*, zap*, usb outlet*, plug in, socket*, lights, bathroom exhaust, lamp* ~ flicker*, fan ~ light, carbon monoxide detector*, power ~ room, bulb*
3: switch*, volt*, amp panel, sub panel, subpanel, panel ~ buzz*, meter box, power surge, burning smell, smells ~ burning, lamp*
2: light, fan, power, plug*

hvac
7: duct* ~ clean*, clean* ~ duct*, clean* ~ air vent*, air vent* ~ clean*, ductwork
5: hvac, air condition*, a c, central air, furnace*, heat pump, mini split*, minisplit, thermostat*, air handler, duct*, refrigerant, freon, condenser, boiler, radiator*, ac unit, ac repair, swamp cooler, evaporative cooler, air vent*, no ac, no heat, ac ~ work*, ac ~ cool*, ac ~ blow*, ac ~ leak*, ac ~ freez*, ac ~ froze*, heat ~ out, heat ~ work*, heat* ~ wont, blow* ~ warm air, blow* ~ hot air, blow* ~ cold air, heater ~ work*, heater ~ out, tune up ~ ac, ac tune up, ac ~ tune up, baseboard heat*, dehumidifier, humidifier, window unit, nest thermostat, ecobee
4: ac, heating, cooling, hot ~ inside, cold ~ inside, degrees ~ house, degrees inside, hot ~ upstairs, cant ~ cool ~ house, house ~ cool*, house ~ heat*, house ~ freezing, freezing ~ house, freezing in here, boiling in here, burning up in here, sweating, its 100 degrees, vent*, air filter*, compressor, blower, air flow, airflow, space heater, gas heater, wall heater, return air, cold air, warm air
3: heater, heat, cool*, filter*, tune up, seasonal maintenance, stuffy
1: air, cold, hot, degrees, noisy unit, temperature

appliance_repair
8: dishwasher ~ drain*, dishwasher ~ leak*, dishwasher ~ water, washer ~ leak*, washer ~ water, washer ~ flood*, fridge ~ leak*, fridge ~ water, fridge ~ cool*, refrigerator ~ leak*, refrigerator ~ cool*, freezer ~ leak*, ice maker ~ leak*, dryer ~ no heat, dryer ~ heat*, oven ~ heat*, stove ~ heat*, oven ~ spark*, microwave ~ spark*, dryer ~ power, oven ~ light, fridge ~ light
5: appliance*, fridge*, refrigerat*, freezer, dishwasher, washing machine, washer, dryer, oven*, stove*, cooktop, ice maker, icemaker, microwave, range hood, wine cooler, wine fridge, garbage compactor, washer ~ spin*, washer ~ drain*, dryer ~ heat*, front loader, top loader, kitchenaid, maytag, whirlpool, frigidaire, kenmore, electrolux, viking, subzero, sub zero, burner*
4: spin cycle, wont spin, not spin*, not tumbl*, rinse cycle, lint, fault code, error code ~ washer, samsung ~ cool*, lg ~ cool*, bosch, clothes ~ wet, clothes ~ dry, dishes ~ dirty, dishes ~ clean, ice ~ dispenser, water dispenser, range
3: samsung, lg, ge profile, spin*, laundry machine, igniter, cook*, bakes
1: error code, laundry

handyman
5: handyman, handy man, handyperson, odd jobs, odds and ends, honey do, honeydo, punch list, little things, small repairs, small jobs, few things, list of ~ stuff, list of ~ things, random things, various repairs, little repairs, misc repairs, to do list, fix a few, couple of things, little stuff, small fixes, minor repairs
4: towel bar*, towel rack*, toilet paper holder, curtain rod*, curtains, drapes, blinds, grab bar*, caulk*, weather strip*, weatherstrip*, squeaky door, door ~ squeak*, door ~ stick*, sticking door, door knob, doorknob, door handle, cabinet hinge, hinge*, door ~ close, door ~ latch, drawer*, cabinet door*, baby proof*, babyproof*, child proof*, childproof*, baby gate, closet rod, closet door*, bifold, screen door, storm door, doggy door, dog door, pet door, hang ~ shelves, hang ~ shelf, floating shelves, shelf ~ fell, christmas lights, door stop, doorstop, install ~ door, interior door*, door frame, loose railing, wobbly railing, hand rail, handrail, stair rail*, medicine cabinet, attic ladder, sagging door
3: shelves, shelf, shelving, rods, repairs around, around the house, fix stuff, fix things, knob*, loose, wobbly, squeaky, stuck drawer
1: door, fix, repair, replace, install, broken

house_cleaning
5: house clean*, clean* ~ house, home clean*, clean my house, clean* ~ apartment, clean* ~ condo, clean* ~ home, maid*, housekeep*, house keep*, cleaning lady, cleaning service, cleaners, deep clean*, move out clean*, move in clean*, turnover clean*, airbnb clean*, clean* ~ airbnb, spring clean*, tidy up, mop*, dusting, vacuum*, bathrooms cleaned, weekly clean*, biweekly clean*, monthly clean*, post construction clean*, construction clean*, office clean*, janitor*, apartment cleaned, house cleaned, place cleaned, home cleaned, clean ~ place, clean ~ kitchen, clean ~ bathroom*, kitchen ~ cleaned, clean ~ oven, clean ~ fridge, clean* ~ before ~ move, deposit ~ clean*
4: cleaner, cleaning, cleaned, messy, filthy, scrub*, guests ~ clean*, dust*, every other week ~ clean*, spotless, turnover, whole house, after ~ party
3: clean, dirty, tidy, mess, biweekly, sanitiz*, disinfect*

carpet_cleaning
5: carpet clean*, clean* ~ carpet*, carpet* ~ clean*, rug clean*, clean* ~ rug*, rug* ~ clean*, steam clean*, shampoo*, upholster*, couch clean*, clean* ~ couch, sofa clean*, clean* ~ sofa, mattress clean*, clean* ~ mattress, pet stain*, pet odor, stain* ~ carpet*, carpet* ~ stain*, stain* ~ rug*, rug* ~ stain*, stain* ~ couch, stain* ~ sofa, couch ~ stain*, sofa ~ stain*, wine ~ carpet*, spill* ~ carpet*, pee* ~ carpet*, peed ~ rug, urine, peed ~ couch, puke* ~ carpet*, vomit*, persian rug, oriental rug, area rug*, wall to wall, carpets cleaned, tile and grout clean*, grout clean*, sectional ~ clean*
4: carpet* ~ smell*, carpet* ~ dirty, stains, loveseat, sectional, spilled, spill, peed, pee, dog pee, cat pee, armchair, recliner
3: carpet*, rug*, stain*, couch, sofa, mattress*

pest_control
5: pest*, exterminator, exterminat*, bug*, roach*, cockroach*, termite*, bed bug*, bedbug*, mice, mouse, rat, rats, rodent*, wasp*, hornet*, yellow jacket*, yellowjacket*, bees, beehive, hive, flea*, mosquito*, tick, ticks, spider*, ants, ant, carpenter ants, infest*, raccoon*, squirrel*, bat, bats, possum*, opossum*, skunk*, snake in, snakes, droppings, centipede*, silverfish, gnat*, flies, moths, scorpion*, critter*, scratching ~ attic, scratching ~ wall*, scratching ~ night, noises ~ attic, scurry*, gopher*, mole, moles, armadillo*, pigeon*, fumigat*, chewing ~ wires, gnaw*, swarm*, earwig*, crickets, stink bugs
4: bites, bitten, nest, bug spray, insect*, bee, something ~ in ~ attic, animal* ~ attic, dead animal, running around ~ attic, sting, stung, crawling

lawn_landscaping
5: lawn*, mow*, grass, landscap*, yard work, yardwork, garden*, mulch*, sod, weed*, hedge*, bush*, shrub*, sprinkler*, irrigation, rake*, raking, leaf clean*, leaves ~ yard, aerat*, fertiliz*, flower bed*, flowerbed*, xeriscap*, turf, yard clean*, clean* ~ yard, drip system, leaf blow*, plants, plant ~ flowers, planting, topsoil, yard ~ overgrown, overgrown, edging, weed eat*, weed whack*, snow removal, snow plow*, shovel* ~ snow, plow* ~ driveway, french drain, grading
4: yard, leaves, gravel, seed*, flowers, plant*, trim ~ bushes, backyard ~ clean*, soil, drainage
2: backyard, back yard, front yard, snow, trim*, outside work

tree_service
5: tree, trees, stump*, arborist, limb, limbs, branch, branches, palm*, fallen tree, tree ~ fell, tree ~ down, tree ~ remov*, tree ~ trim*, trim* ~ tree*, dead tree, cut ~ tree, prune ~ tree*, tree ~ lean*, tree service, oak, oaks, pine, maple, elm, pecan, cedar tree, eucalyptus, magnolia, sycamore, willow, birch, spruce, crown ~ thin*
3: trunk, prun*, chainsaw, wood chip*, logs, roots

roofing
7: asphalt ~ roof*, asphalt shingle*, metal roof*, tile roof*, flat roof*, roof ~ replac*, replac* ~ roof*
5: roof*, shingle*, reroof, re roof, skylight*, flashing, hail damage, hail, soffit*, fascia*, ridge vent, eaves, leak* ~ when ~ rain*, leak* ~ rain*, drip* ~ when ~ rain*, rain* ~ ceiling, drip* ~ ceiling ~ rain*, ceiling ~ leak* ~ rain*, ceiling ~ rain*, water ~ ceiling ~ rain*, rain ~ coming in, rain ~ comes in, rain ~ leak*, stain ~ ceiling ~ storm, stain ~ ceiling ~ rain*, tarp*, ponding, chimney ~ flashing, attic leak, leak* ~ attic, storm ~ ceiling, ceiling ~ storm
3: attic ~ wet, storm damage, wind damage, storm, rain*, chimney cap

gutters
8: gutter* ~ clean*, clean* ~ gutter*, gutter* ~ clogged, gutter* ~ overflow*
6: gutter*, downspout*, down spout*, eavestrough*, leaf guard*, gutter guard*, rain gutter*

painting
7: paint* ~ cabinet*, cabinet* ~ paint*, paint* ~ fence, fence ~ paint*, paint* ~ deck, deck ~ paint*, paint* ~ ceiling*, ceiling* ~ paint*, paint* ~ wall*, paint* ~ brick, paint* ~ garage
5: paint*, repaint*, primer, accent wall, wallpaper, touch up*, touchup*, peeling paint, paint ~ peel*, cabinets painted, paint* ~ cabinets, stain* ~ front door, stain* ~ door, stain* ~ deck, deck ~ stain*, exterior ~ repaint*, color change, pressure wash* ~ paint*, trim ~ paint*, second coat, new coat, coat of
3: wall color, color*, peeling, flaking, shutters, trim work, baseboard*

flooring
5: flooring, hardwood*, wood floor*, floor* ~ refinish*, refinish* ~ floor*, sand* ~ floor*, laminate, vinyl plank, lvp, linoleum, tile*, grout, subfloor, floorboard*, parquet, install ~ carpet, new carpet, carpet install*, replace ~ carpet, carpet ~ replaced, put ~ carpet, squeaky floor*, floor* ~ squeak*, floor* ~ creak*, epoxy floor*, floor* ~ buckl*, floor* ~ warp*, floor* ~ soft, planks, refinish*, vinyl floor*, tile floor, floor tile*, retile, carpet ~ stretch*, stretch* ~ carpet
4: floors, stairs ~ carpet*, engineered wood, scratched floor*, rip* ~ carpet, bamboo floor*, baseboards ~ floor*
3: floor, stair tread*, sanded

locksmith
5: locksmith, lock out, lockout, locked out, rekey*, re key*, deadbolt*, dead bolt*, lost ~ key*, key* ~ stuck, key* ~ broke*, broke* ~ key*, change ~ lock*, lock* ~ change*, new lock*, smart lock*, keypad, keyless, mailbox lock, mailbox key, spare key*, copy ~ key*, duplicate key*, padlock, ignition, car key*, key fob, lost my keys, lost keys, keys inside, keys ~ inside, locked ~ keys, lock* ~ jam*, lock* ~ stuck, door ~ wont lock, wont lock, wont unlock, master key, picked lock, shut myself out, cant get in, cant get into, locked myself, stolen keys, safe ~ open, open ~ safe
4: lock, locks, key, keys, locked, unlock*, break in, broken into, burglar*, latch ~ front door, strike plate

garage_door
6: garage door*, garage opener, garage ~ opener, garage spring*, garage ~ spring, torsion spring*, overhead door, roll up door, liftmaster, chamberlain, genie, garage remote, garage ~ sensor, garage ~ track, garage ~ cable*, garage ~ wont open, garage ~ wont close, garage ~ stuck, garage ~ open*, garage ~ close*, door ~ garage ~ track, door ~ track ~ garage, car ~ stuck ~ garage, car ~ trapped, carriage door*
2: opener, remote, spring snapped

fence_deck
5: fence*, fencing, picket*, privacy fence, chain link, gate, gates, deck, decks, decking, deck board*, porch, pergola*, gazebo*, patio cover, railing ~ deck, deck railing, build ~ deck, trellis, arbor, carport, fence post*, ramp, wood rot, trex, pavilion, awning*, wheelchair ramp, boardwalk, dock, lattice
3: rotten boards, post, posts, railing*, rotten, rotted, shed, playhouse
1: boards

concrete_masonry
5: concrete, cement, driveway*, sidewalk*, slab*, paver*, brick*, mason*, retaining wall*, block wall*, mortar, tuckpoint*, tuck point*, repoint*, stucco, stoop, foundation*, fire pit, firepit, asphalt, stone ~ wall, stone*, stonework, cinder block*, steps ~ crumbl*, concrete steps, front steps, patio slab, patio ~ pour*, repour, pour* ~ patio, flagstone, walkway*, curb, brick ~ chimney, chimney ~ brick, crumbl*, sinkhole, mudjack*, sealcoat*, seal coat*, trip hazard
3: chimney, patio, steps, leveling, cracked ~ step, path, outdoor kitchen

remodeling
5: remodel*, renovat*, addition, adu, in law suite, granny flat, convert ~ garage, garage conversion, finish ~ basement, basement ~ finish*, basement remodel, general contractor, contractor, countertop*, counter top*, granite, quartz, backsplash, back splash, vanity, open concept, knock* ~ wall, take ~ out ~ wall, load bearing, walk in shower, walk in closet, tub to shower, tub ~ to ~ shower, new kitchen, redo ~ kitchen, redo ~ bathroom, redo ~ bath, kitchen ~ redo*, bathroom ~ redo*, gut ~ kitchen, gut ~ bath*, gut the, gut our, gut my, gutting, gutted, update ~ kitchen, update ~ bathroom, new cabinets, kitchen cabinets, cabinets ~ install*, install ~ cabinets, bathroom upgrade, redo, sunroom, mother in law, whole home, build out, buildout, second story, second bathroom, extra bedroom, blueprints
4: bump out, add ~ bathroom, add ~ bedroom, add ~ room, half bath, kitchen island, kitchenette, cabinetry, permits, architect, redesign*
3: new tub, new counters, counters

drywall
5: drywall*, dry wall, sheetrock*, sheet rock*, hole* ~ wall*, hole* ~ ceiling, hole ~ from ~ door*, wall* ~ hole*, patch* ~ wall*, wall* ~ patch*, popcorn ceiling*, popcorn, plaster*, crack* ~ ceiling, crack* ~ wall*, ceiling ~ crack*, wall* ~ crack*, texture*, knockdown, nail pop*, mud and tape, taping, skim coat*, wall repair, ceiling repair, ceiling ~ sag*, ceiling ~ fell, ceiling ~ patch*, patch*, spackle*, dent* ~ wall, punched ~ wall, foot through ~ ceiling, open* ~ wall, left ~ hole*, cut ~ hole*, wall closed up, close up ~ wall
2: hole*, ceiling, wall*

windows_glass
5: window*, glass, pane, panes, broken window, double pane, foggy window*, window screen*, torn screen*, sliding glass, sliding door, slider, patio door, french door*, glazing, glazier, mirror ~ crack*, shower door, glass shower, window clean*, clean* ~ windows, window wash*, wash* ~ windows, storm window*, window tint*, tint*, drafty, draft*, sash, sill, condensation, weather ~ window*, shatter*, table top ~ glass, plexiglass, egress
3: screen*, foggy, tempered

moving
5: moving, mover*, relocat*, uhaul, u haul, moving truck, load* ~ truck, load* ~ pod, unload*, pod, pods, pack* ~ boxes, packing, help moving, move ~ furniture, moving help, piano, apartment move, long distance move, move ~ apartment, move ~ house, move to ~ new, move my, move our, move a, move some, move ~ couch, move ~ bed, move ~ upstairs, move ~ downstairs, storage unit, into storage, out of storage, muscle, help ~ move, 2 guys, two guys, strong guys, carry ~ stairs, moving from, penske, box truck, cross country
4: load, loading, no elevator, pick up ~ couch ~ deliver*, deliver ~ furniture, truck, 3rd floor ~ elevator, relocation, freight, safe ~ move
2: boxes, elevator, move

junk_removal
6: junk, haul*, haul away, haul off, get rid of, rid of, dump*, dump run, trash ~ out, trash removal, garbage removal, debris*, dispos* of, disposal ~ old, cleanout, clean out, clean ~ out, cleanouts, hoard*, old mattress*, old couch, old furniture, old appliances, old fridge, old washer, dead washer, dead fridge, broken fridge, pick up ~ old, pick up ~ broken, take away, take ~ away, taken away, removal and disposal, remov* ~ dispos*, bulk pickup, bulk trash, curb ~ pick*, from the curb, dumpster, scrap metal, tear down ~ shed, demo ~ shed, shed demo*, remove ~ shed, remove ~ hot tub, hot tub removal, yard waste, brush pile, estate clean*, gone, donate, donation pickup, tires, e waste, demolition, demolish*
4: trash, rubbish, throw away, throw out, throwing out, toss, garbage ~ pick*, pile of, discard*, removed, scrap

pool_spa
6: pool, pools, swimming pool, hot tub*, jacuzzi, spa, pool pump, pool filter, chlorine, green pool, pool ~ green, pool clean*, clean* ~ pool, pool heater, pool liner, skimmer, winterize ~ pool, open ~ pool, close ~ pool, algae, cloudy ~ water, water ~ cloudy, ph level*, salt cell, diving board, pool service, swim spa, whirlpool tub, sauna
2: jets, suction, liner

assembly_mounting
5: assembl*, put together, ikea, wayfair, furniture ~ together, build ~ furniture, tv mount*, mount ~ tv, mount* ~ tv, tv ~ mount*, tv ~ wall, tv ~ hung, hang ~ tv, hang* ~ mirror, hang* ~ picture*, hang* ~ art, picture hang*, gallery wall, mount*, wall mount*, soundbar, sound bar, hide ~ wires, hide ~ cables, swing set, swingset, trampoline, peloton, treadmill, elliptical, bed frame, dresser*, desk, crib, bunk bed*, bookcase*, bookshelf*, bookshel*, wardrobe, pax, basketball hoop, playset, play set, flat screen, flatscreen, tv up, inch tv, inch samsung, inch lg, projector, flat pack, flatpack, new grill, bbq grill, gazebo kit, shed kit, murphy bed, standing desk, exercise bike, exercise equipment, exercise machine
3: tv, television, instructions, screws ~ box, anchors, hang, hanging, mirror*, picture*, pictures

water_mold_restoration
6: water damage, flood damage, flooded basement, basement ~ flood*, flood* ~ basement, house ~ flooded, flooded ~ house, mold, mould, moldy, black mold, mildew, remediation, restoration, sewage, dry out, dried out, dry* ~ out, pump* ~ out, pumped out, smoke damage, fire damage, soot, crawl space ~ moist*, crawlspace ~ moist*, musty, water extraction, wet drywall, wet carpet*, carpet* ~ wet, carpet* ~ soaked, soaked ~ carpet, squish*, floor ~ squishy, standing water, inches of water, asbestos, insurance claim, dehumidif*, wet basement, basement ~ water, water ~ basement, wet insulation, damp*, sewage ~ backed
4: flood*, soaked, soak*, wet, moisture, fungus, spores, odor ~ basement
`;
