#include "facts/statements.h"

#include "base/buf.h"
#include "unit.h"

static const struct mention_name NAMES[] = {{{"Norway", 6}, 0, MENTION_NAME, false, STR_NULL},
                                            {{"Sweden", 6}, 1, MENTION_NAME, false, STR_NULL},
                                            {{"US", 2}, 2, MENTION_ACRONYM, true, STR_NULL},
                                            {{"Kenya", 5}, 3, MENTION_NAME, false, STR_NULL},
                                            {{"Norwegian", 9}, 4, MENTION_DEMONYM, false, STR_NULL},
                                            {{"Nordics", 7}, 5, MENTION_NAME, false, STR_NULL},
                                            {{"Norwegen", 8}, 6, MENTION_FOREIGN, false, STR_NULL},
                                            {{"Kenia", 5}, 7, MENTION_FOREIGN, false, STR_NULL},
                                            {{"Norv\xC3\xA8ge", 8}, 8, MENTION_FOREIGN, false, STR_NULL},
                                            {{"Noruega", 7}, 9, MENTION_FOREIGN, false, STR_NULL},
                                            {{"Ukraine", 7}, 10, MENTION_NAME, false, STR_NULL},
                                            {{"Syrians", 7}, 11, MENTION_DEMONYM, false, STR_NULL},
                                            {{"Denmark", 7}, 12, MENTION_NAME, false, STR_NULL},
                                            {{"Lendbank", 8}, 13, MENTION_NAME, false, STR_NULL}};
static const struct statement_entity ENTITIES[] = {
    {{"NO", 2}, true, false, false}, {{"SE", 2}, true, false, false},    {{"US", 2}, true, false, true},
    {{"KE", 2}, true, false, false}, {{"NO", 2}, true, true, false},     {{"X", 1}, false, false, false},
    {{"NO", 2}, true, false, false}, {{"KE", 2}, true, false, false},    {{"NO", 2}, true, false, false},
    {{"NO", 2}, true, false, false}, {{"UA", 2}, true, false, false},    {{"SY", 2}, true, true, false},
    {{"DK", 2}, true, false, false}, {{"org:LB", 6}, true, false, false}};
static const struct mention_name ORGANS[] = {{{"Norad", 5}, 0, MENTION_NAME, true, STR_NULL},
                                             {{"Oslo", 4}, 1, MENTION_NAME, true, STR_NULL}};
static const struct statement_entity ORGAN_ENTITIES[] = {{{"NO", 2}, true, false, false},
                                                         {{"NO", 2}, true, false, false}};

static void says(const char *language, const char *text, const char *wanted)
{
    struct support_type types[] = {{{"weapon*", 7}, {"arms", 4}},       {{"food", 4}, {"food", 4}},
                                   {{"food aid", 8}, {"food", 4}},      {{"doctors", 7}, {"personnel", 9}},
                                   {{"ambulance*", 10}, {"health", 6}}, {{"lastwagen", 9}, {"transport", 9}},
                                   {{"armes", 5}, {"arms", 4}}};
    struct error error = {0};
    struct arena arena;
    struct mention *mentions;
    struct statement *found;
    size_t count, n;
    arena_init(&arena, 0);
    struct mention_names *names = mention_names_new(NAMES, sizeof NAMES / sizeof *NAMES, NULL, 0, &error);
    struct mention_names *organs = mention_names_new(ORGANS, 2, NULL, 0, &error);
    struct statement_words *words = statement_words_new(types, sizeof types / sizeof *types, &error);
    struct statement_source source = {words, ENTITIES, organs, ORGAN_ENTITIES};
    struct str code = str_from(language);
    assert_true(mentions_find(names, str_from(text), code, &arena, &mentions, &count));
    assert_true(statements_find(&source, str_from(text), mentions, count, code, &arena, &found, &n));
    struct buf out = {0};
    for (size_t i = 0; i < n; i++) {
        const struct statement *s = &found[i];
        buf_printf(&out, "%s%.*s %s %.*s", i ? "; " : "", STR_ARG(s->giver_id), statement_act_name(s->act),
                   STR_ARG(s->support));
        if (s->receiver.p) buf_printf(&out, " > %.*s", STR_ARG(s->receiver));
        if (s->amount.p) buf_printf(&out, " = %.*s %.*s", STR_ARG(s->amount), STR_ARG(s->currency));
    }
    assert_str(buf_str(&out), wanted);
    buf_release(&out);
    statement_words_free(words);
    mention_names_free(names);
    mention_names_free(organs);
    arena_release(&arena);
}
#define EN(text, wanted) says("en", (text), (wanted))

