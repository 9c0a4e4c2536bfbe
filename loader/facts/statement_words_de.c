#include "facts/statement_words.h"

const struct word_row WORDS_DE[] = {
    {W_DET, "der die das ein eine dieser diese dieses jene unser unsere mehrere einige alle viele beide manche weitere",
     0},
    {W_DET | W_ITS, "ihre ihr sein seine", 0},
    {W_DET | W_OBLIQUE, "dem den des einem einen einer eines diesem diesen ihrem ihren ihrer seinem seinen seiner", 0},
    {W_DET | W_NOT | W_ADJECTIVE, "wenig wenige", 0},
    {W_DET | W_NOT, "kein keine keinen keiner keinem keines", 0},
    {W_PREP | W_OF | W_FROM | W_BY, "von vom", 0},
    {W_PREP | W_FROM, "aus seitens", 0},
    {W_PREP | W_BY, "durch", 0},
    {W_PREP | W_TO, "für an ans nach", 0},
    {W_PREP | W_WITH, "mit dank samt", 0},
    {W_PREP | W_INFINITIVE, "zu", 0},
    {W_PREP | W_IN, "in im ins", 0},
    {W_PREP | W_AGAINST, "gegen", 0},
    {W_PREP,
     "zum zur auf über unter vor seit während zwischen bei beim neben um bis trotz wegen laut am "
     "angesichts als wie nahe",
     0},
    {W_AND, "und oder sowie", 0},
    {W_THAT, "dass daß weil denn aber sondern während obwohl damit nachdem was wo wer", 0},
    {W_IF, "wenn falls sofern ohne ob", 0},
    {W_WHICH, "welche welcher welches", 0},
    {W_BE | W_FINITE, "ist sind war waren sei seien gewesen sein wurde wurden worden", 0},
    {W_BE | W_WILL | W_FINITE, "wird werden werde", 0},
    {W_HAVE | W_FINITE, "hat haben hatte hatten habe hätten", 0},
    {W_WILL | W_FINITE, "will wollen wollte wolle wollten", 0},
    {W_MAY | W_FINITE,
     "soll sollen sollte sollten kann können könnte könnten muss müssen müsse müsste würde würden darf dürfen "
     "dürfte möchte",
     0},
    {W_NOT, "kaum nicht nie niemals weder", 0},
    {W_ADVERB,
     "weltweit deshalb daher dafür damit darum daran demnach hierzu hierfür kurzfristig allerdings gut eher "
     "zwar doch "
     "dabei wohl gerade zugleich ebenfalls unterdessen zuvor seither freiwillig bis *maßen *wärts auch noch schon "
     "bereits bislang bisher nun jetzt sehr mehr rund etwa fast knapp zudem außerdem wieder "
     "weiter weiterhin massiv derzeit zuletzt heute gestern dort hier so nur sogar unter anderem selbst einmal "
     "*weise *falls *zeitig *lich *dessen gemeinsam zusätzlich insgesamt zunächst künftig somit schließlich nämlich "
     "indes allein erneut jährlich erstmals lediglich jeweils",
     0},
    {W_PRONOUN, "er sie es wir ich man ihm ihnen ihn uns sich dies jemand niemand", 0},
    {W_TIME,
     "januar februar märz april mai juni juli august september oktober november dezember montag dienstag "
     "mittwoch donnerstag freitag samstag sonntag woche wochen monat monate monaten jahr jahre jahren tag tage "
     "tagen frühjahr frühling sommer herbst winter",
     0},
    {W_NUMBER, "zwei drei vier fünf sechs sieben acht neun zehn zwanzig hundert dutzend hunderte tausende", 0},
    {W_SCALE, "million millionen milliarde milliarden mio mrd tausend", 0},
    {W_CURRENCY, "euro dollar franken pfund yen kronen", 0},
    {W_GIVE, 0,
     "liefern schicken gewähren zahlen spendieren schenken investieren entsenden überweisen bereit|stellen "
     "zur|stellen aus|zahlen ein|fliegen aus|reichen aus|händigen frei|machen verteilen mit|geben"},
    {W_GIVE | W_BASE,
     "übergeben geben leihen überlassen beisteuern bieten anbieten leisten beteiligen stellen freigeben aufbringen "
     "ausgeben bringen abgeben vergeben verleihen beitragen",
     0},
    {W_GIVE | W_FINITE,
     "übergibt übergab übergaben gibt gab gaben gebe bietet bot boten anbietet anbot verleiht lieh überlässt überließ "
     "stellt stellte "
     "stellten leistet leistete leisteten beteiligt beteiligte beteiligten beisteuert beisteuerte freigibt "
     "freigab bringt brachte brachten vergibt vergab beiträgt beitrug mitgibt mitgab mitgaben entsandte entsandten "
     "überwies überwiesen einflog einflogen",
     0},
    {W_GIVE | W_PARTICIPLE,
     "übergeben gegeben geliehen überlassen beigesteuert entsandt angeboten geboten gestellt freigegeben überwiesen "
     "geleistet beteiligt aufgebracht ausgegeben gebracht vergeben beigetragen mitgegeben eingeflogen",
     0},
    {W_DONATE, 0, "spenden"},
    {W_GIVE | W_TO_PROMISE, 0, "vor|bereiten zu|sagen zu|sichern"},
    {W_GIVE | W_TO_PROMISE | W_BASE, "versprechen", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE, "verspricht versprach versprachen", 0},
    {W_GIVE | W_TO_PROMISE | W_PARTICIPLE, "versprochen", 0},
    {W_BENEFIT | W_DONATE, 0, "finanzieren mit|finanzieren fördern bezuschussen sponsern"},
    {W_BENEFIT, 0, "unterstützen aus|bilden aus|rüsten aus|statten bewaffnen versorgen trainieren beliefern"},
    {W_BENEFIT | W_BASE, "helfen beistehen", 0},
    {W_BENEFIT | W_FINITE, "hilft half halfen helfe beisteht", 0},
    {W_BENEFIT | W_PARTICIPLE, "geholfen beschützt", 0},
    {W_HOST, 0, "beherbergen"},
    {W_HOST | W_BASE, "aufnehmen", 0},
    {W_HOST | W_FINITE, "aufnimmt aufnahm aufnahmen", 0},
    {W_HOST | W_PARTICIPLE, "aufgenommen", 0},
    {W_CHANGE, 0, "verstärken erhöhen verdoppeln auf|stocken aus|weiten aus|bauen fort|setzen verlängern"},
    {W_CHANGE | W_BASE, "wiederaufnehmen", 0},
    {W_ANNOUNCE, 0, "an|kündigen bewilligen billigen genehmigen"},
    {W_ANNOUNCE | W_BASE, "beschließen", 0},
    {W_ANNOUNCE | W_FINITE, "beschloss beschlossen beschließt", 0},
    {W_ANNOUNCE | W_PARTICIPLE, "beschlossen", 0},
    {W_REFUSE, 0, "stoppen kürzen ein|stellen aus|setzen verweigern blockieren ein|frieren"},
    {W_REFUSE | W_BASE, "beenden streichen zurückhalten", 0},
    {W_REFUSE | W_FINITE, "streicht strich strichen beendet beendete einfror einfroren", 0},
    {W_REFUSE | W_PARTICIPLE, "eingefroren gestrichen beendet", 0},
    {W_TO_PROMISE, 0, "vereinbaren planen verpflichten beabsichtigen an|bieten einigen vor|haben"},
    {W_TO_PROMISE | W_BASE, "entscheiden", 0},
    {W_TO_PROMISE | W_FINITE, "entscheidet entschied entschieden bereit", 0},
    {W_TO_PROMISE | W_PARTICIPLE, "entschieden bereit", 0},
    {W_TO_REFUSE, 0, "weigern ab|lehnen"},
    {W_TO_ASK, 0, "fordern ersuchen"},
    {W_TO_ASK | W_BASE, "bitten auffordern erwägen", 0},
    {W_TO_ASK | W_FINITE, "bittet bat baten auffordert aufforderte erwägt", 0},
    {W_TO_ASK | W_PARTICIPLE, "gebeten aufgefordert", 0},
    {W_RECEIVE | W_BASE, "erhalten bekommen", 0},
    {W_RECEIVE | W_FINITE, "erhält erhielt erhielten bekommt bekam bekamen erhalten", 0},
    {W_RECEIVE | W_PARTICIPLE, "erhalten bekommen", 0},
    {W_OTHER_VERB, 0,
     "sagen erklären machen führen leben spielen kaufen verkaufen wählen drohen reagieren kritisieren "
     "teilen melden berichten warnen setzen zeigen wohnen warten arbeiten gehören"},
    {W_OTHER_VERB | W_BASE, "gehen kommen sehen stehen nehmen wissen halten lassen finden sprechen treffen", 0},
    {W_OTHER_VERB | W_FINITE,
     "geht ging kommt kam kamen sieht sah steht stand standen nimmt nahm nahmen bleibt blieb liegt lag sitzt "
     "fliegt flog heißt hieß sprach spricht weiß hält hielt",
     0},
    {W_OTHER_VERB | W_PARTICIPLE, "gegangen gekommen gesehen genommen gesprochen getroffen gehalten geblieben", 0},
    {W_BENEFIT | W_PARTICIPLE,
     "unterstützte unterstützten unterstützter unterstütztes finanzierte finanzierten finanzierter geförderte "
     "geförderten geförderter ausgebildete ausgebildeten ausgerüstete bewaffnete",
     0},
    {W_AID,
     "waffenlieferung waffenlieferungen hilfslieferung hilfslieferungen panzerlieferungen munitionslieferungen "
     "hilfsgeldern fördermittel fördermitteln finanzspritze zuwendung zuwendungen förderung *förderung soforthilfen "
     "*hilfezahlungen zahlung zahlungen mittel mitteln finanzmittel finanzmitteln *hilfsprogramm hilfe hilfen "
     "hilfsgelder hilfsgeld "
     "kredit kredite "
     "krediten "
     "darlehen zuschuss zuschüsse spende spenden "
     "beitrag beiträge finanzierung entwicklungshilfe wirtschaftshilfe *hilfe *hilfen *hilfszahlungen *kredit "
     "*kredite *krediten stipendien hilfspaket *paket",
     0},
    {W_AID | W_AMBIGUOUS, "unterstützung *unterstützung rückendeckung beistand", 0},
    {W_FORCES, "truppen soldaten streitkräfte kampfjets kampfflugzeuge", 0},
    {W_ORGAN,
     "behörde *behörde *ministeriums *amt stiftung gesellschaft heer bundesrat ministerrat regierung "
     "*regierung regierungen ministerium *ministerium minister *minister ministerin *ministerin "
     "präsident präsidentin *präsident kanzler kanzlerin premier premierminister armee militär parlament "
     "kongress senat behörden agentur botschaft botschafter staat staaten länder volk könig bank streitkräfte "
     "marine soldaten truppen vertretung kommission",
     0},
    {W_AVAILABLE, "verfügung", 0},
    {W_AVAILABLE | W_PLEDGE, "aussicht", 0},
    {W_STANCE,
     "plan pläne vorschlag vorschläge gesetz gesetze resolution kandidatur kandidat aufruf idee position "
     "abkommen vertrag beitritt unabhängigkeit entscheidung reform reformen forderung absicht",
     0},
    {W_STANCE, "grenze grenzen front bestechungsgeld bestechungsgelder schmiergeld schmiergelder lösegeld strafe", 0},
    {W_PEOPLE | W_REFUGEES, "flüchtlinge flüchtlingen geflüchtete geflüchteten migranten", 0},
    {W_PEOPLE,
     "opfern notleidende notleidenden vertriebene vertriebenen patienten schüler waisen hilfsorganisationen "
     "organisationen *opfer *opfern volk bevölkerung regierung armee rebellen flüchtlinge flüchtlingen opfer kinder "
     "frauen studenten land "
     "länder opposition gemeinden familien bauern bewegung gruppen regime separatisten menschen kämpfer",
     0},
    {W_ACTIVITY,
     "maßnahmen maßnahme vorhaben arbeit versorgung *projekt *projekte *projekten *programm *programme *programmen "
     "programm programme projekt projekte bemühungen initiative initiativen schulen krankenhäuser forschung "
     "entwicklung aufbau wiederaufbau mission einsatz flüchtlingslager",
     0},
    {W_PLEDGE, "zusage zusagen versprechen beitrag beiträge spende spenden geber hilfszusagen", 0},
    {W_DONOR, "geldgeber unterstützer geber geberland", 0},
    {W_QUANTITY, "lieferung lieferungen tonnen dosen paket reihe anzahl betrag summe wert höhe umfang ladung stück", 0},
    {W_ADJECTIVE,
     "medizinischer medizinischen technischen wirtschaftlichen humanitärem dringend gepanzerte gepanzerten moderne "
     "militärische militärischer militärischen finanzielle finanzieller finanziellen humanitäre humanitärer "
     "humanitären wirtschaftliche wirtschaftlicher technische technischer politische politischer politischen "
     "zusätzliche zusätzlichen neue neuen neuer weitere weiteren große großen umfangreiche umfangreicher "
     "staatliche staatlichen medizinische internationale internationalen schwere schweren schneller",
     0},
    {W_TRADE, "aktien aktionäre gewinn umsatz kunden verkauf kauf konzern firmen märkte handel anleger", 0},
    {W_SPORT, "tor tore spiel liga trainer stürmer saison turnier meisterschaft fußball mannschaft sieg", 0},
    {0, 0, 0},
};
