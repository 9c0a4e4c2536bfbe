#include "facts/statement_words.h"

const struct word_row WORDS_ES[] = {
    {W_DET,
     "el la los las un una unos unas este esta estos estas ese esa nuestro nuestra mi mismo misma mismos mismas otro "
     "otra otros otras ambos ambas algún alguna algunos "
     "algunas varios varias cada todo toda todos todas lo",
     0},
    {W_DET | W_NOT | W_ADJECTIVE, "poco poca pocos pocas", 0},
    {W_DET | W_NOT, "ningún ninguna ninguno", 0},
    {W_DET | W_ITS, "su sus", 0},
    {W_PREP | W_OF | W_FROM | W_INFINITIVE, "de", 0},
    {W_PREP | W_OF | W_FROM, "del", 0},
    {W_PREP | W_TO | W_INFINITIVE, "a para", 0},
    {W_PREP | W_TO, "al hacia", 0},
    {W_PREP | W_BY, "por", 0},
    {W_PREP | W_IN, "en", 0},
    {W_PREP | W_WITH, "con junto", 0},
    {W_PREP | W_AGAINST, "contra", 0},
    {W_PREP, "sobre bajo tras desde durante entre según ante hasta mediante como cuando donde", 0},
    {W_AND, "y e o u", 0},
    {W_WHICH, "que quien quienes cual cuales", 0},
    {W_THAT, "porque aunque mientras pues", 0},
    {W_THAT | W_AND, "pero sino", 0},
    {W_IF, "si sin", 0},
    {W_BE | W_FINITE, "es son era eran fue fueron será serán sería ser sido está están siendo", 0},
    {W_HAVE | W_FINITE, "ha han había habían habrá haya hayan haber", 0},
    {W_WILL | W_FINITE, "va van iba iban quiere quieren piensa planea", 0},
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
    {W_GIVE, 0,
     "enviar otorgar prestar entregar suministrar aportar destinar proporcionar facilitar asignar desembolsar "
     "brindar distribuir conceder contribuir proveer mandar trasladar remitir abonar pagar transferir "
     "canalizar movilizar desbloquear dedicar invertir despachar desplazar inyectar regalar repartir ceder "
     "liberar adjudicar repatriar consignar tender"},
    {W_GIVE | W_BASE, "dar darle desplegar dotar hacer", 0},
    {W_GIVE | W_FINITE,
     "envía envían envíe envíen da dan dio dieron daba daban dé despliega despliegan desplegó desplegaron "
     "desplegaba tiende invierte invierten invirtió transfiere transfieren transfirió contribuye "
     "contribuyen contribuyó contribuyeron distribuye distribuyen distribuyó distribuyeron ofrezca ofrezcan "
     "destino",
     0},
    {W_GIVE | W_PARTICIPLE, "dado dada dados dadas desplegado desplegada desplegados desplegadas provisto", 0},
    {W_GIVE | W_ING, "dando desplegando contribuyendo distribuyendo", 0},
    {W_GIVE | W_FINITE | W_WILL, "dará darán desplegará desplegarán", 0},
    {W_GIVE | W_FINITE | W_MAY | W_WILL, "daría darían desplegaría", 0},
    {W_DONATE, 0, "donar"},
    {W_GIVE | W_TO_PROMISE, 0, "prometer ofrecer"},
    {W_BENEFIT | W_DONATE, 0, "financiar cofinanciar subvencionar patrocinar sufragar costear"},
    {W_BENEFIT, 0,
     "ayudar apoyar respaldar entrenar capacitar equipar armar asistir auxiliar socorrer abastecer adiestrar "
     "formar impulsar secundar amparar"},
    {W_HOST, 0, "acoger albergar"},
    {W_HOST | W_FINITE, "acoja", 0},
    {W_CHANGE, 0, "aumentar duplicar incrementar reanudar ampliar elevar triplicar renovar reiterar"},
    {W_CHANGE | W_BASE, "reforzar mantener", 0},
    {W_CHANGE | W_FINITE, "refuerza refuerzan reforzó mantiene mantienen mantuvo mantenía amplía amplían renueva", 0},
    {W_CHANGE | W_PARTICIPLE, "reforzado reforzada mantenido mantenida", 0},
    {W_CHANGE | W_FINITE | W_WILL, "mantendrá mantendrán", 0},
    {W_ANNOUNCE, 0, "anunciar aprobar autorizar"},
    {W_ANNOUNCE | W_FINITE, "aprueba aprueban apruebe", 0},
    {W_REFUSE, 0,
     "congelar cortar cancelar rechazar retirar suspender interrumpir paralizar recortar reducir bloquear"},
    {W_REFUSE | W_BASE, "negar denegar", 0},
    {W_REFUSE | W_FINITE, "niega niegan negó negaron", 0},
    {W_REFUSE | W_PARTICIPLE, "negado negada", 0},
    {W_REFUSE | W_ING, "negando", 0},
    {W_TO_PROMISE, 0, "disponer aceptar decidir comprometer"},
    {W_TO_PROMISE | W_BASE, "acordar comprometerse", 0},
    {W_TO_PROMISE | W_FINITE, "acuerda acuerdan acordó acordaron acordaba", 0},
    {W_TO_PROMISE | W_PARTICIPLE, "acordado acordada dispuesto dispuesta dispuestos dispuestas", 0},
    {W_TO_GO_ON, 0, "continuar lograr intentar tratar"},
    {W_TO_GO_ON | W_BASE, "seguir empezar comenzar", 0},
    {W_TO_GO_ON | W_FINITE, "sigue siguen siguió seguía empieza empezó comienza comenzó continúa continúan", 0},
    {W_TO_GO_ON | W_PARTICIPLE, "seguido", 0},
    {W_TO_GO_ON | W_ING, "siguiendo", 0},
    {W_TO_GO_ON | W_FINITE | W_WILL, "seguirá seguirán", 0},
    {W_TO_ASK, 0, "solicitar instar llamar reclamar exigir"},
    {W_TO_ASK | W_BASE, "pedir", 0},
    {W_TO_ASK | W_FINITE, "pide piden pidió pidieron pedía pedían pida", 0},
    {W_TO_ASK | W_PARTICIPLE, "pedido pedida pedidos pedidas", 0},
    {W_TO_ASK | W_ING, "pidiendo", 0},
    {W_TO_ASK | W_FINITE | W_WILL, "pedirá pedirán", 0},
    {W_TO_ASK | W_FINITE | W_MAY | W_WILL, "pediría", 0},
    {W_PRAISE, 0, "agradecer elogiar acusar felicitar"},
    {W_RECEIVE | W_HOST, 0, "recibir"},
    {W_RECEIVE, 0, "agradecer gestionar percibir"},
    {W_RECEIVE | W_BASE, "obtener contar conseguir", 0},
    {W_RECEIVE | W_FINITE, "obtiene obtienen obtuvo obtuvieron cuenta cuentan contó contaba consigue consiguió", 0},
    {W_RECEIVE | W_PARTICIPLE, "obtenido obtenida obtenidos contado conseguido", 0},
    {W_RECEIVE | W_FINITE | W_WILL, "contará contarán obtendrá", 0},
    {W_OTHER_VERB, 0,
     "afirmar asegurar explicar señalar criticar llegar participar considerar presentar indicar subrayar "
     "destacar declarar informar añadir precisar agregar reconocer confirmar expresar manifestar viajar "
     "visitar firmar atacar salir ocurrir vivir existir permitir celebrar crear formar lanzar "
     "tomar dejar llevar pasar ganar perseguir necesitar"},
    {W_OTHER_VERB | W_BASE, "decir hacer tener poner ir ser estar haber ver venir saber mostrar recordar representar",
     0},
    {W_OTHER_VERB | W_FINITE,
     "dice dicen dijo dijeron hizo hicieron hace hacen tiene tienen tuvo tuvieron puso pone ponen muestra "
     "mostró recuerda recordó representa representan viene vienen vino queda quedó expuso "
     "propuso propone dispone incluye incluyen incluyó",
     0},
    {W_OTHER_VERB | W_AVAILABLE | W_FINITE, "proviene provienen provino procede proceden procedió", 0},
    {W_OTHER_VERB | W_PARTICIPLE, "dicho hecho puesto visto abierto escrito muerto", 0},
    {W_OTHER_VERB | W_ING, "haciendo diciendo teniendo", 0},
    {W_THING, "personal", 0},
    {W_AVAILABLE, "disposición marcha", 0},
    {W_MAKE, 0, "realizar efectuar"},
    {W_GIVE, 0, "compartir"},
    {W_MAKE | W_BASE, "poner hacer", 0},
    {W_MAKE | W_FINITE, "hace hacen hizo hicieron hará harán", 0},
    {W_MAKE | W_FINITE, "pone ponen puso pusieron pondrá", 0},
    {W_MAKE | W_PARTICIPLE, "puesto", 0},
    {W_AID,
     "garantía garantías fondos financiamiento donativo donativos auxilio socorro aporte aportes aportaciones subsidio "
     "subsidios "
     "cooperación "
     "ayuda ayudas asistencia préstamo préstamos crédito créditos donación donaciones subvención subvenciones "
     "financiación contribución contribuciones beca becas aportación",
     0},
    {W_AID | W_AMBIGUOUS, "apoyo respaldo", 0},
    {W_FORCES, "tropas soldados fuerzas aviones buques helicópteros barcos militares", 0},
    {W_ORGAN,
     "secretaría cancillería administración ejecutivo armada comisión fundación directorio consulado "
     "gobierno gobiernos ministerio ministro ministra presidente presidenta primer ejército parlamento congreso "
     "senado autoridades agencia embajada embajador embajadora vicepresidente vicepresidenta viceministro viceministra "
     "estado país pueblo canciller rey banco dirigentes marina "
     "soldados tropas república reino",
     0},
    {W_STANCE,
     "plan planes propuesta propuestas ley leyes resolución candidatura candidato llamamiento idea posición "
     "acuerdo tratado ampliación adhesión independencia decisión reforma reformas petición presidencia",
     0},
    {W_STANCE, "frontera fronteras frente soborno sobornos rescate rescates impuestos multa multas", 0},
    {W_PEOPLE | W_REFUGEES, "refugiados refugiado migrantes desplazados", 0},
    {W_PEOPLE,
     "afectados afectadas personas pobladores habitantes alumnos pacientes pueblo población poblaciones "
     "gobierno ejército rebeldes refugiados desplazados víctimas civiles niños "
     "mujer mujeres estudiantes país países oposición comunidad comunidades familias agricultores fuerzas movimiento "
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
     "concesión desembolso despacho traslado envío envíos entrega entregas suministro toneladas dosis lote paquete "
     "serie número cantidad suma "
     "cargamento total valor importe monto",
     0},
    {W_ADJECTIVE,
     "urgente urgentes sanitaria sanitario médico médicos alimentario material preferencial bilateral internacional "
     "humanitarios humanitarias agrícola familiares militar militares financiero financiera financieros financieras "
     "humanitario humanitaria económico "
     "económica técnico técnica político política adicional adicionales nuevo nueva nuevos nuevas gran primera "
     "médica alimentaria logístico importante exterior federal principal mayor nacional público pública",
     0},
    {W_TRADE, "accionistas beneficios ventas clientes venta exportaciones importaciones mercado mercados", 0},
    {W_SPORT,
     "gol goles copa liga entrenador jugador jugadores delantero club temporada torneo campeonato "
     "fútbol",
     0},
    {0, 0, 0},
};
