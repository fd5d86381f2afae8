/** A service of the sample council, as an owner would write it down. */
export interface SampleService {
  title: string;
  directorate: string;
  does: string;
  /** In residents' own words. */
  topics: string[];
  /** How a resident asks for what is routine. */
  routine: string;
  /** Last part of the address of the page for it. */
  page: string;
  outOfHours?: string;
  /** Short form for job titles: "Waste". */
  short: string;
}

const list = (text: string): string[] => text.split(';').map((one) => one.trim());

const environment = 'Environment and Streets';
const place = 'Place and Growth';
const housing = 'Housing and Communities';
const adults = 'Adults and Health';
const children = 'Children and Education';
const corporate = 'Corporate Services';

/** Answers at night and at weekends what cannot wait. The number is one of those kept for fiction. */
const emergencyLine = 'In an emergency ring 01632 960999, at any hour. If a life is in danger ring 999 first.';

export const services: SampleService[] = [
  {
    title: 'Waste and recycling',
    short: 'Waste',
    directorate: environment,
    does: 'Household bins and recycling collections, garden and food waste, bulky items, household recycling centres, clinical and trade waste.',
    topics: list(
      'missed bin; missed collection; bin not emptied; bins not collected; bin day; collection day; which bin this week; Christmas bin collections; new bin; replacement bin; broken bin; damaged bin; stolen bin; bin not put back; bin left in the road by the crew; bin lorry; bin men; wheelie bin; black bin; green bin; brown bin; bigger bin; extra bin; food waste caddy; food bags; recycling box; recycling bags; what can I recycle; contaminated recycling; recycling left behind; garden waste; garden waste subscription; bulky waste; sofa, mattress or fridge collection; bulky household items; assisted collection; help to put the bin out; clinical waste; sharps box collection; medical waste; nappies; tip; dump; household recycling centre; booking a slot at the tip; permit for a van at the tip; bottle bank; recycling bank; batteries; small electrical items; hazardous household waste; trade waste; commercial waste; business rubbish collection; bin store in flats; communal bins overflowing; side waste; refuse collection; rubbish collection; spillage from a bin lorry; recycling not collected; recycling not picked up; disposing of old furniture; getting rid of a mattress; getting rid of a fridge; paint; plasterboard and rubble at the tip; recycling lorry'
    ),
    routine:
      'A missed collection is reported on the website within two working days; the crew comes back within two more. New bins and bulky collections are ordered there too.',
    page: 'bins'
  },
  {
    title: 'Street cleaning',
    short: 'Street Cleaning',
    directorate: environment,
    does: 'Litter, fly-tipping, graffiti and fly-posting, dog fouling, dead animals, leaves, needles, abandoned vehicles and trolleys, public toilets.',
    topics: list(
      'fly-tipping; dumped rubbish; rubbish dumped in a lane; dumped mattress; dumped fridge; dumped tyres; bags left by the roadside; litter; litter bin full; litter bin overflowing; new litter bin; litter picking; community litter pick; broken glass; street sweeping; dirty street; road sweeper; leaves on the pavement; slippery leaves; weeds in the gutter; graffiti; offensive graffiti; spray paint on a wall; fly-posting; posters on lamp posts; stickers; chewing gum; dog fouling; dog mess; dog poo; dog waste bin; dead animal; dead badger; dead cat; dead fox on the road; dead deer; needles; syringes; drug litter; abandoned car; abandoned vehicle; untaxed car left for weeks; burnt out car; abandoned bike; abandoned e-scooter; abandoned shopping trolley; public toilets; toilets locked; cleaning bus shelters; vomit on the pavement; blood on the pavement; oil or paint spilled on the road; littering fine; litter thrown from cars; cigarette ends; spitting; bird mess; dirty subway; black bags dumped; swear words painted on a wall; illegal posters; dirty pavement; rubbish blowing about; rubbish in a hedge; smashed bottles; dead bird'
    ),
    routine:
      'Fly-tipping, litter and graffiti are reported on the website with a place and a photograph. Most are gone within three working days, needles and offensive graffiti within one.',
    page: 'street-problems',
    outOfHours: emergencyLine
  },
  {
    title: 'Highways',
    short: 'Highways',
    directorate: environment,
    does: 'Roads and pavements: potholes, drains and gullies, gritting, roadworks, skips and scaffolding, dropped kerbs, signs, public footpaths and bridges.',
    topics: list(
      'pothole; hole in the road; road surface; uneven road; damaged road; road breaking up; resurfacing; pavement; broken paving slab; trip hazard; uneven pavement; cracked kerb; fell on the pavement; blocked road drain; blocked gully; gully cover missing; manhole cover; standing water on the road; road flooding when it rains; gritting; grit bin; salt; icy road; snow on the roads; roadworks; road closure; diversion; temporary traffic lights; utility company digging up the road; trench left open; street works; skip on the road; skip permit; scaffolding licence; hoarding; crane on the highway; building materials on the pavement; dropped kerb; driveway access; vehicle crossing; road sign; missing sign; dirty sign; damaged sign; street name plate; signpost; road markings; faded white lines; worn yellow lines need repainting; public footpath; right of way; bridleway; stile; blocked footpath; overgrown footpath; bridge; damaged bridge; retaining wall; hedge over the pavement; overgrown hedge blocking the path; brambles over the pavement; obstruction on the road; pavement obstruction; A-board; mud on the road; road adoption; unadopted road; private road; bollard knocked over; guard rail; cattle grid; verge damaged by cars; weight limit; abnormal load; horses on the road; fallen tree across the road; sinkhole; road spillage; subsided road; crater; sunken drain; ironworks rattling; grass growing through the pavement; blocked drain in the road; lorry hit a bridge; school pavement too narrow; tree roots lifting the pavement'
    ),
    routine:
      'Potholes, pavements and drains are reported on the website with a place on the map. Dangerous ones are made safe within a day, others looked at within ten working days.',
    page: 'roads',
    outOfHours: emergencyLine
  },
  {
    title: 'Street lighting and signals',
    short: 'Lighting',
    directorate: environment,
    does: 'Street lights, traffic lights, illuminated signs and bollards.',
    topics: list(
      'street light out; street lamp not working; lamp post; lamp column leaning; light on all day; flickering light; dark street; dark alley; new street light; street light too bright; light shining into the bedroom; lights switched off at midnight; part-night lighting; LED lights; cable exposed on a lamp post; traffic lights; traffic signals not working; stuck on red; lights out of sequence; timing of the lights; green man; crossing button not working; beeping crossing; illuminated bollard; lit road sign; speed sign that flashes; Christmas lights on lamp posts; hanging baskets on lamp columns; banner on a lamp post; pitch dark street; lights off; lamps out; light shining all night; pedestrian lights; filter arrow'
    ),
    routine: 'A light that does not work is reported on the website with the number on the column. It is mended within five working days.',
    page: 'street-lights',
    outOfHours: emergencyLine
  },
  {
    title: 'Parking',
    short: 'Parking',
    directorate: environment,
    does: "Parking fines, residents' permits, car parks, enforcement of yellow lines, Blue Badges, disabled bays, charging points for electric cars.",
    topics: list(
      "parking fine; parking ticket; penalty charge notice; PCN appeal; challenge a ticket; bus lane fine; bailiffs for a parking fine; traffic warden; civil enforcement officer; residents' permit; parking permit; visitor permit; permit zone; controlled parking zone; car park; pay and display machine; car park charges; season ticket; parking app; illegal parking; parked on double yellow lines; cars parked on the pavement; pavement parking; parking outside the school; school run parking; blocked drive; car across my driveway; parked on a corner; nowhere to park; commuters parking in our road; lorry parked overnight; camper van parked in the street; Blue Badge; disabled badge; disabled parking bay; badge misuse; new yellow lines; parking bays; loading bay; taxi rank parking; dispensation for removals; suspended bay; electric car charging point; EV charger; clamped; car towed away; motorcycle parking; zig-zag lines; trailer or caravan on the street; leave the car in town; cost of parking; Blue Badge renewal; spaces for residents only; residents-only parking; dumped cars of a garage taking up spaces; parking across a dropped kerb; parking space; free parking; parking charges; delivery vans blocking the road"
    ),
    routine:
      'Fines are challenged, and permits and Blue Badges applied for, on the website. Cars that block a drive or a crossing are reported by telephone, 8am to 8pm.',
    page: 'parking'
  },
  {
    title: 'Transport and road safety',
    short: 'Transport',
    directorate: place,
    does: 'Buses, passes and shelters, crossings, speed limits, traffic calming, cycling, school crossing patrols, community transport.',
    topics: list(
      "bus route; bus cut; bus timetable; bus late; bus stop; bus shelter; broken bus shelter; real time display; bus pass; older person's bus pass; disabled bus pass; concessionary travel; companion pass; dial-a-ride; community transport; park and ride; speeding; cars racing; speed limit; 20 mph zone; 30 mph; speed humps; sleeping policemen; traffic calming; chicane; speed camera; rat run; too much traffic; heavy lorries through the village; HGV ban; congestion; one-way street; pedestrian crossing; zebra crossing; no safe place to cross; lollipop lady; lollipop man; school crossing patrol; school street; walking to school; safe route to school; road safety; accident blackspot; dangerous junction; mini roundabout; cycle lane; cycle path; bike rack; cycle training; bikeability; e-scooter hire; car club; train station; travel plan; traffic count; traffic order; weight restriction scheme; tourist sign; railway crossing; taxi rank location; low traffic neighbourhood; clean air zone charge; bus never turns up; number of the bus; free bus travel for pensioners; humps in the road; cars going too fast; boy racers; nearly knocked down crossing the road; pavement cycling"
    ),
    routine:
      'Bus passes are applied for on the website. Faults on buses themselves go to the company that runs them; shelters and stops are ours.',
    page: 'transport'
  },
  {
    title: 'Parks, trees and open spaces',
    short: 'Parks',
    directorate: environment,
    does: 'Parks, playgrounds, grass cutting, trees on council land, allotments, nature reserves and ponds.',
    topics: list(
      'park; park gates locked; park bench; memorial bench; playground; play area; broken swing; slide; climbing frame; outdoor gym; skate park; grass cutting; long grass; grass too high; mowing; verge; wildflowers; flower beds; shrubs overgrown; hanging baskets; tree; overhanging branches; tree needs pruning; tree roots; dead tree; dangerous tree; fallen tree in a park; tree blocking light; tree stump; new tree; plant a tree; ash dieback; oak processionary moth; hedge in the park; allotment; allotment waiting list; community garden; nature reserve; woodland; pond; ducks; geese; lake; blue-green algae in the lake; wildlife; bees; giant hogweed; Japanese knotweed on council land; ragwort; village green; common land; football pitch; cricket pitch; pitch booking; tennis courts; bowling green; paddling pool; bandstand; fair in the park; park ranger; barbecue in the park; dogs off the lead in the park; war memorial garden; conker trees; country park; picnic area; goalposts; branch about to come down; branches on telephone wires; park locked; roundabout in the play area; dog walkers in the park; hole in the football pitch; leaves from council trees'
    ),
    routine:
      'Broken play equipment, long grass and trees are reported on the website with a place on the map. What is dangerous is fenced off the same day.',
    page: 'parks'
  },
  {
    title: 'Environmental protection',
    short: 'Environmental Protection',
    directorate: environment,
    does: 'Noise, smoke and bonfires, smells, pests, air and water pollution, stray and dangerous dogs, private drains, heaps of rubbish in gardens.',
    topics: list(
      "noise; noisy neighbours; loud music; late night party; barking dog; dogs barking all night; DIY at night; building site noise; construction noise; noise from a pub; alarm ringing; house alarm; car alarm; cockerel; bonfire; neighbour's bonfire; neighbour burning rubbish; burning plastic; smoke from a chimney; wood burner; smoke control area; smoky; smell; bad smell; smell of sewage; smell from a farm; smell from a takeaway; odour; dust; fumes; idling engines; air quality; pollution; water pollution; oil in the stream; contaminated land; private water supply; blocked drain at home; overflowing sewer; drains between neighbours; septic tank; cesspit; rats; mice; rat infestation; vermin; pest control; wasps; wasps nest; cockroaches; bed bugs; fleas; pigeons; seagulls; moths; stray dog; lost dog; found a dog; dog warden; dangerous dog; dog attack; dogs; too many dogs in one house; puppy farm; dog not microchipped; neighbour's rubbish in the garden; overgrown garden full of rubbish; filthy house; hoarding; light pollution; security light shining in; statutory nuisance; nuisance; fireworks; pollution permit; crematorium emissions; asbestos dumped in a garden; fly infestation; animal cruelty; odour from drains; drones; black bags piled up in a yard; rubbish piled up next to a house; dog off the lead attacked my dog; aggressive dog; dog bit; factory noise; factory smell; stink; stench; drain smell; sewage in a garden; music through the wall; party wall noise; generator; heat pump noise; scrambling noise; sound; burning in the garden; ash on the washing; foxes; mosquitoes; squirrels in the loft; feeding pigeons"
    ),
    routine:
      'Noise, smoke, pests and stray dogs are reported on the website or by telephone. A resident keeps a diary of a nuisance for two weeks; officers visit after that.',
    page: 'noise-and-pests',
    outOfHours:
      'Loud parties and alarms: 01632 960998, Friday and Saturday, 8pm to 2am. Stray dogs at night are taken to the kennels in Mill Lane.'
  },
  {
    title: 'Food safety and trading standards',
    short: 'Trading Standards',
    directorate: environment,
    does: 'Food hygiene, health and safety at work, rogue traders, scams, unsafe products, underage sales, animal health on farms.',
    topics: list(
      'food hygiene; food hygiene rating; food poisoning; dirty takeaway; dirty restaurant; dirty kitchen; found something in my food; out of date food; mouldy food; allergens; food labels; registering a food business; selling cakes from home; hot food van hygiene; health and safety at work; accident at work; unsafe workplace; rogue trader; cowboy builder; doorstep seller; cold caller; scam; scam phone calls; scam letters; loan shark; counterfeit goods; fake goods; fake cigarettes; illegal tobacco; vapes sold to children; underage sales; selling alcohol to children; knives sold to children; fireworks sold to children; faulty goods; consumer advice; shop refuses a refund; ripped off; mis-sold; bought a faulty car; second-hand car dealer; unsafe toys; unsafe electric blanket; product recall; weights and measures; short measure in a pub; petrol station; weighbridge; price tags; misleading advertising; ticket touts; letting agents fees; farm animals; sick cattle; sheep without ear tags; bird flu; moving pigs; animal feed; smoking in the workplace; approved trader scheme; fake bank calls; pretending to be the bank; phone fraud; starving farm animals; farm animals without water; hair in food; rats in a takeaway kitchen; takeaway gave food poisoning; market stall selling fakes; dodgy builder; work paid for and not done; bad roofers'
    ),
    routine:
      'Residents report scams and faulty goods to the national consumer helpline, which passes them on to us. Food poisoning and dirty kitchens are reported on our website.',
    page: 'trading-standards'
  },
  {
    title: 'Licensing',
    short: 'Licensing',
    directorate: place,
    does: 'Taxis, alcohol and entertainment, gambling, street trading, pavement cafes, tattooists, kennels and pet shops, collections, scrap dealers.',
    topics: list(
      'taxi licence; taxi driver; rude taxi driver; taxi fares; overcharged by a taxi; private hire; minicab; hackney carriage; taxi badge; taxi plate; wheelchair taxi; alcohol licence; premises licence; pub opening hours; licensing hours; late licence; club licence; nightclub; temporary event notice; personal licence; live music licence; entertainment licence; off-licence; beer garden hours; gambling; betting shop; casino; bingo; fruit machines; lottery licence; raffle; street trading; ice cream van; burger van pitch; market stall licence; pavement cafe; tables and chairs on the pavement; street collection; charity collection; house to house collection; buskers; tattoo parlour; piercing; acupuncture; massage parlour; sex shop; lap dancing; kennels; cattery; dog breeder licence; pet shop; riding school; zoo; performing animals; scrap metal dealer; skip hire operator; late night takeaway; cinema; film classification; hypnotist show; boat hire licence; sports ground certificate; child performance at a show; caravan site fees; object to a licence application; licence review; become a taxi driver; charity bucket collection; guide dog refused by a taxi; raffle tickets; permission for a beer tent; selling hot food from a van; pub too loud after hours licence; drinking outside a bar'
    ),
    routine: 'Licences are applied for on the website, where open applications can be read and commented on for 28 days.',
    page: 'licences'
  },
  {
    title: 'Planning',
    short: 'Planning',
    directorate: place,
    does: 'Planning applications and enforcement, the local plan, listed buildings and conservation areas, protected trees, high hedges.',
    topics: list(
      'planning application; planning permission; do I need planning permission; object to a planning application; comment on an application; planning objection; planning decision; planning refused; planning appeal; planning committee speaking; extension next door; loft conversion permission; conservatory; summer house; garden room; shed too big; fence too high; wall too high; neighbour building without permission; built without permission; not built to plan; breach of planning; planning enforcement; change of use; house turned into flats; house used as a business; Airbnb; new houses; housing estate plans; developer; building on green belt; green belt; greenfield; local plan; neighbourhood plan; site allocation; brownfield land; listed building; conservation area; windows in a listed building; heritage; blue plaque; ancient monument; archaeology; tree preservation order; TPO; protected tree cut down; works to a tree in a conservation area; high hedge; hedge too tall; overlooking; loss of light; right to light; privacy; satellite dish; advert hoarding; shop sign; shop front; solar panels permission; wind turbine; phone mast; 5G mast; telephone mast; section 106; community infrastructure levy; affordable homes in a development; traveller site application; caravan on land; mobile home in a field; quarry; minerals; waste site application; HMO permission; pre-application advice; certificate of lawful development; self-build; planning notice; oak with an order on it; fell a protected tree; chop down a protected tree; leylandii; hedge blocking light; garage converted without permission; annexe in the garden; decking; dormer window; balcony overlooking; flats being built; chicken shed permission'
    ),
    routine:
      'Applications are looked up and commented on through the planning register on the website. Work without permission is reported there too; the officer answers within ten working days.',
    page: 'planning'
  },
  {
    title: 'Building control',
    short: 'Building Control',
    directorate: place,
    does: 'Building regulations, dangerous structures, demolition, street naming and numbering.',
    topics: list(
      'building regulations; building regs; building inspector; building control; completion certificate; dangerous building; dangerous structure; dangerous wall; wall about to fall; leaning chimney; loose roof tiles falling; building collapsed; unsafe building; unsafe balcony; cracks in a house; subsidence; demolition; knocking down a building; removing a wall at home; loft conversion regulations; new boiler certificate; window certificate; electrical work certificate; garage conversion; party wall; cladding; fire safety of a block of flats; fire doors; fire escape; building inspection; approved inspector; street naming; house numbering; new street name; change of house name; new address not recognised; postcode for a new house; house number; access for disabled people in new buildings; underpinning; foundations; scaffolding looks unsafe; cellar; chimney stack about to fall; roof about to collapse; knocking down a factory; brickwork coming loose; slates falling; bulging wall; removing a chimney breast; unfinished extension unsafe; new address'
    ),
    routine: 'Applications and inspections are booked on the website. A structure that may fall is reported by telephone at once.',
    page: 'building-control',
    outOfHours: emergencyLine
  },
  {
    title: 'Private housing and empty homes',
    short: 'Private Housing',
    directorate: housing,
    does: 'Private landlords and their tenants, shared houses, damp in rented homes, empty and derelict buildings, adaptation grants, caravan sites.',
    topics: list(
      "private landlord; bad landlord; landlord will not do repairs; rented house in bad condition; private tenant; private renting; damp and mould in a private rented home; no heating in a rented flat; cold rented home; illegal eviction; landlord threatening tenants; letting agent; rent too high; deposit; house in multiple occupation; HMO; HMO licence; bedsit; shared house; too many people living in one house; overcrowded house; beds in sheds; landlord licensing; selective licensing; empty house; empty property; boarded up house; derelict building; derelict house; eyesore; house empty for years; squatters; bring a home back into use; broken windows in an empty house; disabled facilities grant; stairlift; level access shower; adaptations to a home; home improvement loan; home repair grant; handyman; caravan site; mobile home park; park home; houseboat; gas safety in a rented home; smoke alarm in a rented house; accommodation certificate; hoarder's flat; vacant property; abandoned house; no hot water and landlord does nothing; landlord will not mend the boiler; landlord ignoring mould; landlord will not fix the heating; wet room grant; tenant harassed by landlord; house on the street empty since the owner died; rotten windows in a rented house; rats in a rented house and the landlord does nothing"
    ),
    routine:
      'Tenants tell their landlord first, in writing. If nothing happens they fill in the form on the website; an inspector looks within fifteen working days, sooner where somebody is in danger.',
    page: 'private-housing'
  },
  {
    title: 'Council housing',
    short: 'Council Housing',
    directorate: housing,
    does: "The council's own tenants and leaseholders: repairs, rent, tenancies, estates, garages, sheltered housing, right to buy.",
    topics: list(
      'council house repairs; repair to my council flat; housing repairs; leaking roof in a council house; leak; burst pipe; no hot water in a council flat; boiler broken; council boiler; heating not working in a council house; damp in a council house; mould in a council flat; broken window in a council house; new kitchen; new bathroom; repair appointment missed; repairs contractor; council tenant; tenancy; joint tenancy; succession of a tenancy; council rent; rent arrears; rent account; rent statement; rent increase; eviction from a council home; council garage; rent a garage; council estate; caretaker; communal cleaning; stairwell; lift broken; lift out of order; door entry system; intercom; bin chute; estate parking; council tenant garden; neighbour dispute between council tenants; tenancy breach; pets in a council flat; housing officer; estate manager; tower block; sheltered housing; extra care; warden; alarm pull cord; leaseholder; service charge; major works; right to buy; buying my council house; tenants association; tenant satisfaction; decorate; lost keys; lock change; fence broken in a council house; council home contents insurance; electrical check; gas safety check; void property; permission to alter a council home; council will not mend my boiler; no heating in my council house; council flat; housing association repairs; council landlord; swap of a bathroom for a shower in a council flat; transfer of a tenancy after a death'
    ),
    routine:
      'Tenants order repairs on the website or by telephone. Emergencies are made safe within 24 hours, others are done within 20 working days.',
    page: 'council-tenants',
    outOfHours: 'Tenants ring 01632 960997 for repairs that cannot wait: no heating in winter, water coming in, doors that do not lock.'
  },
  {
    title: 'Housing options and homelessness',
    short: 'Housing Options',
    directorate: housing,
    does: 'Homelessness, rough sleeping, the housing register, exchanges, temporary accommodation, refugees.',
    topics: list(
      'homeless; homelessness; about to be homeless; made homeless; nowhere to live; nowhere to sleep tonight; eviction notice; section 21; notice to quit; sleeping in a car; sofa surfing; rough sleeper; person sleeping in a doorway; tent in the park; street homeless; hostel; night shelter; emergency housing; temporary accommodation; bed and breakfast; family in a hotel; housing register; housing list; waiting list for a council house; housing band; housing points; banding; bidding for a home; choice based lettings; apply for a council house; move to a bigger house; overcrowded family wants to move; transfer; mutual exchange; swap council homes; housing association; social housing; affordable rent; shared ownership; help to buy a first home; deposit help; rent deposit scheme; housing advice; fleeing violence needs somewhere to live; leaving prison; leaving hospital with no home; refugees; asylum seekers; Ukrainian family; resettlement; medical need to move; ground floor flat needed; key worker housing; review of a housing decision; friends or parents threw them out; family stuck in a bed and breakfast; children in one hotel room; landlord selling up and wants us out; thrown out by parents; how long is the housing list; landlord wants us out; house too small for the family; losing my home'
    ),
    routine:
      'People apply for the housing register on the website. Whoever may lose their home within eight weeks should get in touch at once.',
    page: 'housing-help',
    outOfHours: 'Who has nowhere to sleep tonight rings 01632 960999.'
  },
  {
    title: 'Council tax and business rates',
    short: 'Revenues',
    directorate: corporate,
    does: 'Bills, bands, discounts, arrears and recovery of council tax, and business rates.',
    topics: list(
      'council tax; council tax bill; council tax wrong; council tax band; rebanding; valuation; council tax too high; single person discount; living alone discount; student exemption; student house council tax; council tax refund; direct debit; pay council tax; moving house; change of address; moved out; council tax on an empty home; second home premium; empty home premium; second home; council tax arrears; council tax debt; summons; court summons; liability order; bailiff; enforcement agents; cannot pay council tax; payment plan; severely mentally impaired exemption; annexe; carer discount; disabled band reduction; care leaver discount; joint liability; probate; dead person council tax; business rates; small business rate relief; rateable value; rates relief for a charity; pub rates; business rates arrears; retail relief; shop empty rates; council tax account online; council tax letter; council tax fraud; which band is my house; I live alone discount; paying too much council tax; bailiffs knocking; bailiffs at the door; rates bill of a shop; moved and still billed; house rebanded; bill for a dead relative'
    ),
    routine: 'Residents see their bill, report a move and ask for discounts in their account on the website.',
    page: 'council-tax'
  },
  {
    title: 'Benefits and welfare',
    short: 'Benefits',
    directorate: corporate,
    does: 'Housing benefit, council tax support, free school meals, crisis payments, welfare advice, help with the cost of living.',
    topics: list(
      'housing benefit; benefit claim; benefit stopped; benefits delayed; backdated benefit; benefit overpayment; benefit appeal; change of circumstances; council tax support; council tax reduction; council tax benefit; help to pay council tax on a low income; discretionary housing payment; bedroom tax; benefit cap; universal credit; free school meals; school uniform grant; school clothing; household support fund; crisis payment; crisis loan; food bank; food voucher; cannot afford food; hungry; no money; cannot pay the bills; energy bills; fuel poverty; prepayment meter; cost of living; white goods grant; furniture for a new home; debt advice; money advice; welfare rights; pension credit; attendance allowance; PIP; disability benefits; winter fuel; benefit fraud; local housing allowance; low income; poverty; funeral costs help; carers allowance; bank card food voucher; lost my job and cannot pay the rent; help with the rent; cannot afford heating; top-up of rent; emergency money; food parcel; blazer and school shoes; electricity meter run out; help with bills'
    ),
    routine:
      'Claims are made on the website and decided within 15 working days. Who has no money for food or heating rings 01632 960110 and is seen the same day.',
    page: 'benefits'
  },
  {
    title: 'Adult social care',
    short: 'Adult Care',
    directorate: adults,
    does: 'Care for older and disabled adults and their carers, care homes, safeguarding adults, equipment at home, meals, support with mental health.',
    topics: list(
      "social care; care at home; home care; carer did not come; home carers; care worker late; care agency; care package; care assessment; needs assessment; social worker for an older person; elderly; elderly mother needs help; old person living alone; frail; dementia; Alzheimer; care home; nursing home; care home fees; paying for care; financial assessment; selling the house to pay for care; deferred payment; direct payments; personal budget; hospital discharge; leaving hospital; reablement; occupational therapist; equipment at home; grab rail; ramp at the door; wheelchair; commode; hoist; walking frame; pendant alarm; lifeline alarm; meals on wheels; hot meals; day centre; lunch club; respite; carer; unpaid carer; carers assessment; carers support; safeguarding adults; abuse of an old person; neglect in a care home; financial abuse of an elderly person; vulnerable adult; worried about a neighbour; self-neglect; learning disability; autism in adults; supported living; mental health; mental health crisis; breakdown; sectioned; suicidal; deaf; blind; sight loss; visually impaired; hearing loss; sign language; physical disability; loneliness; isolated; befriending; advocacy; power of attorney; deputyship; Court of Protection; end of life; hospice; disabled adult; transport to a day centre; social worker for a vulnerable man; break for a carer; looking after my husband; looking after a parent with dementia; nephew taking an old lady's pension; old man not eating; keeps falling; cannot manage the stairs; cannot wash or dress; mum coming out of hospital; dad wandering; care visits; bed sores; confused old lady; key safe; stair rail; bath seat; granny"
    ),
    routine:
      'Anyone can ask for an assessment, for themselves or somebody else, on the website or on 01632 960120. A worry that an adult is being harmed is reported the same way, and looked at the same day.',
    page: 'adult-care',
    outOfHours: emergencyLine
  },
  {
    title: "Children's social care",
    short: "Children's Care",
    directorate: children,
    does: 'Child protection, fostering and adoption, children in care, help for families, young carers, youth work and youth justice.',
    topics: list(
      "child protection; child at risk; worried about a child; child being hurt; child abuse; child neglect; children left alone; social worker for a child; children's social worker; social services taking children; care proceedings; contact with my children; fostering; become a foster carer; foster allowance; adoption; adopt a child; special guardianship; kinship care; grandparents bringing up children; child in care; looked after children; children's home; care leaver; leaving care; family help; early help; parenting; parenting course; struggling parents; family support worker; family hub; children's centre; short breaks for a disabled child; disabled child; respite for a child; young carer; runaway; missing child; child exploitation; county lines; gangs; grooming; youth club; youth worker; youth centre; nothing for teenagers to do; youth offending; youth court; young offender; teenage pregnancy; unaccompanied asylum seeking children; private fostering; child employment; paper round permit; chaperone; contact centre; care review; domestic abuse where there are children; teenager out of control; child with bruises; child screaming next door; hungry children; grandchild in care; taking in a grandchild; grandson going into care; child looking after a disabled mum; child looking after a parent; lads with nothing to do; somewhere for teenagers to go; mother drunk with children; boy carrying drugs"
    ),
    routine: 'A worry about a child is reported on 01632 960130 or on the website, by anybody, without proof. In danger: 999.',
    page: 'children',
    outOfHours: emergencyLine
  },
  {
    title: 'Schools and education',
    short: 'Education',
    directorate: children,
    does: 'School places, special educational needs, school transport, attendance, nursery and childcare, adult learning.',
    topics: list(
      'school place; school admissions; did not get their school; secondary school place; primary school place; school appeal; admission appeal; in-year transfer; catchment area; school full; new school; school term dates; school holidays; school closed by snow; school closure; special educational needs; SEND; SEN; EHCP; education health and care plan; EHCP delayed; special school; autism assessment at school; dyslexia; educational psychologist; teaching assistant; speech and language; school transport; school bus; school taxi; bus to school; transport to college; school attendance; truancy; fine for holiday in term time; attendance fine; child not going to school; excluded from school; exclusion; expelled; bullying at school; home education; home schooling; elective home education; school governor; headteacher; complaint about a school; academy; school building; school dinners; school uniform rules; breakfast club; after-school club; wraparound care; holiday club; holiday activities; nursery; nursery place; free childcare; 30 hours; childminder; childcare; pre-school; early years; music lessons; adult education; evening classes; English classes; apprenticeship for school leavers; college; sixth form; post-16; NEET; virtual school; traveller children education; education welfare officer; did not get into the school; kids bunking off; skipping school; nursery hours; funded hours for two year olds; child cannot read; one-to-one support in class; waiting for an autism assessment; travel pass for school; walking too far to school; school taxi cancelled; brothers and sisters at different schools'
    ),
    routine:
      'School places are applied for on the website. Parents speak to the school first about lessons, meals and bullying, then to its governors.',
    page: 'schools'
  },
  {
    title: 'Public health',
    short: 'Public Health',
    directorate: adults,
    does: 'Stopping smoking, drugs and alcohol, sexual health, healthy weight, health visitors and school nurses, vaccinations, outbreaks.',
    topics: list(
      "stop smoking; quit smoking; vaping advice; drug problem; drug addiction; drug treatment; alcohol problem; drinking too much; alcoholic; rehab; needle exchange; methadone; sexual health; sexual health clinic; contraception; STI test; HIV; healthy weight; lose weight; obesity; weight management; healthy eating; exercise on prescription; NHS health check; health visitor; midwife; baby clinic; breastfeeding; school nurse; child measurement; children's teeth; dentist; cannot find an NHS dentist; tooth decay; fluoride; vaccination; flu jab; measles; MMR; immunisation; outbreak; infectious disease; meningitis; scabies; covid; heatwave health advice; suicide prevention; health inequalities; life expectancy; falls prevention classes; wellbeing; mental wellbeing; health walks; GP surgery; cannot get a doctor's appointment; hospital services; pharmacy; defibrillator; health and wellbeing board; gambling harm; give up cigarettes; give up drinking; help with heroin; son on drugs wants help; morning-after pill; chlamydia; nits; head lice; chest infection clinic; stop vaping; jabs for babies; whooping cough; too heavy; get fit"
    ),
    routine:
      'Residents find clinics and courses, and book them, on the website. Doctors, dentists and hospitals are the NHS’s: its integrated care board answers for them.',
    page: 'health'
  },
  {
    title: 'Libraries, culture and leisure',
    short: 'Culture',
    directorate: housing,
    does: 'Libraries, museums, archives, leisure centres and pools, arts, events, halls for hire.',
    topics: list(
      'library; library opening hours; library closing; library card; library book; overdue book; library fine; reserve a book; e-books; mobile library; home library service; computers in the library; children reading; summer reading; story time; homework club; museum; gallery; exhibition; archive; local history; family history; old photographs; leisure centre; swimming pool; swimming lessons; pool closed; gym; gym membership; sports hall; sports centre; squash; fitness classes; leisure pass; sports club grant; sports coaching; golf course; athletics track; theatre; arts centre; concert; festival; carnival; fireworks display; street party; event on council land; events; filming; arts grant; public art; statue; sculpture; hall hire; community centre; village hall; room hire; community hall booking; wedding venue hire; cinema in the library; heritage open day; tourist information centre; music; somewhere to hold a birthday party; hire a hall; old photos and maps; books for housebound people; learn to swim; badminton; football club grant; film club; choir; painting exhibition; band'
    ),
    routine: 'Books, courses, courts and halls are booked on the website.',
    page: 'libraries-and-leisure'
  },
  {
    title: 'Community safety',
    short: 'Community Safety',
    directorate: housing,
    does: 'Anti-social behaviour, CCTV, domestic abuse, hate crime, unauthorised encampments, public spaces protection orders, begging and street drinking.',
    topics: list(
      'anti-social behaviour; antisocial; ASB; gang of youths; youths hanging around; teenagers causing trouble; intimidating group; vandalism; criminal damage; broken windows in the precinct; kids throwing stones; drug dealing; drug dealing in the street; cannabis smell; cuckooing; crack house; crime; police; PCSO; neighbourhood watch; burglary; knife crime; violence; night-time economy; CCTV; CCTV camera; CCTV footage; security camera; domestic abuse; domestic violence; violent partner; refuge; stalking; sexual assault; forced marriage; female genital mutilation; hate crime; racist abuse; homophobic abuse; harassment; threatened by a neighbour; neighbour harassment; extremism; radicalisation; Prevent; modern slavery; trafficking; begging; beggars; street drinking; drunks; street drinkers; public spaces protection order; PSPO; alcohol ban; travellers; travellers on the field; unauthorised encampment; gypsies; caravans on council land; off-road bikes; quad bikes; motorbikes in the park; e-bikes on the footpath; nuisance motorcycles; car cruising; car meet; alley gates; community trigger; ASB case review; mediation; women feel unsafe; safety at night; arson; bin fires; laser pens; prostitution; kerb crawling; fear of crime; community wardens; travellers moved onto a football pitch; partner hits her; husband beats his wife; called names because of religion; racist graffiti gang; dealing from a flat; people dealing drugs from a flat; drug users on the stairs; mopeds racing on the estate; lads on motorbikes; cameras watching a subway; afraid to go out; eggs thrown at windows; threats; followed home'
    ),
    routine:
      'Crime is reported to the police: 101, or 999 in an emergency. Anti-social behaviour is reported on our website; somebody rings back within two working days.',
    page: 'community-safety',
    outOfHours: 'The CCTV room is staffed at all hours: 01632 960996.'
  },
  {
    title: 'Economy and regeneration',
    short: 'Economy',
    directorate: place,
    does: 'Business support and grants, markets, town centres, jobs and training, tourism, regeneration, broadband.',
    topics: list(
      "business support; start a business; business advice; business grant; small business; grants for shops; shop closing; empty shops; high street; town centre; town centre improvements; pop-up shop; market; market stall; market day; farmers' market; Christmas market; market traders; business park; industrial unit; office space; inward investment; new employer; factory closing; redundancies; jobs; unemployment; job club; job fair; apprenticeships; skills training; work experience; employment support; tourism; tourists; visitors; hotels; attractions; holiday lets; regeneration; town deal; levelling up; redevelopment of the precinct; shopping centre; bus station redevelopment; business improvement district; BID; broadband; slow internet; full fibre; mobile signal; digital exclusion; rural grants; farm diversification; community grants; grant for a voluntary group; charity funding; lottery bid; voluntary sector; volunteering; social enterprise; freeport; evening economy; town twinning; ward budget; councillor's community fund; stall on the market; opening a shop; shops boarded up in the high street; dead town centre; get a job; money for our community group; lease on an office; no signal; poor broadband in the village; craft fair stall"
    ),
    routine: 'Businesses and groups find grants and ask for an adviser on the website.',
    page: 'business'
  },
  {
    title: 'Climate, flooding and emergencies',
    short: 'Resilience',
    directorate: place,
    does: 'Flooding and drainage, sandbags, emergency planning, severe weather, energy efficiency, carbon, beaches and waterways.',
    topics: list(
      'flood; flooding; house flooded; flooded garden; flood risk; flood defences; flood warning; river burst its banks; surface water; sandbags; flood grant; ditch; blocked ditch; culvert; watercourse; stream; river; canal; riverbank erosion; drainage board; reservoir; sustainable drainage; storm; storm damage; severe weather; heatwave; power cut; emergency; emergency planning; major incident; evacuation; rest centre; terrorist threat; business continuity; bomb found; chemical leak; climate; climate change; climate emergency; net zero; carbon; carbon footprint; energy efficiency; insulation; loft insulation; home insulation grant; heat pump; solar panels grant; solar farm community energy; cold home insulation; energy saving; warm homes; plastic free; biodiversity net gain; drought; water shortage; beach; lifeguard; lifebelt; life ring missing; bathing water; coastal erosion; harbour; mooring; slipway; cliff; sea wall; wildfire; water coming into the house; water up to the doorstep; is it safe to swim in the sea; sewage on the beach; lagging; draughty house; dam; stream blocked; lightning; fallen power line; snowed in'
    ),
    routine:
      'Flood warnings are on the Environment Agency’s line. Flooding of a house, blocked ditches and missing life rings are reported on our website.',
    page: 'flooding',
    outOfHours: emergencyLine
  },
  {
    title: 'Registration and bereavement',
    short: 'Registration',
    directorate: corporate,
    does: 'Births, deaths, marriages, citizenship ceremonies, cemeteries and crematorium, funerals, memorials.',
    topics: list(
      "register a birth; birth certificate; baby registered; register a death; death certificate; copy certificate; marriage; getting married; wedding; wedding ceremony; civil partnership; notice of marriage; registry office; register office; registrar; wedding venue licence; renewal of vows; naming ceremony; citizenship; citizenship ceremony; change of name; family tree certificate; stillbirth; cemetery; graveyard; churchyard closed; grave; burial; burial plot; grave plot; headstone; gravestone; memorial; fallen headstone; memorial safety; memorial in the cemetery; flowers on a grave; grave sunk; crematorium; cremation; ashes; scattering ashes; funeral; public health funeral; funeral with no family; pauper's funeral; woodland burial; exhumation; coroner; mortuary; tell us once; bereavement; someone died; pet burial; book of remembrance; nationality checking; cemetery gates locked; gates of the graveyard; cannot afford a funeral with no relatives; grave overgrown; vandalised grave; names on a gravestone; get married at; lost birth certificate; become British"
    ),
    routine: 'Appointments with a registrar are booked on the website. A death is registered within five days.',
    page: 'registrars'
  },
  {
    title: 'Elections and democracy',
    short: 'Democratic Services',
    directorate: corporate,
    does: 'Voting and the electoral register, councillors and committees, petitions, the mayor, parish councils, civic events.',
    topics: list(
      "vote; voting; register to vote; electoral register; electoral roll; polling station; polling card; postal vote; proxy vote; voter ID; election; by-election; election results; candidate; standing for election; become a councillor; ward boundary; boundary review; referendum; canvass form; canvasser; councillor; who is my councillor; my councillor's surgery; members' allowances; expenses; register of interests; code of conduct forms; council meeting; committee meeting; agenda; minutes; cabinet decision; scrutiny; public question at council; speak at a meeting; webcast; petition; hand in a petition; mayor; mayor's visit; invite the mayor; mayor's charity; civic event; Remembrance Sunday; freedom of the borough; flag; twinning visit; parish council; parish clerk; town council; honorary alderman; school admission appeal panel; independent panel; constitution; members' training; member induction; room for a ward surgery; member support; political groups; lord lieutenant; royal visit; never got my polling card; moved and need to vote; where do I vote; vote by post; who is the leader of the council; when is the next full council; petition against; mayor open our fete"
    ),
    routine: 'People register to vote on GOV.UK. Agendas, minutes and the names of councillors are on the website.',
    page: 'democracy'
  },
  {
    title: 'Legal, insurance and information',
    short: 'Legal',
    directorate: corporate,
    does: 'Freedom of information, data protection, claims against the council, land charges, contracts, the Monitoring Officer.',
    topics: list(
      "freedom of information; FOI; FOI request; environmental information; data protection; GDPR; subject access request; what data does the council hold about me; data breach; personal data sent to the wrong person; privacy; claim against the council; compensation; insurance claim; injury claim; tripped and wants compensation; car damaged by a pothole claim; damage to my car; personal injury; legal advice; solicitor; court case; injunction; judicial review; prosecution; land charges; local search; house buying search; conveyancing; contract; monitoring officer; councillor's conduct; complaint about a councillor; standards complaint; conflict of interest; declare an interest; gifts and hospitality; whistleblowing; surveillance; covenant; legal agreement; ombudsman; public inquiry; restrictive covenant; byelaws; village green application; re-use of information; copyright; transparency; open data; confidential report; disclosure; libel; can I see an exempt report; searches for buying a house; wheel damaged by a pothole; council lost my data; councillor rude on Facebook; see my file; tree fell on my car; want to sue the council"
    ),
    routine: 'Requests for information and claims are made with the forms on the website. Information comes within 20 working days.',
    page: 'information'
  },
  {
    title: 'Property and assets',
    short: 'Property',
    directorate: corporate,
    does: 'Council land and buildings, leases and sales, community asset transfer, asbestos in council buildings, access to buildings.',
    topics: list(
      'who owns this land; council land; council-owned land; buy council land; buy a strip of land; garden land; sale of land; encroachment; fence moved onto council land; lease; lease of a shop from the council; council shop unit; commercial tenant; community asset transfer; asset of community value; community right to bid; take over a village hall; council building; council building repairs; town hall; town hall repairs; asbestos; asbestos in a council building; legionella; wheelchair access to a council building; disabled access; lift in the town hall; automatic door; land register; easement; wayleave; valuation; compulsory purchase; surplus property; property review; rent review for a shop; public clock; clock on the town hall; fountain; smallholding; county farm; allotment land sale; energy in council buildings; solar panels on council buildings; room booking in the town hall; keys to a council building; boundary wall of council land; advertising on council land; vacant council building; school site sale; land ownership map; caretaking; depot; war memorial repairs; bus station building; is the council selling the field; council selling off land; take over the community centre and run it; residents run the old library building; council wall; rent a council unit; knotweed on land of the council; footbridge land owner'
    ),
    routine: 'The map of council land is on the website, with a form to ask about a piece of it.',
    page: 'property'
  },
  {
    title: 'Customer services',
    short: 'Customer Services',
    directorate: corporate,
    does: 'General enquiries, complaints and compliments, the website and online accounts, interpreters, one-stop shops.',
    topics: list(
      "general enquiry; do not know whom to ask; who do I ask; complaint; complain about the council; complaint not answered; nobody rings back; call centre; waiting on the phone; phone queue; switchboard; compliment; say thank you; website; website not working; form on the website fails; online account; password for my account; cannot log in; text messages from the council; newsletter; one-stop shop; customer service centre; reception; council offices opening hours; interpreter; translation; large print; braille; letter in another language; sign language at the counter; change my details; proof of address; appointment at the council offices; face to face help; rude member of staff; stage two complaint; unreasonable complaint; how to contact the council; not a council matter; out of hours number; gas leak; water leak in the street; power company; other organisation; social media; press office; media; consultation; survey; equality; discrimination by the council; lost property; council's address; passed from pillar to post; on hold for an hour; e-mail never answered; cannot get through; where to get help in person; form not accepted; speak to a human"
    ),
    routine: 'Everything can be begun on the website or on 01632 960100, Monday to Friday, 8am to 6pm.',
    page: 'contact',
    outOfHours: emergencyLine
  },
  {
    title: 'Finance and procurement',
    short: 'Finance',
    directorate: corporate,
    does: "The council's budget and spending, invoices and payments, suppliers and tenders.",
    topics: list(
      "budget; council budget; budget consultation; spending; council spending; savings; cuts; council debt; borrowing; reserves; capital programme; audit; accounts; statement of accounts; external auditor; invoice; unpaid invoice; invoice not paid; supplier not paid; pay an invoice; payment to the council; refund of an overpayment to the council; wrong bank account; purchase order; supplier; sell to the council; tender; tender for a contract; procurement; bid for work; contract register; consultants; agency spending; pensions investments; treasury; insurance premium; VAT; grant conditions; parish precept; precept; section 151 officer; chief finance officer; senior pay; credit card spending; councillors' expenses payment; payroll; cost of a scheme; value for money; fees and charges; fraud; corruption; bid for council contracts; overspend; how much did it cost; waste of money; firm waiting to be paid; how the money is spent; council going bust"
    ),
    routine: 'Suppliers send invoices to one address and see on the website when they are paid. Tenders are on the regional portal.',
    page: 'finance'
  },
  {
    title: 'ICT and human resources',
    short: 'ICT and HR',
    directorate: corporate,
    does: "Members' laptops, phones and e-mail, equipment of meeting rooms, council jobs and staff matters.",
    topics: list(
      'laptop; my laptop does not start; tablet; iPad; council phone; mobile phone; password; forgotten password; locked out; e-mail; e-mail not working; junk mail; phishing mail; Teams; Teams not working; Teams meeting; SharePoint; calendar; printer; wi-fi; internet in the town hall; VPN; remote access; multi-factor; authenticator app; meeting room screen; microphone in the chamber; hybrid meeting; hearing loop; app; software; cyber attack; security; IT help desk; IT support; ICT; computer; council jobs; apply for a job at the council; vacancy; job application; recruitment; interview; staff; sickness; staff pension; reference; trade union; strike; grievance; redundancy of staff; training for staff; DBS check; work experience at the council; apprenticeship at the council; organisation chart; staff conduct; home working; agency staff; name badge; access card; lost pass; projector not working; committee room screen; cannot open attachments; council mobile phone broken; my mailbox is full; iPad broken; advert for a job; pay of staff; careers'
    ),
    routine: 'Members and staff ring the service desk on 01632 960140, Monday to Friday, 7.30am to 6pm. Jobs are on the website.',
    page: 'jobs',
    outOfHours: 'On evenings with a meeting the service desk is staffed until it ends.'
  }
];
