using System.Text;

namespace SignaalPortaal.Domain.Hints;

/// <summary>Words that mean something for finding names, folded.</summary>
internal static class WordLists
{
    /// <summary>Longer words are not in the dictionary.</summary>
    public const int LongestInDictionary = 8;

    /// <summary>What stands before a surname, also abbreviated.</summary>
    public static readonly HashSet<string> Particles = Words("van der den de het t ter ten te v d vd vdr el al la le du da di del dos von bin ibn");

    /// <summary>Titles that tell something about the person after them, such as a gender or a degree.</summary>
    public static readonly HashSet<string> TellingTitles = Words("dhr heer meneer mijnheer hr mevr mevrouw mw mej juffrouw mr drs dr ir ing prof");

    public static readonly HashSet<string> Titles = [.. TellingTitles, "collega", "collegas"];

    /// <summary>What people do and things do not: a word before it that may be a name is one.</summary>
    public static readonly HashSet<string> PersonVerbs = Words(
        "zei zegt zeiden zeggen belde belt belden bellen weet wist weten wisten vroeg vraagt vroegen vindt vond vinden vonden "
        + "schreef schrijft mailde mailt appte antwoordde antwoordt vertelde vertelt denkt dacht wilde besloot beslist besliste "
        + "tekende tekent knikte beloofde belooft meldde bedoelt bedoelde hoorde hoort zag ziet las leest bevestigde bevestigt "
        + "ontkende adviseerde adviseert gaf legde legt nam stuurde stuurt regelde regelt deed doet verving vervangt overlegde "
        + "overlegt kent kende snapt snapte begrijpt begreep hielp helpt");

    /// <summary>After a noun without an article these make it a name: "Bakker is ziek". Things that need no article come and go too: "Post is laat".</summary>
    public static readonly HashSet<string> PlainVerbs = Words(
        "is was heeft had kwam komt ging gaat kreeg krijgt werkt werkte zit zat staat stond mag mocht moest moet kan kon zou zal "
        + "wil werd wordt blijft bleef ligt lag hield houdt");

    /// <summary>Nouns and adjectives that begin a sentence without an article.</summary>
    private static readonly HashSet<string> NeedsNoArticle = Words(
        "post brand water meer hout zand hulp land personeel bestuur beheer rente werk recht gras riet mos zee regen storm winter "
        + "zomer lente herfst sneeuw wind vrede hoop geluk vertrouwen trouw rust tol vis brood bier kool geld goud zilver ijzer "
        + "steen veen kerst groen rood wit zwart bruin geel grijs blauw klein groot jong oud kort lang lange korte jonge oude grote "
        + "kleine wilde sterk snel vroom wijs goed goede best beste blij hard zacht warm koud nieuw nieuwe klaar zeker vrij open "
        + "dicht hoog laag leeg ander noord zuid oost west school markt");

    public static readonly HashSet<string> Articles = Words(
        "de het een t n die dat deze dit onze ons mijn zijn haar hun geen elke elk iedere ieder jouw uw");

    /// <summary>After these without an article a person follows more often than a thing.</summary>
    public static readonly HashSet<string> PersonPrepositions = Words("van met door volgens aan bij voor naar zonder namens aldus");

    /// <summary>Job titles that are more often somebody's in another organisation.</summary>
    public static readonly HashSet<string> GeneralTitles = Words(
        "directeur manager teamleider leidinggevende medewerker adviseur secretaris voorzitter bestuurder chef baas arts jurist "
        + "dokter rechter advocaat notaris burgemeester wethouder minister");

    public static readonly HashSet<string> Greetings = Words("groet groeten groetjes gr mvg hartelijks liefs");

    /// <summary>After which a dot ends no sentence.</summary>
    public static readonly HashSet<string> Abbreviations = Words(
        "dhr hr mevr mw mej mr drs dr ir ing prof gr nr nrs no pnr clientnr relatienr medewerkernr stamnr aangiftenr doorkiesnr "
        + "art bijv bv ca geb tel tst personeelsnr dossiernr zaaknr klantnr");

    /// <summary>After which a name is nearly certain to come.</summary>
    public static readonly HashSet<string> People = Words(
        "zoon dochter man vrouw moeder vader buurman buurvrouw zus broer vriend vriendin oom tante ingenieur professor dokter "
        + "tolk stagiair stagiaire heet heette genaamd");

    /// <summary>After which a name may come, or something else.</summary>
    public static readonly HashSet<string> Roles =
    [
        .. People,
        .. Words("manager teamleider teammanager baas chef leidinggevende klant client burger notaris advocaat rechter wethouder burgemeester naam namens aldus door"),
    ];

    /// <summary>Endings of surnames that towns have too.</summary>
    public static readonly string[] PlaceEndings = ["dijk", "veld", "huis", "huizen", "hoven", "enga", "inga"];

