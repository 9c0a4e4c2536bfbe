#include "facts/statement_words.h"

const struct word_row WORDS_EN[] = {
    // grammar
    {W_DET, "the a an all this these those my your some any several both each every such whose another", 0},
    {W_DET | W_NOT, "no", 0},
    {W_DET | W_NOT | W_ADJECTIVE, "little few", 0},
    {W_DET | W_ITS, "its their his her our", 0},
    {W_DET | W_THAT | W_WHICH, "that", 0},
    {W_PREP,
     "at on under through after since during than between among via before until amid despite per across throughout "
     "along beyond near within upon concerning regarding like as",
     0},
    {W_PREP | W_ADVERB, "over about around", 0},
    {W_PREP | W_OF, "of", 0},
    {W_PREP | W_TO, "for", 0},
    {W_PREP | W_TO | W_INFINITIVE, "to", 0},
    {W_PREP | W_FROM, "from", 0},
    {W_PREP | W_BY, "by", 0},
    {W_PREP | W_IN, "in worth behind", 0},
    {W_PREP | W_IN | W_TO, "towards toward", 0},
    {W_PREP | W_WITH, "with alongside including", 0},
    {W_PREP | W_AGAINST, "into against onto", 0},
    {W_AND, "and or & plus", 0},
    {W_WHICH, "which who whom", 0},
    {W_THAT, "because while when where why how what although though whereas so since whether then nor", 0},
    {W_THAT | W_AND, "but yet", 0},
    {W_IF, "if unless without", 0},
    {W_BE | W_FINITE, "is are was were be been being am isn't aren't wasn't weren't", 0},
    {W_HAVE | W_FINITE, "has have had having", 0},
    {W_HAVE | W_NOT | W_FINITE, "hasn't haven't hadn't", 0},
    {W_WILL | W_FINITE, "will shall won't'll", 0},
    {W_WILL | W_NOT | W_FINITE, "won't", 0},
    {W_MAY | W_FINITE, "may might could should must can ought", 0},
    {W_MAY | W_WILL | W_FINITE, "would", 0},
    {W_MAY | W_NOT | W_FINITE, "cannot can't couldn't shouldn't wouldn't", 0},
    {W_HAVE | W_FINITE, "do does did", 0},
    {W_NOT, "hardly barely scarcely not never neither don't doesn't didn't n't", 0},
    {W_ADVERB,
     "earlier far also already now again still just only even further furthermore moreover recently currently "
     "generously jointly immediately initially previously repeatedly consistently directly reportedly allegedly "
     "once ever always often later soon instead together today tomorrow first finally rapidly quickly "
     "substantially significantly really fully largely mainly primarily officially publicly formally regularly "
     "annually approximately about around nearly almost roughly least up more most less otherwise too yesterday "
     "here there therefore thus however long kindly *ely *lly *bly *ily *tly *sly *dly *gly *rly *kly *nly *mly *hly",
     0},
    {W_PRONOUN,
     "he she it we they i you them him us me himself itself themselves there everyone everybody someone nobody "
     "anyone they've we've we're they're it's he's she's i'm that's there's",
     0},
    {W_PARTICLE, "up off out down away back", 0},
    {W_TIME,
     "january february march april may june july august september october november december monday tuesday "
     "wednesday thursday friday saturday sunday week weeks month months year years day days decade decades "
     "century date today tonight spring summer autumn winter",
     0},
    {W_NUMBER,
     "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
     "dozen dozens hundreds thousands half",
     0},
    {W_SCALE, "million millions billion billions trillion bn mn m mln bln tn thousand k", 0},

    // verbs that need a noun of support or a sum with them
    {W_GIVE, 0,
     "provide provides provided provided providing give gives gave given giving send sends sent sent sending "
     "supply supplies supplied supplied supplying deliver delivers delivered delivered delivering deploy "
     "deploys deployed deployed deploying dispatch dispatches dispatched dispatched dispatching grant grants "
     "granted granted granting lend lends lent lent lending extend extends extended extended extending "
     "contribute contributes contributed contributed contributing commit commits committed committed committing "
     "allocate allocates allocated allocated allocating channel channels channeled channeled channeling "
     "disburse disburses disbursed disbursed disbursing earmark earmarks earmarked earmarked earmarking award "
     "awards awarded awarded awarding ship ships shipped shipped shipping airlift airlifts airlifted airlifted "
     "airlifting pour pours poured poured pouring rush rushes rushed rushed rushing fly flies flew flown flying "
     "distribute distributes distributed distributed distributing transfer transfers transferred transferred "
     "transferring pay pays paid paid paying gift gifts gifted gifted gifting furnish furnishes furnished "
     "furnished furnishing render renders rendered rendered rendering loan loans loaned loaned loaning pump "
     "pumps pumped pumped pumping inject injects injected injected injecting mobilise mobilises mobilised "
     "mobilised mobilising mobilize mobilizes mobilized mobilized mobilizing devote devotes devoted devoted "
     "devoting"},
    {W_GIVE | W_TO_PROMISE, 0,
     "offer offers offered offered offering pledge pledges pledged pledged pledging promise promises promised "
     "promised promising"},
    {W_DONATE, 0, "donate donates donated donated donating"},
    // verbs whose object is who benefits
    // and with anything that costs
    {W_BENEFIT | W_DONATE, 0,
     "fund funds funded funded funding finance finances financed financed financing sponsor sponsors sponsored "
     "sponsored sponsoring subsidise subsidises subsidised subsidised subsidising subsidize subsidizes "
     "subsidized subsidized subsidizing bankroll bankrolls bankrolled bankrolled bankrolling cofinance "
     "cofinances cofinanced cofinanced cofinancing co-finance co-finances co-financed co-financed co-financing "
     "co-fund co-funds co-funded co-funded co-funding"},
    {W_BENEFIT, 0,
     "support supports supported supported supporting back backs backed backed backing aid aids aided aided "
     "aiding assist assists assisted assisted assisting help helps helped helped helping train trains trained "
     "trained training equip equips equipped equipped equipping arm arms rearmed rearmed arming"},
    {W_CHANGE, 0,
     "increase increases increased increased increasing double doubles doubled doubled doubling boost boosts "
     "boosted boosted boosting resume resumes resumed resumed resuming renew renews renewed renewed renewing "
     "maintain maintains maintained maintained maintaining expand expands expanded expanded expanding restore "
     "restores restored restored restoring ramp ramps ramped ramped ramping release releases released released "
     "releasing"},
    {W_ANNOUNCE, 0,
     "announce announces announced announced announcing approve approves approved approved approving unveil "
     "unveils unveiled unveiled unveiling authorise authorises authorised authorised authorising authorize "
     "authorizes authorized authorized authorizing"},
    {W_ANNOUNCE | W_TO_PROMISE, 0, "propose proposes proposed proposed proposing"},
    {W_REFUSE, 0,
     "suspend suspends suspended suspended suspending withhold withholds withheld withheld withholding halt "
     "halts halted halted halting freeze freezes froze frozen freezing stop stops stopped stopped stopping end "
     "ends ended ended ending cut cuts cut cut cutting withdraw withdraws withdrew withdrawn withdrawing cancel "
     "cancels cancelled cancelled cancelling block blocks blocked blocked blocking slash slashes slashed "
     "slashed slashing pause pauses paused paused pausing"},
    {W_GIVE, 0, "hand hands handed handed handing throw throws threw thrown throwing"},
    {W_MAKE, 0, "make makes made made making"},
    {W_HOST, 0, "take takes took taken taking"},
    {W_HOST, 0,
     "host hosts hosted hosted hosting absorb absorbs absorbed absorbed absorbing admit admits admitted "
     "admitted admitting resettle resettles resettled resettled resettling"},
    {W_HOST | W_BENEFIT, 0, "shelter shelters sheltered sheltered sheltering"},
    {W_GIVE, 0,
     "convey conveys conveyed conveyed conveying assign assigns assigned assigned assigning dedicate "
     "dedicates dedicated dedicated dedicating infuse infuses infused infused infusing bestow bestows "
     "bestowed bestowed bestowing funnel funnels funneled funneled funneling unlock unlocks unlocked unlocked "
     "unlocking remit remits remitted remitted remitting second seconds seconded seconded seconding lavish "
     "lavishes lavished lavished lavishing spare spares spared spared sparing inject injects injected "
     "injected injecting"},
    {W_BENEFIT, 0,
     "underwrite underwrites underwrote underwritten underwriting prop props propped propped propping bolster "
     "bolsters bolstered bolstered bolstering evacuate evacuates "
     "evacuated evacuated evacuating feed feeds fed fed feeding vaccinate vaccinates vaccinated vaccinated vaccinating "
     "immunise immunises immunised immunised immunising immunize immunizes immunized immunized immunizing teach "
     "teaches taught taught teaching educate "
     "educates educated educated educating mentor mentors mentored mentored mentoring"},
    {W_HOST, 0,
     "harbor harbors harbored harbored harboring harbour harbours harboured harboured harbouring accommodate "
     "accommodates accommodated accommodated accommodating house houses housed housed housing"},
    {W_CHANGE, 0,
     "sign signs signed signed signing deepen deepens deepened deepened deepening prolong prolongs prolonged prolonged "
     "prolonging sustain "
     "sustains sustained sustained sustaining step steps stepped stepped stepping scale scales scaled scaled "
     "scaling continue continues continued continued continuing reiterate reiterates reiterated reiterated "
     "reiterating replenish replenishes replenished replenished replenishing"},
    {W_ANNOUNCE, 0,
     "launch launches launched launched launching confirm confirms confirmed "
     "confirmed confirming ratify ratifies ratified ratified ratifying finalise finalises finalised finalised "
     "finalising finalize finalizes finalized finalized finalizing"},
    {W_REFUSE, 0,
     "scrap scraps scrapped scrapped scrapping curtail curtails curtailed curtailed curtailing terminate "
     "terminates terminated terminated terminating discontinue discontinues discontinued discontinued "
     "discontinuing axe axes axed axed axing revoke revokes revoked revoked revoking cease ceases ceased "
     "ceased ceasing drop drops dropped dropped dropping rescind rescinds rescinded rescinded rescinding trim "
     "trims trimmed trimmed trimming reduce reduces reduced reduced reducing reject rejects rejected rejected "
     "rejecting eliminate eliminates eliminated eliminated eliminating"},
    // aid; with a verb or a clause, that something is so
    {W_REFUSE | W_OTHER_VERB, 0, "deny denies denied denied denying"},
    {W_TO_PROMISE, 0,
     "aim aims aimed aimed aiming resolve resolves resolved resolved resolving commit commits committed "
     "committed committing"},
    {W_TO_GO_ON, 0, "keep keeps kept kept keeping manage manages managed managed managing"},
    // verbs before other verbs
    {W_TO_PROMISE, 0,
     "vote votes voted voted voting agree agrees agreed agreed agreeing plan plans planned planned planning vow "
     "vows vowed vowed vowing intend intends intended intended intending decide decides decided decided "
     "deciding undertake undertakes undertook undertaken undertaking volunteer volunteers volunteered "
     "volunteered volunteering prepare prepares prepared prepared preparing"},
    {W_TO_PROMISE | W_PARTICIPLE, "ready willing", 0},
    {W_TO_ASK, 0,
     "consider considers considered considered considering want wants wanted wanted wanting hope hopes hoped "
     "hoped hoping"},
    {W_TO_ASK, 0, "turn turns turned turned turning"},
    {W_CHANGE, 0, "bring brings brought brought bringing reaffirm reaffirms reaffirmed reaffirmed reaffirming"},
    {W_TO_ASK | W_RECEIVE, 0, "need needs needed needed needing require requires required required requiring"},
    {W_TO_REFUSE, 0, "refuse refuses refused refused refusing decline declines declined declined declining"},
    {W_TO_GO_ON, 0,
     "continue continues continued continued continuing begin begins began begun beginning start starts started "
     "started starting work works worked worked working help helps helped helped helping use uses used used using"},
    {W_TO_ASK | W_TO_GO_ON, 0, "try tries tried tried trying seek seeks sought sought seeking"},
    {W_TO_ASK, 0,
     "ask asks asked asked asking urge urges urged urged urging request requests requested requested requesting "
     "call calls called called calling invite invites invited invited inviting press presses pressed pressed "
     "pressing appeal appeals appealed appealed appealing beg begs begged begged begging"},
    {W_RECEIVE, 0,
     "receive receives received received receiving get gets got gotten getting obtain obtains obtained obtained "
     "obtaining accept accepts accepted accepted accepting secure secures secured secured securing win wins won "
     "won winning gain gains gained gained gaining welcome welcomes welcomed welcomed welcoming enjoy enjoys "
     "enjoyed enjoyed enjoying"},
    {W_PRAISE, 0,
     "lash lashes lashed lashed lashing thank thanks thanked thanked thanking praise praises praised praised "
     "praising accuse accuses accused accused accusing criticise criticises criticised criticised criticising "
     "criticize criticizes criticized criticized criticizing blame blames blamed blamed blaming commend "
     "commends commended commended commending"},
    {W_OTHER_VERB, 0,
     "facilitate facilitates facilitated facilitated facilitating ensure ensures ensured ensured ensuring enable "
     "enables enabled enabled enabling improve improves improved improved improving enhance enhances enhanced "
     "enhanced enhancing implement implements implemented implemented implementing achieve achieves achieved "
     "achieved achieving accelerate accelerates accelerated accelerated accelerating mitigate mitigates mitigated "
     "mitigated mitigating"},
    {W_OTHER_VERB | W_AVAILABLE, 0, "come comes came come coming"},
    {W_OTHER_VERB, 0,
     "choose chooses chose chosen choosing say says said said saying tell tells told told telling see sees saw "
     "seen seeing know knows knew known knowing think thinks thought thought thinking "
     "go goes went gone going become becomes became become becoming show shows showed shown showing keep "
     "keeps kept kept keeping let lets let let letting put puts put put putting hold holds held held holding "
     "leave leaves left left leaving mean means meant meant meaning meet meets met met meeting run runs ran run "
     "running move moves moved moved moving live lives lived lived living believe believes believed believed "
     "believing happen happens happened happened happening write writes wrote written writing lose loses lost "
     "lost losing face faces faced faced facing add adds added added adding warn warns warned warned warning "
     "launch launches launched launched launching sign signs signed signed signing join joins joined joined "
     "joining lead leads led led leading build builds built built building seize seizes seized seized seizing "
     "attack attacks attacked attacked attacking invade invades invaded invaded invading impose imposes imposed "
     "imposed imposing remain remains remained remained remaining oppose opposes opposed opposed opposing play "
     "plays played played playing fight fights fought fought fighting speak speaks spoke spoken speaking set "
     "sets set set setting buy buys bought bought buying sell sells sold sold selling import imports imported "
     "imported importing export exports exported exported exporting note notes noted noted noting claim claims "
     "claimed claimed claiming threaten threatens threatened threatened threatening visit visits visited "
     "visited visiting protect protects protected protected protecting discuss discusses discussed discussed "
     "discussing flee flees fled fled fleeing arrive arrives arrived arrived arriving strengthen strengthens "
     "strengthened strengthened strengthening involve involves involved involved involving appear appears "
     "appeared appeared appearing seem seems seemed seemed seeming"},

    // what things do that are given: aid to Kenya includes tents, amounts to $2 million
    {W_OTHER_VERB, 0,
     "contain contains contained contained containing comprise comprises "
     "comprised comprised comprising consist consists consisted consisted consisting amount amounts amounted amounted "
     "amounting total totals totaled totaled totaling exceed exceeds exceeded exceeded exceeding rise rises rose risen "
     "rising fall falls fell fallen falling grow grows grew grown growing veto vetoes vetoed vetoed vetoing allow "
     "allows "
     "allowed allowed allowing focus focuses focused focused focusing depend depends depended depended depending"},
    {W_OTHER_VERB | W_FINITE, "include includes", 0},
    {W_OTHER_VERB | W_FINITE | W_PARTICIPLE, "included totalled", 0},
    {W_OTHER_VERB | W_ING, "totalling", 0},

    // nouns
    {W_AID | W_AMBIGUOUS, "support backing", 0},
    {W_AID, "assistance help", 0},
    {W_DONOR, "donor donors backer backers supporter supporters sponsor contributor contributors benefactor funder", 0},
    {W_ADJECTIVE | W_AVAILABLE, "available aside", 0},
    {W_MAKE, 0, "set sets set set setting"},
    {W_GIVE, 0, "deposit deposits deposited deposited depositing"},
    {W_MAKE, 0, "put puts put put putting"},
    {W_QUANTITY,
     "line lines fund work operation operations services economy budget resources delivery deliveries shipment "
     "shipments dispatch provision supply supplies deployment transfer",
     0},
    {W_PROMISE, "commitment commitments", 0},
    {W_AID | W_PROMISE, "pledge pledges", 0},
    {W_AID,
     "aid relief subsidy subsidies handout handouts endowment sponsorship bursary bursaries fellowship "
     "fellowships lifeline stipend stipends gift gifts co-financing scholarship funding donation "
     "donations contribution contributions grant grants loan loans "
     "scholarships financing disbursement disbursements",
     0},
    {W_FORCES,
     "troops soldiers forces marines peacekeepers warships warship ships ship jets bombers aircraft carrier "
     "planes army battalion battalions brigade police personnel submarine submarines fighters missiles missile",
     0},
    {W_ORGAN,
     "government governments administration ministry ministries minister ministers president parliament "
     "congress senate army military navy troops forces officials official embassy ambassador department "
     "secretary agency state chancellor cabinet authorities leaders leader king queen prince council commission "
     "office house senator premier pilots doctors engineers diplomats diplomat government-run presidency "
     "board treasury regime republic kingdom union federation organisations organizations organisation organization "
     "agencies countries corporation soldiers marines police coalition ships warships contractors crews experts "
     "medics",
     0},
    {W_STANCE,
     "rally assembly monopoly anomaly plan plans proposal proposals law laws bill bills resolutions call "
     "calls move moves idea ideas "
     "decision decisions view views claims position motion amendment statement statements sanctions ban "
     "independence membership bid notion candidate candidates candidacy argument approach policy policies "
     "referendum agreement agreements treaty reform reforms principle principles legislation constitution "
     "recommendation report action actions use right rights war strikes strike attack invasion ceasefire truce "
     "claim accession integration solution talks dialogue negotiations growth demand recommendations message "
     "messages signal signals letter letters note warning warnings response answer answers reply condolences "
     "congratulations greetings birth rise voice thanks apology apologies opportunity opportunities chance "
     "impetus evidence priority attention testimony interview blow lesson account example impression pause "
     "process peace cause vote election resolution brexit deal deals scheme",
     0},
    // paid, but no support
    {W_STANCE, "bribe bribes fine fines tax taxes ransom ransoms damages penalties tariffs dividends rent", 0},
    // where forces go to
    {W_STANCE, "border borders front frontline frontlines frontier", 0},
    // what support is for: to respond to a crisis, to address it
    {W_OTHER_VERB, 0,
     "respond responds responded responded responding rebuild rebuilds rebuilt rebuilt rebuilding defend defends "
     "defended defended defending deter deters deterred deterred deterring alleviate alleviates alleviated alleviated "
     "alleviating prevent prevents prevented prevented preventing tackle tackles tackled tackled tackling promote "
     "promotes promoted promoted promoting develop develops developed developed developing create creates created "
     "created creating modernise modernises modernised modernised "
     "modernising modernize modernizes modernized modernized modernizing stabilise stabilises stabilised stabilised "
     "stabilising stabilize stabilizes stabilized stabilized stabilizing construct constructs constructed constructed "
     "constructing conduct conducts conducted conducted conducting cope copes coped coped coping establish establishes "
     "established established establishing save saves saved saved saving procure procures "
     "procured procured procuring investigate investigates investigated investigated investigating"},
    {W_OTHER_VERB | W_STANCE | W_BASE,
     "address advance combat counter purchase repair cover monitor replace upgrade contain reach ease rescue", 0},
    {W_STANCE | W_TO, "case bid bids plea pleas call calls demand demands", 0},
    {W_TO, "request requests need needs appeal appeals", 0},
    {W_PEOPLE,
     "family people police rebels rebel troops army government governments forces country countries nation "
     "nations "
     "patients orphans households pupils teachers veterans evacuees migrants returnees farmers families students "
     "children women victims civilians communities community group groups militia "
     "militias opposition fighters separatists allies ally regime soldiers hospitals organisations "
     "organizations ngos survivors workers militants insurgents insurgency movement population populations "
     "citizens faction factions",
     0},
    {W_PEOPLE | W_REFUGEES, "refugees migrants displaced evacuees asylum-seekers asylum seekers exiles", 0},
    {W_ACTIVITY,
     "program programs programme programmes project projects effort efforts research initiative initiatives "
     "school schools hospital development education training reconstruction recovery response institutions "
     "mission centre center studies conservation agriculture capacity infrastructure peacekeeping construction "
     "rehabilitation struggle campaign sovereignty",
     0},
    {W_PLEDGE,
     "commitment commitments decision promise willingness readiness intention offer pledge pledges agreement "
     "plan effort efforts determination obligation promises donors donations contributions pledging "
     "contributors contribution donation",
     0},
    {W_QUANTITY,
     "planeloads shiploads truckloads truckload planeloads consignments batches tons tonnes doses package packages "
     "range amount "
     "amounts number batch tranche consignment shipment "
     "shipments pair set series lot variety supply supplies contingent team unit level pieces piece convoy "
     "planeload value tune total sum majority contingents",
     0},
    {W_ADJECTIVE,
     "vice logistics member military financial humanitarian economic technical political medical "
     "additional new more "
     "extra "
     "further emergency generous significant international continued long-term annual former strong "
     "full other logistical material moral nuclear current previous late own great large major direct bilateral "
     "concessional federal national first second third last next lethal nonlethal non-lethal diplomatic "
     "budgetary unwavering unconditional critical substantial large-scale huge hefty young poor prime "
     "defence defense foreign interior finance vital crucial much many early daily weekly monthly yearly "
     "only single massive urgent executive security supreme central joint special regional",
     0},
    {W_CURRENCY,
     "dollar dollars euro euros pound pounds yen yuan rupee rupees krone kroner krona kronor franc francs won "
     "ruble rubles rouble roubles peso pesos rand dinar dinars riyal riyals dirham dirhams",
     0},
    {W_TRADE,
     "shares shareholders shareholder stock stocks profit profits revenue revenues sales customers customer "
     "buyers merger takeover acquisition bonds investors market markets supplier suppliers contractor exports "
     "imports sold sell selling bought buy buying export exported import imported stake earnings quarterly",
     0},
    {W_SPORT,
     "cup league coach striker midfielder tournament championship semi-final semifinal quarter-final olympic "
     "olympics medal innings wicket scored football rugby cricket tennis basketball baseball",
     0},
    {0, 0, 0},
};
