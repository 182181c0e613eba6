// Generated from data/films.tsv by `npm run catalogue -- learn`: do not edit.

/** Words in the titles of films: in 10 to 19 titles, in 20 to 59, in 60 or more. */
export const usualWords: readonly string[] = [
  '1000 101 13th 19 1907 1909 1945 23 25 26 27 28 29 31 37 44 45 47 60 666 7th 80 90 99 ab abbott abend ' +
    'abraham absolute accident accidental according aces ach activity acts ad adams adieu affaire african ' +
    'afternoon agnes ahead ai aint aladdin alaska alcatraz alla aller alma alpha alten alter amateur ' +
    'amazon ambition ambush amerika amityville anatomy anderen anders andreas anfang anfanger angeles ' +
    'animated ankunft ann annas anniversary anonymous answer apart apartment ape apes apple appointment ' +
    'apres ar arabian arc arctic ark arm armed arrow artist ask ass assassination assault asterix asylum ' +
    'atlantic atlantis atomic attic aufs augen aunt auto autres avec avengers avenging aventures baba ' +
    'babes babies babys bachelors baden badlands bag bait bal ballet balloon barbara bare barn baron ' +
    'barrier barry bars bat bath battalion battling bauer bayou beasts beats because becoming bee been ' +
    'beer bees beginners behavior belly benjamin berg berge besser beste besuch betrayal bett bien bigger ' +
    'billion birth bist bit bitch blackie blanc blast blaue blazing bleibt blessed bleu blick bliss block ' +
    'blond blondes bloom blow blut board bodies bois bomb bombay bon bond bondage bones bonnie boogie ' +
    'boom boot bord borrowed bose bottle bottom boulevard bowery bowl boxer boxing boyfriend branded ' +
    'brass braucht bread breath bridges brief brigade bring bringing broadcast broke bronx bronze bros ' +
    'brotherhood bruce brucke brute buck buddha buddies buddy bugs bull bulldog bulle bumke bunch burglar ' +
    'burnt bush busters busy butler butter buy ca cabin caesar cairo cake calamity campus canal canary ' +
    'cannibal caper captive card career caribbean carmen carolina cars carson carter casanova cash casino ' +
    'cattle cause cave cell center certain chains chair challenge chamber champ champagne champion ' +
    'champions changed chaos charge charles charm charming chateau cheat check cheerleaders chef chez chi ' +
    'childhood chinatown choice choose chorus christian christopher chronicle chuck church ciel cielo ' +
    'civil clash claw claws clay clean clear clock closed closer closet clothes cloud cobra coeur coffee ' +
    'colonel colorado colors colt com combat comet comics commandment commando common concert coney ' +
    'confession confidential congo connection conscience contact contract contre cook cops corn corps ' +
    'corpse cost costello couldnt countdown countess coup couple course cousin cowboys crack cradle ' +
    'creation creatures creed crimes cristo crocodile crook crooks crowd cruel cruise crusoe cub cup ' +
    'cupid cupids cure curious cutting cyborg cycle daisy dakota dal dallas dames dan dann danny dare ' +
    'daring dass dating dave dc deadline deal debt decalogue december deception decision defense degli ' +
    'dei deine delle delta denn dernier derniere desperado destruction detectives deutsch deutscher ' +
    'diable diablo died dies diggers dil dimension dinosaur dirt disappearance disaster disco distance ' +
    'distant dive divide dixie django doc doctors documentary doesnt doing doktor dollars dolly dolphin ' +
    'donald done donkey donne doomsday doors dor dora dorado dos doubt dove drama dreaming dresden dress ' +
    'driver driving drop drug dry duchess dude due duke dumb dunkle dusk duty each earl easter eater ' +
    'eating echo ecstasy ed eddie education egg ehre einfach eis elisabeth elizabeth elle elvis emergency ' +
    'emma emperor empress enchanted ending endless endlich enfant enfants engagement english enough enter ' +
    'entre entscheidung erbe erben erde ernest ernst erste erzgebirgskrimi et ete eternity etoile europa ' +
    'europe eva everybody everybodys evidence evolution execution exile exorcism exorcist expedition ' +
    'experience extra extraordinary extreme eyed fabulous factor faire fait fake falsche fame famille ' +
    'famous fan fangs fanny fantasy farmer fashion faust favorite fbi fearless feast feather federal feel ' +
    'felix fell femmes feng fest festival festzug feu feud feuer feuerwehr few fiction fidele fields ' +
    'fifth file films fils fin fingers finish fireman fires fisted fists fix fjord flag fleet flic flirt ' +
    'flirting flood florence fluch flucht fluss flyer folly footsteps foreign forgive forgot fortress ' +
    'forward fourth frame francis francisco francois frankfurt frankie franz fraulein freak freaks fred ' +
    'frei fresh freund freundin freundschaft friedrich fright frisco fritz frog fucking funeral funf ' +
    'furious gal galaxy gallant galloping gamble gambler gambling gamera gap garde gas geisha geld ' +
    'geliebte genius gentle georg german geschichten gesucht giants gibt gilded giorni giorno girlfriend ' +
    'global gloria glorious glucklich goddess godfather goldene goldenen gong goodnight goose gordon gore ' +
    'gorilla gospel gottes graf gran gras greater grenze gringo grow grudge guard guardians guerre guinea ' +
    'gunfighter gunsmoke gute gypsy ha haben hai hail halle hamburg hamlet hammer hannah hans happen ' +
    'happens harbor hardy harem harlem harmony harold haut havana hawaiian hay headed heads hear heavenly ' +
    'heavens heavy hebamme heels heidi heights heinrich heist held helen hellraiser hen herzens hes heute ' +
    'hide hier hinter hiroshima ho hoch holidays holland holly holocaust hombre homecoming homicide ' +
    'hommes hook hop horizon horseman hospital hostage hostile hound howard howling humanity hund hunger ' +
    'hungry hunted hurricane hyde idea idol ihre ile illegal illusion illusions image immortal impact ' +
    'indiana inferno infinite inner innocents insel inspector intentions international interview intrigue ' +
    'intruder invitation io iris italy ivan ive j jackass jackie jackson jagd jahr jai jail jake jam ' +
    'japan jason jeder jekyll jenny jenseits jerusalem jet jetzt jingle jo jonssonligan joseph jour jr ' +
    'juan judas judge judgment judy jugend julie juliet july jump junction june jung junge junior ' +
    'jurassic jury kaiserin kaisers kann kansas karate karl katastrophe kate katze keeper keiner kennedy ' +
    'kevin ki kick kickboxer kidnapping kills kirche kissing kitchen klondike knew knife knock komm ' +
    'kommen kommissar konigin konigs kopf krauses krieg kronprinz kuss kusst labyrinth ladder lamour lamp ' +
    'lampoons lande landing lands lang lange language lantern larceny large lash lassie later laugh ' +
    'laughs laughter laura lead learning leather leaves leaving legende lego legs leidenschaft leipzig ' +
    'lemon leopard leprechaun less lesson lessons lethal letzten letzter level li libre lieber liebling ' +
    'liebt lieutenant lifes lily limit limited lin lincoln lines link lions lips lisa listen lo lock lola ' +
    'longest lords lose losing loss lot lotta lotte loud louise loving lucy luge lugen lukes luna lunch ' +
    'lune lure lustige mabuse machen maciste mademoiselle madonna maggie magician mai maid maiden mais ' +
    'maisie maison majestat major maker makes male malibu mall maman manhunt maniac mannlich manon manor ' +
    'mansion marchen mare margarete marilyn marine mario marked market marshal martha martial mas masked ' +
    'mass masters mate maximum mayor mean meat medicine meeting mega mens mensch mer mermaid mes message ' +
    'messenger mexican miami michel mickey mickeys middle mil milk mill millionar min minds minor ' +
    'miracles mississippi missouri mistake mistletoe mistress mixed mo mob mode moderne moments mommy ' +
    'moms mona monk monkeys mont monterey month moons moral morals morgan moritz mortal morte moscow ' +
    'moses motel motor mouth moving mozart muerte mullabfuhr munchen murderer museum musketeers mutant ' +
    'mutiny mysteres mysteries named namen nancy nanny napoleon naruto natale natural naughty nazi neben ' +
    'need negro neighbor neighbors nero net neues nevada ni nichts nick nile nina ninjas nobodys noche ' +
    'noise nome normal norman northern northwest nos note notes notorious notte november nu nude numbers ' +
    'nun nuts oath oben oblivion obsession ocean oclock odd odds office officer oil olsen om onkel opera ' +
    'opfer opus orange oranges orchid orders ordinary orgy origin original origins orphan others otto ' +
    'outpost overland oz padre paid pain paint pair palm palooka pals pan panama panda pants par para ' +
    'paradis paranormal pardon parole partners parts passport patient pauli pawn peaks pecos peggy ' +
    'penguin pere peril perils person personal pet pete petite peur phoenix phone piano pick pictures pie ' +
    'pieces pigs pilot pines pit pizza plain plane plastic player plays plot plotzlich po poison pokemon ' +
    'poker polar polly pont pooh pool pop por possession possible potsdam potter powder pray prayer ' +
    'predator preis present presidents press priest prima prime prinz prinzen prinzessin prisoners prix ' +
    'prize problem prodigal prom promise proof prophecy proud proxy punishment punk puppet pursuit purzel ' +
    'put q question quon rache racing racket raging raider rails railway ransom rats raus raw ray ready ' +
    'reality really reason rebellion rebirth reborn recht reef reich remains ren rendezvous renegades ' +
    'rennen reno rent resident resistance rest restless retour retreat reve revolt revue rex rhein ricky ' +
    'riddle ridge rien rings riot rip rises risk rita rivers roads roar roaring rob robbers robinson ' +
    'rocket rockies rocks roger rogues roi rolling roma romantic roof rosie rote rouges route ruby ' +
    'ruckkehr rue rule rumble runs russia russian rusty ruth sache sachsen sacred sacrifice sad sadie ' +
    'safari safe sag sage sailors salome salt salvation salzburg same sands sankt sarajevo satans says ' +
    'scared scary scene schatz schloss schonauer schuld schule schwarz schwarzwald schweigen schweiz ' +
    'schwester schwestern science score scorpion scotland scout screaming screen sealed seasons sebastian ' +
    'seconds secretary seed seeds seen sehnsucht sei seite senior sense sergeant series serpent servant ' +
    'ses set sexual sexy shades shame shaolin sharks shattered sheep shell shepherd shift shine shoe ' +
    'shooter shore shotgun shots showdown shut sick sieben sierra sight sinbad singapore singer sinister ' +
    'sir sitting skull slaughter slaves slayer sleeps slim slow smiles smiling sniper soft sohn soleil ' +
    'solo som somebody sometimes sonne sonntag soon sophie sorority sorry sos sounds soup southern ' +
    'spanish spiders spies spirits split sport sporting spot springs springtime spuren spurs stagecoach ' +
    'stairs stampede standing states stay steal stealing stella sterben stern steve stones store ' +
    'strangler straw strawberry streak strictly string strings strip strong stuck student studio stuff ' +
    'stunde stunden stupid sturm style submarine substitute suburban such suche sucht sud sudden sue suis ' +
    'suit suite sunrise superstar surf surprise surrender survival surviving susan suspicion susse swamp ' +
    'swan swim swimming switch system ta table tagebuch tahiti tails taken tal talking tangled tante ' +
    'tanzen tapes tarzans tattoo teacher teagarden ted temptation tennessee terminal terminator terra ' +
    'terrible terrors testament tete texan thank theatre then thin thor thou thrill thru thundering ti ' +
    'tian ticket tides tie ties tigers til timber tin tirol titanic titans todes todliche tomb tombstone ' +
    'tommy toni tonio tony tornado toto tous toys tracks trade traffic tragedy training transformers ' +
    'trapped trash traveling treiben tres triangle tribe trick trilogy triple triumph trois troopers ' +
    'tropical troubadour tuesday tunnel turkish turning turtles tv twins twist twisted twister ugly ' +
    'ultimo underground underworld unexpected unfinished unholy unicorn union unleashed unsere untamed ' +
    'until untitled untold uomo uprising urban urlaub utopia vagabond vanishing vaters veggietales veil ' +
    'velvet vendetta vent vergangenheit verite verlieben verliebt verliebte verlorene version versus via ' +
    'victim victor victoria viel vienna vietnam viking ville vincent virginia virtue virtuous virus ' +
    'vision vogel volcano voll voodoo w wa wald walked walks waltz walzertraum wandering wants warum ' +
    'wasser watching wax ways weapon weather wege weihnachten weiss weiter werden werner westward whale ' +
    'whatever wheel wheels wheres which whip whirlwind whisper whispering whispers whistle whole wide ' +
    'widows wiedersehen wiener wifes wildcat wilde wilder willen willi william williams willkommen willy ' +
    'win windows winds wine wing winner winnie winters wire witches wizard wolff womens wonders wong wont ' +
    'wood wore working worst worth would wouldnt wrath wu wyoming xiao ya yakuza yank yard ye yesterday ' +
    'yet yi ying yo yourself zeiten zhi zi zimmer zoo zorro zweite',
  '0 100 11 14 15 16 17 18 1908 2000 21 22 24 30 36 40 50 abenteuer above abschied academy ace across ' +
    'act action adam affairs afraid africa afrika agent al alarm albert alex alexander ali alias alibi ' +
    'alice aliens alive alle allein alley almost along alte always amazing among amor amore amour andere ' +
    'andy angry angst animal animals anna anne annie ans any anything apache apocalypse april arizona ' +
    'arms army around arthur ashes assassin assassins auch august aurora autumn aux avenger avenue ' +
    'awakening b babylon bachelor ball ballad band bandit bandits bang bank bar barbie batman bay bear ' +
    'bears beat beau bed beginning begins beim being believe bell bella belle bells beloved below ben ' +
    'beneath berliner better betty beverly beware bikini bilder bin bird birds birthday bitter blade ' +
    'blonde blondie bloody boat bob bobby bone boots boss boston bound box brain brand braut brave break ' +
    'breakfast breaking breed brides bridge bright brooklyn brown bruder buckaroo buffalo bullet bullets ' +
    'bunny burn burning bus business buster butterfly bye c cafe cage california called calling calls ' +
    'camera candy cant canyon car care cargo carlo carnival carol carry casa castle catch cats caught ce ' +
    'central century cest chain chan change chapter charlotte chase chasing che cherry cheyenne chicago ' +
    'chicken china chinese chocolate christ chronicles cinderella cinema circle circus citizen class ' +
    'claus close clouds clown co coast college color comedy coming command comme company con conan ' +
    'confessions conquest conspiracy control cool cop corner could count county courage court cover cow ' +
    'crash creature creek criminal crimson crisis crooked cross crossing crown crystal curtain cut ' +
    'cyclone d dad daddy dame damned dancer dancing danella daniel darling date daughters david dear dein ' +
    'della demon demons desire desperate destination destiny deutsche deutschen deutschland deux diamond ' +
    'diamonds diaries dich dick did different dinner dinosaurs dir dirty divine divorce does doll dollar ' +
    'dolls don doo doom dorf dracula dragons drive drums duck duel duett dun dune dust dying dynamite e ' +
    'eagle eagles early easy eat eden effect einem einen einmal einstein einzug electric elephant ella ' +
    'eltern em empire empty en ende ends enemies engel england episode er ermittelt est eternal eve even ' +
    'evening ever ex exit experiment f faces factory fahrt fair fairy faith falcon fallen falling falls ' +
    'false fantastic far farewell farm fat fatal fate fathers fe feeling feet female femme fever fforde ' +
    'field fighter files fille find finding fine fish fist flame flaming flash floor flower flowers fly ' +
    'fog follies follow food fool fools foot forbidden forest forget forgotten fort fortune found fox ' +
    'france frank frauen freedom freiheit fremde french freunde friday front frozen fu fugitive full fun ' +
    'funny future g games gangster ganz garden gate gates gay gegen geht general generation gentleman ' +
    'gentlemen george germany geschichte gets getting ghosts giant gift give glass glory godzilla going ' +
    'gone got gott grace grass grave gray greatest grey grossen ground guest guide guilty gut guy guys h ' +
    'had hair hall halloween hands happened happiness hare harry hart harvest has hate haunted haunting ' +
    'haus hawk head heat heimat hello hells help henry hercules herr herz herzen hey hi hidden highway ' +
    'him himmel histoire history hit hitler hochzeit hold hole holle hollow holmes holy homme honey ' +
    'honeymoon hong hood hope horror horses hunt hunters hunting husband husbands ihr ii il ill immer ' +
    'impossible inc incident incredible india indian inn innocence innocent ins invasion invisible irish ' +
    'isle italian ja jahre james jane jazz je jean jerry jesse jesus jim jimmy joan job johnson jours joy ' +
    'julia k kampf katie keep kein keine kelly kentucky key killed killers kinder kingdom kisses kitty ' +
    'kleine knight knights know knows kommt kong konig kottan krimi kung l lane las late laughing lawless ' +
    'league leave lebens lee left legacy legends legion leo lets letter letters liar liberty licht lie ' +
    'lieben lied lightning lights lilly lion list lonely lonesome look looking loose lord los louis loved ' +
    'lovely lover low luck luke lupin lust m machine macht madame madness mafia magical magnificent mail ' +
    'main making mal mama manhattan manner many march maria marines mark marry mars martin mask match ' +
    'matter may meer meets mehr meiner meines melody memories memory menace mercy mere merry met metal ' +
    'mexico mi mia mich michael mighty mike mile miles millionaire millions mind mine minute minutes mio ' +
    'mir mirror missing mister model modern moi molly mom moment mon monde mondo monkey monsieur monsters ' +
    'montana monte moonlight mord morder morgen morning mort most mothers motion mountains mounted mouse ' +
    'move movies much mummy murders musical musik muss must mysterious na nation national nature navy ne ' +
    'nest neue news nice nie nobody noch noel noir non noon notre nous nowhere nr nuit number nur nurse ' +
    'october odyssey oh oklahoma ones open order ou outer outlaw outlaws outside own p pa pacific page ' +
    'painted pal palace panic panorama panther papa paper paradies parents pas pass passage passion past ' +
    'path patrol paul pay pays peace pearl per peter petit picture piece pig pink pirate pirates places ' +
    'plains plan playing please pleasure plus pony poor port post pour prairie presents president pretty ' +
    'prey price pride prison prisoner professor project psycho public punch purple que queens quest qui ' +
    'quick quiet r rabbit radio rage raid raiders rain rainbow ranch ranger rangers rat re real rebel ' +
    'reckless redemption reise remember report requiem rescue resurrection returns reunion revolution ' +
    'rhapsody rhythm rich richard rides ridin riding ring rising robbery robert robin robot rocky rogue ' +
    'roll roman rome romeo rosa roses rouge rough round row rules runaway runner running rush rustlers sa ' +
    'saddle saga said sailor saints sale sally sam samurai sand sang sans sarah satan saturday savage ' +
    'save saved saving saw say scandal scarlet scenes schatten schon schone schwarze scooby scream se ' +
    'search seas season seduction seine seiner self september serenade serial service seventh shall ' +
    'shanghai shark sheriff sherlock shes shi ship shock shoes shoot shooting shop short shot should si ' +
    'sich sie siege sign silk simon simple sind sing singing single sinner sinners sins skies skin slave ' +
    'sleep sleeping smart smile smith smoke snake social society soldier soldiers some someone somewhere ' +
    'songs sons souls sound sous special speed spider spiel spirit spur squad square staatsanwalt stadt ' +
    'stage stallion stand state station steel step steps stille stolen stone stop stories straight ' +
    'strangers streets strike strikes sugar suicide sunday sundown sunset sunshine superman sur ' +
    'sweetheart swing sword symphony t tag tage tail takes taking talk tall tango tanz target tarzan ' +
    'taste taxi te tea team tears teen teenage temple temps tender territory test teufel than thats their ' +
    'them theres these thief thieves think third thomas those thousand tide till tochter today together ' +
    'toi tokyo tonight top tot tote toten touch tough tour tout tower toy track trails trap traum traume ' +
    'trees trek trial trigger trip trust tu turn twice twilight twin u ultimate una uncle und undercover ' +
    'une united universe unknown uns unser upon usa usedom utta va vacation valentine vampires van vater ' +
    'vegas venice venus vice victory vida video vier view villa village violence violent virgin vita viva ' +
    'voice voices vol vor vous wagon wahrheit wait waiting wake walking wall walls want wanted warning ' +
    'warrior warriors washington watch waters wave waves web week weekend weeks weg weisse well went wer ' +
    'werewolf western whats while whos why wicked widow wieder wien wilderness wilhelm window wings ' +
    'winning wird wise wish witch within witness wo wolves womans wonder wonderful wonderland woods word ' +
    'words work worlds wort wunder yankee yellow yes youre yours yukon z zeit zeppelin zombie zombies ' +
    'zone zur zuruck zwischen',
  '1 10 12 13 2 20 3 3d 4 5 6 7 8 9 a about adventure adventures affair after again against age air ' +
    'alien all alles alone als am america american an and angel angels another are art as at attack au ' +
    'auf aus away baby back bad battle be beach beast beautiful beauty before behind bei berlin best ' +
    'between beyond big bill billy bis black blind blood blue blues body book border born boy boys bride ' +
    'broadway broken brother brothers but by call came camp can captain case cat chance charlie child ' +
    'children christmas city club code cold come comes country cowboy crazy crime cry curse da dance ' +
    'danger dangerous dans dark darkness das daughter dawn day days de dead deadly death deep del dem den ' +
    'der des desert detective devil devils di diary die do doctor dog dogs dont door double down dr ' +
    'dragon dream dreams drei du durch earth east edge ein eine einer eines el end enemy es escape every ' +
    'everything evil express eye eyes face fall familie family fast father fear fight fighting film final ' +
    'fire first flesh flight flying for force forever frankenstein frau free friend friends from frontier ' +
    'fruhling fur fury game gang geheimnis get ghost girl girls gluck go god gods goes gold golden good ' +
    'goodbye grand grande great green grosse gun guns half hand happy hard hat have he heart hearts ' +
    'heaven hell her here hero heroes high hill hills his holiday hollywood home honor horse hot hotel ' +
    'hour hours house how human hunter i ice ich if im in inga inside into iron is island ist it its jack ' +
    'joe john johnny jones journey jungle just justice kaiser kid kids kill killer killing kind king ' +
    'kings kiss la ladies lady lake land last law le leben legend les let letzte liebe lies life light ' +
    'like lindstrom line little live lives living london lone long lost love lovers loves lucky ma mad ' +
    'madchen made magic make man mann mans marie marriage married mary massacre master max me meet mein ' +
    'meine men meurtres midnight million miracle miss mission mit money monster moon more mother mountain ' +
    'movie mr mrs murder music mutter my mystery nach nacht naked name never new next nicht night ' +
    'nightmare nights ninja no north not nothing now o oder of off ohne old on once one only operation or ' +
    'other our out over parade paradise paris park part party people perfect phantom pilcher place planet ' +
    'play point police portrait power prince princess private queen race range red return revenge ride ' +
    'rider riders right rio rise river road rock romance room rosamunde rose royal run s saint san santa ' +
    'school sea second secret secrets see sein sex shadow shadows she show side silence silent silver sin ' +
    'sister sisters sky small snow so something sommer son song soul south space spring spy st star stars ' +
    'still storm story strange stranger street summer sun super sweet take tale tales teil tell terror ' +
    'texas that the there they thing things this through thunder tiger time times to tod tom tomorrow too ' +
    'town trail train treasure tree trouble true truth uber um un under unter up us v valley vampire ' +
    'vengeance very vie vom von voyage vs walk war wars was water way we wedding welcome welt wenn were ' +
    'west what when where white who wie wife wild will wind winter wir with without wives wolf woman ' +
    'women world wrong x year years york you young your youth zero zu zum zwei',
];