    /// <summary>After which a word with a capital is no person.</summary>
    public static readonly HashSet<string> Organisation = Words(
        "team afdeling directie dienst bureau sector cluster loket balie regio gemeente provincie ministerie raad hof kamer "
        + "commissie stichting rechtbank universiteit college wet besluit regeling formulier brief werkgroep project programma "
        + "systeem app locatie kantoor gebouw zaal kamer station");

    /// <summary>Words that are never a name by themselves, also with the capital of a sentence.</summary>
    public static readonly HashSet<string> Function = Words(
        "aan achter al alle alleen als andere bij binnen boven buiten daar daarna dan dat de deze die dit doe door dus een eerst "
        + "eerste elk elke en er ga geen haar had heb hebben heeft hem het hier hij hoe hun iedere iedereen iemand ik in is ja je "
        + "jij jouw jullie kan kom kun kunnen laat maar mag meer men met mij mijn moet moeten na naar naast nee niemand niet nog nu "
        + "of om omdat onder ons onze ook op over per sinds soms te tegen ten ter toen tot tijdens u uit uw van vanaf veel via "
        + "volgens voor vraag waar waarom wanneer want was wat we weer wel welke wie wij wil willen word worden wordt zal ze zelf "
        + "zij zijn zo zodat zonder zou maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei "
        + "juni juli augustus september oktober november december nederland nederlands nederlandse europa europese amsterdam "
        + "rotterdam utrecht haag groningen kerst pasen pinksteren goedemorgen goedemiddag beste geachte hallo dank bedankt "
        + "vriendelijke tweede koning internet excel word outlook teams windows belastingdienst toeslagen digid mijnoverheid svb "
        + "uwv cak ind awb avg nederlanders rijk rijksoverheid staat kabinet");

    /// <summary>Names that are words too. With a capital at the start of a sentence, or without one, they say nothing by themselves.</summary>
    private static readonly HashSet<string> Common = Words(
        "bakker groen vos roos mark berg bos dijk wit zwart bruin rood geel grijs blauw jong oud groot klein lang kort lange "
        + "korte jonge oude groote kleine wilde visser mulder kok smid boer jager koning prins keizer graaf hertog ridder meester "
        + "schipper slager molenaar kuiper brouwer kramer timmerman schilder schouten dekker wever snijder kleermaker koster "
        + "pastoor bisschop monnik post brand water meer veen beek wal dam kamp broek heide horst hout steen linden brink akker "
        + "tuin haag hoek huis huizen kerk poort brug molen straten velden heuvel duin polder laan weg plein dorp stad land zand "
        + "winkel markt school vogel haan valk arend leeuw wolf beer hond haas hert vis zwaan spreeuw vink mees merel kat bloem "
        + "roosje lelie iris fleur sterre ster storm regen winter zomer lente herfst mei april juni noord zuid oost west hulp vrede "
        + "hoop geluk engel vriend vriendin held broer mens man vrouw kind jansje wil bo jet joy pen pan pot vat kool appel peer "
        + "boom blad tak blok bol ring kroon schild spier hoofd hand voet been oog hart bank tol rente beheer personeel vertrouwen "
        + "bestuur directeur directieplaatsvervanger teamleider plaatsvervanger zuidleider zuidplaatsvervanger afdeling melder "
        + "collega leeg ander unie sterk snel trouw vroom wijs goed goede best beste blij recht hard zacht warm koud dag nacht week "
        + "maand jaar nieuw nieuwe klaar zeker vrij open dicht hoog laag floor joker ben bas ton merk ruim bot mos gras riet rots "
        + "heer knecht burger soldaat ruiter wachter tolk leraar dokter arts rechter advocaat notaris zee schip haven baas maas "
        + "waal rijn eem lek linde eik berk beuk els olm den spar hulst mol das bever zeeman landman veldman houtman hofman "
        + "wagenaar dolk speer bijl hamer zaag spijker nagel bout stoel kist kast bel bal bus trein vlieger vliegen lopen draaien "
        + "wei hooi an jan rust last noot deel eind");