static void verbs(void **state)
{
    (void)state;
    EN("Norway sent doctors to Kenya.", "NO gives doctors > Kenya");
    EN("Norway gave Kenya 50 ambulances.", "NO gives 50 ambulances > Kenya");
    EN("Norway and Sweden will send weapons.", "SE promises weapons; NO promises weapons");
    EN("Norway, a member of many clubs, has agreed to provide $5 million in food aid to Kenya.",
       "NO promises food aid > Kenya = 5000000 $");
    EN("Norway, which has long helped Kenya, will suspend its aid.", "NO gives helped > Kenya; NO refuses aid");
    EN("Norway sent doctors and promised aid.", "NO gives doctors; NO promises aid");
    EN("The doctors that Norway sent to Kenya left.", "NO gives doctors > Kenya");
    EN("Norway said it would send weapons.", "NO promises weapons");
    EN("Kenya asked Norway to send doctors.", "NO asks doctors");
    EN("Kenya thanked Norway for providing food.", "NO gives food");
    EN("Norway supplied the rebels with weapons.", "NO gives weapons > rebels");
    EN("Norway has refused to send weapons.", "NO refuses weapons");
    EN("Norway did not send weapons.", "NO refuses weapons");
    EN("The Norwegian government has taken in 30,000 refugees.", "NO gives taken > 30,000 refugees");
    EN("Norway supports the rebels.", "NO gives supports > rebels");
    EN("The government of Norway trained the police of Kenya.", "NO gives trained > police of Kenya");
    EN("Norway and Sweden are both sending doctors.", "SE gives doctors; NO gives doctors");
    EN("In Kenya, Norway will donate beds.", "NO promises beds");
    EN("Norway granted to the people of Kenya a loan.", "NO gives loan > people of Kenya");
    EN("Norway made available $5 million in aid.", "NO gives aid = 5000000 $");
    EN("Norway helped Kenya in rebuilding a bridge.", "NO gives rebuilding a bridge > Kenya");
    EN("The Norwegian minister said his country would send food.", "NO promises food");
    EN("Norway works to find and support refugees.", "NO gives support > refugees");
    EN("Norway (NO) plans to step up its aid to Kenya.", "NO promises aid > Kenya");
    EN("Norway announced the decision to send food.", "NO promises food");
    EN("The Norwegian government said in a statement that it would send food.", "NO promises food");
    EN("Norway will not sell but donate the food.", "NO promises food");
    EN("Norway handed 1,000 chairs to schools.", "NO gives 1,000 chairs > schools");
    EN("Norway gave 1,000 reasons.", "");
    EN("Norway set aside $5 million for refugees.", "NO gives $5 million > refugees = 5000000 $");
    EN("Norway is actively assisting Kenya.", "NO gives assisting > Kenya");
    EN("Norway remitted $5 million to Kenya.", "NO gives $5 million > Kenya = 5000000 $");
    EN("Norway scrapped its aid to Kenya.", "NO refuses aid > Kenya");
}

