#include "facts/statement_words.h"

const struct word_row WORDS_DE[] = {
    {W_DET, "der die das ein eine dieser diese dieses jene unser unsere mehrere einige alle viele beide manche weitere",
     0},
    {W_DET | W_ITS, "ihre ihr sein seine", 0},
    {W_DET | W_OBLIQUE, "dem den des einem einen einer eines diesem diesen ihrem ihren ihrer seinem seinen seiner", 0},
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
     "zum zur auf über unter vor seit während zwischen bei beim neben um ohne bis trotz wegen laut am "
     "angesichts als wie nahe",
     0},
    {W_AND, "und oder sowie", 0},
    {W_THAT, "dass daß weil ob denn aber sondern während obwohl damit nachdem was wo wer", 0},
    {W_IF, "wenn falls sofern", 0},
    {W_WHICH, "welche welcher welches", 0},
    {W_BE | W_FINITE, "ist sind war waren sei seien gewesen sein wurde wurden worden", 0},
    {W_BE | W_WILL | W_FINITE, "wird werden werde", 0},
    {W_HAVE | W_FINITE, "hat haben hatte hatten habe hätten", 0},
    {W_WILL | W_FINITE, "will wollen wollte wolle wollten", 0},
    {W_MAY | W_FINITE,
     "soll sollen sollte sollten kann können könnte könnten muss müssen müsse müsste würde würden darf dürfen "
     "dürfte möchte",
     0},
    {W_NOT, "nicht nie niemals weder", 0},
    {W_ADVERB,
     "auch noch schon bereits bislang bisher nun jetzt sehr mehr rund etwa fast knapp zudem außerdem wieder "
     "weiter weiterhin massiv derzeit zuletzt heute gestern dort hier so nur sogar unter anderem selbst einmal "
     "*weise *falls *zeitig *lich *dessen gemeinsam zusätzlich insgesamt zunächst künftig",
     0},
    {W_PRONOUN, "er sie es wir ich man ihm ihnen ihn uns sich dies jemand niemand", 0},
    {W_TIME,
     "januar februar märz april mai juni juli august september oktober november dezember montag dienstag "
     "mittwoch donnerstag freitag samstag sonntag woche wochen monat monate monaten jahr jahre jahren tag tage "
     "tagen",
     0},
    {W_NUMBER, "zwei drei vier fünf sechs sieben acht neun zehn zwanzig hundert dutzend hunderte tausende", 0},
    {W_SCALE, "million millionen milliarde milliarden mio mrd tausend", 0},
    {W_CURRENCY, "euro dollar franken pfund yen kronen", 0},
    {W_GIVE | W_BASE,
     "liefern schicken gewähren bereitstellen zahlen überweisen entsenden spendieren schenken investieren geben "
     "leihen überlassen beisteuern bieten anbieten mitgeben",
     0},
    {W_GIVE | W_FINITE,
     "liefert lieferte lieferten liefere schickt schickte schickten schicke gewährt gewährte gewährten gewähre "
     "bereitstellt bereitstellte bereitstellten bereitstelle zahlt zahlte zahlten zahle überweist überweiste "
     "überweisten überweise entsendet entsendete entsendeten entsende spendiert spendierte spendierten "
     "spendiere schenkt schenkte schenkten schenke investiert investierte investierten investiere gibt gab "
     "gaben gebe stellt stellen stellte bietet bot boten verleiht lieh überlässt überließ",
     0},
    {W_GIVE | W_PARTICIPLE,
     "geliefert geschickt gewährt bereitstellt gezahlt überweist entsendet spendiert geschenkt investiert "
     "gegeben bereitgestellt geliehen überlassen beigesteuert entsandt angeboten geboten gestellt freigegeben "
     "überwiesen",
     0},
    {W_GIVE | W_BASE, "leisten", 0},
    {W_GIVE | W_FINITE,
     "leistet leistete leisteten beteiligt beteiligte beteiligten bereitstellt bereitstellte bereitstellten "
     "beisteuert beisteuerte mitgibt",
     0},
    {W_GIVE | W_PARTICIPLE, "geleistet beteiligt", 0},
    {W_GIVE | W_BASE, "beteiligen", 0},
    {W_HOST | W_BASE, "aufnehmen beherbergen", 0},
    {W_HOST | W_FINITE, "aufnimmt aufnahm aufnahmen beherbergt", 0},
    {W_HOST | W_PARTICIPLE, "aufgenommen beherbergt", 0},
    {W_BENEFIT | W_FINITE, "ausbildet ausbildete ausbilden ausrüstet ausrüstete ausstattet unterstützt", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE, "zusagt zusagte zusagten zusagen zusichert zusicherte", 0},
    {W_ANNOUNCE | W_FINITE, "ankündigt ankündigte ankündigten", 0},
    {W_REFUSE | W_FINITE, "aussetzt aussetzte aussetzten einstellt einstellte einfriert einfror", 0},
    {W_CHANGE | W_FINITE, "aufstockt aufstockte ausweitet ausweitete ausbaut", 0},
    {W_DONATE | W_BASE, "spenden", 0},
    {W_DONATE | W_FINITE, "spendet spendete spendeten spende", 0},
    {W_DONATE | W_PARTICIPLE, "gespendet", 0},
    {W_GIVE | W_TO_PROMISE | W_BASE, "zusagen versprechen zusichern", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE, "verspricht versprach versprachen versprechen", 0},
    {W_GIVE | W_TO_PROMISE | W_PARTICIPLE, "zugesagt versprochen zugesichert", 0},
    {W_BENEFIT | W_BASE, "unterstützen finanzieren mitfinanzieren fördern helfen ausbilden ausrüsten", 0},
    {W_BENEFIT | W_FINITE,
     "unterstützt unterstützte unterstützten unterstütze finanziert finanzierte finanzierten finanziere "
     "mitfinanziert mitfinanzierte mitfinanzierten mitfinanziere fördert förderte förderten fördere hilft half "
     "halfen helfe",
     0},
    {W_BENEFIT | W_PARTICIPLE,
     "unterstützt finanziert mitfinanziert gefördert geholfen ausgebildet ausgerüstet ausgestattet beschützt", 0},
    {W_CHANGE | W_BASE, "verstärken erhöhen verdoppeln aufstocken ausweiten ausbauen wiederaufnehmen", 0},
    {W_CHANGE | W_FINITE,
     "verstärkt verstärkte verstärkten verstärke erhöht erhöhte erhöhten erhöhe verdoppelt verdoppelte "
     "verdoppelten verdoppele",
     0},
    {W_CHANGE | W_PARTICIPLE, "verstärkt erhöht verdoppelt aufgestockt ausgeweitet ausgebaut", 0},
    {W_ANNOUNCE | W_BASE, "ankündigen bewilligen billigen genehmigen beschließen", 0},
    {W_ANNOUNCE | W_FINITE, "bewilligt bewilligte billigte genehmigte beschloss", 0},
    {W_ANNOUNCE | W_PARTICIPLE, "angekündigt bewilligt gebilligt genehmigt beschlossen", 0},
    {W_REFUSE | W_BASE, "stoppen kürzen einstellen aussetzen einfrieren beenden streichen verweigern", 0},
    {W_REFUSE | W_FINITE,
     "stoppt stoppte stoppten stoppe kürzt kürzte kürzten kürze verweigert verweigerte streicht strich beendet", 0},
    {W_REFUSE | W_PARTICIPLE, "gestoppt gekürzt eingestellt ausgesetzt eingefroren beendet gestrichen verweigert", 0},
    {W_RECEIVE | W_BASE, "erhalten bekommen", 0},
    {W_RECEIVE | W_FINITE, "erhält erhielt bekommt bekam bekamen", 0},
    {W_RECEIVE | W_PARTICIPLE, "erhalten bekommen", 0},
    {W_OTHER_VERB | W_BASE,
     "sagen erklären machen fordern führen leben spieln kaufen verkaufen wählen drohen reagieren kritisieren "
     "gehen kommen sehen stehen nehmen",
     0},
    {W_OTHER_VERB | W_FINITE,
     "sagt sagte sagten sage erklärt erklärte erklärten erkläre macht machte machten mache fordert forderte "
     "forderten fordere führt führte führten führe lebt lebte lebten lebe spielt spielte spielten spiele kauft "
     "kaufte kauften kaufe verkauft verkaufte verkauften verkaufe wählt wählte wählten wähle droht drohte "
     "drohten drohe reagiert reagierte reagierten reagiere kritisiert kritisierte kritisierten kritisiere geht "
     "kommt kam sieht steht stand nimmt nahm bleibt blieb liegt lag",
     0},
    {W_OTHER_VERB | W_PARTICIPLE,
     "gesagt erklärt gemacht gefordert geführt gelebt gespielt gekauft verkauft gewählt gedroht reagiert "
     "kritisiert gegangen gekommen gesehen genommen",
     0},
    {W_BENEFIT | W_PARTICIPLE,
     "unterstützte unterstützten unterstützter unterstütztes finanzierte finanzierten finanzierter geförderte "
     "geförderten geförderter ausgebildete ausgebildeten",
     0},
    {W_AID,
     "hilfe hilfen hilfsgelder hilfsgeld kredit kredite krediten darlehen zuschuss zuschüsse spende spenden "
     "beitrag beiträge finanzierung entwicklungshilfe wirtschaftshilfe *hilfe *hilfen *hilfszahlungen *kredit "
     "*kredite *krediten stipendien hilfspaket *paket",
     0},
    {W_AID | W_AMBIGUOUS, "unterstützung *unterstützung rückendeckung beistand", 0},
    {W_FORCES, "truppen soldaten streitkräfte kampfjets kampfflugzeuge", 0},
    {W_ORGAN,
     "regierung *regierung regierungen ministerium *ministerium minister *minister ministerin *ministerin "
     "präsident präsidentin *präsident kanzler kanzlerin premier premierminister armee militär parlament "
     "kongress senat behörden agentur botschaft botschafter staat staaten länder volk könig bank streitkräfte "
     "marine soldaten truppen vertretung kommission",
     0},
    {W_AVAILABLE, "verfügung aussicht", 0},
    {W_STANCE,
     "plan pläne vorschlag vorschläge gesetz gesetze resolution kandidatur kandidat aufruf idee position "
     "abkommen vertrag beitritt unabhängigkeit entscheidung reform reformen forderung absicht",
     0},
    {W_PEOPLE | W_REFUGEES, "flüchtlinge flüchtlingen geflüchtete geflüchteten migranten", 0},
    {W_PEOPLE,
     "volk bevölkerung regierung armee rebellen flüchtlinge flüchtlingen opfer kinder frauen studenten land "
     "länder opposition gemeinden familien bauern bewegung gruppen regime separatisten menschen kämpfer",
     0},
    {W_ACTIVITY,
     "programm programme projekt projekte bemühungen initiative initiativen schulen krankenhäuser forschung "
     "entwicklung aufbau wiederaufbau mission einsatz flüchtlingslager",
     0},
    {W_PLEDGE, "zusage zusagen versprechen beitrag beiträge spende spenden geber hilfszusagen", 0},
    {W_DONOR, "geldgeber unterstützer geber geberland", 0},
    {W_QUANTITY, "lieferung lieferungen tonnen dosen paket reihe anzahl betrag summe ladung stück", 0},
    {W_ADJECTIVE,
     "militärische militärischer militärischen finanzielle finanzieller finanziellen humanitäre humanitärer "
     "humanitären wirtschaftliche wirtschaftlicher technische technischer politische politischer politischen "
     "zusätzliche zusätzlichen neue neuen neuer weitere weiteren große großen umfangreiche umfangreicher "
     "staatliche staatlichen medizinische internationale internationalen schwere schweren schneller",
     0},
    {W_TRADE, "aktien aktionäre gewinn umsatz kunden verkauf kauf konzern firmen märkte handel anleger", 0},
    {W_SPORT, "tor tore spiel liga trainer stürmer saison turnier meisterschaft fußball mannschaft sieg", 0},
    {0, 0, 0},
};