    /// <summary>In the Netherlands, of many origins; for people who are in no register.</summary>
    public static readonly HashSet<string> FirstNames = Words(
        "aad abdel abdul achmed adam adriaan agnes ahmed aicha aisha albert alex alexander ali alice amina amir amber amy andre "
        + "andrea andreas angela anita anja anke ann anna anne anneke annelies annemarie annemiek ans anton arjan arjen arie arno "
        + "arnold astrid ayse barbara bart bas bea ben bernard bert bianca bilal bo boris bram brenda brigitte carel carin carla "
        + "carlijn carlo carmen carolien caroline cas casper cees charlotte chris christel christiaan christina cindy claire "
        + "claudia coen cor cora corinne daan daniel danielle danny david debbie dennis derk desiree dewi diana dick diederik dina "
        + "dirk dora eddy edith edwin eelco egbert els elif elisabeth ellen elly els emine emma emre eric erica erik erwin esra "
        + "esther eva evelien evert ewa fatima fatma femke ferdi ferry finn fleur floor floris frank frans franz fred frederik "
        + "frits gea geert geertje gerard gerda gerrit gert gijs gina greet guus hafsa hakan han hanna hannah hanneke hannie hans "
        + "harm harrie harry hasan hassan heidi hein heleen helena helma hendrik henk henny henri herman hilda hugo huub ibrahim "
        + "ilse imane ina inge ingrid irene irma ivo jaap jacco jack jacob jacqueline jan janine janneke jantje jasmijn jasper "
        + "jeanette jelle jeroen jesse jessica joan joanna job jochem johan johanna john jolanda joop joost jordy joris jos jose "
        + "josephine joyce judith julia jurgen karel karen karim karin karina kasper katarzyna kees kelly kemal kevin khadija kim "
        + "klaas koen koos krzysztof lara lars laura lea leen lena leo leon leonie lex lia lieke lies liesbeth lily linda lisa "
        + "lisanne loes lot lotte lotta lucas lucy luuk maaike maarten mandy manon marcel marco maria mariam marian marianne "
        + "marieke mariette marijke marina mario marion marja marjan marjolein mark marko marleen marlies marloes martijn martin "
        + "martine mary maryam mathijs matthijs maud maurice max mehmet melanie melissa menno merel mia michael michel michelle "
        + "mieke miranda mirjam mohamed mohammed monica monique mourad murat mustafa myrthe nadia nancy naomi natasja nico nicole "
        + "niek niels nienke nina noa noor nora norbert olga oscar otto patricia patrick paul paula pauline peggy peter petra piet "
        + "pieter pim piotr priya rachel rachid ralph ramon raymond rene renate renee rens ria richard rick rik rita rob robbert "
        + "robert robin roel roger rogier roland romy ron ronald rosa roos rosalie rosanne roy ruben ruth ruud ryan sabine sabrina "
        + "said salma samira sander sandra sanne sara sarah saskia sebastiaan selma semra sharon shirley sietske silvia simon "
        + "simone sjaak sjoerd sofie sonja sophie stefan stella stephanie steven stijn sven susan suzan suzanne sylvia tamara tanja "
        + "teun tessa tess theo thijs thomas tijmen tim timo tineke tjeerd tom tomas ton tonnie trudy truus ursula valerie vera "
        + "veronique victor vincent walter wendy wessel wesley wiebe wietske wil wilco wilfred wilhelmina willem willemijn willy "
        + "wilma wim wouter yasmin yasmina youssef yusuf yvette yvonne zeynep zita zohra");

    public static readonly string[] SurnameEndings =
        ["ssen", "msen", "nsen", "rsen", "lsen", "stra", "inga", "enga", "elaar", "mans", "wicz", "oglu", "enko", "ovic", "ski", "ska", "dijk", "veld", "sma", "ema", "huis", "huizen", "hoven"];

    public static readonly HashSet<string> NoStreets = Words(
        "onderweg uitweg omweg snelweg vanweg middenweg halverwege arbeidsmarkt huizenmarkt woningmarkt voetpad loopbaan "
        + "vakantiepark wagenpark zijstraat koopmarkt rechthof gerechtshof binnenhof glijbaan startbaan landingsbaan rijbaan "
        + "supermarkt bedrijvenpark hoofdweg achterhaven luchthaven stappad werkpad leerpad klantpad");

    /// <summary>Before the article of a street.</summary>
    public static readonly HashSet<string> BeforeStreets = Words("aan op naar in bij achter onder tussen langs van");

    /// <summary>With a capital and a number these are no streets.</summary>
    public static readonly HashSet<string> NotAtHome = Words(
        "team afdeling directie dienst bureau sector cluster loket balie regio wet besluit regeling formulier brief werkgroep "
        + "project programma systeem app locatie gebouw zaal kamer windows excel word outlook teams office android iphone versie "
        + "release artikel bijlage hoofdstuk paragraaf stap fase groep categorie schaal klasse niveau boeing airbus audi bmw "
        + "formule top covid volkskrant telegraaf");

    /// <summary>Inside the name of a town.</summary>
    public static readonly HashSet<string> InTowns = Words("aan den de der op het bij en ter ten in t");

    /// <summary>After four digits these are no letters of a postcode.</summary>
    public static readonly HashSet<string> ShortWords = Words(
        "af al as bv ca cm dd do dr er en et ga ge gb gr ha ik in is ja je jr kb kg km kw la ma mb me mg mm mr na nr nu nv of om "
        + "op pc pk st ta te tm tv uw vd vr wo ww we wk za ze zo zw");