/**
 * The share of left-out films that are taken for their one namesake: [0 a little known, 1 a widely known namesake]
 * [significant words - 1][how usual the rarest word is].
 */
export const titleRisks: readonly (readonly (readonly number[])[])[] = [
  [
    [0.145, 0.3299, 0.318, 0.26],
    [0.0556, 0.1013, 0.1313, 0.1791],
    [0.0285, 0.0514, 0.0578, 0.1157],
    [0.0116, 0.0267, 0.0438, 0.0812],
    [0.0061, 0.0213, 0.0182, 0.0263],
  ],
  [
    [0.049, 0.1306, 0.1393, 0.132],
    [0.0137, 0.0256, 0.0295, 0.0432],
    [0.0078, 0.0087, 0.0204, 0.0217],
    [0.0042, 0.0016, 0.0146, 0.015],
    [0.0018, 0.0046, 0.0097, 0.0113],
  ],
];

/** The share of left-out films with a namesake of the year before or after, in the same order. */
export const nearYearRisks: readonly (readonly (readonly number[])[])[] = [
  [
    [0.0037, 0.0239, 0.016, 0.0303],
    [0.0014, 0.0023, 0.0011, 0.004],
    [0.0002, 0.0002, 0.0007, 0.0017],
    [0.0003, 0.0016, 0.0022, 0.001],
    [0.0001, 0.0009, 0.0011, 0.0037],
  ],
  [
    [0.002, 0.0076, 0.0039, 0.0081],
    [0.0003, 0.0006, 0.0005, 0.001],
    [0, 0.0002, 0.0007, 0.0007],
    [0.0003, 0.0005, 0.0004, 0.001],
    [0.0001, 0.0009, 0.0011, 0.0037],
  ],
];