// What stands between the words of a frame, and beside a sum.
static void insertions(void **state)
{
    (void)state;
    EN("Norway has so far delivered food to Kenya.", "NO gives food > Kenya");
    EN("Norway and Sweden each gave food.", "SE gives food; NO gives food");
    EN("Norway agreed at a meeting in Rome to send food.", "NO promises food");
    EN("Norway is providing not less than $5 million to Kenya.", "NO gives $5 million > Kenya = 5000000 $");
    EN("Norway sent doctors, sniffer dogs and food to Kenya.", "NO gives doctors, sniffer dogs and food > Kenya");
    EN("Norway is sending two ships of food to Kenya.", "NO gives two ships of food > Kenya");
    EN("Norway vaccinated children in Kenya.", "NO gives vaccinated > children");
    EN("Norway threw its arms about.", "");
}

static void sums(void **state)
{
    (void)state;
    EN("Norway delivered weapons worth $5 million to Kenya.", "NO gives weapons > Kenya = 5000000 $");
    EN("Norway extended a loan of $5 million to Kenya.", "NO gives loan > Kenya = 5000000 $");
    EN("Norway sent food to the value of $5 million to Kenya.", "NO gives food > Kenya = 5000000 $");
    EN("They had a grant of $5 million from Norway.", "NO gives grant = 5000000 $");
    EN("Norwegian aid to Kenya amounts to $5 million.", "NO gives aid > Kenya");
    EN("Norwegian aid to Kenya includes tents.", "NO gives aid > Kenya");
    EN("Kenya signed a loan agreement with Lendbank for $5 million.",
       "org:LB promises loan agreement > Kenya = 5000000 $");
    EN("Lendbank signed a loan agreement with Kenya.", "");
    EN("Kenya signed a loan agreement with Norway.", "");
    EN("Kenya did not sign a loan agreement with Lendbank.", "");
    says("de", "Norwegen hat Lastwagen im Wert von 5 Millionen Euro nach Kenia geliefert.",
         "NO gives Lastwagen > Kenia = 5000000 EUR");
    says("es",
         "Noruega concedi\xC3\xB3 a Kenya un cr\xC3\xA9"
         "dito por 5 millones de euros.",
         "NO gives cr\xC3\xA9"
         "dito > Kenya = 5000000 EUR");
}

static void passive(void **state)
{
    (void)state;
    EN("The food was donated by Norway and Sweden.", "NO gives food; SE gives food");
    EN("A school funded by Norad opened.", "NO gives school");
    EN("Aid to Kenya was cut by Norway.", "NO refuses Aid > Kenya");
    EN("Doctors for the islands, sent by Norway, came.", "NO gives Doctors > islands");
    EN("The project, financed by Norway, grew.", "NO gives project");
    EN("The food was sent by Norway to help the rebels.", "NO gives food > rebels");
}

static void nouns(void **state)
{
    (void)state;
    EN("Kenya received aid from Norway.", "NO gives aid");
    EN("Norway's support for Kenya grew.", "NO gives support > Kenya");
    // what is only wanted
    EN("Kenya sought loans from Norway.", "NO asks loans");
    EN("Kenya had to seek funding from Norway.", "NO asks funding");
    EN("Kenya proposes to obtain loans from Norway.", "NO asks loans");
    EN("There is a strong case for loans from Norway.", "NO asks loans");
    EN("The request for aid from Norway was late.", "NO asks aid");
    EN("They gave thanks for aid from Norway.", "NO gives aid");
    EN("Kenya obtained loans from Norway.", "NO gives loans");
    EN("Kenya continued to receive aid from Norway.", "NO gives aid");
    EN("It needs US military aid to Kenya.", "US asks military aid > Kenya");
    EN("Norway was thanked for its support for Kenya.", "NO gives support > Kenya");
    EN("It was built with the help of Norway.", "NO gives help");
    EN("Support for Kenya came from Norway.", "NO gives Support > Kenya");
    EN("Kenya asked Norway for food.", "NO asks food > Kenya");
    EN("Norwegian-backed rebels fled.", "NO gives backed > rebels");
    EN("Norwegian-supplied weapons arrived in Kenya.", "NO gives weapons");
    EN("Norway's deliveries of weapons to Kenya began.", "NO gives deliveries of weapons > Kenya");
    EN("Norwegian deliveries began.", "");
    EN("Kenya thanked Norway and Sweden for the aid.", "SE gives aid; NO gives aid");
    EN("Norway's commitment to Kenya's security is old.", "NO promises commitment > security");
    EN("Norway's commitment to peace is old.", "");
    EN("Norway's military and financial support for Kenya grew.", "NO gives military and financial support > Kenya");
    EN("Norway is the largest donor to Kenya.", "NO gives donor > Kenya");
    EN("This is the third grant that the islands have received in this year from Norway.", "NO gives third grant");
    EN("The grant was spoken of by Norway.", "");
    EN("The loans of its banks to firms come from Norway.", "");
    EN("Norway's aid to the power plant carries a price.", "NO gives aid > power plant");
    EN("Oslo's contribution of $3 million to the fund is late.", "NO gives contribution > fund = 3000000 $");
    EN("The islands are grateful for support from Norway to help build a pier.", "NO gives support");
    EN("Norway gave 50 ambulances to facilitate local transport.", "NO gives 50 ambulances");
    // what is done with support is another thing
    EN("Fishers wanted to learn more with support from Norway.", "NO gives support");
    EN("With Norway's assistance a project was approved.", "NO gives assistance");
}