    public static readonly HashSet<string> PhoneCues = Words("toestel toestelnummer tst doorkiesnummer doorkies doorkiesnr");

    public static readonly HashSet<string> UserNameCues = Words(
        "gebruikersnaam inlognaam loginnaam login inlog account useraccount username userid gebruiker accountnaam");

    public static readonly HashSet<string> PersonnelCues = Words(
        "personeelsnummer personeelsnr medewerkernummer medewerkersnummer medewerkernr pnr pnummer personeelsnummers "
        + "werknemersnummer stamnummer");

    public static readonly HashSet<string> CaseCues = Words(
        "dossier dossiers dossiernummer dossiernummers dossiernr zaak zaaknummer zaaknummers zaaknr kenmerk klantnummer klantnr "
        + "clientnummer clientnr relatienummer referentie referentienummer beschikkingsnummer meldingsnummer meldnummer "
        + "aanvraagnummer polisnummer factuurnummer ticket ticketnummer volgnummer registratienummer bezwaarnummer beschikking "
        + "aanvraag documentnummer aangifte aangiftenummer aangiftenr boetenummer vergunningnummer vergunningsnummer "
        + "correspondentienummer studentnummer leerlingnummer uitkeringsnummer debiteurnummer debiteurennummer contractnummer "
        + "relatienr rsin paspoortnummer rijbewijsnummer kvk kvknummer");

    public static readonly HashSet<string> Months = Words(
        "januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep "
        + "sept okt nov dec");

    public static readonly HashSet<string> BirthCues = Words("geboren geboortedatum geboortedag geb verjaardag jarig geboorte gebdatum");

    public static readonly HashSet<string> Nationalities = Words(
        "turk turks turkse marokkaan marokkaans marokkaanse syrier syrisch syrische pool pools poolse oekraiens oekraiense "
        + "oekrainer surinaams surinaamse surinamer antilliaans antilliaanse antilliaan curacaos curacaose arubaans arubaanse "
        + "somalisch somalische somalier eritrees eritrese eritreeer afghaan afghaans afghaanse iraaks iraakse iraans iraanse "
        + "iranier russisch russische rus roemeens roemeense roemeen bulgaars bulgaarse bulgaar duitser duits duitse belg belgisch "
        + "belgische chinees chinese indonesisch indonesische moluks molukse molukker hindoestaans hindoestaanse ghanees ghanese "
        + "nigeriaans nigeriaanse egyptisch egyptische egyptenaar italiaans italiaanse italiaan spaans spaanse spanjaard portugees "
        + "portugese frans franse fransman brits britse joods joodse islamitisch islamitische moslim moslima koerd koerdisch "
        + "koerdische ethiopisch ethiopische pakistaans pakistaanse vietnamees vietnamese braziliaans braziliaanse amerikaan "
        + "amerikaanse");

    public static readonly Phrases RareFacts = new(
        """
        als enige
        ik ben de enige
        ben ik de enige
        de enige die
        enige vrouw
        enige man
        mijn functie is
        mijn functie als
        in mijn functie
        in mijn rol als
        ik werk als
        als voorzitter
        ik ben net begonnen
        mijn eerste werkdag
        mijn eerste week
        mijn proeftijd
        met pensioen
        mijn rolstoel
        in een rolstoel
        mijn hoofddoek
        een hoofddoek
        mijn transitie
        transgender
        mijn zwangerschap
        mijn re-integratie
        mijn burn-out
        mijn burnout
        na mijn ziekte
        de jongste
        de oudste
        parttime als enige
        """.Split('\n'));

    private static readonly HashSet<string> Dictionary = ReadDictionary();

    /// <summary>Whether it is an ordinary word too.</summary>
    public static bool IsWord(string folded) => IsListed(folded) || Dictionary.Contains(folded);

    /// <summary>The same, but for first names that are hardly ever used as the word that they are, such as Jan and Els.</summary>
    public static bool IsCommon(string folded) => IsListed(folded) || (Dictionary.Contains(folded) && !FirstNames.Contains(folded));

    /// <summary>A noun that has an article where it is no name.</summary>
    public static bool NeedsArticle(string folded) => !NeedsNoArticle.Contains(folded) && !Function.Contains(folded);

    /// <summary>Never the first or last word of an unknown name.</summary>
    public static bool IsNoName(string folded) => Function.Contains(folded) || Organisation.Contains(folded) || Nationalities.Contains(folded);

    private static bool IsListed(string folded) => Common.Contains(folded) || Function.Contains(folded) || Organisation.Contains(folded);

    /// <summary>Dutch words of two to eight letters.</summary>
    private static HashSet<string> ReadDictionary()
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream("words.txt")!, Encoding.ASCII);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
