/*! 7,776 short Dutch words for passphrases, chosen from the word list of OpenTaal (c) 2006-2020 OpenTaal, CC BY 3.0: see THIRD-PARTY-NOTICES.md. */
window.passphraseWords = `
aai aal aan aanbid aanbod aanbreng aandacht aandeel aandelen aandrijf aandruk aaneen aangifte aangroei aanhang aanjaag aankomst aankoop
aankopen aankrui aanleg aanleun aanloop aanmaak aanmeld aanneem aannemer aanpak aanpas aanplak aanplant aanraak aanrecht aanschaf aanslag
aansluit aansta aantal aanteken aantoon aanvaard aanval aanvang aanvoer aanvraag aanvrage aanvul aanwen aanwijs aanzeg aanzet aanzicht
aanzuig aap aapje aapjes aar aard aarde aardgas aardig aardige aardiger aarding aardolie aards aarzel aas aatjes abele abonnee academie
accent accenten accept accijns account accu ach acht achten achter achteraf achterna achterop achterst achttien act acteer acteur acteurs
actie actief acties actieve actiever activist actrice acts ademen ader aderen aders admiraal adonis adoptie adoptief adres adressen advent
advies adviezen adviseur advocaat afbak afbeeld afbouw afbreek afdek afdeling afdracht afdruip afdruk afdrup affaire affaires affiche
afgifte afhaal afhandel afhang afkap afkick afkoel afkoop aflees afleg afleid aflever afloop aflos afmeer afname afnemer afnemers afreken
afrit afro afroep afrol afrond afscheid afscherm afschrik afslank afsluit afspeel afspraak afstand afstem aft aftak aftap afteken aftel
afval afvoer afwas afweer afweging afwen afwerk afwis afzeg afzet afzuig aga agenda agent agente agenten agressie ahorn aikido air airs
aker akkers akkoord aks akte akten aktes alarm alarmen album albums alcohol ale alfa alfabet alge algen alinea alkali alleen alleman aller
allergie alles allo allround alm almanak alt altaar altaren alter ama amandel amateur amateurs ambitie ambt ambten amfibie ammoniak
ammonium analist ananas ander andijvie angelus angora angst angsten anijs animatie ankers ansjovis antenne antennes anti antiek antislip
antwoord apen apostel apotheek apparaat appel appelen applaus arbeid arbeider arbo archief areaal arenden arg argument arm armband arme
armoede aroma arren arrest artiest artikel artikels artsen asbest asfalt asiel aspect aspecten asperge assisen assist ast astma atelier
ateliers atlassen atleet atleten atletiek atomen atoom atten attest attesten attitude audio audit auteur auteurs auto autobus automaat
autootje autowas ave avond avonden avondje avondjes avonds avontuur azen azijn baai baantje baantjes baar baarden baarzen baas babbel
bacillen backs bacterie bad baden badje badjes badkamer bagage bagger baisse bajes bajonet bak bakens baker bakje bakjes bakken bakkerij
bakkers baksteen bakt bakte balans balansen balde balie balies balken balkon ballade ballast ballet balletje ballon ballons bals balsem
balspel balts bam bamboe bami ban bananen band bande banden bandje bandjes bands banen bang bange banier bank banken banket bankier
bankiers bankje bankjes barbecue barcode bare baren barende baret bariton barium barok baron baronnen barrage bars barst barsten baseball
bases basis basissen basket bast bataljon batik batte bazen bazin beambte beambten beat beb bed bedank bedden bede bedel bedeling bedenk
bederf bedien bediende bedil beding bedingen bedje bedjes bedoeld bedrag bedragen bedrijf bedrog bedrup beeld beelden beeldje beeldjes
been beenmerg beentje beentjes beer beest beesten beestje beestjes bef beg begaafd begin beginner beginsel begraaf begrip beha behaag
behandel behang beharing beheer beheers behoed behoefte behoud behuwd beiaard beitel beitels beits bek bekend beker bekering bekers bekken
bekkens beklad beklag beklem bekte bekwaam bel belang belangen belas belast belaste belde beleefd beleg belegger beleid belening belet
beleving bellen belletje belofte beloften beloning beloop bemaling beman bemiddel bemoei benader benauwd bende benden bendes bene beneden
benefiet benen bengel benig benige benijd benoem benzine beoefen bepalend bepaling beperk beraad berd berde bereden bereid bereik bereken
beren berging bericht berm bermen beroemd beroep beroepen beroeps beroer beroerd bes bescherm beschik beschuit besef beslag beslis besluit
bespeur bespreek bessen bestaan bestand besteed bestek bestel bestem besturen bestuur betaal betaald betaalde betalen betaler betaling
bete beten beter betoging beton betoog betover betrouw betwist beu beug beugel beuk beuken beur beurs beurt beurten beurzen beuzel bevelen
beving bevoegd bevoegde bevolkt bevorder bewaar bewaker bewaking beweeg beweging bewerk bewerker bewijs bewijzen bewind bewoner bewoners
bewoning bewust bewuste bezem bezems bezet bezette bezien bezig bezit bezitter bezoek bezoeken bezoeker bezoekje bezorg bezorgd bezorger
bezwaar bezwaren bib bibber bidder bie biecht bied bieden bieding bief biefstuk bier bieren biertje bieten big bij bijdrage bijeen bijl
bijlage bijleg bijlen bijslag bijstand bijt bijten bijtend bijter bijters bijvak bijvoeg bijzet bikini bikkel bind binden binder binders
binding binnen binnenst bio biologen biologie bioloog bioscoop bis biscuit bisschop bit bitcoin bitter bivak blaadje blaadjes blaar blaas
blaasje blaasjes blaast blad bladen blader bladeren bladig bladige blaf blak blaren blauw blauwe blazen blazers bleef bleke bles blessure
bleven blijf blijft blijven blijvend blijver blijvers blik blikje blikjes blikken bliksem bliksems blinde blinden blink blo bloei bloeiend
bloeier bloemen bloemig bloemige bloempje bloemt bloesems blog blok blokje blokjes blokkade blokkeer blokken blond blonde blouse blouses
blue blues bluf blunder blus blusser blussers board boards bobbel bochten bode bodem bodems bodes boe boedel boei boeien boek boeken
boeket boekhoud boeking boekje boekjes boel boemel boen boerde boeren boerka boertje boete boetes boetiek boetseer boeven boezems bof
bogen bok bokken boks bokser bol bollen bolletje bon bonbon bonbons bond bonden bonk bonnen bons bonus bonussen boompje boontjes boor
boorde boot bootje bootjes boots bord borden border bordje bordjes borduur boren borg borging boring boringen borrel borrels bosbouw bosje
bosjes bossen boten boter boterham botsing botte bottel bouillon bout bouten bouw bouwde bouwden bouwer bouwers bouwvak bouwwerk bovenst
bowl bowling bra braad bracht brachten braille brak bramen branche brandde branden brander branders brandje break brede breedte breedten
breedtes breek breekt breeuw brei breien brein breken brekend brekende breker brekers breking breng brengen brengend brengt breuk breuken
brevet bridge brie brief briefje briefjes bries brieven brigade bril brillen brochure broddel broden broed broeder broeders broei broeikas
broeken broekje broekjes brok brokken brom bron bronnen brons brood broodje broodjes brouw brouwers browser brug bruggen brui bruid
bruiloft bruine bruis brul brut bruto bruusk bubbel budget buffel buffer buffet bui buidel buien buig buigen buiging buigt buik buiken
buikje buil builen buis buisje buisjes buit buitel buiten buitens buizen buk buks bul bulder bulk bullen bulletin bult bumper bundel
bundels bungalow bunker bureau bureaus burg burger burgers busje busjes bussen buur buurman buurt buurten buut cabaret cabine cabines
cacao cache cactus cadeau cadeaus cadmium cafeetje cake calcium calorie camera campagne camping campings cannabis capsule caravan carbid
carbon cargo carnaval carpool cascade case cash casino cassatie cassette casus catalogi ceder cel cellen cement censuur cent centen center
centra centrale centrum ces charm charme chart charter chassis check chef chefs chemie chemo chillen chip chirurg chloor chloride choco
chocola choppen chopper choppers chromo chrono chroom cijfer cijfers cijns cilinder cinema circuit circuits circus cirkel cirkels citeer
citroen citrus claim claims clan clausule clips closet cloud clown club clubje clubjes clubs coach coaches coaching coalitie coating coca
code codeer codering codes cohesie cohort cola colbert collage collect collecte collega college colleges colonne column combi combo
comfort commando communie complet complot compost compote computer concept concern concerns concert concours condens conditie conflict
conform congres console consul consult contact content continu contour contra contract controle convers corner corona correct corso corvee
counter coup coupe coupon courant creatie credit crematie creool crew cricket crises crisis criteria critici criticus cros crossen cruise
cult culturen cultus cultuur cumul cup curator cursor cursus curve curves daad daags daagse daar dacht dadel daden dader dagblad dagboek
dagen dagje daglicht dak daken dal daling dalingen dame dammen damp dampen damwand dance dank dansen dansend danser danseres dansers
dansje danst danste darm darmen dart dartel darts dassen data databank database date daten dating datum datums dauw dauwt deal deals debat
debatten debet debiet debuut dec decaan decanen december deco decor decors deed deeg deelde deelden deelname deelraad deels deelt deeltijd
deeltje deeltjes deer deert defect defensie degen degens dein dekbed deken dekens dekkend dekkers dekking deksel deksels dekt del dele
delen delend delende deler delers delict delicten deling delingen dement demo demper dempers demping dender denk denken denkend denkende
denker denkers denkt dennen dep deposito depot depots depri derde derden deren dertien dertig derving derwijze design designer desk
dessert dessin detail detectie detector detentie deug deugd deur deuren deurtje deurtjes deviezen dia diabetes diagnose diagram diaken
dialect dialoog diameter dicht dichte dichten dichter dichters dichting dichts dichtst die dieet dief diefstal dienaar dienaren diende
dienen dienst diensten dient diep diepe diepte diepten diepzee dier diertje diertjes dies dieven diffusie dij dijbeen dijen dikke dikte
dikten diner diners ding dingen dinsdag dip diploma direct directie dis disco disconto discus disk diskette distels district dividend
divisie divisies dobbel docent docente docenten dochter dochters doctor doctors doctrine docu document dode doden dodend doder doding doe
doek doeken doekje doekjes doelpunt doelwit doem doen doend doende doener doeners doening doet doezel dog dok doken dokter dokters dol
dolfijn dolk dollar dom domeinen dominee dominees domme dommen dompel donateur donatie donder donker donkere donor donoren donors doof
doofpot dooi doop doordruk dooreen doorgang doorgeef doorkijk doorlaat doorloop doorreis doorrij doorslag doortrap doorvoer doorwerk
doping dopje dopjes doppen dor dorens dorpel dorpen dorpje dorpjes dorps dors dos doseer dosering dosis dossier dossiers dot dotatie
douane douche dove doven down download dozen dra draad draadje draadjes draag draai draaide draaiden draaien draaiend draaier draaiers
draait dracht draden draf dragen dragend dragende drager dragers drain draken drama drang drank dranken drankje drankjes dreg dreig
dreiging drek drempel drempels dressuur dreven dribbel drie drieg drieweg driften drijf drijft drijven drijvend drijver drijvers dril
dring dringen dringend dringt drink drinken drinker drinkers drinkt drive drives droef droeg droegen droge droger dromen drong dronk
dronken droogs droogte droom drop druif druip druiven druk drukt drukte drukten drukwerk drum drums drup druppel druppels dub dubbel
dubbele dubbels dubbelt duel duels duid duiding duif duifjes duik duikboot duikel duiken duikers duikt duim duin duinen duister duizend
duld dum dump dumping dun dunne duo duren durend durende durf dus duur duurte duw duwde duwden duwen duwt dwaal dwaas dwang dweep dweil
dwerg echo echte echtheid echtpaar eclips economen economie econoom eczeem edels editie edities educatie eel eelt eenden eenheden eenheid
eens eer eerbaar eerbare eerbied eerde eerder eerst eerste eert eest eet eeuw eeuwen effect effecten egde egel egels eieren eigen eigenaar
eigendom eiken eilanden einde einden eindes eisen eit eitje eitjes eiwit eland elanden electie elektro element elf elfen elftal elite elk
ellende elletje elletjes email embargo emissie emissies emmers emotie emt ene enen ener energie eng engel engelen engte enig enkel
ensemble ent enten enteren entree envelop epi epidemie epos erectie erfde erfenis erfgoed erfpacht erft erg erger ergo erker erosie erts
ertsen eruit ervaring erving erwt erwten escort eskader eskaders espresso etage etalage etappe eten etend etende eters ether ethiek etiket
etmaal ets ette euro euvel ever evolutie ezel ezels fabel fabriek facet factie facto factor factoren facturen factuur fakkel familie
families fan fanaat fanaten fanfare fans fantasie farmacie fase fasen fases fastfood fatsoen fauna fazanten feest feesten feestje feestjes
feit feiten fels fenomeen ferm ferment fes festijn festival fetisj fiche fiets fietsen fietser fietsers fietsje fietsjes fietst fietste
figuren figuur fijne fijns file files filet filets filiaal film filmpje filmpjes films filosoof filter filters filtreer finale finales
fine fineer finish firma fiscaal fitnes fjorden flacon flamenco flan flanel flap flappen flash flat flats flauw fleem flens flesje flesjes
flessen flik flipper flits flitsen flodder fluister fluit fluiten fluiter fluitje fluitjes fluor flut fluweel fobie focus fokker fokkerij
fokkers folder folders folie folter fond fonds fondsen fondue fondues fonkel fontein fooi fooien foon fop forellen forensen forfait
formaat formaten formatie formule formules fornuis forten fortuin fosfaat fosfor fot foto fout fouten foutje foutjes fra fractie fracties
fractuur fragment frame frankeer fraude fraudes freak fret frictie friet fris frituur front fronten fruit fte fuif functie functies funk
fusie fusies fut gaai gaan gaand gaande gaar gaarden gaat gaatje gaatjes gade gaf gag gal gala galei galerie galm galop game gamma gang
gangen gangster gans ganzen gap garage garantie garde gare garen garens garing garnaal garnalen garneer gas gasdruk gassen gast gasten
gastheer gasthuis gave gaven gazon gebaar gebak gebakken gebaren gebed gebeden gebeld gebergte gebeten gebeur gebeuren gebied gebieden
gebiedje gebit geblazen gebleven geblind gebod geboekt gebogen gebonden geboorte geboren geborene gebouw gebouwd gebouwde gebouwen gebraad
gebracht gebrand gebrande gebrek gebreken gebroed gebroken gebruik gedaan gedaante gedacht gedachte gedane gedeeld gedeelde gedeelte
gedenk gedicht geding gedoog gedraaid gedrag gedragen gedreven gedrukt gedrukte geduld geduwd geduwde geefster geeft geerde geerden geest
geesten geestig gefietst gegaan gegane gegeten gegeven gegevens gegleden gegooid gegooide gegoten gegraven gegrepen gegroeid gegrond
gehaald gehaalde gehad gehakt gehalte gehalten gehaltes gehangen geheim geheimen geheugen gehold gehoor gehoord gehouden gei geit geiten
gejaagd gel gelaat gelachen geladen gelag gelaten geld gelde gelden gelding gele geleefd geleerd geleerde gelegd gelegde gelegen gelei
geleid geleide geleider gelen gelend gelende geleverd gelezen gelicht gelichte gelofte gelokt gelokte geloof gelopen gelovig gelovige gels
gelui geluid geluiden geluk gelukkig gem gemaakt gemaakte gemak gemalen gember gemeen gemeente gemeld gemene gemeten gemoed gen genaaid
genade gender genees genen gener genera generaal genezing genie geniet genoemd genoemde genomen genoot genoten genre genres gepakt gepakte
geperst geperste geplakt geplant gepompt gepraat geprikt geraakt geraakte geranium gerecht gereden gereed gerei gereisd gerekend geren
gerend gericht gerichte gerief gering geroep geroepen gerold gerot gerucht geruis gerukt gerukte gerust ges geschenk geschied geschikt
geschil geschopt geschut geslagen gesleept gesloten gesneden gesneld gesp gespeeld gespen gespoeld gespoten gesprek gestaan gestalte
gestapt geste gesteld gestelde gestemd gestemde gesticht gestoken gestookt gestopt gestormd gestort gestorte gestoten gestreng gestuurd
get getal getallen getast getekend geteld getelde getij getijden getikt getrapt getrapte getreden getrouw getrouwe getuig getuige getuigen
geur geuren geuzen gevaar geval gevallen gevangen gevaren gevat geve gevecht gevel gevels gevend gevende gever geverfd geverfde gevers
gevierd gevloeid gevlogen gevoegd gevoegde gevoel gevoelen gevoelig gevoerd gevoerde gevolg gevolgen gevonden gevormd gevouwen gevraagd
gevreten gevroren gevuld gevulde gewaad gewaaid gewaar gewaden gewas gewassen gewei geweld gewelf gewelven gewen gewenst geweren gewerkt
gewerkte gewest geweten gewetens gewezen gewicht gewijs gewin gewipt gewoel gewogen gewonden gewoon gewoonte geworpen gewreven gewricht
gezag gezang gezangen gezant gezegd gezegde gezeild gezel gezellen gezellin gezet gezeten gezette gezicht gezien gezin gezind gezinde
gezinden gezinnen gezocht gezogen gezon gezond gezonden gezwel gids gidsen gier gieren gierig gierige giet gieter gieters gif gifgas gift
giften gigant giganten gijzel gilde gilden gildes gin ging gingen gips giro gis gist gister gisteren gisting git gitaar gitaren gitarist
glaasje glad glamour glans glas glazen glazuur gleden gletsjer glij glim glip glippen glitter glo gloed gloei glucose gluten gluur goal
goed goeden goederen goeroe goeroes gok golf golven gom gon gondel goodwill gooide gooiden gooien gooit goot gordel gordels gordijn gorgel
gort gospel gouden gourmet graad graaft graag graai graal graan grabbel grachten graden grage gram grammen granaten granen graniet grap
grappen graten gratie grauw graveer gravel gravers gravin gravure gravures grendel grens grenzen grepen griep griezel grif griffie
griffier grijn grijns grijp grijpen grijpt grijs grijze grill grind grit groef groei groeide groeiden groeien groeit groen groene groenst
groente groenten groentes groep groepen groepje groepjes groeten groeve groeven grof grog grond gronde gronden grondwet groots grootte
groottes gros grossier grot grotten gruis grutters gruwel gulden gum gummi gun gunning gunst gut haai haaien haak haakje haakjes haaks
haalde haalden haalt haar haarden haartjes haas haasje haast habitat hacker hackers had hadden hagedis hagel hagen haken hakkel hakt hal
halend half halfjaar hallen halm halmen halogeen halte halter haltes halve halzen hamer hamers hammen hamster hand handboek handdoek
handelen handen handicap handig handige handje hands handwerk hanen hang hangbuik hangen hangend hangende hanger hangers hangt hap harde
hardheid hardloop hardware harig harige haring haringen hark harmonie harnas harpoen harre hars harsen hart harten hartig hartige hartiger
hartje hartslag hater haters have havens havo hazen heb hebbend hebbende hebber hebbers hebt hecht hechting heden heeft heem heen heer
heerser heersers heet hef hefboom heffing heg heggen hei heiden heil heilig heilige heiligen hek hekel hekje hekjes hekken hemd hemden
hemel hendel heng hengel hengels hengst hengsten hennen hennep herberg herder herders heren herfst herhaal herin herken herkomst herop
herover herrie hersens herstel hert heruit hes hete hetero heu heup heuvels hevel hiel hield hielden hielp hielpen hier hifi hijs hinder
hing hingen hink hinkel hip hiphop hippie hips historie hit hits hitte hobbel hoe hoed hoeden hoeder hoeders hoedje hoedjes hoeken hoekig
hoekige hoekjes hoen hoenders hoep hoes hoest hofjes hoger hok hokje hokjes hokken hol holding holen holte holtes home hommel hond honden
honderd hondje hondjes honds honger honing honk hoofd hoofde hoofden hoofdig hoofdige hoog hoogbouw hoogoven hoogst hoogstam hoogte
hoogten hoogtes hooi hoor hoorde hoorden hoort hop hopen hopper horeca horen horend horende horens horig horige horloge horloges hormonen
hormoon horror hos hot hotel hotels hots hou houden houdend houdende houder houders houding houdster house hout houtje houtjes houwer
hoven huid huif huil huis huisarts huishoud huisje huisjes huist huisvuil huiswerk hulde hulp hulpen huls hum humor humus huren hurk hut
hutjes hutten huur huurder huurders ideaal idealen idee idool iek iel iele iep iepen iet ijdel ijk ijker ijkt ijl ijlen ijs ijsco ijsje
ijsjes ijst ijver ijzers ikken imago immuun imp impact imperium import impuls inbel inboedel inbouw inbreng inbreuk incasso incheck
incident inde indeling inden indianen indices indo indom indoor indruk inductie ineen inenting infectie inflatie info infra infuus ingang
ingangen ingewand inhaal inhoud injectie ink inkijk inklap inkom inkomen inkomens inkoop inkt inlaat inleg inlever inlog inloop inmaak
inname inning inpak input inrij inruil ins inschuif insecten inslag inslagen inspraak inspuit instant instap instel instinct instroom
insuline intake inteken intentie interest interim intern interne internet interval intimi intro inval invasie invert invloed invoeg invoer
invorder invul inwerk inwoner inwoners inzage inzamel inzet inzicht ion ionen isme ismen isolatie isoleer item items iteratie ivoor jaag
jaagde jaar jacht jachten jagen jager jagers jak jam jammer japon japonnen jaren jargon jarig jarige jarigen jas jasje jasjes jassen jen
jenever jeugd jicht jodium joeg joegen jog jogging jonge jongen jongens jongere jongeren jonk journaal jouw jubel judo juf juffrouw juich
juk jungle juni junioren junta jurist juristen jurk jurken jurkje jurkjes jus justitie jute juweel juwelen juwelier kaak kaart kaarten
kaartje kaartjes kaartleg kaas kaasje kaasjes kabel kabels kabinet kabouter kaf kalender kalf kalium kalk kalkoen kalm kalveren kam kameel
kamelen kameraad kamers kamertje kamfer kammen kan kanalen kanarie kaneel kannen kano kanon kanonnen kans kansel kansen kansspel kante
kantel kanten kantig kantige kantine kantines kantjes kantoor kantoren kantst kap kapel kapitaal kapitein kapittel kapje kapjes kapok
kapot kappen kapper kappers kapsel kapstok kar karakter karamel karn karpers karren karretje kartel karton kassa kassei kassen kassier
kassiers kast kaste kastelen kasten kastje kastjes kat kater katern katheter katje katjes katoen katten kauw kauwen kavel kavels kazerne
kazernes keek keep keeper keepers keer keerde keerden keert keet kegel kegels kei keien keil keizer keizers keken kelder kelders kelk
kelken kende kenden kenen kenmerk kennel kennend kenner kenners kennis kenteken kerel kerend kerende kerf kering keringen kermis kern
kernen kers kersen kerst ketel ketels keten ketens ketje keu keuken keukens keur keurig keuring keurmerk keurs keurt keus keutel keuvel
keuze keuzes kever kevers kibbel kieken kielen kiem kiemen kien kiep kier kies kieuw kiezel kiezen kiezer kiezers kijk kijken kijkend
kijkende kijker kijkers kijkt kikker kikkers killer kilo kina kind kinderen kinders kindje kindjes kine kink kiosk kip kippen kitten klaag
klaar klacht klachten klad kladde klagen klager klak klam klank klanken klant klanten klap klappen klapper klapt klare klas klasse klassen
klater klauter klauw klauwen klaveren klavier kleden klederen kledij kleding kleed kleedje klei kleine klem klemmen klemtoon klep kleppen
klepper kleren klerk klets kleum kleur kleuren kleurig kleurige kleuring kleven klief kliek klier klieren klik klikken klikt klim klimaat
kliniek klink klinken klinkend klinker klinkers klip klis klist kloek klok klokje klokjes klokken klomp klompen klonk klonken klontje
klontjes kloof klop kloppen klopper klos klote kloven kluis kluit klungel klus klusje klusjes klussen kluts knaag knabbel knak knal knap
knapen knar knecht knechten knechts kneed kneep knel knelpunt kneu knevel knie kniel knies knijp knijpen knijper knijpers knijpt knik knip
knippen knipper knipsel knipt knipte knipten kno knobbel knoei knoflook knok knol knollen knoopt knoopte knoopten knop knopje knoppen knor
knot knots knuffel knuppel knutsel kocht koe koeien koek koeken koekje koekjes koel koeler koelers koeling koelkast koelt koepel koepels
koer koerier koeriers koers koersen koes koet koets koetsen koffer koffers koffie koken kokend koker kokers koket kokos koks kolder kolen
kolf koliek kolken kolom kolommen kolonel kolonels kolonie kolonies kolos kolven kom komedie komedies komend komende komma kommen komst
komsten komt konijn konijnen koningen koningin konkel konvooi kooi kooien kook kookt kool koolstof koolzuur koopman koopsom koopt koor
koorden koortje koorts koortsen kop koper kopers kopie kopieer kopje kopjes koppel koppelen koppels koppelt koppen koppig koppige koren
korf korps korpsen korrel korrels korst kort korting korven kost koste kosten kosters kostuum kostuums kot kotelet koten koud koude kous
kousen kozijn kozijnen kraag kraai kraaien kraak kraal kraam kraan krabbel krabber kracht krachten krachtig kragen kraken kraker krakers
kralen kramen kramer kramers kramp krampen kranen krank krans kransen kransje krant kranten krantje krantjes krapte krat krater krediet
kreeften kreeg kregen krekel krenten kreten kreuk krib kribbe kriebel kriek krieken kriel krijg krijgen krijgt krijt krik krimp kring
kringen kristal kritiek kritisch kroeg kroegen kroes kroket krom kromt kronen kroniek kroning kronkel krop kropen krot krotten krui kruid
kruide kruiden kruik kruiken kruimel kruin kruip kruipen kruiper kruipt kruis kruisen kruiser kruising kruiskop kruist kruk krul krullen
kubus kudde kui kuif kuiken kuikens kuilen kuip kuipen kuis kuit kuiten kun kunde kundig kundige kunst kunsten kunstig kunstjes kuren kurk
kurken kus kussen kussens kust kusten kuur kwaad kwaads kwab kwadraat kwak kwakkel kwal kwalen kwam kwamen kwantum kwart kwartaal kwartet
kwartier kwartje kwartjes kwarts kwast kwasten kweek kweken kweker kwekerij kwekers kwel kwestie kwesties kwets kwijl kwijn kwijt kwik
kwintet kwis laag laagje laagjes laarzen laat laatje laatst lab label labels lachend lachende lacht lachte lachten ladder ladders lade
laden lades lading ladingen laf lage lagen lager lagers lak lakken lakmoes lakt lam lammer lamp lampen lampion lampje lampjes lanceer
lancet land landbouw landing landje landjes lands lanen lang langlauf langs langst lantaarn lantaren lapje lapjes lappend lapt lapte
laptop lar larve larven las laser lassen last laste lasten laster lastig laten latend latende later lating latingen lauwer lawaai lawine
lazuur lease leasing lectuur leden leder ledig ledige leed leef leefde leefden leeft leeftijd leeg leem leer leerde leerden leerling leers
leerstof leert legde legden lege legende leges leggen leggend legger leggers legging legioen legt leid leidde leidden leider leiders
leiding leidster leken lekkage lekker lekst lende lenden lenen lener leners leng lengte lengten lengtes lening leningen lenzen lep lepel
lepels lepeltje lepra leraar leraren lerares leren lerend lerende lering lesje letsel letsels leugen leuk leun leuning leurde leuren leus
leve leven levend levende levens lever leveren levering levers levert lezen lezend lezende lezer lezeres lezers lezing lezingen licentie
lichamen licht lichte lichten lichter lichting lichtje lichtjes lichts lichtst lid lied lieden liederen liedje liedjes lief liefde liefdes
liefheb lieg liep liepen lieten lift liften lig liga liggen liggend liggende ligger liggers ligging lij lijf lijm lijmen lijn lijnen lijnt
lijst lijsten lijsters lijstje lijstjes lijven lijvig lik likeur likken likker likkers likt likte limiet limieten limit limoen limonade
lingerie linies link linken linker linkje linkjes links linnen linten lintje lintjes lip lippen list listen listig liter litho liturgie
live livrei locatie locaties loco loden loef loei loep loer lof loft logboek loge logeer logen loges loggers logica logies logisch
logische logo lokalen loket loketten lokt lokte lokten lol lom lommen lommerd lompen lonen longen lonk lonken lood loods loodsen loog
loont loop loopbaan loops loopster loopt looptijd loos loosheid loost lopen lopend lopende loper lopers lorren loten loterij loting lotion
lotto lounge lover loze lozen lozer lozing lozingen lucht luchten luchtweg lucifer lucifers lui luid luidend luidende luie luier luiers
luilak luist luister luiten luizen lumpsum lunch luncht lus lussen maag maai maaier maak maakster maakt maakte maakten maal maalde maalden
maalt maaltijd maand maandag maat maats maatstaf maatwerk machine machines macht machte machten machtig machtige macro madam maf maffia
magazijn magazine magen magnaat magnaten magneet mail mailing mails major make makel makelaar maken makend makende maker makerij makers
makreel malaria male mam mammoet man manager managers mandaat mandaten mande manden mandje mandjes mangaan mangel maniak manifest mank
mannen mannetje manschap mantel mantels map mappen mar marge marges marifoon marinier markten marktje marmer marsen maske masker maskers
massa massage masten mata match matchen matches mate maten materie matig matige matiger matiging matigste matje matjes matrozen mavo
mazout medaille mede medewerk media mediaan medicijn medium mee meekrap meel meeloop meeneem meerde meerden meerder meert meest meester
meesters meet meeuw meewerk mega meiden meisje meisjes meld melder melders melding melen melig melk melker melkvee melodie meloen mem
membraan memo men mende meng mengel mengen menging mengsel mengsels mengt mening meniscus mens mensen ment mentor menu mep meren merg
mergel merk merken merkt merkte merkten merrie metaal metalen meten meteoor meter meters methadon methode methoden methodes meting
metingen metro metsel metser meubel meubelen meubels mezen micro microbe middag middagen middags middel middelen midden middens mie mier
mieren migrant migratie mij mijl mijlen mijmer mijn mijnbouw mijt mijten mild milieu milieus militie miljoen mime minder mineraal mini
minimum minister minnend minnende minst minus minuten minuut mirakel mirten mis misbruik misdaad misdaden misdrijf missen missie missies
mist mobiel modder mode model modellen modem modern moderne modes module modules modus moe moed moede moeder moeders moedig moedige
moediger moeheid moei moes moesson mogend mogende mok mokka mokkel molecule molecuul molen molens molest moment momenten monarch mond
monden monding mondje mondzorg monitor monnik monniken mono monsters montage monteur monteurs monument mooie mop moppen mopper mops mor
moraal morgens morse mortier mos moskee mossel mosselen mossels mossen mosterd mot motie motief motieven moto motor motoren motors motten
mousse mout mouw mouwen mug muggen mui muil muilen muis muit mum mummel munitie munten muntjes muren mus musea museum museums music
musical musici musicus muskaat muskus mussen mut mutatie mutaties muts mutsen muur muzikant naai naaide naaien naait naald naalden naam
naar naast nabij nacht nachte nachten nachts nadeel naden nag nagel nagels najaar namaak name namiddag nare narren nat natie naties
natrium natte natuur nauw navel navolg naw nazomer nazorg necro neder nee neef neem neemt neerslag neg negen negenen negentig neiging nek
nellen nemen nemend nemende nemer nemers neming nemingen neon nep nepen neren nering neringen nertsen nest nestel nesten netel netje
netjes netten netto netwerk neu neurose neus neusje neuzen nevel nevels neven nevens niche nicotine nier nieren nies niet nieten nietig
niets nieuw nieuwe nieuws nihil nijd nijdig nijp nikkel nimf nimfen nip nis nissen nitraat niveau niveaus nodig noem noemen noen nok
nomaden nomen non nonnen nood noodzaak nootje nootjes nor norm normaal normen nota notaris notatie notitie nov november nuance nul nummer
nummers nut nutte object objecten oceaan ochtend octrooi oden oed oef oefen oefening oen oenen oer oerwoud oeuvre oevers offerte office
officier offset ofte ogen ogend ogende oker oksel okt oktober olie olies olieverf olifant olijf olijven omber ombouw omen omgang omgeving
omhoog omkeer omkoop omkoping omleg omroep omslag omvang omver omzet onaf onder onderaan onderst onderuit oneer oneven ongel ongeloof
ongeluk ongeval onheil onheils onkosten onkruid online onrecht onrust ons ontbijt ontdek onthaal ontleed ontluis ontman ontsla ontslag
ontsnap ontstop ontvang ontvlam ontwerp onvrij onweer onwel onze ooft oog oogde oogjes oogpunt oogst oogsten oogt ooi ooien ook oom ooms
oor oord oordeel oordelen oorden oortje oortjes oorzaak oosten oot ootje ootjes opberg opblaas opbloei opbouw opdracht open openbaar
opener openers opening opens opent operatie operator operette opfris opgaaf opgave opgaven ophaal ophang ophoping opinie opklap opknap
opkomst opkoop oplaad oplage oplap opleg oplos opmaak opname opnamen opnemer opnemers opneming oppas opper oppers oprij oproep oproer
oprol oprot oprui opruim opschep opslag opsta opstand opstap opstart opstel opstop optel optie opties optocht optreden opvang opvoed
opvoer opvolg opvolger opvul opwarm opzeg opzet opzij oraal orakel orale orde ordening order orders ordes oren orgaan organen orgel orgels
orkaan orkest orkesten ors ossen oude oudejaar ouder ouderdom ouderen ouders oudheid oudste outdoor ouwe oven ovens over overbrug overdruk
overeen overgang overhead overheid overhemd overhoop overlap overlast overleg overname overs overstap overste overval overwerk overwin
overzet ozon paadje paadjes paai paaltje paaltjes paard paarden paardje paardjes pacht pact pad paden paf page pagina pak pakhuis pakje
pakjes pakken pakket pakketje pakking pakte pakten paleis paleizen palen paling pallet palm palmen pamflet pan pand panda panden pandje
pandjes paneel panelen panels paniek pannen panorama panter pantser pap papen paper papier papieren par paraplu parcours paren parfum
paring parkeer parken parkeren parket parkiet parochie parterre partner partners parttime pas pasje pasjes paspoort passaat passe passen
passend passer passes passie past pasta pastei pastel pastoor pastoors patat patent pater paters patronen patroon patroons pauw pauwen
pauze pauzes pech pedaal peddel pee peelt peerde pees peil peiling pek pekel pel pelde pelden pelen pelgrim pelgrims pelletje peloton pels
pen penant pende pendel pennen pens penseel pensen pensioen pension pep peper perceel percent peren periode perioden periodes perken
perron persen personen persoon perst perste perzik pet petje petjes peu peuken peul peur peuter peuteren peuzel pianist piano picknick
piek piep pieper piepers pieren pigment pij pijlen pijler pijlers pik piket pikken pil pilaar pillen piloot piloten pimpel pin pinda ping
pingel pingpong pink pinkster pinnen pioen pion pionier pioniers pionnen piraat piramide piraten pit pits pitsen pitten pizza plaag plaat
plaatje plaatjes plaatsen plaatsje plaatst plafon plafond plafonds plagen plak plakken plakt plamuur plan planeet planeten plank plankje
plankjes plannen planner planning plano plans plant planten planter planting plantje plantjes plantte plateau plateaus plateel platen
platform plavei plee pleeg pleinen pleister pleit plek plekje plekjes plekken pleng plens plet plezier plicht plichten plichtig ploegen
ploeter plof plok plooi plooien plot plu plug pluim pluimvee pluis pluk plukken plukker plunder plunje plus plusser plussers poch pocket
podia podium poedel poeder poeders poeier poeiers poelen poes poet poets poetsen poezen pof poging pogingen pok poker pokken polder
polders pole poli polijst polio polis polissen poll pollen polo polsstok pom pomp pompen pompje pompoen pompt pompte pon ponder ponders
pons pont ponton poorten poortjes pop popje poppen port portaal portie portiek portier portiers porto portret pos positie posities post
postbus postcode posten poster pot potentie potig potige potje potjes potloden potlood pots potten poule power praal praat praatje
praatjes praatte pracht prairie prak praktijk prang praten pre precisie predik preek preekt prefect prei preken prekend preker prekers
premie premier premies prent prenten pres present pressie prest prestige pret priem priester prijs prijsje prijzen prik prikkel prikkels
prikken prikt principe prins prinsen prinses print printer printers prior privaat pro probeer probleem procent proces producer product
proef proest proeven prof profes profeten profiel prognose program project promo promotie pronk prooi prop proppen prospect prostaat
protest prothese protocol proton proviand provider provisie proza pruiken pruil pruim pruimen prul prullen prut pruts pruttel psalm puber
publiek publieks pudding pui puil puin puit puiten pul pullen pulp puls punch punk punt punten puntig puntje puntjes pupil pur puree
purgeer purper put putje putjes puzzel puzzels raad raadsel raadsels raadslid raai raaien raak raakt raakte raakten raampje raampjes raar
rabarber race racen races radar rade raden rader raderen radiator radicaal radio rafel rag rage rages rail rails raket raketten ramadan
ramen raming rammel ramp rampen rand randen randje randjes rang range rangeer rank ranken rantsoen rap rappel rappen rapper rapport rapt
rapte ratel rating ratio ratten razen razend reactie reacties reactor reageer rebel rebellen recensie recept recepten receptie reces
recessie recht rechte rechten rechter rechters rechts rechtse rechtst recidive reclame record recorder records recto rector red redactie
redder redding rede reden redenaar redeneer redenen reders redes reductie reeks reeksen reep rees ref reform regeer regel regelaar regelen
regeling regels regen regende regenen regens regent regenten regering regie regime regiment regio register reigers reik reikend reiki
reikt reikte reikten reiniger reis reisde reisden reisje reisjes reizen reizend reiziger rek reken rekende rekenden rekenen rekening
rekent rekje rekjes rekker rekkers rekking rekt rel relais relatie relaties relde reliek religie rellen relt rem remmer remmers remming
ren rende renden rendier renner renners rent rente renten rentes repen repeteer research reserve reserves residu respect respons ressort
rest restant resten retail retour retro return reu reuk reuma reus reuze reuzen revanche revisie revolver revue rib ribben richt richten
richting richtte ridder ridders riek riem riemen rif rij rijd rijden rijdend rijdende rijder rijders rijdster rijg rijkdom rijke rijkelui
rijken rijker rijkere rijkheid rijkst rijkste rijm rijmen rijp rijpe rijping rijst rijtje rijtjes rijtuig rijven rijwiel ril rimpel ringel
ringen rinkel riool ris risico risk rist risten rit rite ritje ritjes ritme rits ritsel ritsen ritten ritueel rituelen rivier rivieren
robot robots robotten roddel roe roebel roeden roei roeide roeien roem roep roepen roeping roept roeren roers roes roest roesten roet
roeven roffel rog roggen roker rokers rokje rokjes rokken rol rolden rollen roller rollers rolletje rolstoel rolt romen rommel romp rond
ronde ronden rondes rondje rondjes rondst ronk ronsel roods roof rooi rooien rook rookgas rookt rookte room rooster roosters ros rot rotan
rotatie rots rotsen rotten route routen routes routine rouw rouwde rouwden rouwt roven rozen rubber rubriek ruggen ruil ruim ruimde ruimen
ruimt ruimte ruimten ruimtes ruit ruiters ruitje ruitjes ruk rukt rukte rukten rum rund rundvee runen rups rupsen rust ruste ruw ruzie
sabbat sabel sabotage sado safari safe sage sakker salade salades salaris saldi saldo salie salon salons salpeter sanctie sandwich
sanering santen sap sapje sappel sappen sar sas sauna saus sausen sausje sausjes scalp scan scanner scanners scans scenario scene scha
schaaf schaak schaal schaar schacht schade schades schaduw schaft schakelt schalen schalie schamp schap schappen schare scharen scharrel
schat schater schatte schatten schaven schede schedel scheden schedes scheef scheel scheen scheep scheer schei scheid scheids schema
schemer schend schender schenk schenkel schenken schenkt schennis scheppen scherf scherm schermen scherp scherpte scherts scherven schets
schetsen scheur scheurde scheuren scheurt scheut scheuten schier schiet schieten schijn schijven schik schikken schil schilden schilder
schilfer schillen schiller schim schimmel schimmen schimp schip schipper schitter schoen schoenen schok scholen scholing schommel schone
schooi school schools schoot schop schoppen schopt schor schors schort schotel schotels schouder schoven schraag schrap schreef schreeuw
schrijf schrijft schrijn schrik schro schrob schroef schroei schrok schroot schub schudden schuif schuift schuil schuim schuin schuit
schuiten schuiven schuiver schuld schulden schuren schurft schurk schurken schut schutter schuur schuw schuwe scoop scooter scooters score
scores scoring scout scouting screen script scriptie sec second seconde seconden sectie secties sector sectoren sectors sediment segment
sein seinen seis seizoen sekte selderij select selectie senioren sensatie sensor sensoren serie series seringen serum server servers
service servies servo sesam sessie sessies setje sets sfeer sferen shampoo sharen shirt shoarma shock shop shopping shops short shot show
shows shuttle sidder sief sier sieraad sieraden siert sigaren sigaret signa signaal signalen silo simpel single sinus sirih siroop sist
sisten site sites situ situatie sjacher sjoel sjor sjouw ska skate skeeler skelet ski sla slaan slaand slaande slaap slaapt slaat slacht
slag slagader slagen slager slagerij slagers slagroom slagwerk slak slakken slang slangen slapen slaper slecht slede sleden slee sleep
sleept sleepte sleepten sleet slem slemp slenter slepen sleper slepers sleuf sleur sleutel sleutels slicht slichten slier slijm slijp
slijper slijpers slijt slijtage slik slingers slip slips slobber sloeg sloegen slof slogan slok sloop slopen sloper slopers slot sluier
sluiers sluik sluimer sluip sluit sluiten sluitend sluiter sluiters sluiting sluizen sma smaad smaak smacht smart smeden smeed smeek smeer
smelt smeren smette smid smijt smijten smis smokkel smoor smout smul snaar snack snap snaren snede sneden snee sneed sneeuw snelde
snelheid snelle snelt snelvuur snelweg snert sneu snij snijd snijden snijder snijders snipper snoep snoer snoeren snood snooker snor
snorren snuffel snuif snuit snurk sociaal sociale soep soepen sof soft software soja sok sol soldaten soldeer solo som somber sommen sonar
sonate song songs soort soorten sop sopraan sorteer sou soul sound souvenir sovjet spaak spaar spalk spam span spande spanden spanne
spannen spannend spanner spanning sparen spat spatie spatten spe specie spectrum speech speeksel speelde speels speelst speen speer spek
spel speld spelden spelen spelend spelende speler spelers spelling spet speur spie spied spiegel spiegels spiek spieren spijbel spijker
spijs spijzen spil spillen spin spinnen spins spion spionage spiraal spiritus spit spits spitsen spitten spleet spleten splijt split
splits spoed spoel spoelde spoelen spoeling spoelt spon spons sponsor sponzen spook spoor sporen sport sporten sporter sporters spot
spoten spotje spots spouw spraak sprake spraken spreek spreekt sprei spreid spreken sprekend spreker sprekers spreuk spriet spring
springen springer springt sprint sproei sproeier sprokkel sprong sprongen sprookje spruit spuit spuiten spullen spurt spuug spuw sta staaf
staak staal staan staande staarten staatje staatsie stad stadhuis stadia stadion stadions stadium stadje stads stag stage stages staken
staker staket staking stallen stalling stam stamboek stamcel stamel stammen stamp stamper stand standen stander standers stands stang
stangen stank stap stapel stappen stapt stapte stapten star start starter starters state statie station stations statu status statuten
statuut staven steden stee steen steigers stek stekel steken stekend stekende stekers stekker stel stelde stelden stellen stellend steller
stellers stelp stelsel stelsels stelt stem stembus stemde stemden stemmen stemmig stemmige stemming stempel stempels stemt stenen stengel
stengels steno step steppe ster stereo sterf sterfte sterk sterkte sterren sterven steun steunen sticht stichter sticker stickers sticks
stiel stieren stift stiften stijf stijfsel stijg stijging stijl stijlen stik stikstof stil stiletto stille stilte stink stip stippel
stippen stoei stoel stoelen stoeltje stoep stoet stoeten stof stoffen stok stoker stokers stokje stokjes stokken stol stolling stond
stonden stoom stoomt stoor stoornis stop stoppel stoppen stopper stoppers stops stopt stopte storen storing storm stormen stort storten
storting stortte stoten stotter stouw straal straalde straat straf straffen strak stralen straling stranden straten streef streep streepje
strem streng strengen strepen stres streven strijd strijden strijder strijk strijken strijker strijkt strik strikken string strip strips
stro stroken stromen stromend stroming stronk stront strooi strook strookje stroom stroomde stroomt stroop struik struikel struiken struis
studeer student studente studie studies studio stuif stuip stuit stuiter stuiver stuivers stuk stukje stukjes stukken stuks stunt sturen
sturing stut stuur stuurde stuurden stuurs stuurt sub subsidie succes sudder suf sui suiker suikers suite sulfaat super supers support
surf surfen surplus swing taai taak taal taalde taalt taan taande taart taarten taartje taartjes tabak tabel tabellen tablet taboe tachtig
tact tactiek taf tafel tafels tafeltje tafereel tag taille takel taken taks taksen tale talen talent talenten talg talig talige talk
talkshow talud tampon tand tandarts tanden tandwiel tang tangen tango tank tanker tankers tanks tante tantes tap tape tapijt tapijten
tappen tapper tapt tapte tarief tarieven tarot tas tasje tasjes tassen tast tasten teak team teams technici techniek techno teek teelt
teen teerde teerden teerling teert tegel tegemoet tegen tegens tegoed tegoeden tehuis tehuizen tekeer teken tekenaar tekende tekenden
tekenen tekening tekens tekent tekort tekorten tekst teksten tel telde telden telecom telefoon telegram telen telend teler telers teleur
tellende telling teloor tels tem temde temden temmen temp tempel tempels temper tempo temt tendens tender tenen tengel teniet tennis tenor
tenors tent tentamen tenten tentje tentjes tentoon tenue tenues ter tere terecht teren terend terende terig terige term termen termijn
terminal terneer terrein terreur terug terugkom test testen tester tests tet teugel tevreden teweeg theater theaters thee thema theorie
therapie these theses thesis thriller thuis ticket tickets tie tien tiend tiende tiener tiental tier tieren tig tij tijd tijden tijdig
tijding tijdperk tijdrit tijds tijdstip tijdvak tijgen tijger tijgers tijgt tik tikken tikt tikte til tillen tillend time timmer tinnen
tint tintel tinten tip tippel tips titel titels tocht tochten tochtje tochtjes toe toef toegang toekom toekomst toelage toelagen toelages
toen toename toep toepas toer toeren toerisme toerist toernooi toeslag toestand toestel toet toeter toets toetsen toetsing toeval toevoeg
toevoer toezicht tof togen toilet tokkel tokken tolk tolken tollen tomaat tomaten toneel tonelen tonen tong tongen tonijn toog tooi tool
toom toont toorts toot top topo toppen topper topsport topt topte topten tor toren torens torentje tornooi tors tortel totaal totalen
totem toten touch tour tournee touw touwen touwt tover tra traan track tracks tractie tractor trad traden traditie trafiek train trainer
trainers training traject tralie tram trammen trams tranen trans transfer transit transito trant trap trapje trappel trappen trapper trapt
trapte trauma trechter trede treden tredende tree treed treek tref treffen treffer trein treinen treintje treiter trend trends treur
treurig tri tribune tricot tril trilling trim triomf trip trippel trips tript troef troep troepen troetel trof trog trok trokken trol
trollen trom trommel trommels tronen troon troop troost tropen tros trossen trots trottoir trouwde trouwe trouwt truc trucs truffel truien
trust tube tucht tuf tui tuig tuigen tuigje tuimel tuinbouw tuinder tuinders tuinen tuintje tuintjes tuit tukje tukjes tukken tulp tulpen
tune tunnel tunnels turbine turbines turbo turen turend turf turn tussen tut tuurde tuurden tuurt twaalf twee tweed tweede tweeling twijn
twinkel twintig twist twisten uien uier uil uilen uit uitbater uiteen uitgaan uitgang uitgave uitgaven uitgeef uitgever uitgifte uitgroei
uithang uiting uitingen uitje uitjes uitkijk uitkomst uitlaat uitleen uitloop uitoefen uitreis uitrij uitruk uitslag uitstap uitstel uitte
uitvaart uitval uitvoer uitwas uitwerk uitwis uitzend uitzet uitzicht ukjes ukken ultra uni unie uniform unit units update uranium ure
uren urgentie urine urnen uur uurtje uurtjes uurwerk uwe uwen vaag vaandel vaar vaarder vaardig vaardige vaarten vaartuig vaas vaat vaatje
vaatjes vaatwas vacature vaccin vacht vader vaders vak vakantie vakbond vakje vakjes vakken vakwerk val valide valken vallei vallen
vallend vallende vals valse valt valuta vaneen vangen vanger vangers vangst vangsten vanille varen varend varende varens variant variatie
varken varkens vast vaste vasten vaster vastgoed vastheid vaten vatte vechten vechter vechters vector veder vee veeg veegde veegt veel
veer veerde veert veertien veertig veeteelt vege vegen veger vegers veilig veiling veld velde veldje veldjes velend vellen vendu vennoot
venster vensters vent venten venter venters ventiel veraf verander verba verband verbeter verblijf verbod verboden verbond verbrand
verbruik verdedig verdeel verdeler verder verdien verdoe verdor verdrag verdriet verdwijn vereiste veren verend verering verf verg verga
vergaar vergader vergeet vergis verhaal verhak verhalen verhoor verhuis verhuur vering verjaar verkeer verken verklaar verkleed verklein
verkocht verkoop verkopen verkoper verlang verleden verlener verleng verlet verlicht verlies verlof verlok verloop verlos verloven vermaak
verman vermogen verniel vernieuw vernis verpak verpleeg verplet verraad verrader verre verrek verreken vers versa verschil verse versie
versier versies versla verslag verso verst versta verstand verste verstek verstel verstop vertaal verte vertel verteld vertoon vertrap
verval vervang verve vervel verven vervoer vervolg verwacht verwant verwante verwar verweer verwek verwen verwezen verwijs verwijt verwon
verzamel verzeker verzen verzend verzet verzin verzoek verzoen verzorg verzuim vesper vet veter veters vetten vezel vezels viaduct vice
vide video vie viel vielen vier vierde vieren viering viert vies vignet vijand vijanden vijandig vijf vijftien vijftig vijgen vijl vijver
vijvers vil villa vilt vin vind vinden vinder vinders vinding ving vingen vinnen violen vip virtuoos vis visa visgraat visie visies visite
visje visjes visserij vissers vist visum vit vitamine vizier vla vlaai vlag vlaggen vlak vlakken vlakte vlakten vlaktes vlam vlammen
vlecht vlechten vlees vlei vlek vlekjes vlekken vleugel vleugels vlieg vliegen vliegend vlieger vliegers vliegt vlies vliezen vlijm vlijt
vlo vloed vloei vloeide vloeiden vloeien vloeiend vloeit vloek vloer vloeren vloertje vlogen vlok vlokken vloog vlooien vloot vloten
vlotter vlucht vluchten vocht vodden voeden voeder voeding voedsel voeg voegde voegen voeging voegsel voegt voel voer voerde voerden
voerder voerders voerend voerende voering voert voertuig voet voeten vogel vogels vogeltje vol volg volgen volgend volgende volger
volgorde volk volken volkeren volks volle voller vollere volmacht volst volt volume vonden vondst vondsten vonk vonnis voogden voogdij
voor vooraan vooraf voord voordeel voordeur voorin voorjaar voorkeur voorlees voornaam voorns voorop voorover voorraad voorrang voorstel
voorts vooruit voorwerp voorzeg voorzet voorzorg voren vorens vork vorken vorm vormen vormend vormende vorming vormpjes vors vorsten
votief vouw vouwde vouwen vraag vraat vracht vrachten vragen vrager vrede vredes vreemd vreemde vrees vreten vreter vreters vreugde vriend
vrienden vriendin vriendje vriest vrij vrijdag vrije vrijer vrijheid vrijst vroed vroeg vroegen vroon vroor vroren vrouw vrouwen vrouwtje
vrucht vruchten vuil vuilnis vuist vul vulkaan vullen vullend vulling vulpen vult vuur vuurt vuurtje vuurwerk waag waai waaide waaien
waaier waait waak waakhond waan waanzin waar waarborg waard waarden waardes waardig waardige waarheid waarneem waarzeg wacht wachten
wachter wachters wad waden wafel wafels wagen wagens wagentje waggel wagon wagons wake waken wallen walm wals walsen walvis wam wand
wandel wandelde wandelen wandelt wanden wangen wanhoop wankel ware waren warm warmer warmers warmte warrel was wasem wasser wassers wast
water waterkan waterpas waters watert watten weblog website wed wedden weder weduwe wee weef weefsel weefsels weegt week weekblad weekend
weekt weer weergave weerleg weertje wees weg wegen wegend wegennet weger wegers wegge weggetje weging wegs wegwerp weides weifel weiger
weken wekkende wekker wekkers wel weledel welkomst welstand welzijn wen wend wende wending wensen wentel wereld werelden wereldje werelds
werende wering werk werkend werkende werker werkers werking werkje werkjes werkman werkster werkstuk werkt werkte werkten werktijd
werktuig werp werpen werper werpers werpt wervel wervels werven werving wesp wespen wette wetten wevers wezen wezens wicht wichtig wie
wiebel wied wieg wiegen wiekt wielen wieltje wieltjes wieren wierook wierp wierpen wij wijd wijding wijdte wijk wijken wijl wijn wijnen
wijs wijsheid wijst wijven wijwater wijze wijzen wijzer wijzers wijzig wijzing wik wikkel wild wilgen willige williger win wind winden
winkels winnaar winner winning winst winsten wintert wip wippen wis wiskunde wissels wist witwas woede woei woeker woel woensdag woestijn
wol wolk wolken wolkjes wond wonde wonden wonen wonend wonende woning woningen woon woonland woonst woord woorden woordje woordjes wording
worg workshop wormen worp worpen worst worstel worsten worstjes wortels wortelt wouden wraak wreed wrijf wrijven wrijving wrik wrong zaag
zaai zaaier zaak zaakje zaakjes zaal zaaltje zaaltjes zacht zachte zadel zadels zaden zagen zalen zalf zalig zalige zalven zand zang
zangen zanger zangeres zangers zebra zee zeef zeel zeem zeeman zeep zeer zeevaart zeewater zeg zegde zegden zege zegel zegels zegen zeges
zeggend zegger zegging zegt zeik zeilen zeiler zeilers zeilt zeker zekering zelden zelen zelf zelfde zelfhulp zemel zender zenders zending
zendt zendtijd zenuw zenuwen zes zestien zestig zet zetel zetels zetsel zette zettend zettende zetting zeur zeven zevenen zeventig zever
zichten zie ziel zielen zien ziend ziende ziener ziet zigzag zij zijde zijden zijdes zijspan zilver zinde zing zingen zingt zink zinnen
zinnig zinnige zinniger zins zintuig zip zit zitten zittend zittende zitter zitters zitting zocht zoden zoek zoeken zoekend zoekende
zoeker zoekers zoekt zoem zoen zoenen zoet zoete zolders zolen zomer zon zond zondag zondags zonde zonden zonder zone zonen zones zonnetje
zoog zooi zoons zoontje zorg zorgen zot zotte zout zoute zouten zucht zuchtig zuchtige zuidwest zuig zuigen zuiger zuigers zuigt zuil
zuilen zuivel zuiver zure zuren zus zusje zussen zuster zusters zuur zuurstof zuurstok zwaai zwaaien zwaar zwaarte zwabber zwak zwakte
zwaluwen zwam zwammen zwanen zware zwavel zweef zweep zweer zweet zwel zwelg zwem zwembad zwemmen zwemmer zwemt zwendel zwengel zwenk
zweren zwerf zwerm zwicht zwijg zwijmel zwijn zwijnen zwik`.trim().split(/\s+/);