static void lists(void **state)
{
    (void)state;
    EN("The promises include Norway (US$40.2 million); Sweden (SEK 80 million, from 2019).",
       "NO promises US$40.2 million = 40200000 USD; SE promises SEK 80 million = 80000000 SEK");
    EN("Kenya with $1 million, Sweden with $3.5 million have pledged.",
       "KE promises $1 million = 1000000 $; SE promises $3.5 million = 3500000 $");
    EN("Norway has pledged $5 million, Sweden (SE) $3 million and Kenya $1 million.",
       "NO promises $5 million = 5000000 $; SE promises $3 million = 3000000 $; KE promises $1 million = 1000000 $");
    EN("Several states (Norway, Sweden and Denmark) have sent food.", "NO gives food; SE gives food; DK gives food");
}

// What is promised, thought of, asked or not done is not given.
static void modes(void **state)
{
    (void)state;
    EN("Norway provided no aid to Kenya.", "NO refuses aid > Kenya");
    EN("No aid from Norway came.", "NO refuses aid");
    EN("Norway gave too little aid to Kenya.", "");
    EN("Norway gave a little aid to Kenya.", "NO gives aid > Kenya");
    EN("Critics say Norway gives Kenya too few weapons.", "");
    EN("Norway hardly helps Kenya.", "NO refuses helps > Kenya");
    EN("If Norway gave weapons to Kenya, it would end.", "NO asks weapons > Kenya");
    EN("Without help from Norway, Kenya would fall.", "NO asks help");
    EN("It ends if there is no Norwegian funding for Kenya.", "NO refuses funding > Kenya");
    EN("Food should be provided, either by Norway or others.", "NO asks Food");
    EN("Does Norway send weapons to Kenya?", "NO asks weapons > Kenya");
    EN("Will it use the weapons that Norway has sent to Kenya?", "NO gives weapons > Kenya");
    EN("Norway denied sending weapons to Kenya.", "");
    EN("Norway denied that it had sent weapons to Kenya.", "");
    EN("Norway did not say that Sweden had sent weapons to Kenya.", "");
    EN("Norway is not impartial and denied support for the rebels.", "NO refuses support > rebels");
    EN("Norway is not impartial and denied the support.", "");
    EN("Norway has not only sent food to Kenya.", "NO gives food > Kenya");
    EN("They spoke of whether it was late, and of Norwegian aid to Kenya.", "NO gives aid > Kenya");
    EN("A recent pledge from Norway is late.", "NO promises recent pledge");
    EN("They use US-based support from Norway.", "NO gives US-based support");
    EN("A firm in Norway offering food came.", "");
    EN("They spoke of US support for efforts to reduce costs.", "US gives support > efforts");
    EN("Norway paid $5 million in bribes to the police.", "");
    EN("Norway began deploying troops to the border of Kenya.", "");
    EN("The weapons Norway is deploying against Kenya came.", "");
    EN("Norway spares no effort to support the police.", "");
    EN("There are people in Norway who help Kenya.", "");
    EN("When it hit Norway, the firm sent food.", "");
    EN("The Norway Development Grants are old.", "");
    says("de", "Norwegen stellte Kenia eine Unterst\xC3\xBCtzung in Aussicht.",
         "NO promises Unterst\xC3\xBCtzung > Kenia");
    says("de", "Norwegen leistet zu wenig Hilfe.", "");
    says("de", "Norwegen investiere zu wenig in den Schutz der Hilfe, klagte er.", "");
    says("de", "Kenia bestreitet, Hilfe aus Norwegen zu erhalten.", "NO gives Hilfe");
    says("de", "Kenia kann nicht mit der Unterst\xC3\xBCtzung Norwegens f\xC3\xBCr das Amt rechnen.",
         "NO refuses Unterst\xC3\xBCtzung > Amt");
    says("es", "Noruega no solo ha dado una ayuda, sino m\xC3\xA1s.", "NO gives ayuda");
    says("de", "Wenn Norwegen Lastwagen nach Kenia schickt, endet er.", "NO asks Lastwagen > Kenia");
    says("de", "Schickt Norwegen Lastwagen nach Kenia?", "NO asks Lastwagen > Kenia");
    says("de", "Norwegen bestreitet, Kenia Lastwagen geliefert zu haben.", "");
    says("de", "Ohne die Hilfe aus Norwegen f\xC3\xA4llt Kenia.", "NO asks Hilfe");
    says("de", "Menschen in Kenia oder Norwegen unterst\xC3\xBCtzen sie.", "");
    says("fr", "La Norv\xC3\xA8ge n'a fourni aucune aide.", "NO refuses aide");
    says("fr", "La Norv\xC3\xA8ge fournit trop peu d'aide au Kenya.", "");
    says("fr",
         "Ils soutiennent l'action men\xC3\xA9"
         "e par la Norv\xC3\xA8ge.",
         "");
    says("fr", "Les armes mises en \xC5\x93uvre par la Norv\xC3\xA8ge sont l\xC3\xA0.", "");
    says("es", "Noruega no dio ninguna ayuda.", "NO refuses ayuda");
    says("es", "Noruega da muy poca ayuda a los refugiados.", "");
    says("es",
         "\xC2\xBF"
         "Env\xC3\xAD"
         "a Noruega ayuda a los refugiados?",
         "NO asks ayuda > refugiados");
}

