import { synonymsOf } from '../search/language';

/**
 * Words that people use for one another when they talk of council matters, a group a line. A query finds what its words'
 * neighbours name, after what it names itself. Matters of one council belong into the topics of its list Services.
 */
const groups = `
rubbish refuse waste trash garbage bin bins dustbin wheelie
tip dump recycling
collected collection collect emptied empty pickup
missed missing uncollected forgotten skipped late
dumped flytipping flytipped tipping tipped chucked dumping
litter mess rubbish filthy
poo mess fouling dirt excrement droppings
dog dogs puppy hound pooch
cat cats kitten
rat rats mouse mice rodent rodents vermin infestation
insect insects wasp wasps bee bees hornet hornets ants flies
bird birds pigeon pigeons gull gulls seagull seagulls
noise noisy loud racket din music party shouting banging
bonfire fire burning smoke smoky bonfires burn
smell smells smelly stink stinks stinking odour pong reek
pothole potholes hole crater
road street highway carriageway lane
pavement footpath footway sidewalk path walkway
drain drains gully gullies sewer grate gutter
flood flooding flooded floodwater waterlogged deluge puddle
ice icy frost gritting grit gritter salt snow frozen slippery
light lights lamp lamppost lighting streetlight streetlamp bulb
speeding speed fast racing speeders
crossing cross zebra pelican puffin
bus buses coach
bike bikes bicycle bicycles cycle cycling cyclist cyclists
car cars vehicle vehicles van motor
lorry lorries truck trucks hgv juggernaut
parking parked
ticket fine pcn penalty charge
permit permits pass licence
blocking blocked block obstructing obstruction obstructed obstructs
tree trees branch branches bough leaves
hedge hedges bush bushes brambles overgrown
grass lawn verge verges mowing mown
playground playpark play swings swing slide
park parks recreation rec field
allotment allotments plot
neighbour neighbours neighbouring nextdoor
derelict empty abandoned boarded ruin rundown eyesore vacant disused
landlord landlady letting rented renting
tenant tenants tenancy
damp mould mouldy condensation
repair repairs fix mend mended broken faulty repairing
boiler heating radiator
evicted eviction evict evicting thrown kicked
homeless homelessness roofless shelterless
council-house councilhouse
flat flats apartment maisonette
bill bills charge demand
discount discounts reduction rebate exemption
debt arrears owe owes owed owing
bailiff bailiffs enforcement
money cash hardship poverty skint struggling broke
benefit benefits welfare
food meals eating hungry groceries
elderly old older aged pensioner pensioners oap frail
disabled disability wheelchair
carer carers caring caregiver
mental depression depressed anxiety psychiatric
child children kid kids youngster youngsters
teenager teenagers youths youth teens lads yobs
baby babies newborn infant
school schools academy
nursery childcare childminder creche
send sen ehcp autism autistic
doctor gp surgery
drugs drug dealer dealers dealing cannabis weed heroin
drunk drunks drinking drinkers alcohol booze alcoholic
antisocial asb yobbish rowdy hooligans nuisance
vandalism vandalised vandals damage smashed
beggar beggars begging beg
graffiti tagging tags scrawl spraypaint
abuse abused abusive violence violent
traveller travellers gypsy gypsies encampment
taxi taxis cab cabs minicab
pub pubs bar bars nightclub
restaurant restaurants cafe cafes takeaway takeaways kebab chippy
shop shops store retailer
scam scams scammer fraud conman rogue cowboy con conned
planning permission application
extension conservatory loft
build building built construction builder builders
unsafe dangerous hazard hazardous collapsing
wedding marriage marry married marrying
funeral burial cremation crematorium buried
died death dead dying deceased
grave graves graveyard cemetery headstone tombstone
vote votes voting voter elections election ballot poll polling
councillor councillors cllr member
complaint complaints complain complaining moan
foi information
compensation claim claims claiming sue
job jobs vacancy vacancies employment unemployed work
library libraries books
gym leisure fitness
pool swimming swim baths
phone telephone mobile
computer laptop pc
email e-mail
internet wifi broadband
licence license licences licensing licensed
trader traders tradesman
business businesses firm company
market markets stall
tip dump amenity
toilet toilets loo loos wc lavatory
needle needles syringe syringes sharps
travel transport
energy electricity gas
insulation insulate insulated draughty
sign signs signpost signage
bench benches seat
stream brook beck river
wall walls
fence fences
theft stolen stole nicked
fostering foster
adopt adoption adopting
birth born
refugee refugees asylum
loud deafening
invoice invoices
tax taxes
mayor mayoress
settee sofa couch armchair furniture mattress mattresses wardrobe disposal bulky
fridge freezer cooker washing-machine
fag fags cigarette cigarettes smoking smoke smokers tobacco
cabbie cabbies taxi driver
leylandii conifer hedge
sprayed spraying graffiti
moped mopeds motorbike motorbikes scooter scooters quad
bruise bruises bruised hurt hit hits hitting beaten abuse violent
boyfriend girlfriend husband wife partner ex
racist racism racially headscarf hijab hate homophobic islamophobic antisemitic
bunking truanting truancy skiving absence attendance
photo photos photograph photographs picture pictures
projector screen microphone
cow cows cattle livestock sheep pigs horses
sea beach seaside shore coast
camera cameras camras cctv
oak ash beech willow sycamore tree
fell felled felling chopped chop pruned pruning lopped
overspend budget deficit overspent
grandson granddaughter grandchild grandchildren grandparents nan gran grandad
mum mother dad father parents parent
son daughter child children
staffie spaniel bulldog alsatian xl-bully dog
underpass subway tunnel
mend repair
spaces bays parking
chopping felling
swimming swim
cheap affordable
wheelchair ramp
wet-room shower stairlift
bank scam
gap hole
lorries trucks
shed outbuilding garage
fly-tip dumped
clean cleaning cleaned dirty
hall venue room
party birthday celebration
electric ev charger
cut trim trimmed
neglect neglected neglecting
starving hungry
prescription pharmacy chemist
tooth teeth dentist dental
midges flies
roadworks digging dug
salary wages pay paid payroll
road-sweeper sweeper sweeping swept
jab jabs vaccination vaccine vaccinated injection
diet obese obesity overweight weight slimming
pregnant pregnancy
passport nationality citizenship
fraudster scammer
redundant redundancy redundancies
festival carnival fete fair event events
church chapel
solicitor lawyer legal
court summons tribunal
survey consultation
translator interpreter translation
deaf hearing
blind sight sighted
`;

/** Each word with those that it can stand for. */
export const synonyms: ReadonlyMap<string, readonly string[]> = synonymsOf(groups);
