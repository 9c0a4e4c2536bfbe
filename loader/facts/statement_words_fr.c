#include "facts/statement_words.h"

const struct word_row WORDS_FR[] = {
    {W_DET,
     "le la les l' un une ce cet cette ces mon notre nos votre vos quelque quelques plusieurs chaque aucun "
     "aucune tout toute tous toutes",
     0},
    {W_DET | W_ITS, "son sa ses leur leurs", 0},
    {W_PREP | W_OF | W_INFINITIVE, "de d'", 0},
    {W_PREP | W_OF, "du des", 0},
    {W_PREP | W_TO | W_INFINITIVE, "à pour", 0},
    {W_PREP | W_TO, "au aux envers", 0},
    {W_PREP | W_FROM, "auprès", 0},
    {W_PREP | W_BY, "par", 0},
    {W_PREP | W_IN, "en dans", 0},
    {W_PREP | W_WITH, "avec grâce", 0},
    {W_PREP | W_AGAINST, "contre", 0},
    {W_PREP,
     "sur sous après depuis pendant entre chez vers avant sans selon parmi malgré face dont où comme lors "
     "durant",
     0},
    {W_AND, "et ou ainsi", 0},
    {W_WHICH, "qui lequel laquelle", 0},
    {W_THAT, "que qu' car mais parce quand lorsque alors puisque tandis", 0},
    {W_IF, "si s'il", 0},
    {W_BE | W_FINITE, "est sont était étaient fut furent sera seront serait été être soit", 0},
    {W_HAVE | W_FINITE, "a ont avait avaient aura auront aurait eu avoir ait aient ayant", 0},
    {W_WILL | W_FINITE, "va vont veut veulent compte comptent entend entendent", 0},
    {W_MAY | W_FINITE,
     "peut peuvent pourrait pourraient devrait devraient doit doivent souhaite souhaitent envisage envisagent "
     "aimerait voudrait",
     0},
    {W_NOT, "ne n' pas jamais ni", 0},
    {W_ADVERB,
     "y en se s' lui aussi également déjà encore très plus moins environ près ainsi notamment récemment "
     "toujours désormais enfin bien même hier aujourd'hui demain",
     0},
    {W_PRONOUN, "il elle ils elles on nous vous je j' celui celle ceux celles ce c' cela ça tu moi", 0},
    {W_TIME,
     "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi "
     "jeudi vendredi samedi dimanche semaine semaines mois an ans année années jour jours",
     0},
    {W_NUMBER, "deux trois quatre cinq six sept huit neuf dix vingt cent cents mille centaines dizaines milliers", 0},
    {W_SCALE, "million millions milliard milliards", 0},
    {W_CURRENCY, "dollar dollars euro euros livres francs yens", 0},
    {W_GIVE | W_BASE,
     "donner livrer accorder prêter verser allouer consacrer apporter distribuer dépêcher déployer mobiliser "
     "transférer débloquer attribuer expédier proposer fournir envoyer octroyer offrir",
     0},
    {W_GIVE | W_FINITE,
     "donne donnent donnait donnaient donna donnèrent livre livrent livrait livraient livra livrèrent accorde "
     "accordent accordait accordaient accorda accordèrent prête prêtent prêtait prêtaient prêta prêtèrent verse "
     "versent versait versaient versa versèrent alloue allouent allouait allouaient alloua allouèrent consacre "
     "consacrent consacrait consacraient consacra consacrèrent apporte apportent apportait apportaient apporta "
     "apportèrent distribue distribuent distribuait distribuaient distribua distribuèrent dépêche dépêchent "
     "dépêchait dépêchaient dépêcha dépêchèrent déploye déployent déployait déployaient déploya déployèrent "
     "mobilise mobilisent mobilisait mobilisaient mobilisa mobilisèrent transfére transférent transférait "
     "transféraient transféra transférèrent débloque débloquent débloquait débloquaient débloqua débloquèrent "
     "attribue attribuent attribuait attribuaient attribua attribuèrent expédie expédient expédiait expédiaient "
     "expédia expédièrent propose proposent proposait proposaient proposa proposèrent fournit fournissent "
     "fournissait fournissaient fournirent envoie envoient envoyait envoyaient envoyèrent envoya octroie "
     "octroient octroyait octroya offre offrent offrait offraient offrit offrirent",
     0},
    {W_GIVE | W_PARTICIPLE,
     "donné donnée donnés données livré livrée livrés livrées accordé accordée accordés accordées prêté prêtée "
     "prêtés prêtées versé versée versés versées alloué allouée alloués allouées consacré consacrée consacrés "
     "consacrées apporté apportée apportés apportées distribué distribuée distribués distribuées dépêché "
     "dépêchée dépêchés dépêchées déployé déployée déployés déployées mobilisé mobilisée mobilisés mobilisées "
     "transféré transférée transférés transférées débloqué débloquée débloqués débloquées attribué attribuée "
     "attribués attribuées expédié expédiée expédiés expédiées proposé proposée proposés proposées fourni "
     "fournie fournis fournies envoyé envoyée envoyés envoyées octroyé octroyée octroyés octroyées offert "
     "offerte offerts offertes",
     0},
    {W_GIVE | W_ING,
     "donnant livrant accordant prêtant versant allouant consacrant apportant distribuant dépêchant déployant "
     "mobilisant transférant débloquant attribuant expédiant proposant fournissant envoyant octroyant offrant",
     0},
    {W_GIVE | W_FINITE | W_WILL,
     "donnera donneront livrera livreront accordera accorderont prêtera prêteront versera verseront allouera "
     "alloueront consacrera consacreront apportera apporteront distribuera distribueront dépêchera dépêcheront "
     "déployera déployeront mobilisera mobiliseront transférera transféreront débloquera débloqueront "
     "attribuera attribueront expédiera expédieront proposera proposeront fournira fourniront enverra enverront "
     "octroiera offrira offriront",
     0},
    {W_GIVE | W_FINITE | W_MAY | W_WILL,
     "donnerait donneraient livrerait livreraient accorderait accorderaient prêterait prêteraient verserait "
     "verseraient allouerait alloueraient consacrerait consacreraient apporterait apporteraient distribuerait "
     "distribueraient dépêcherait dépêcheraient déployerait déployeraient mobiliserait mobiliseraient "
     "transférerait transféreraient débloquerait débloqueraient attribuerait attribueraient expédierait "
     "expédieraient proposerait proposeraient fournirait enverrait octroierait offrirait",
     0},
    {W_GIVE | W_TO_PROMISE | W_BASE, "promettre remettre", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE, "promet promettent promit remet remettent remit", 0},
    {W_GIVE | W_TO_PROMISE | W_PARTICIPLE, "promis promise promises remis remise remises", 0},
    {W_GIVE | W_TO_PROMISE | W_ING, "promettant remettant", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE | W_WILL, "promettra remettra", 0},
    {W_BENEFIT | W_BASE,
     "aider financer cofinancer assister former équiper armer subventionner parrainer épauler soutenir "
     "maintenir appuyer",
     0},
    {W_BENEFIT | W_FINITE,
     "aide aident aidait aidaient aida aidèrent finance financent finançait finançaient finança financèrent "
     "cofinance cofinancent cofinançait cofinançaient cofinança cofinancèrent assiste assistent assistait "
     "assistaient assista assistèrent forme forment formait formaient forma formèrent équipe équipent équipait "
     "équipaient équipa équipèrent arme arment armait armaient arma armèrent subventionne subventionnent "
     "subventionnait subventionnaient subventionna subventionnèrent parraine parrainent parrainait parrainaient "
     "parraina parrainèrent épaule épaulent épaulait épaulaient épaula épaulèrent soutient soutiennent "
     "soutenait soutenaient soutinrent soutint maintient maintiennent appuie appuient appuyait appuyaient "
     "appuya",
     0},
    {W_BENEFIT | W_PARTICIPLE,
     "aidé aidée aidés aidées financé financée financés financées cofinancé cofinancée cofinancés cofinancées "
     "assisté assistée assistés assistées formé formée formés formées équipé équipée équipés équipées armé "
     "armée armés armées subventionné subventionnée subventionnés subventionnées parrainé parrainée parrainés "
     "parrainées épaulé épaulée épaulés épaulées soutenu soutenue soutenus soutenues maintenu maintenue appuyé "
     "appuyée appuyés appuyées",
     0},
    {W_BENEFIT | W_ING,
     "aidant finançant cofinançant assistant formant équipant armant subventionnant parrainant épaulant "
     "soutenant maintenant appuyant",
     0},
    {W_BENEFIT | W_FINITE | W_WILL,
     "aidera aideront financera financeront cofinancera cofinanceront assistera assisteront formera formeront "
     "équipera équiperont armera armeront subventionnera subventionneront parrainera parraineront épaulera "
     "épauleront soutiendra soutiendront appuiera",
     0},
    {W_BENEFIT | W_FINITE | W_MAY | W_WILL,
     "aiderait aideraient financerait financeraient cofinancerait cofinanceraient assisterait assisteraient "
     "formerait formeraient équiperait équiperaient armerait armeraient subventionnerait subventionneraient "
     "parrainerait parraineraient épaulerait épauleraient soutiendrait",
     0},
    {W_HOST | W_BASE, "accueillir", 0},
    {W_HOST | W_FINITE, "accueille accueillent accueillait accueillit", 0},
    {W_HOST | W_PARTICIPLE, "accueilli accueillie accueillis accueillies", 0},
    {W_HOST | W_ING, "accueillant", 0},
    {W_HOST | W_FINITE | W_WILL, "accueillera accueilleront", 0},
    {W_HOST | W_FINITE | W_MAY | W_WILL, "accueillerait", 0},
    {W_CHANGE | W_BASE, "augmenter doubler renforcer", 0},
    {W_CHANGE | W_FINITE,
     "augmente augmentent augmentait augmentaient augmenta augmentèrent double doublent doublait doublaient "
     "doubla doublèrent renforce renforcent renforçait renforçaient renforça renforcèrent",
     0},
    {W_CHANGE | W_PARTICIPLE,
     "augmenté augmentée augmentés augmentées doublé doublée doublés doublées renforcé renforcée renforcés "
     "renforcées",
     0},
    {W_CHANGE | W_ING, "augmentant doublant renforçant", 0},
    {W_CHANGE | W_FINITE | W_WILL, "augmentera augmenteront doublera doubleront renforcera renforceront", 0},
    {W_CHANGE | W_FINITE | W_MAY | W_WILL,
     "augmenterait augmenteraient doublerait doubleraient renforcerait renforceraient", 0},
    {W_ANNOUNCE | W_BASE, "annoncer approuver", 0},
    {W_ANNOUNCE | W_FINITE,
     "annonce annoncent annonçait annonçaient annonça annoncèrent approuve approuvent approuvait approuvaient "
     "approuva approuvèrent",
     0},
    {W_ANNOUNCE | W_PARTICIPLE, "annoncé annoncée annoncés annoncées approuvé approuvée approuvés approuvées", 0},
    {W_ANNOUNCE | W_ING, "annonçant approuvant", 0},
    {W_ANNOUNCE | W_FINITE | W_WILL, "annoncera annonceront approuvera approuveront", 0},
    {W_ANNOUNCE | W_FINITE | W_MAY | W_WILL, "annoncerait annonceraient approuverait approuveraient", 0},
    {W_CHANGE | W_PARTICIPLE, "accru accrue repris reprise", 0},
    {W_CHANGE | W_FINITE, "accroît reprend reprennent", 0},
    {W_REFUSE | W_BASE, "geler couper arrêter cesser refuser annuler stopper suspendre interrompre réduire", 0},
    {W_REFUSE | W_FINITE,
     "gele gelent gelait gelaient gela gelèrent coupe coupent coupait coupaient coupa coupèrent arrête arrêtent "
     "arrêtait arrêtaient arrêta arrêtèrent cesse cessent cessait cessaient cessa cessèrent refuse refusent "
     "refusait refusaient refusa refusèrent annule annulent annulait annulaient annula annulèrent stoppe "
     "stoppent stoppait stoppaient stoppa stoppèrent suspend suspendent interrompt réduit",
     0},
    {W_REFUSE | W_PARTICIPLE,
     "gelé gelée gelés gelées coupé coupée coupés coupées arrêté arrêtée arrêtés arrêtées cessé cessée cessés "
     "cessées refusé refusée refusés refusées annulé annulée annulés annulées stoppé stoppée stoppés stoppées "
     "suspendu suspendue suspendus suspendues interrompu réduit réduite",
     0},
    {W_REFUSE | W_ING, "gelant coupant arrêtant cessant refusant annulant stoppant suspendant", 0},
    {W_REFUSE | W_FINITE | W_WILL,
     "gelera geleront coupera couperont arrêtera arrêteront cessera cesseront refusera refuseront annulera "
     "annuleront stoppera stopperont suspendra",
     0},
    {W_REFUSE | W_FINITE | W_MAY | W_WILL,
     "gelerait geleraient couperait couperaient arrêterait arrêteraient cesserait cesseraient refuserait "
     "refuseraient annulerait annuleraient stopperait stopperaient suspendrait",
     0},
    {W_TO_PROMISE | W_BASE, "engager décider accepter", 0},
    {W_TO_PROMISE | W_FINITE,
     "engage engagent engageait engageaient engagea engagèrent décide décident décidait décidaient décida "
     "décidèrent accepte acceptent acceptait acceptaient accepta acceptèrent",
     0},
    {W_TO_PROMISE | W_PARTICIPLE,
     "engagé engagée engagés engagées décidé décidée décidés décidées accepté acceptée acceptés acceptées", 0},
    {W_TO_PROMISE | W_ING, "engageant décidant acceptant", 0},
    {W_TO_PROMISE | W_FINITE | W_WILL, "engagera engageront décidera décideront acceptera accepteront", 0},
    {W_TO_PROMISE | W_FINITE | W_MAY | W_WILL,
     "engagerait engageraient déciderait décideraient accepterait accepteraient", 0},
    {W_TO_ASK | W_BASE, "demander solliciter appeler appeller exhorter réclamer", 0},
    {W_TO_ASK | W_FINITE,
     "demande demandent demandait demandaient demanda demandèrent sollicite sollicitent sollicitait "
     "sollicitaient sollicita sollicitèrent appele appelent appelait appelaient appela appelèrent appelle "
     "appellent appellait appellaient appella appellèrent exhorte exhortent exhortait exhortaient exhorta "
     "exhortèrent réclame réclament réclamait réclamaient réclama réclamèrent",
     0},
    {W_TO_ASK | W_PARTICIPLE,
     "demandé demandée demandés demandées sollicité sollicitée sollicités sollicitées appelé appelée appelés "
     "appelées appellé appellée appellés appellées exhorté exhortée exhortés exhortées réclamé réclamée "
     "réclamés réclamées",
     0},
    {W_TO_ASK | W_ING, "demandant sollicitant appelant appellant exhortant réclamant", 0},
    {W_TO_ASK | W_FINITE | W_WILL,
     "demandera demanderont sollicitera solliciteront appelera appeleront appellera appelleront exhortera "
     "exhorteront réclamera réclameront",
     0},
    {W_TO_ASK | W_FINITE | W_MAY | W_WILL,
     "demanderait demanderaient solliciterait solliciteraient appelerait appeleraient appellerait appelleraient "
     "exhorterait exhorteraient réclamerait réclameraient",
     0},
    {W_RECEIVE | W_BASE, "recevoir obtenir bénéficier contracter", 0},
    {W_RECEIVE | W_FINITE,
     "reçoit reçoivent obtient obtiennent reçut bénéficie bénéficient bénéficiait bénéficiaient bénéficia "
     "bénéficièrent contracte contractent contractait contractaient contracta contractèrent",
     0},
    {W_RECEIVE | W_PARTICIPLE,
     "reçu reçue reçus obtenu obtenue obtenus contracté bénéficié bénéficiée bénéficiés bénéficiées contractée "
     "contractés contractées",
     0},
    {W_RECEIVE | W_ING, "bénéficiant contractant", 0},
    {W_RECEIVE | W_FINITE | W_WILL, "bénéficiera bénéficieront contractera contracteront", 0},
    {W_RECEIVE | W_FINITE | W_MAY | W_WILL, "bénéficierait bénéficieraient contracterait contracteraient", 0},
    {W_OTHER_VERB | W_BASE,
     "affirmer déclarer accuser arriver commencer continer critiquer estimer expliquer indiquer jouer laisser "
     "menacer montrer participer passer penser porter poser présenter rappeler rester souligner trouver visiter "
     "représenter concerner permetter dire faire prendre mettre venir tenir",
     0},
    {W_OTHER_VERB | W_FINITE,
     "affirme affirment affirmait affirmaient affirma affirmèrent déclare déclarent déclarait déclaraient "
     "déclara déclarèrent accuse accusent accusait accusaient accusa accusèrent arrive arrivent arrivait "
     "arrivaient arriva arrivèrent commence commencent commençait commençaient commença commencèrent contine "
     "continent continait continaient contina continèrent critique critiquent critiquait critiquaient critiqua "
     "critiquèrent estime estiment estimait estimaient estima estimèrent explique expliquent expliquait "
     "expliquaient expliqua expliquèrent indique indiquent indiquait indiquaient indiqua indiquèrent joue "
     "jouent jouait jouaient joua jouèrent laisse laissent laissait laissaient laissa laissèrent menace "
     "menacent menaçait menaçaient menaça menacèrent montre montrent montrait montraient montra montrèrent "
     "participe participent participait participaient participa participèrent passe passent passait passaient "
     "passa passèrent pense pensent pensait pensaient pensa pensèrent porte portent portait portaient porta "
     "portèrent pose posent posait posaient posa posèrent présente présentent présentait présentaient présenta "
     "présentèrent rappele rappelent rappelait rappelaient rappela rappelèrent reste restent restait restaient "
     "resta restèrent souligne soulignent soulignait soulignaient souligna soulignèrent trouve trouvent "
     "trouvait trouvaient trouva trouvèrent visite visitent visitait visitaient visita visitèrent représente "
     "représentent représentait représentaient représenta représentèrent concerne concernent concernait "
     "concernaient concerna concernèrent permette permettent permettait permettaient permetta permettèrent dit "
     "disent fait font prend prennent met mettent vient viennent tient peut permet",
     0},
    {W_OTHER_VERB | W_PARTICIPLE,
     "affirmé affirmée affirmés affirmées déclaré déclarée déclarés déclarées accusé accusée accusés accusées "
     "arrivé arrivée arrivés arrivées commencé commencée commencés commencées continé continée continés "
     "continées critiqué critiquée critiqués critiquées estimé estimée estimés estimées expliqué expliquée "
     "expliqués expliquées indiqué indiquée indiqués indiquées joué jouée joués jouées laissé laissée laissés "
     "laissées menacé menacée menacés menacées montré montrée montrés montrées participé participée participés "
     "participées passé passée passés passées pensé pensée pensés pensées porté portée portés portées posé "
     "posée posés posées présenté présentée présentés présentées rappelé rappelée rappelés rappelées resté "
     "restée restés restées souligné soulignée soulignés soulignées trouvé trouvée trouvés trouvées visité "
     "visitée visités visitées représenté représentée représentés représentées concerné concernée concernés "
     "concernées permetté permettée permettés permettées dit fait pris mis venu tenu permis",
     0},
    {W_OTHER_VERB | W_ING,
     "affirmant déclarant accusant arrivant commençant continant critiquant estimant expliquant indiquant "
     "jouant laissant menaçant montrant participant passant pensant portant posant présentant rappelant restant "
     "soulignant trouvant visitant représentant concernant permettant",
     0},
    {W_OTHER_VERB | W_FINITE | W_WILL,
     "affirmera affirmeront déclarera déclareront accusera accuseront arrivera arriveront commencera "
     "commenceront continera contineront critiquera critiqueront estimera estimeront expliquera expliqueront "
     "indiquera indiqueront jouera joueront laissera laisseront menacera menaceront montrera montreront "
     "participera participeront passera passeront pensera penseront portera porteront posera poseront "
     "présentera présenteront rappelera rappeleront restera resteront soulignera souligneront trouvera "
     "trouveront visitera visiteront représentera représenteront concernera concerneront permettera "
     "permetteront",
     0},
    {W_OTHER_VERB | W_FINITE | W_MAY | W_WILL,
     "affirmerait affirmeraient déclarerait déclareraient accuserait accuseraient arriverait arriveraient "
     "commencerait commenceraient continerait contineraient critiquerait critiqueraient estimerait estimeraient "
     "expliquerait expliqueraient indiquerait indiqueraient jouerait joueraient laisserait laisseraient "
     "menacerait menaceraient montrerait montreraient participerait participeraient passerait passeraient "
     "penserait penseraient porterait porteraient poserait poseraient présenterait présenteraient rappelerait "
     "rappeleraient resterait resteraient soulignerait souligneraient trouverait trouveraient visiterait "
     "visiteraient représenterait représenteraient concernerait concerneraient permetterait permetteraient",
     0},
    {W_AID,
     "aide aides assistance don dons prêt prêts crédit crédits subvention subventions financement financements "
     "contribution contributions secours bourse bourses",
     0},
    {W_AID | W_AMBIGUOUS, "soutien appui concours", 0},
    {W_FORCES, "troupes soldats forces militaires avions navires", 0},
    {W_ORGAN,
     "gouvernement gouvernements ministère ministre président présidente premier armée parlement congrès sénat "
     "autorités agence ambassade ambassadeur état pays peuple chancelier chancelière roi banque dirigeants "
     "marine soldats troupes république",
     0},
    {W_STANCE,
     "plan plans projet proposition propositions loi lois résolution candidature candidat appel idée position "
     "accord traité élargissement adhésion indépendance décision réforme réformes demande",
     0},
    {W_PEOPLE | W_REFUGEES, "réfugiés réfugié migrants déplacés", 0},
    {W_PEOPLE,
     "peuple population populations gouvernement armée rebelles réfugiés victimes civils enfants femmes "
     "étudiants pays opposition communauté communautés familles agriculteurs forces mouvement groupes régime "
     "séparatistes entreprises migrants",
     0},
    {W_ACTIVITY,
     "programme programmes projets efforts initiative initiatives écoles hôpitaux recherche développement "
     "construction reconstruction opérations mission",
     0},
    {W_PLEDGE,
     "engagement engagements promesse promesses contribution contributions décision volonté don dons donateurs", 0},
    {W_DONOR, "donateur donatrice bailleur", 0},
    {W_QUANTITY,
     "envoi livraison livraisons fourniture octroi versement déblocage tonnes doses lot paquet série nombre "
     "montant somme cargaison millier",
     0},
    {W_ADJECTIVE,
     "militaire militaires financier financière financiers financières humanitaire humanitaires économique "
     "économiques technique techniques politique politiques supplémentaire nouveau nouvelle nouveaux nouvelles "
     "grand grande premier première inconditionnel inconditionnelle médicale médicales alimentaire logistique "
     "précieuse important importante étranger étrangère fédéral national nationale public publique",
     0},
    {W_TRADE,
     "actions actionnaires bénéfices ventes clients vente achat acheteurs exportations importations rachat "
     "marché marchés",
     0},
    {W_SPORT,
     "but buts match coupe ligue entraîneur joueur joueurs attaquant club clubs saison tournoi championnat "
     "football équipe",
     0},
    {0, 0, 0},
};