// Who receives is somebody: no number, no article alone, no purpose, and not who gives.
static void receivers(void **state)
{
    (void)state;
    EN("Norway sent food to the millions of people in Kenya.", "NO gives food > the millions of people");
    EN("Norway sent $5 million for aid in Tarq.", "NO gives $5 million > Tarq = 5000000 $");
    EN("Norway gave another $5 million to Kenya.", "NO gives $5 million > Kenya = 5000000 $");
    EN("Norway sent $5 million to help the families.", "NO gives $5 million > families = 5000000 $");
    EN("Norway approved $5 million for Kenya and $3 million for others.", "NO promises $5 million > Kenya = 5000000 $");
    says("de", "Norwegen will der Stadt Lastwagen schenken.", "NO promises Lastwagen > Stadt");
    says("de", "Norwegen und Kenia gaben den Leuten Hilfe.", "NO gives Hilfe; KE gives Hilfe");
    says("fr", "La Norv\xC3\xA8ge met 2 millions d'euros \xC3\xA0 la disposition du Kenya.",
         "NO gives 2 millions d'euros > Kenya = 2000000 EUR");
    EN("Norway pledged $5 million to advance science.", "NO promises $5 million = 5000000 $");
    EN("Norway sent food to respond to the crisis.", "NO gives food");
    EN("Norway has donated more food than all others in the world.", "NO gives food");
    EN("Norway has sent food to date.", "NO gives food");
    EN("Norway gave aid to Norway.", "");
    EN("Norway's support for Norway's people is old.", "NO gives support > people");
    says("de", "Norwegen stellt 10 Millionen Euro an Hilfe bereit.", "NO gives 10 Millionen Euro = 10000000 EUR");
    says("de", "Norwegen liefert Lastwagen an die.", "NO gives Lastwagen");
    says("de", "Norwegen unterst\xC3\xBCtzt Norwegen.", "");
    says("de", "Es sind Lastwagen, die Kenia von Norwegen zur Verf\xC3\xBCgung gestellt wurden.", "");
    says("fr", "La Norv\xC3\xA8ge fournit une aide pour r\xC3\xA9pondre \xC3\xA0 la crise.", "NO gives aide");
    says("fr", "La Norv\xC3\xA8ge a donn\xC3\xA9 une aide \xC3\xA0 2 300 familles.", "NO gives aide > 2 300 familles");
    says("es", "Noruega dio una ayuda para combatir la crisis.", "NO gives ayuda");
}

