#include "facts/statement_words.h"

const struct word_row WORDS_FR[] = {
    {W_DET,
     "le la les l' un une ce cet cette ces mon notre nos votre vos quelque quelques plusieurs chaque "
     "tout toute tous toutes même mêmes autre autres certains certaines",
     0},
    {W_DET | W_NOT | W_ADJECTIVE, "peu", 0},
    {W_DET | W_NOT, "aucun aucune nul nulle", 0},
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
     "sur sous après depuis pendant entre chez vers avant selon parmi malgré face dont où comme lors "
     "durant",
     0},
    {W_AND, "et ou ainsi", 0},
    {W_WHICH, "qui lequel laquelle", 0},
    {W_THAT, "que qu' car parce quand lorsque alors puisque tandis", 0},
    {W_THAT | W_AND, "mais", 0},
    {W_IF, "si s'il sans", 0},
    {W_BE | W_FINITE, "est sont était étaient fut furent sera seront serait été être soit", 0},
    {W_HAVE | W_FINITE, "a ont avait avaient aura auront aurait eu avoir ait aient ayant", 0},
    {W_WILL | W_FINITE, "va vont allait allaient veut veulent compte comptent entend entendent", 0},
    {W_MAY | W_FINITE,
     "peut peuvent pourrait pourraient devrait devraient doit doivent souhaite souhaitent envisage envisagent "
     "aimerait voudrait",
     0},
    {W_NOT, "ne n' pas jamais ni", 0},
    {W_ADVERB, "hauteur", 0},
    {W_ADVERB,
     "ensemble conjointement largement immédiatement directement gratuitement entièrement rapidement "
     "régulièrement actuellement "
     "particulièrement massivement afin outre *ellement *ivement *iquement *eusement y en se s' lui aussi également "
     "déjà encore très plus moins environ près ainsi notamment récemment "
     "toujours désormais enfin bien même hier aujourd'hui demain",
     0},
    {W_PRONOUN, "il elle ils elles on nous vous je j' celui celle ceux celles ce c' cela ça tu moi", 0},
    {W_TIME,
     "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi "
     "jeudi vendredi samedi dimanche semaine semaines mois an ans année années jour jours fin début",
     0},
    {W_NUMBER, "deux trois quatre cinq six sept huit neuf dix vingt cent cents mille centaines dizaines milliers", 0},
    {W_SCALE, "million millions milliard milliards", 0},
    {W_CURRENCY, "dollar dollars euro euros livres francs yens", 0},
    {W_GIVE, 0,
     "contribuer donner livrer accorder prêter verser allouer consacrer apporter distribuer dépêcher mobiliser "
     "transférer débloquer attribuer expédier proposer fournir octroyer affecter destiner acheminer investir "
     "injecter offrir céder dégager débourser décerner"},
    {W_GIVE | W_BASE, "envoyer déployer délivrer", 0},
    {W_GIVE | W_FINITE,
     "envoie envoient envoyait envoyaient envoya envoyèrent déploie déploient déployait déployaient déploya "
     "déployèrent octroie octroient "
     "offre offrent offrait offraient transfère transfèrent délivre",
     0},
    {W_GIVE | W_PARTICIPLE,
     "envoyé envoyée envoyés envoyées déployé déployée déployés déployées offert offerte offerts offertes", 0},
    {W_GIVE | W_ING, "envoyant déployant offrant", 0},
    {W_GIVE | W_FINITE | W_WILL, "enverra enverront déploiera déploieront octroiera", 0},
    {W_GIVE | W_FINITE | W_MAY | W_WILL, "enverrait enverraient déploierait octroierait", 0},
    {W_GIVE | W_TO_PROMISE | W_BASE, "promettre proposer", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE, "promet promettent promit", 0},
    {W_GIVE | W_TO_PROMISE | W_PARTICIPLE, "promis promise promises", 0},
    {W_GIVE | W_TO_PROMISE | W_ING, "promettant", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE | W_WILL, "promettra", 0},
    {W_GIVE | W_BASE, "remettre", 0},
    {W_GIVE | W_FINITE, "remet remettent remit remettait", 0},
    {W_GIVE | W_PARTICIPLE, "remis remise remises", 0},
    {W_GIVE | W_ING, "remettant", 0},
    {W_GIVE | W_FINITE | W_WILL, "remettra", 0},
    {W_BENEFIT | W_DONATE, 0, "financer cofinancer subventionner parrainer sponsoriser"},
    {W_BENEFIT, 0, "aider assister former équiper armer épauler secourir entraîner approvisionner"},
    {W_BENEFIT | W_BASE, "soutenir maintenir appuyer", 0},
    {W_BENEFIT | W_FINITE,
     "soutient soutiennent soutenait soutenaient soutinrent soutint appuie appuient appuyait appuyaient "
     "appuya secourt",
     0},
    {W_BENEFIT | W_PARTICIPLE, "soutenu soutenue soutenus soutenues appuyé appuyée appuyés appuyées", 0},
    {W_BENEFIT | W_ING, "soutenant appuyant", 0},
    {W_BENEFIT | W_FINITE | W_WILL, "soutiendra soutiendront appuiera", 0},
    {W_BENEFIT | W_FINITE | W_MAY | W_WILL, "soutiendrait appuierait", 0},
    {W_HOST, 0, "héberger abriter"},
    {W_HOST | W_BASE, "accueillir", 0},
    {W_HOST | W_FINITE, "accueille accueillent accueillait accueillit", 0},
    {W_HOST | W_PARTICIPLE, "accueilli accueillie accueillis accueillies", 0},
    {W_HOST | W_ING, "accueillant", 0},
    {W_HOST | W_FINITE | W_WILL, "accueillera accueilleront", 0},
    {W_CHANGE, 0, "augmenter doubler tripler renforcer relancer poursuivre élargir réitérer renouveler"},
    {W_CHANGE | W_BASE, "accroître reprendre", 0},
    {W_CHANGE | W_FINITE, "accroît reprend reprennent poursuit renouvelle", 0},
    {W_CHANGE | W_PARTICIPLE, "accru accrue repris reprise poursuivi", 0},
    {W_ANNOUNCE, 0, "annoncer approuver autoriser voter adopter"},
    {W_REFUSE, 0, "geler couper arrêter cesser refuser annuler stopper suspendre retirer bloquer"},
    {W_REFUSE | W_BASE, "interrompre réduire", 0},
    {W_REFUSE | W_FINITE, "gèle interrompt réduit réduisent", 0},
    {W_REFUSE | W_PARTICIPLE, "interrompu réduit réduite", 0},
    {W_TO_PROMISE, 0, "engager décider accepter prévoir"},
    {W_TO_PROMISE | W_BASE, "convenir", 0},
    {W_TO_PROMISE | W_FINITE, "prévoient", 0},
    {W_TO_PROMISE | W_PARTICIPLE, "prévu prévue disposé prêt prête prêts", 0},
    {W_TO_GO_ON, 0, "continuer commencer"},
    {W_TO_GO_ON | W_FINITE, "vise permet", 0},
    {W_TO_GO_ON | W_PARTICIPLE, "permis", 0},
    {W_TO_ASK, 0, "demander solliciter appeler exhorter réclamer inviter"},
    {W_TO_ASK | W_FINITE, "appelle appellent", 0},
    {W_PRAISE, 0, "remercier féliciter accuser saluer"},
    {W_RECEIVE, 0, "bénéficier contracter"},
    {W_GIVE, 0, "décaisser"},
    {W_OTHER_VERB | W_AVAILABLE | W_FINITE, "provient proviennent provenait", 0},
    {W_RECEIVE | W_BASE, "recevoir obtenir", 0},
    {W_RECEIVE | W_FINITE, "reçoit reçoivent obtient obtiennent reçut obtint recevait obtenait", 0},
    {W_RECEIVE | W_PARTICIPLE, "reçu reçue reçus reçues obtenu obtenue obtenus obtenues", 0},
    {W_RECEIVE | W_FINITE | W_WILL, "recevra recevront obtiendra", 0},
    {W_OTHER_VERB, 0,
     "affirmer déclarer accuser arriver critiquer estimer expliquer indiquer jouer laisser menacer montrer "
     "participer passer penser porter poser présenter rappeler rester souligner trouver visiter représenter "
     "concerner ajouter préciser signer lancer confirmer rencontrer tenter entrer créer attaquer"},
    {W_OTHER_VERB | W_BASE, "dire faire prendre mettre venir tenir permettre voir savoir vouloir pouvoir aller", 0},
    {W_OTHER_VERB | W_FINITE,
     "dit disent fait font prend prennent met mettent vient viennent tient permet permettent rappelle voit "
     "sait écrit vit devient figure",
     0},
    {W_OTHER_VERB | W_PARTICIPLE, "dit fait pris mis venu tenu permis vu écrit mort né", 0},
    {W_OTHER_VERB | W_ING, "faisant disant ayant", 0},
    {W_AVAILABLE, "place disposition", 0},
    {W_MAKE | W_FINITE, "fait font fit firent fera feront", 0},
    {W_MAKE | W_PARTICIPLE, "fait", 0},
    {W_MAKE, 0, "mettre effectuer réaliser"},
    {W_GIVE, 0, "partager"},
    {W_MAKE | W_FINITE, "met mit", 0},
    {W_MAKE | W_PARTICIPLE, "mis mise mises", 0},
    {W_AID,
     "garantie garanties enveloppe enveloppes rallonge dotation dotations cofinancement aide aides assistance don dons "
     "prêt prêts crédit "
     "crédits subvention subventions financement financements "
     "contribution contributions secours bourses",
     0},
    {W_AID | W_AMBIGUOUS, "soutien appui concours", 0},
    {W_FORCES, "troupes soldats forces militaires avions navires", 0},
    {W_ORGAN,
     "chancellerie diplomatie administration fondation commission coopération exécutif consulat "
     "gouvernement gouvernements ministère ministre président présidente premier armée parlement congrès sénat "
     "autorités agence ambassade ambassadeur état pays peuple chancelier chancelière roi banque dirigeants "
     "marine soldats troupes république",
     0},
    {W_STANCE,
     "plan plans projet proposition propositions loi lois résolution candidature candidat appel idée position "
     "accord traité élargissement adhésion indépendance décision réforme réformes demande",
     0},
    {W_STANCE, "frontière frontières front pots-de-vin pot-de-vin rançon rançons impôts amende amendes", 0},
    {W_PEOPLE | W_REFUGEES, "réfugiés réfugié migrants déplacés", 0},
    {W_PEOPLE,
     "sinistrés réfugiées élèves patients orphelins personnes peuple population populations gouvernement armée "
     "rebelles réfugiés victimes civils enfants femmes "
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
     "montant somme cargaison millier valeur hauteur",
     0},
    {W_ADJECTIVE,
     "urgente urgent urgents urgentes vital vitale matérielle matériel alimentaires médicaux médical "
     "agricole "
     "militaire militaires financier financière financiers financières humanitaire humanitaires économique "
     "économiques technique techniques politique politiques supplémentaire nouveau nouvelle nouveaux nouvelles "
     "grand grande premier première inconditionnel inconditionnelle médicale médicales alimentaire logistique "
     "précieuse important importante étranger étrangère fédéral national nationale public publique",
     0},
    {W_TRADE,
     "actionnaires bénéfices ventes clients vente achat acheteurs exportations importations rachat "
     "marché marchés",
     0},
    {W_SPORT,
     "match coupe ligue entraîneur joueur joueurs attaquant club clubs tournoi championnat "
     "football",
     0},
    {0, 0, 0},
};
