#include "facts/statement_words.h"

const struct word_row WORDS_ES[] = {
    {W_DET,
     "el la los las un una unos unas este esta estos estas ese esa nuestro nuestra mi algún alguna algunos "
     "algunas varios varias cada todo toda todos todas lo",
     0},
    {W_DET | W_ITS, "su sus", 0},
    {W_PREP | W_OF | W_FROM | W_INFINITIVE, "de", 0},
    {W_PREP | W_OF | W_FROM, "del", 0},
    {W_PREP | W_TO | W_INFINITIVE, "a para", 0},
    {W_PREP | W_TO, "al hacia", 0},
    {W_PREP | W_BY, "por", 0},
    {W_PREP | W_IN, "en", 0},
    {W_PREP | W_WITH, "con junto", 0},
    {W_PREP | W_AGAINST, "contra", 0},
    {W_PREP, "sobre bajo tras desde durante entre sin según ante hasta mediante como cuando donde", 0},
    {W_AND, "y e o u", 0},
    {W_WHICH, "que quien quienes cual cuales", 0},
    {W_THAT, "porque pero aunque mientras sino pues", 0},
    {W_IF, "si", 0},
    {W_BE | W_FINITE, "es son era eran fue fueron será serán sería ser sido está están siendo", 0},
    {W_HAVE | W_FINITE, "ha han había habían habrá haya hayan haber", 0},
    {W_WILL | W_FINITE, "va van quiere quieren piensa planea", 0},
    {W_MAY | W_FINITE, "puede pueden podría podrían debe deben debería deberían estudia estudian desea", 0},
    {W_NOT, "no nunca ni tampoco", 0},
    {W_ADVERB,
     "se le les me nos también ya aún muy más menos unos cerca casi además hoy ayer mañana recientemente "
     "siempre ahora así todavía sólo solo bien *mente",
     0},
    {W_PRONOUN, "él ella ellos ellas yo nosotros usted ustedes esto eso aquello", 0},
    {W_TIME,
     "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes "
     "miércoles jueves viernes sábado domingo semana semanas mes meses año años día días",
     0},
    {W_NUMBER, "dos tres cuatro cinco seis siete ocho nueve diez veinte cien mil cientos miles decenas", 0},
    {W_SCALE, "millón millones mil billones", 0},
    {W_CURRENCY, "dólar dólares euro euros pesos libras pesetas", 0},
    {W_GIVE | W_BASE,
     "enviar otorgar prestar entregar suministrar aportar destinar proporcionar facilitar asignar donar "
     "desembolsar brindar desplegar distribuar ofrecer conceder dar distribuir contribuir",
     0},
    {W_GIVE | W_FINITE,
     "envia envian envió enviaron enviaba enviaban envie envien otorga otorgan otorgó otorgaron otorgaba "
     "otorgaban otorgue otorguen presta prestan prestó prestaron prestaba prestaban preste presten entrega "
     "entregan entregó entregaron entregaba entregaban entregue entreguen suministra suministran suministró "
     "suministraron suministraba suministraban suministre suministren aporta aportan aportó aportaron aportaba "
     "aportaban aporte aporten destina destinan destinó destinaron destinaba destinaban destine destinen "
     "proporciona proporcionan proporcionó proporcionaron proporcionaba proporcionaban proporcione proporcionen "
     "facilita facilitan facilitó facilitaron facilitaba facilitaban facilite faciliten asigna asignan asignó "
     "asignaron asignaba asignaban asigne asignen dona donan donó donaron donaba donaban done donen desembolsa "
     "desembolsan desembolsó desembolsaron desembolsaba desembolsaban desembolse desembolsen brinda brindan "
     "brindó brindaron brindaba brindaban brinde brinden desplega desplegan desplegó desplegaron desplegaba "
     "desplegaban desplegue despleguen distribua distribuan distribuó distribuaron distribuaba distribuaban "
     "distribue distribuen ofrece ofrecen ofreció ofrecieron ofrecía ofrecían concede conceden concedió "
     "concedieron concedía concedían da dan dio dieron envía envían destino contribuye contribuyó despliega",
     0},
    {W_GIVE | W_PARTICIPLE,
     "enviado enviada enviados enviadas otorgado otorgada otorgados otorgadas prestado prestada prestados "
     "prestadas entregado entregada entregados entregadas suministrado suministrada suministrados suministradas "
     "aportado aportada aportados aportadas destinado destinada destinados destinadas proporcionado "
     "proporcionada proporcionados proporcionadas facilitado facilitada facilitados facilitadas asignado "
     "asignada asignados asignadas donado donada donados donadas desembolsado desembolsada desembolsados "
     "desembolsadas brindado brindada brindados brindadas desplegado desplegada desplegados desplegadas "
     "distribuado distribuada distribuados distribuadas ofrecido ofrecida ofrecidos ofrecidas concedido "
     "concedida concedidos concedidas dado",
     0},
    {W_GIVE | W_ING,
     "enviando otorgando prestando entregando suministrando aportando destinando proporcionando facilitando "
     "asignando donando desembolsando brindando desplegando distribuando ofreciendo concediendo dando",
     0},
    {W_GIVE | W_FINITE | W_WILL,
     "enviará enviarán otorgará otorgarán prestará prestarán entregará entregarán suministrará suministrarán "
     "aportará aportarán destinará destinarán proporcionará proporcionarán facilitará facilitarán asignará "
     "asignarán donará donarán desembolsará desembolsarán brindará brindarán desplegará desplegarán distribuará "
     "distribuarán ofrecerá ofrecerán concederá concederán dará darán",
     0},
    {W_GIVE | W_FINITE | W_MAY | W_WILL,
     "enviaría enviarían otorgaría otorgarían prestaría prestarían entregaría entregarían suministraría "
     "suministrarían aportaría aportarían destinaría destinarían proporcionaría proporcionarían facilitaría "
     "facilitarían asignaría asignarían donaría donarían desembolsaría desembolsarían brindaría brindarían "
     "desplegaría desplegarían distribuaría distribuarían ofrecería concedería daría",
     0},
    {W_GIVE | W_TO_PROMISE | W_BASE, "prometer", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE, "promete prometen prometió prometieron prometía prometían", 0},
    {W_GIVE | W_TO_PROMISE | W_PARTICIPLE, "prometido prometida prometidos prometidas", 0},
    {W_GIVE | W_TO_PROMISE | W_ING, "prometiendo", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE | W_WILL, "prometerá prometerán", 0},
    {W_GIVE | W_TO_PROMISE | W_FINITE | W_MAY | W_WILL, "prometería", 0},
    {W_BENEFIT | W_BASE,
     "ayudar apoyar financiar cofinanciar respaldar entrenar capacitar equipar armar subvencionar patrocinar "
     "asistir",
     0},
    {W_BENEFIT | W_FINITE,
     "ayuda ayudan ayudó ayudaron ayudaba ayudaban ayude ayuden apoya apoyan apoyó apoyaron apoyaba apoyaban "
     "apoye apoyen financia financian financió financiaron financiaba financiaban financie financien cofinancia "
     "cofinancian cofinanció cofinanciaron cofinanciaba cofinanciaban cofinancie cofinancien respalda respaldan "
     "respaldó respaldaron respaldaba respaldaban respalde respalden entrena entrenan entrenó entrenaron "
     "entrenaba entrenaban entrene entrenen capacita capacitan capacitó capacitaron capacitaba capacitaban "
     "capacite capaciten equipa equipan equipó equiparon equipaba equipaban equipe equipen arma arman armó "
     "armaron armaba armaban arme armen subvenciona subvencionan subvencionó subvencionaron subvencionaba "
     "subvencionaban subvencione subvencionen patrocina patrocinan patrocinó patrocinaron patrocinaba "
     "patrocinaban patrocine patrocinen asiste asisten asistió asistieron asistía asistían",
     0},
    {W_BENEFIT | W_PARTICIPLE,
     "ayudado ayudada ayudados ayudadas apoyado apoyada apoyados apoyadas financiado financiada financiados "
     "financiadas cofinanciado cofinanciada cofinanciados cofinanciadas respaldado respaldada respaldados "
     "respaldadas entrenado entrenada entrenados entrenadas capacitado capacitada capacitados capacitadas "
     "equipado equipada equipados equipadas armado armada armados armadas subvencionado subvencionada "
     "subvencionados subvencionadas patrocinado patrocinada patrocinados patrocinadas asistido asistida "
     "asistidos asistidas",
     0},
    {W_BENEFIT | W_ING,
     "ayudando apoyando financiando cofinanciando respaldando entrenando capacitando equipando armando "
     "subvencionando patrocinando asistiendo",
     0},
    {W_BENEFIT | W_FINITE | W_WILL,
     "ayudará ayudarán apoyará apoyarán financiará financiarán cofinanciará cofinanciarán respaldará "
     "respaldarán entrenará entrenarán capacitará capacitarán equipará equiparán armará armarán subvencionará "
     "subvencionarán patrocinará patrocinarán asistirá asistirán",
     0},
    {W_BENEFIT | W_FINITE | W_MAY | W_WILL,
     "ayudaría ayudarían apoyaría apoyarían financiaría financiarían cofinanciaría cofinanciarían respaldaría "
     "respaldarían entrenaría entrenarían capacitaría capacitarían equiparía equiparían armaría armarían "
     "subvencionaría subvencionarían patrocinaría patrocinarían asistiría",
     0},
    {W_HOST | W_BASE, "acoger albergar", 0},
    {W_HOST | W_FINITE, "acoge acogen acogió acogieron acogía acogían alberga albergan", 0},
    {W_HOST | W_PARTICIPLE, "acogido acogida acogidos acogidas", 0},
    {W_HOST | W_ING, "acogiendo", 0},
    {W_HOST | W_FINITE | W_WILL, "acogerá acogerán", 0},
    {W_HOST | W_FINITE | W_MAY | W_WILL, "acogería", 0},
    {W_CHANGE | W_BASE, "aumentar duplicar incrementar reanudar mantuvar reforzar mantener", 0},
    {W_CHANGE | W_FINITE,
     "aumenta aumentan aumentó aumentaron aumentaba aumentaban aumente aumenten duplica duplican duplicó "
     "duplicaron duplicaba duplicaban duplique dupliquen incrementa incrementan incrementó incrementaron "
     "incrementaba incrementaban incremente incrementen reanuda reanudan reanudó reanudaron reanudaba "
     "reanudaban reanude reanuden mantuva mantuvan mantuvó mantuvaron mantuvaba mantuvaban mantuve mantuven "
     "refuerza mantiene",
     0},
    {W_CHANGE | W_PARTICIPLE,
     "aumentado aumentada aumentados aumentadas duplicado duplicada duplicados duplicadas incrementado "
     "incrementada incrementados incrementadas reanudado reanudada reanudados reanudadas mantuvado mantuvada "
     "mantuvados mantuvadas reforzado mantenido",
     0},
    {W_CHANGE | W_ING, "aumentando duplicando incrementando reanudando mantuvando", 0},
    {W_CHANGE | W_FINITE | W_WILL,
     "aumentará aumentarán duplicará duplicarán incrementará incrementarán reanudará reanudarán mantuvará "
     "mantuvarán",
     0},
    {W_CHANGE | W_FINITE | W_MAY | W_WILL,
     "aumentaría aumentarían duplicaría duplicarían incrementaría incrementarían reanudaría reanudarían "
     "mantuvaría mantuvarían",
     0},
    {W_ANNOUNCE | W_BASE, "anunciar aprobar", 0},
    {W_ANNOUNCE | W_FINITE,
     "anuncia anuncian anunció anunciaron anunciaba anunciaban anuncie anuncien aproba aproban aprobó aprobaron "
     "aprobaba aprobaban aprobe aproben aprueba aprueban",
     0},
    {W_ANNOUNCE | W_PARTICIPLE, "anunciado anunciada anunciados anunciadas aprobado aprobada aprobados aprobadas", 0},
    {W_ANNOUNCE | W_ING, "anunciando aprobando", 0},
    {W_ANNOUNCE | W_FINITE | W_WILL, "anunciará anunciarán aprobará aprobarán", 0},
    {W_ANNOUNCE | W_FINITE | W_MAY | W_WILL, "anunciaría anunciarían aprobaría aprobarían", 0},
    {W_REFUSE | W_BASE, "congelar cortar cancelar rechazar retirar suspender interrumper negar", 0},
    {W_REFUSE | W_FINITE,
     "congela congelan congeló congelaron congelaba congelaban congele congelen corta cortan cortó cortaron "
     "cortaba cortaban corte corten cancela cancelan canceló cancelaron cancelaba cancelaban cancele cancelen "
     "rechaza rechazan rechazó rechazaron rechazaba rechazaban rechace rechacen retira retiran retiró retiraron "
     "retiraba retiraban retire retiren suspende suspenden suspendió suspendieron suspendía suspendían "
     "interrumpe interrumpen interrumpió interrumpieron interrumpía interrumpían niega negó",
     0},
    {W_REFUSE | W_PARTICIPLE,
     "congelado congelada congelados congeladas cortado cortada cortados cortadas cancelado cancelada "
     "cancelados canceladas rechazado rechazada rechazados rechazadas retirado retirada retirados retiradas "
     "suspendido suspendida suspendidos suspendidas interrumpido interrumpida interrumpidos interrumpidas",
     0},
    {W_REFUSE | W_ING, "congelando cortando cancelando rechazando retirando suspendiendo interrumpiendo", 0},
    {W_REFUSE | W_FINITE | W_WILL,
     "congelará congelarán cortará cortarán cancelará cancelarán rechazará rechazarán retirará retirarán "
     "suspenderá suspenderán interrumperá interrumperán",
     0},
    {W_REFUSE | W_FINITE | W_MAY | W_WILL,
     "congelaría congelarían cortaría cortarían cancelaría cancelarían rechazaría rechazarían retiraría "
     "retirarían suspendería interrumpería",
     0},
    {W_TO_PROMISE | W_BASE, "acordar aceptar comprometer decider", 0},
    {W_TO_PROMISE | W_FINITE,
     "acorda acordan acordó acordaron acordaba acordaban acorde acorden acepta aceptan aceptó aceptaron "
     "aceptaba aceptaban acepte acepten compromete comprometen comprometió comprometieron comprometía "
     "comprometían decide deciden decidió decidieron decidía decidían acuerda",
     0},
    {W_TO_PROMISE | W_PARTICIPLE,
     "acordado acordada acordados acordadas aceptado aceptada aceptados aceptadas comprometido comprometida "
     "comprometidos comprometidas decidido decidida decididos decididas",
     0},
    {W_TO_PROMISE | W_ING, "acordando aceptando comprometiendo decidiendo", 0},
    {W_TO_PROMISE | W_FINITE | W_WILL,
     "acordará acordarán aceptará aceptarán comprometerá comprometerán deciderá deciderán", 0},
    {W_TO_PROMISE | W_FINITE | W_MAY | W_WILL, "acordaría acordarían aceptaría aceptarían comprometería decidería", 0},
    {W_TO_ASK | W_BASE, "solicitar instar llamar reclamar pedir exigir", 0},
    {W_TO_ASK | W_FINITE,
     "solicita solicitan solicitó solicitaron solicitaba solicitaban solicite soliciten insta instan instó "
     "instaron instaba instaban inste insten llama llaman llamó llamaron llamaba llamaban llame llamen reclama "
     "reclaman reclamó reclamaron reclamaba reclamaban reclame reclamen pede peden pedió pedieron pedía pedían "
     "exige exigen exigió exigieron exigía exigían pide piden pidió pidieron",
     0},
    {W_TO_ASK | W_PARTICIPLE,
     "solicitado solicitada solicitados solicitadas instado instada instados instadas llamado llamada llamados "
     "llamadas reclamado reclamada reclamados reclamadas pedido pedida pedidos pedidas exigido exigida exigidos "
     "exigidas",
     0},
    {W_TO_ASK | W_ING, "solicitando instando llamando reclamando pediendo exigiendo", 0},
    {W_TO_ASK | W_FINITE | W_WILL,
     "solicitará solicitarán instará instarán llamará llamarán reclamará reclamarán pedirá pedirán exigirá "
     "exigirán",
     0},
    {W_TO_ASK | W_FINITE | W_MAY | W_WILL,
     "solicitaría solicitarían instaría instarían llamaría llamarían reclamaría reclamarían pediría exigiría", 0},
    {W_RECEIVE | W_BASE, "recibir obtener contar lograr", 0},
    {W_RECEIVE | W_FINITE,
     "recibe reciben recibió recibieron recibía recibían obtiene obtuvo contará cuenta contó logra logran logró "
     "lograron lograba lograban logre logren",
     0},
    {W_RECEIVE | W_PARTICIPLE, "recibido recibida recibidos recibidas obtenido logrado lograda logrados logradas", 0},
    {W_RECEIVE | W_ING, "recibiendo logrando", 0},
    {W_RECEIVE | W_FINITE | W_WILL, "recibirá recibirán logrará lograrán", 0},
    {W_RECEIVE | W_FINITE | W_MAY | W_WILL, "recibiría lograría lograrían", 0},
    {W_OTHER_VERB | W_BASE,
     "afirmar asegurar explicar señalar anuncar criticar llegar mostrar acusar representar participar "
     "considerar recordar presentar decir hacer tener poner",
     0},
    {W_OTHER_VERB | W_FINITE,
     "afirma afirman afirmó afirmaron afirmaba afirmaban afirme afirmen asegura aseguran aseguró aseguraron "
     "aseguraba aseguraban asegure aseguren explica explican explicó explicaron explicaba explicaban explique "
     "expliquen señala señalan señaló señalaron señalaba señalaban señale señalen anunca anuncan anuncó "
     "anuncaron anuncaba anuncaban anunque anunquen critica critican criticó criticaron criticaba criticaban "
     "critique critiquen llega llegan llegó llegaron llegaba llegaban llegue lleguen mostra mostran mostró "
     "mostraron mostraba mostraban mostre mostren acusa acusan acusó acusaron acusaba acusaban acuse acusen "
     "representa representan representó representaron representaba representaban represente representen "
     "participa participan participó participaron participaba participaban participe participen considera "
     "consideran consideró consideraron consideraba consideraban considere consideren recorda recordan recordó "
     "recordaron recordaba recordaban recorde recorden presenta presentan presentó presentaron presentaba "
     "presentaban presente presenten dice dijo hizo hace hacen tiene tienen tuvo puso",
     0},
    {W_OTHER_VERB | W_PARTICIPLE,
     "afirmado afirmada afirmados afirmadas asegurado asegurada asegurados aseguradas explicado explicada "
     "explicados explicadas señalado señalada señalados señaladas anuncado anuncada anuncados anuncadas "
     "criticado criticada criticados criticadas llegado llegada llegados llegadas mostrado mostrada mostrados "
     "mostradas acusado acusada acusados acusadas representado representada representados representadas "
     "participado participada participados participadas considerado considerada considerados consideradas "
     "recordado recordada recordados recordadas presentado presentada presentados presentadas",
     0},
    {W_OTHER_VERB | W_ING,
     "afirmando asegurando explicando señalando anuncando criticando llegando mostrando acusando representando "
     "participando considerando recordando presentando",
     0},
    {W_OTHER_VERB | W_FINITE | W_WILL,
     "afirmará afirmarán asegurará asegurarán explicará explicarán señalará señalarán anuncará anuncarán "
     "criticará criticarán llegará llegarán mostrará mostrarán acusará acusarán representará representarán "
     "participará participarán considerará considerarán recordará recordarán presentará presentarán",
     0},
    {W_OTHER_VERB | W_FINITE | W_MAY | W_WILL,
     "afirmaría afirmarían aseguraría asegurarían explicaría explicarían señalaría señalarían anuncaría "
     "anuncarían criticaría criticarían llegaría llegarían mostraría mostrarían acusaría acusarían "
     "representaría representarían participaría participarían consideraría considerarían recordaría recordarían "
     "presentaría presentarían",
     0},
    {W_AID,
     "ayuda ayudas asistencia préstamo préstamos crédito créditos donación donaciones subvención subvenciones "
     "financiación contribución contribuciones beca becas aportación",
     0},
    {W_AID | W_AMBIGUOUS, "apoyo respaldo", 0},
    {W_FORCES, "tropas soldados fuerzas aviones buques", 0},
    {W_ORGAN,
     "gobierno gobiernos ministerio ministro ministra presidente presidenta primer ejército parlamento congreso "
     "senado autoridades agencia embajada embajador estado país pueblo canciller rey banco dirigentes marina "
     "soldados tropas república reino",
     0},
    {W_STANCE,
     "plan planes propuesta propuestas ley leyes resolución candidatura candidato llamamiento idea posición "
     "acuerdo tratado ampliación adhesión independencia decisión reforma reformas petición presidencia",
     0},
    {W_PEOPLE | W_REFUGEES, "refugiados refugiado migrantes desplazados", 0},
    {W_PEOPLE,
     "pueblo población poblaciones gobierno ejército rebeldes refugiados desplazados víctimas civiles niños "
     "mujeres estudiantes país países oposición comunidad comunidades familias agricultores fuerzas movimiento "
     "grupos régimen separatistas migrantes damnificados",
     0},
    {W_ACTIVITY,
     "programa programas proyecto proyectos esfuerzos iniciativa iniciativas escuelas hospitales investigación "
     "desarrollo construcción reconstrucción operaciones misión creación",
     0},
    {W_PLEDGE,
     "compromiso compromisos promesa promesas contribución contribuciones voluntad donación donaciones donantes", 0},
    {W_DONOR, "donante donantes", 0},
    {W_QUANTITY,
     "envío envíos entrega entregas suministro toneladas dosis lote paquete serie número cantidad suma "
     "cargamento total",
     0},
    {W_ADJECTIVE,
     "militar militares financiero financiera financieros financieras humanitario humanitaria económico "
     "económica técnico técnica político política adicional adicionales nuevo nueva nuevos nuevas gran primera "
     "médica alimentaria logístico importante exterior federal nacional público pública",
     0},
    {W_TRADE,
     "acciones accionistas beneficios ventas clientes venta compra exportaciones importaciones mercado mercados", 0},
    {W_SPORT,
     "gol goles partido copa liga entrenador jugador jugadores delantero club temporada torneo campeonato "
     "fútbol equipo selección",
     0},
    {0, 0, 0},
};