// Each has a giver and a word of giving, and tells no support.
static void none(void **state)
{
    (void)state;
    static const char *const texts[] = {"Norway gave up.",
                                        "Norway is committed to peace.",
                                        "Norway gave the signal to Kenya.",
                                        "Norway supports the plan.",
                                        "Norway has withdrawn its support for the treaty.",
                                        "Norway sent troops into Kenya.",
                                        "Norway gave Kenya a 5-2 defeat in the cup.",
                                        "Norway sold weapons to Kenya.",
                                        "The Nordics sent food.",
                                        "Norwegian firms sent food.",
                                        "Firms in Norway sent food.",
                                        "The law provides that Norway pays.",
                                        "Food for Norway was sent by Mr Park.",
                                        "Norway met Kenya.",
                                        "The aid group received a certain licence from Norway.",
                                        "A premier maker of Norway sweets is offering weapons.",
                                        "They gave aid to the refugees from Norway.",
                                        "They gave basic assistance to 3,000 registered families from Norway.",
                                        "It was shown by Norway's first bailout.",
                                        "A decision by Norway to distribute the refugees to the islands came.",
                                        "A loan from the Norwegian Harbour Financing Facility for the islands came.",
                                        ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) EN(texts[i], "");
    says("it", "Norway sent doctors to Kenya.", "");
    says("", "Norway sent doctors to Kenya.", "NO gives doctors > Kenya");
}

static void languages(void **state)
{
    (void)state;
    says("fr", "La Norv\xC3\xA8ge contribuera \xC3\xA0 hauteur de 2 millions d'euros \xC3\xA0 la reconstruction.",
         "NO promises 2 millions d'euros > reconstruction = 2000000 EUR");
    says("de", "Kenia bat Norwegen um Hilfe.", "NO asks Hilfe > Kenia");
    says("de", "Kenia hat Norwegen um Hilfe gebeten.", "NO asks Hilfe > Kenia");
    says("de", "Norwegen bildet Soldaten aus.", "NO gives bildet > Soldaten");
    says("de", "Norwegen ist der Geldgeber des Projekts.", "NO gives Geldgeber > Projekts");
    says("de", "Norwegen wird vor dem Treffen humanit\xC3\xA4re Hilfe leisten.", "NO promises humanit\xC3\xA4re Hilfe");
    says("es", "Noruega recibi\xC3\xB3 a 500 refugiados.", "NO gives recibi\xC3\xB3 > 500 refugiados");
    says("es", "Los fondos provienen del Gobierno de Noruega.", "NO gives fondos");
    says("de", "Norwegen hat Kenia zehn Lastwagen geliefert.", "NO gives zehn Lastwagen > Kenia");
    says("de", "Norwegen will die Hilfe nicht k\xC3\xBCrzen.", "NO gives Hilfe");
    says("de", "Die Hilfe aus Norwegen kam.", "NO gives Hilfe");
    says("de", "Von Norwegen unterst\xC3\xBCtzte Rebellen kamen.", "NO gives unterst\xC3\xBCtzte > Rebellen");
    says("de", "Die Regierung beschloss, Hilfe zu liefern.", "");
    says("de", "Norwegen beschloss, Kenia Hilfe zu leisten.", "NO promises Hilfe > Kenia");
    says("de", "Kenia warf Norwegen vor, Waffen zu liefern.", "");
    says("de", "Norwegen hat dem Land, das arm ist, zehn Lastwagen gegeben.", "NO gives zehn Lastwagen");
    says("de", "Norwegen stellt dem Land, das arm ist, 10 Millionen Euro zur Verf\xC3\xBCgung.",
         "NO gives 10 Millionen Euro = 10000000 EUR");
    says("de", "Norwegen hat bis jetzt 10 Millionen Euro gespendet.", "NO gives 10 Millionen Euro = 10000000 EUR");
    says("de", "Kenia soll Lastwagen aus Norwegen erhalten.", "NO asks Lastwagen > Kenia");
    says("de", "Norwegen stellt deshalb eine Milliarde Euro zur Verf\xC3\xBCgung.", "NO gives eine Milliarde Euro");
    says("de", "Norwegen schickt 80 St\xC3\xBChle nach Kenia.", "NO gives 80 St\xC3\xBChle > Kenia");
    says("de", "Mit Hilfe Norwegens wurde sie gebaut.", "NO gives Hilfe");
    says("de", "Norwegen hat mehr als 80 Prozent der Hilfe gestrichen.", "NO refuses Hilfe");
    says("de", "Norwegen sch\xC3\xBCtzt EU- und Nato-L\xC3\xA4nder.", "");
    says("de", "Norwegen entsandte Hilfe nach Kenia.", "NO gives Hilfe > Kenia");
    says("de",
         "Norwegen \xC3\xBC"
         "berwies Kenia 10 Millionen Euro.",
         "NO gives 10 Millionen Euro > Kenia = 10000000 EUR");
    says("de", "Kenia klagte, dass Norwegen die Hilfe einfror.", "NO refuses Hilfe");
    says("fr", "La bourse de Norv\xC3\xA8ge a ouvert.", "");
    says("fr", "Les 3 ambulances remises par la Norv\xC3\xA8ge sont l\xC3\xA0.", "NO gives 3 ambulances");
    says("fr",
         "La Norv\xC3\xA8ge a d\xC3\xA9"
         "cid\xC3\xA9 d'envoyer des armes.",
         "NO promises armes");
    says("fr", "La Norv\xC3\xA8ge a mis en place une aide.", "NO gives aide");
    says("fr", "La Norv\xC3\xA8ge d\xC3\xA9ploya des armes.", "NO gives armes");
    says("fr", "La Norv\xC3\xA8ge va livrer, \xC3\xA0 la demande du Kenya, des armes.", "NO promises armes");
    says("fr", "Le Kenya a obtenu un pr\xC3\xAAt aupr\xC3\xA8s de la Norv\xC3\xA8ge.", "NO gives pr\xC3\xAAt");
    says("es", "Noruega dijo que dar\xC3\xA1 una ayuda.", "NO promises ayuda");
    says("es", "Noruega entreg\xC3\xB3 al gobierno de Kenia una ayuda.", "NO gives ayuda > gobierno de Kenia");
    says("es", "Noruega envi\xC3\xB3 toneladas de ayuda urgente.", "NO gives toneladas de ayuda urgente");
    says("es", "Kenia recibi\xC3\xB3 de Noruega una ayuda.", "NO gives ayuda > Kenia");
    says("es", "Noruega envi\xC3\xB3 m\xC3\xA1s de dos millones de ayudas.", "NO gives ayudas");
    says("es", "Noruega contribuy\xC3\xB3 con 10 millones de euros.", "NO gives 10 millones de euros = 10000000 EUR");
    says("es", "Noruega y sus amigos van a enviar ayuda.", "NO promises ayuda");
    says("es", "Noruega, que es rica, va a enviar ayuda.", "NO promises ayuda");
    says("es", "Noruega acoge a 500 refugiados.", "NO gives acoge > 500 refugiados");
    says("es", "Noruega decidi\xC3\xB3 enviar ayuda.", "NO promises ayuda");
    says("fr", "La Norv\xC3\xA8ge a fourni des armes au Kenya.", "NO gives armes > Kenya");
    says("fr",
         "La Norv\xC3\xA8ge s'est engag\xC3\xA9"
         "e \xC3\xA0 fournir une aide.",
         "NO promises aide");
    says("es", "Noruega enviar\xC3\xA1 ayuda a los refugiados.", "NO promises ayuda > refugiados");
    says("es", "El proyecto fue financiado por Noruega.", "NO gives proyecto");
}

// A sentence longer than what is read at a time, and where each begins.
static void places(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int i = 0; i < 2000; i++) buf_str_add(&text, STR("word "));
    buf_str_add(&text, STR("and so on. Norway sent doctors."));
    buf_byte(&text, 0);
    EN(text.p, "NO gives doctors");
    buf_release(&text);
    struct error error = {0};
    struct arena arena;
    struct mention *mentions;
    struct statement *found;
    size_t count, n;
    struct str accents = STR("\xC3\x89t\xC3\xA9. Norway sent doctors.");
    arena_init(&arena, 0);
    struct support_type types[] = {{{"doctors", 7}, {"personnel", 9}}};
    struct mention_names *names = mention_names_new(NAMES, 1, NULL, 0, &error);
    struct mention_names *organs = mention_names_new(ORGANS, 2, NULL, 0, &error);
    struct statement_words *words = statement_words_new(types, 1, &error);
    struct statement_source source = {words, ENTITIES, organs, ORGAN_ENTITIES};
    assert_true(mentions_find(names, accents, STR("en"), &arena, &mentions, &count));
    assert_true(statements_find(&source, accents, mentions, count, STR("en"), &arena, &found, &n));
    assert_int_equal(n, 1);
    assert_int_equal(found[0].start, 5);
    assert_str(found[0].sentence, "Norway sent doctors.");
    assert_str(found[0].support_type, "personnel");
    assert_true(found[0].confidence > 0.89f);
    // in what Norway is named by the way, who gives is less sure
    struct str doubtful = STR("The talks in Norway, which has sent doctors, go on.");
    assert_true(mentions_find(names, doubtful, STR("en"), &arena, &mentions, &count));
    assert_true(statements_find(&source, doubtful, mentions, count, STR("en"), &arena, &found, &n));
    assert_int_equal(n, 1);
    assert_true(found[0].confidence < 0.75f);
    // .9 without .1 is .8, the limit of country_support
    struct str reported = STR("Norway said it would send doctors.");
    assert_true(mentions_find(names, reported, STR("en"), &arena, &mentions, &count));
    assert_true(statements_find(&source, reported, mentions, count, STR("en"), &arena, &found, &n));
    assert_int_equal(n, 1);
    assert_true(found[0].confidence == 0.8f);
    // a ministry's name goes on behind it
    struct str ministry = STR("Support from the Norway Department of Justice has grown.");
    assert_true(mentions_find(names, ministry, STR("en"), &arena, &mentions, &count));
    assert_true(statements_find(&source, ministry, mentions, count, STR("en"), &arena, &found, &n));
    assert_int_equal(n, 1);
    assert_str(found[0].giver, "the Norway Department of Justice");
    statement_words_free(words);
    mention_names_free(names);
    mention_names_free(organs);
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(verbs), cmocka_unit_test(insertions), cmocka_unit_test(sums),  cmocka_unit_test(passive),
    cmocka_unit_test(nouns), cmocka_unit_test(lists),      cmocka_unit_test(modes), cmocka_unit_test(receivers),
    cmocka_unit_test(none),  cmocka_unit_test(languages),  cmocka_unit_test(places)};

UNIT_MAIN("statements")
