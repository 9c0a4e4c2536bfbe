#!/usr/bin/env python3
"""Writes schema/foreign_names.csv: the names of countries, territories and regions in other languages than English.

    npm pack cldr-localenames-full@48.2.0 && tar xzf cldr-localenames-full-48.2.0.tgz
    tests/lab/train/country_names.py package >schema/foreign_names.csv

The names are those of the Unicode CLDR (Unicode License v3, https://www.unicode.org/license.txt), territories.json of
each language: the usual one, its short form and its variants. Adjectives and peoples in eight languages are our own
(country_words.csv beside this file), and so are the further names in EXTRA, what is left out since it means something
else as a rule (OMIT), and the rules of declension (country_forms.py).

A row has all names of one kind that an entity has in a language, joined by bars; no field needs quotation marks.
`exact` says whether upper and lower case have to be as written. Names that schema/entity_names.csv has are left out.
"""
import csv
import json
import os
import sys
import unicodedata

import country_forms

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(HERE, '..', '..', '..', 'schema')

# ISO 639-1 (two letters, as documents.language has them): the locales of CLDR
LANGUAGES = {code: [code] for code in
             'af am ar az be bg bn bs ca cs da de el es et eu fa fi fr gl he hi hr hu hy id is it ja ka kk km ko ky lo lt lv '
             'mk mn mr ms my nb ne nl nn pa pl pt ro ru si sk sl sq sv sw ta te th tr uk ur vi'.split()}
LANGUAGES |= {'no': ['nb'], 'tl': ['fil'], 'zh': ['zh', 'zh-Hant', 'zh-Hant-HK'], 'sr': ['sr', 'sr-Latn'],
              'uz': ['uz', 'uz-Cyrl'], 'pt': ['pt', 'pt-PT'], 'es': ['es', 'es-MX'], 'az': ['az', 'az-Cyrl']}

REGIONS = {'002': 'AFRICA', '150': 'EUROPE', '142': 'ASIA', '009': 'OCEANIA', '005': 'SOUTH_AMERICA',
           '003': 'NORTH_AMERICA', '013': 'CENTRAL_AMERICA', '419': 'LATIN_AMERICA', '011': 'WESTERN_AFRICA',
           '014': 'EASTERN_AFRICA', '015': 'NORTHERN_AFRICA', '017': 'MIDDLE_AFRICA', '029': 'CARIBBEAN',
           '030': 'EASTERN_ASIA', '034': 'SOUTHERN_ASIA', '035': 'SOUTH_EASTERN_ASIA', '039': 'SOUTHERN_EUROPE',
           '143': 'CENTRAL_ASIA', '145': 'WESTERN_ASIA', '151': 'EASTERN_EUROPE', '154': 'NORTHERN_EUROPE',
           '155': 'WESTERN_EUROPE', '202': 'SUB_SAHARAN_AFRICA', 'EZ': 'EUROZONE'}

# What else they are called.
EXTRA = {
    'de': {'region:SCOTLAND': 'Schottland', 'region:NORTHERN_IRELAND': 'Nordirland', 'country:CD': 'Kongo'},
    'fr': {'region:ENGLAND': 'Angleterre', 'region:SCOTLAND': 'Écosse|Ecosse', 'region:WALES': 'Pays de Galles',
           'region:NORTHERN_IRELAND': 'Irlande du Nord', 'country:NL': 'Hollande', 'country:KR': 'Corée',
           'region:AMERICAS': 'Amériques', 'country:US': 'Etats-Unis|É.-U.', 'country:CN': 'RPC'},
    'es': {'region:ENGLAND': 'Inglaterra', 'region:SCOTLAND': 'Escocia', 'region:WALES': 'Gales',
           'region:NORTHERN_IRELAND': 'Irlanda del Norte', 'country:KR': 'Corea', 'region:AMERICAS': 'Américas',
           'country:US': 'EEUU|EE UU|EUA', 'country:PS': 'Palestina', 'country:CZ': 'República Checa|Chequia'},
    'pt': {'region:ENGLAND': 'Inglaterra', 'region:SCOTLAND': 'Escócia', 'region:WALES': 'País de Gales',
           'region:NORTHERN_IRELAND': 'Irlanda do Norte', 'country:KR': 'Coreia|Coréia|Coreia do Sul|Coréia do Sul',
           'country:KP': 'Coréia do Norte', 'country:NL': 'Holanda', 'country:GB': 'Grã-Bretanha',
           'country:US': 'EUA|Estados Unidos da América', 'country:MM': 'Birmânia', 'country:PS': 'Palestina',
           'country:CZ': 'República Tcheca|República Checa|Chéquia', 'region:MIDDLE_EAST': 'Oriente Médio|Médio Oriente',
           'region:AMERICAS': 'Américas', 'region:BALKANS': 'Bálcãs|Balcãs', 'region:SCANDINAVIA': 'Escandinávia',
           'org:EU': 'UE|União Europeia|União Européia', 'org:UN': 'ONU|Organização das Nações Unidas',
           'org:NATO': 'OTAN|Otan|NATO', 'org:IMF': 'FMI|Fundo Monetário Internacional', 'org:WB': 'Banco Mundial',
           'org:EC': 'Comissão Europeia', 'org:EP': 'Parlamento Europeu', 'org:ECB': 'Banco Central Europeu|BCE',
           'org:WHO': 'OMS|Organização Mundial da Saúde', 'org:WTO': 'OMC|Organização Mundial do Comércio',
           'country:CN': 'República Popular da China', 'country:RU': 'Federação Russa'},
    'it': {'region:ENGLAND': 'Inghilterra', 'region:SCOTLAND': 'Scozia', 'region:WALES': 'Galles',
           'region:NORTHERN_IRELAND': 'Irlanda del Nord', 'country:KR': 'Corea', 'country:NL': 'Olanda',
           'country:GB': 'Gran Bretagna', 'country:US': "Stati Uniti d'America|Usa", 'country:MM': 'Birmania',
           'country:CZ': 'Repubblica Ceca|Cechia', 'country:PS': 'Palestina', 'region:MIDDLE_EAST': 'Medio Oriente',
           'region:BALKANS': 'Balcani', 'region:SCANDINAVIA': 'Scandinavia', 'region:AMERICAS': 'Americhe',
           'org:EU': 'UE|Ue|Unione Europea|Unione europea', 'org:UN': 'ONU|Onu|Organizzazione delle Nazioni Unite',
           'org:IMF': 'FMI|Fondo Monetario Internazionale', 'org:WB': 'Banca Mondiale|Banca mondiale',
           'org:EC': 'Commissione europea|Commissione Europea', 'org:EP': 'Parlamento europeo|Parlamento Europeo',
           'org:ECB': 'BCE|Banca Centrale Europea|Banca centrale europea',
           'org:WHO': 'OMS|Organizzazione Mondiale della Sanità', 'org:COE': "Consiglio d'Europa",
           'country:CN': 'Repubblica Popolare Cinese', 'country:RU': 'Federazione Russa'},
    'nl': {'region:ENGLAND': 'Engeland', 'region:SCOTLAND': 'Schotland', 'region:NORTHERN_IRELAND': 'Noord-Ierland',
           'country:GB': 'Groot-Brittannië|Groot-Brittanië|Brittannië|Verenigd Koninkrijk|VK', 'country:MM': 'Birma',
           'country:US': 'Verenigde Staten van Amerika|VS|V.S.', 'country:CZ': 'Tsjechië', 'country:KR': 'Korea',
           'region:MIDDLE_EAST': 'Midden-Oosten', 'region:BALKANS': 'Balkan', 'region:SCANDINAVIA': 'Scandinavië',
           'org:EU': 'Europese Unie', 'org:UN': 'VN|Verenigde Naties', 'org:NATO': 'NAVO', 'org:WB': 'Wereldbank',
           'org:IMF': 'Internationaal Monetair Fonds', 'org:EC': 'Europese Commissie', 'org:EP': 'Europees Parlement',
           'org:ECB': 'Europese Centrale Bank', 'org:WHO': 'Wereldgezondheidsorganisatie',
           'country:CN': 'Volksrepubliek China', 'country:CD': 'Congo', 'org:COE': 'Raad van Europa',
           'country:ID': 'Nederlands-Indië', 'country:DE': 'Bondsrepubliek Duitsland'},
    'pl': {'region:ENGLAND': 'Anglia', 'region:SCOTLAND': 'Szkocja', 'region:WALES': 'Walia',
           'region:NORTHERN_IRELAND': 'Irlandia Północna', 'country:US': 'Stany Zjednoczone Ameryki|USA',
           'country:GB': 'Zjednoczone Królestwo', 'country:NL': 'Niderlandy', 'country:MM': 'Birma',
           'country:PL': 'Rzeczpospolita Polska', 'region:SCANDINAVIA': 'Skandynawia', 'region:BALKANS': 'Bałkany',
           'region:MIDDLE_EAST': 'Bliski Wschód|Bliskiego Wschodu|Bliskim Wschodzie|Bliskiemu Wschodowi',
           'org:EU': 'UE', 'org:UN': 'Narody Zjednoczone|ONZ', 'org:IMF': 'MFW|Międzynarodowy Fundusz Walutowy',
           'org:EC': 'Komisja Europejska', 'org:EP': 'Parlament Europejski|Parlamentu Europejskiego|Parlamencie Europejskim',
           'org:WB': 'Bank Światowy|Banku Światowego', 'org:ECB': 'Europejski Bank Centralny|Europejskiego Banku Centralnego',
           'country:CN': 'Chińska Republika Ludowa|ChRL', 'country:RU': 'Federacja Rosyjska', 'country:SK': 'Republika Słowacka',
           'country:KR': 'Korea', 'country:ZA': 'RPA', 'country:AE': 'ZEA', 'country:TR': 'Republika Turcji'},
    'ru': {'region:ENGLAND': 'Англия', 'region:SCOTLAND': 'Шотландия', 'region:WALES': 'Уэльс',
           'region:NORTHERN_IRELAND': 'Северная Ирландия', 'country:GB': 'Соединённое Королевство|Британия',
           'country:US': 'Соединённые Штаты|Соединённые Штаты Америки', 'country:NL': 'Голландия', 'country:MM': 'Бирма',
           'country:KR': 'Республика Корея|Корея', 'country:BY': 'Белоруссия', 'country:KG': 'Киргизстан|Кыргызстан',
           'country:MD': 'Молдавия', 'country:KP': 'КНДР', 'country:CZ': 'Чешская Республика|Чешская республика',
           'country:RU': 'Российская Федерация', 'country:CN': 'Китайская Народная Республика', 'country:ZA': 'ЮАР',
           'region:MIDDLE_EAST': 'Ближний Восток|Ближнего Востока|Ближнем Востоке|Ближнему Востоку',
           'region:SCANDINAVIA': 'Скандинавия', 'region:BALKANS': 'Балканы', 'country:CD': 'ДРК', 'country:AE': 'ОАЭ',
           'org:EU': 'Евросоюз|Европейский Союз|Европейского союза|Европейском союзе|Европейского Союза',
           'org:UN': 'ООН|Организация Объединённых Наций', 'org:WHO': 'ВОЗ', 'org:WB': 'Всемирный банк|Всемирного банка',
           'org:EC': 'Еврокомиссия', 'org:EP': 'Европарламент', 'org:COE': 'Совет Европы|Совета Европы|Совете Европы'},
    'tr': {'country:US': 'ABD|Amerika|Amerikan|Amerikalı|Amerikalılar', 'country:GB': 'İngiltere|Britanya|Britanyalı', 'org:EU': 'AB', 'country:KR': 'Kore',
           'country:DE': 'Alman|Almanlar', 'country:FR': 'Fransız|Fransızlar', 'country:ES': 'İspanyol|İspanyollar',
           'country:GR': 'Yunan|Yunanlar', 'country:RU': 'Rus|Ruslar', 'country:IT': 'İtalyan|İtalyanlar', 'country:JP': 'Japon',
           'country:CN': 'Çinli|Çinliler', 'country:TR': 'Türk|Türkler', 'country:AU': 'Avustralyalı', 'country:CA': 'Kanadalı',
           'country:PL': 'Polonyalı', 'country:IR': 'İranlı', 'country:NL': 'Hollandalı', 'region:EUROPE': 'Avrupalı|Avrupalılar',
           'region:BALKANS': 'Balkanlar', 'country:MK': 'Makedonya', 'country:EG': 'Mısırlı',
           'country:BA': 'Bosna-Hersek', 'region:SCOTLAND': 'İskoçya', 'country:AE': 'BAE'},
    'zh': {'country:ID': '印尼', 'country:KP': '北韩|北韓', 'country:KR': '南韩|南韓', 'country:SA': '沙特|沙烏地',
           'country:US': '美利坚合众国|美利堅合眾國', 'country:RU': '俄国|俄國', 'country:GB': '大不列颠', 'country:AU': '澳洲|澳大利亞', 'country:MK': '马其顿|馬其頓', 'region:BALKANS': '巴尔干|巴爾幹',
           'region:ENGLAND': '英格兰|英格蘭', 'region:SCOTLAND': '苏格兰|蘇格蘭', 'region:MIDDLE_EAST': '中东|中東',
           'country:AE': '阿联酋',  # behind 日本海 (in STOPS) begins another word
           'country:JP': '日本海军|日本海軍|日本海上|日本海关|日本海關|日本海外|日本海啸|日本海嘯|日本海域|日本海洋'},
    'ja': {'country:JP': '日本海軍|日本海上', 'country:US': '米国|アメリカ', 'country:GB': '英国|イギリス', 'region:ENGLAND': 'イングランド',
           'region:SCOTLAND': 'スコットランド', 'country:KP': '朝鮮民主主義人民共和国', 'region:MIDDLE_EAST': '中東',
           'country:CZ': 'チェコ共和国', 'country:GE': 'グルジア', 'country:VN': 'ヴェトナム'},
    'ko': {'country:ZA': '남아공', 'country:MK': '마케도니아', 'region:SCOTLAND': '스코틀랜드', 'region:ENGLAND': '잉글랜드',
           'region:BALKANS': '발칸', 'region:CARIBBEAN': '카리브', 'region:SOUTH_AMERICA': '남미', 'region:NORTH_AMERICA': '북미',
           'country:KP': '조선민주주의인민공화국', 'country:TR': '터키', 'country:AU': '호주',
           'country:VN': '월남', 'country:TW': '타이완', 'country:AE': '아랍에미리트|UAE', 'region:MIDDLE_EAST': '중동',
           'country:US': '아메리카합중국'},
    'ar': {'country:GB': 'بريطانيا|بريطانيا العظمى', 'country:US': 'أمريكا|أميركا', 'region:ENGLAND': 'إنجلترا|انجلترا',
           'country:KR': 'كوريا', 'country:ML': 'جمهورية مالي', 'country:OM': 'سلطنة عمان', 'country:PS': 'فلسطين',
           'region:MIDDLE_EAST': 'الشرق الأوسط', 'org:EU': 'الاتحاد الاوروبي', 'country:AE': 'الإمارات|الامارات',
           'country:SY': 'سورية', 'country:IQ': 'العراق', 'region:SCOTLAND': 'اسكتلندا|إسكتلندا'},
    'hi': {'country:US': 'अमेरिका|अमेरिकी|अमरीका|संयुक्त राज्य अमेरिका', 'country:GB': 'ब्रिटेन|ब्रिटिश', 'country:DE': 'जर्मन', 'country:FR': 'फ्रांसीसी|फ़्रांसीसी', 'country:RU': 'रूसी',
           'country:ES': 'स्पेनिश', 'country:JP': 'जापानी', 'country:AU': 'ऑस्ट्रेलियाई', 'country:CA': 'कनाडाई', 'country:TR': 'तुर्की',
           'territory:HK': 'हांगकांग|हाँगकाँग|हांग कांग|हाँग काँग', 'country:MK': 'मैसेडोनिया|मेसीडोनिया', 'country:GR': 'यूनान|यूनानी|ग्रीक',
           'region:ENGLAND': 'इंग्लैंड|इंगलैंड',
           'country:IN': 'भारतीय|हिंदुस्तान|हिन्दुस्तान', 'country:KR': 'कोरिया', 'country:BD': 'बांग्लादेश|बंगलादेश', 'region:EUROPE': 'यूरोप|यूरोपीय',
           'region:AFRICA': 'अफ्रीका|अफ्रीकी', 'country:CZ': 'चेक गणराज्य', 'country:AU': 'आस्ट्रेलिया'},
}

EVERY = {  # in all of these languages
    'country:MK': {'de': 'Mazedonien', 'pt': 'Macedônia|Macedónia', 'it': 'Macedonia', 'nl': 'Macedonië', 'pl': 'Macedonia',
                   'ru': 'Македония'},
    'country:TW': {'pt': 'República da China', 'it': 'Repubblica di Cina', 'nl': 'Republiek China', 'pl': 'Republika Chińska',
                   'ru': 'Китайская Республика|Китайской Республики|Китайской Республике|Китайскую Республику'},
    'region:BALTIC_STATES': {
        'de': 'Baltikum|baltische Staaten|baltischen Staaten', 'fr': 'États baltes|pays baltes|Pays baltes|Pays Baltes',
        'es': 'países bálticos|Países Bálticos|Estados Bálticos|estados bálticos',
        'pt': 'países bálticos|Países Bálticos|Estados Bálticos|estados bálticos',
        'it': 'Stati Baltici|Stati baltici|Paesi baltici|paesi baltici|Paesi Baltici|Repubbliche baltiche|repubbliche baltiche',
        'nl': 'Baltische staten|Baltische Staten', 'pl': 'państwa bałtyckie|państw bałtyckich|kraje bałtyckie|krajów bałtyckich',
        'ru': 'страны Балтии|стран Балтии|странах Балтии|странам Балтии|Прибалтика|Прибалтики|Прибалтике|Прибалтику'},
    'country:US': {'fr': 'USA', 'pl': 'Ameryka', 'ru': 'Америка', 'nl': 'Amerika'},
    'region:AMERICAS': {'es': 'América', 'pt': 'América', 'fr': 'Amérique'},
    'region:CENTRAL_EUROPE': {
        'de': 'Mitteleuropa|Zentraleuropa', 'fr': 'Europe centrale', 'es': 'Europa Central|Europa central|Centroeuropa',
        'pt': 'Europa Central', 'it': 'Europa centrale', 'nl': 'Centraal-Europa|Midden-Europa', 'pl': 'Europa Środkowa',
        'ru': 'Центральная Европа'},
    'region:EUROZONE': {
        'de': 'Eurozone|Euro-Zone|Euroraum', 'fr': 'zone euro', 'es': 'eurozona|Eurozona|zona euro|zona del euro',
        'pt': 'zona euro|zona do euro', 'it': 'eurozona|Eurozona|zona euro', 'nl': 'eurozone',
        'pl': 'strefa euro|strefy euro|strefie euro|strefę euro|strefą euro',
        'ru': 'еврозона|еврозоны|еврозоне|еврозону|еврозоной'},
    'region:EURASIA': {'de': 'Eurasien', 'fr': 'Eurasie', 'pt': 'Eurásia', 'nl': 'Eurazië', 'pl': 'Eurazja', 'ru': 'Евразия'},
    'region:CARIBBEAN': {
        'de': 'Westindische Inseln|Westindien', 'fr': 'Indes occidentales|Antilles', 'es': 'Indias Occidentales|Antillas',
        'pt': 'Índias Ocidentais|Antilhas|Caraíbas', 'it': 'Indie Occidentali|Indie occidentali', 'nl': 'West-Indië|Antillen',
        'pl': 'Indie Zachodnie|Indii Zachodnich|Indiach Zachodnich', 'ru': 'Вест-Индия'},
    'region:SOUTH_EASTERN_ASIA': {'es': 'sudeste asiático|Sudeste Asiático|Sudeste asiático', 'pt': 'sudeste asiático',
                                  'it': 'sud-est asiatico|Sud-est asiatico|sudest asiatico|Sud-Est asiatico'},
    'region:SOUTHEAST_EUROPE': {'ru': 'Юго-Восточная Европа', 'pl': 'Europa Południowo-Wschodnia', 'nl': 'Zuidoost-Europa'},
    'country:NL': {'nl': 'Koninkrijk der Nederlanden|Verenigd Koninkrijk der Nederlanden'},
    'country:SC': {'ru': 'Сейшелы'},
    'region:INDOCHINA': {'fr': 'Indochine', 'it': 'Indocina', 'nl': 'Indochina|Indo-China', 'pl': 'Indochiny', 'ru': 'Индокитай'},
    'region:SOUTH_AMERICA': {'it': 'Sudamerica|Sud America|Sud-America', 'es': 'Sudamérica|Suramérica|América del Sur'},
    'region:NORTH_AMERICA': {'it': 'America del Nord|Nordamerica|Nord America|Nord-America', 'es': 'Norteamérica|América del Norte'},
    'region:CENTRAL_AMERICA': {'es': 'Centroamérica', 'it': 'Centro America'},
    'region:LATIN_AMERICA': {'es': 'América Latina|Latinoamérica'},
    'country:SA': {'nl': 'Saudi-Arabië|Saoedi-Arabië'},
    'region:SAHEL': {'pl': 'Sahel', 'ru': 'Сахель'},
    'region:SOUTHERN_ASIA': {'it': 'Asia meridionale', 'es': 'Asia del Sur|Asia meridional', 'pt': 'Ásia do Sul'},
    'region:ASIA_PACIFIC': {'ru': 'Азиатско-Тихоокеанский регион|Азиатско-Тихоокеанского региона|'
                                  'Азиатско-Тихоокеанском регионе|АТР', 'de': 'Asien-Pazifik-Raum|Asien-Pazifik'},
    'territory:AQ': {'pt': 'Antártica', 'pl': 'Antarktyka', 'it': 'Antartico', 'nl': 'Antarctica|Zuidpoolgebied'},
    'country:IT': {'pl': 'Italia'}, 'country:AT': {'pl': 'Republika Austrii'},
    'country:KP': {'ru': 'Северная Корея'}, 'country:KR': {'ru': 'Южная Корея'}, 'country:ZA': {'ru': 'Южная Африка'},
    'country:GB': {'pt': 'Grã Bretanha|RU', 'fr': 'Royaume Uni'}, 'country:PG': {'pt': 'Papua Nova Guiné|Papua-Nova Guiné'},
    'country:BG': {'nl': 'Bulgarije'}, 'country:ID': {'nl': 'Nederlands-Indië'},
    'org:ECB': {'fr': 'BCE', 'es': 'BCE', 'pl': 'EBC', 'ru': 'ЕЦБ'}, 'org:NATO': {'de': 'Nato', 'fr': 'Otan', 'es': 'Otan'},
    'org:UN': {'de': 'Uno', 'fr': 'Onu'}, 'org:OPEC': {'fr': 'Opep'},
    'org:EU': {'pl': 'UE', 'nl': 'EU'}, 'region:BALKANS': {'fr': 'Balkans', 'es': 'Balcanes', 'de': 'Balkan'},
    'region:MIDDLE_EAST': {'fr': 'Proche-Orient|Moyen-Orient', 'es': 'Oriente Medio|Oriente Próximo|Medio Oriente',
                           'de': 'Naher Osten|Nahen Osten|Nahost|Mittlerer Osten|Mittleren Osten'},
    'region:MAGHREB': {'pt': 'Magrebe', 'pl': 'Maghreb', 'ru': 'Магриб'},
}

# What holds a name and isn't about the country, by language. (In the form of country_forms where it has an asterisk.)
STOPS = {
    'de': 'Indischer_Ozean Indischen_Ozean Indische_Ozean Indischem_Ozean Indischen_Ozeans Karibisches_Meer Karibischen_Meer '
          'Karibische_Meer Deutsche_Bank Deutschen_Bank Deutsche_Telekom Deutschen_Telekom Deutsche_Bahn Deutschen_Bahn '
          'Deutsche_Post Deutschen_Post Deutsche_Börse Deutschen_Börse Deutsche_Welle Deutschen_Welle Deutsche_Wohnen '
          'Golf_von_Mexiko Mexiko-Stadt Englisches_Meer Georgia Deutscher_Schäferhund US-Dollar US-Dollars '
          'amerikanische_Ureinwohner amerikanischen_Ureinwohner amerikanischen_Ureinwohnern Spanische_Grippe Japanisches_Meer '
          'Japanischen_Meer Chinesische_Mauer Neue_Zürcher Europäische_Kulturhauptstadt Norwegische_See Irische_See '
          'Persischer_Golf Bengalischer_Golf Tasmanische_See Guinea-Bissau-Peso Neuguinea',
    'fr': 'océan_Indien Océan_Indien océan_indien mer_de_Chine mer_du_Japon mer_des_Caraïbes mer_des_Antilles golfe_du_Mexique '
          'Golfe_du_Mexique Nouveau-Mexique Nouvelle-Guinée golfe_de_Guinée Colombie-Britannique Colombie_britannique '
          'Air_France Société_Générale dollars_américains dollar_américain Georgia Mexico-City Crédit_suisse mer_d’Irlande '
          "mer_d'Irlande cochon_d’Inde cochon_d'Inde cochons_d'Inde Afrique_Magazine Tour_de_France",
    'es': 'océano_Índico mar_Caribe mar_de_las_Antillas mar_de_China Mar_de_China mar_del_Japón golfo_de_México Golfo_de_México '
          'Nuevo_México Nueva_Guinea golfo_de_Guinea Golfo_de_Guinea Columbia_Británica Ciudad_de_México Ciudad_de_Panamá '
          'Ciudad_de_Guatemala Santiago_de_Chile dólares_estadounidenses dólar_estadounidense dólares_americanos '
          'nativos_americanos nativo_americano nativa_americana nativas_americanas Georgia mar_de_Irlanda Indiana '
          'conejillo_de_Indias Santiago_de_Cuba',
    'pt': 'oceano_Índico mar_do_Caribe Mar_do_Caribe mar_da_China Mar_da_China mar_do_Japão golfo_do_México Golfo_do_México '
          'Novo_México Nova_Guiné golfo_da_Guiné Golfo_da_Guiné Colúmbia_Britânica Cidade_do_México Cidade_do_Panamá Indiana '
          'nativos_americanos nativo_americano nativa_americana dólares_americanos dólar_americano dólares_norte-americanos '
          'porquinho-da-índia',
    'it': 'oceano_Indiano Oceano_Indiano Oceano_indiano mar_dei_Caraibi Mar_dei_Caraibi Mar_Cinese mar_Cinese '
          'Mar_del_Giappone golfo_del_Messico Golfo_del_Messico Nuovo_Messico Nuova_Guinea golfo_di_Guinea Columbia_Britannica '
          'Città_del_Messico nativi_americani nativo_americano nativa_americana dollari_americani dollari_statunitensi '
          'El_Greco Indiana porcellino_d’India Georgia',
    'nl': 'Indische_Oceaan Caribische_Zee Golf_van_Mexico Nieuw-Guinea Nieuw_Guinea Brits-Columbia Mexico-Stad '
          'Zuid-Chinese_Zee Noord-Holland Zuid-Holland Indien provincie_Luxemburg provincie_Limburg Japanse_Zee Nederlandse_Antillen Ierse_Zee Air_France Georgia Amerikaanse_dollar Noorse_Zee',
    'pl': 'Ocean_Indyjski Oceanu_Indyjskiego Oceanie_Indyjskim Oceanem_Indyjskim Morze_Karaibskie Morza_Karaibskiego '
          'Morzu_Karaibskim Zatoka_Meksykańska Zatoki_Meksykańskiej Zatoce_Meksykańskiej Nowy_Meksyk Nowego_Meksyku Nowym_Meksyku '
          'Nowa_Gwinea Nowej_Gwinei Nową_Gwineę Kolumbia_Brytyjska Kolumbii_Brytyjskiej Kolumbię_Brytyjską Georgia Georgii '
          'Morze_Japońskie Morza_Japońskiego Zatoka_Gwinejska Zatoki_Gwinejskiej dolarów_amerykańskich Georgię Georgią '
          'Kanał_Panamski Kanału_Panamskiego Indiana Indian',
    'ru': 'Индийский_океан Индийского_океана Индийском_океане Индийским_океаном Индийскому_океану Карибское_море Карибского_моря '
          'Карибском_море Мексиканский_залив Мексиканского_залива Мексиканском_заливе Нью-Мексико Новая_Гвинея Новой_Гвинеи '
          'Новой_Гвинее Новую_Гвинею Банк_Шотландии Банка_Шотландии Британская_Колумбия Британской_Колумбии Британскую_Колумбию Японское_море Японского_моря '
          'Японском_море Гвинейский_залив Гвинейского_залива доллар_США доллара_США долларов_США доллары_США долларах_США '
          'долларам_США долларами_США коренные_американцы коренных_американцев Панамский_канал Панамского_канала Балтийское_море '
          'Балтийского_моря Балтийском_море Балтийским_морем Южно-Китайское_море Южно-Китайского_моря Южно-Китайском_море',
    'zh': '新中国联邦 新中國聯邦 印度洋 新几内亚 新幾內亞 几内亚湾 墨西哥湾 墨西哥城 日本海 马里兰 馬里蘭 马里奥 阿曼达 新泽西 南中国海 东中国海 马里乌 '
          '新墨西哥 加勒比海 发展中国家 發展中國家 其中国家 其中國家 其中亚 其中亞 日本报讯 日本報訊 日本报记者 日本報記者 今日本报 今日本報 '
          '湖南非 河南非 云南非 雲南非 海南非 山西非 陕西非 陝西非 江西非 广西非 廣西非 山东非 山東非 广东非 廣東非',
    'ja': 'インド洋 メキシコ湾 日本海 東シナ海 ニューメキシコ ニューギニア カリブ海 中国地方 インディアナ メキシコシティ',
    'ko': '인도양 인도적 인도주의 인도하 인도되 인도받 인도를 가나다 멕시코만 오만한 뉴멕시코 뉴기니 카리브해 인도네시아어 '
          '북미_정상 북미_관계 북미_협상 북미_대화 북미_회담 북미_합의 북미_접촉 북미_양국 북미_간',  # 북한, 미국
    'tr': 'Hint_Okyanusu Meksika_Körfezi Karayip_Denizi Yeni_Gine', 'ar': 'المحيط_الهندي خليج_المكسيك',
    'hi': 'हिंद_महासागर',
}

# What as a rule is something else in the language: a word, a first name, a city.
OMIT = {
    'fr': 'Maurice Dominique Saint-Martin Réunion Grenade Salvador Sainte-Hélène',
    'es': 'Reunión Granada Santa_Elena San_Martín Isla_de_Navidad', 'pt': 'Reunião Granada Santa_Helena Maurício São_Martinho',
    'it': "Riunione Sant'Elena Santa_Lucia", 'pl': 'Dominika Reunion', 'ru': 'Того Доминика', 'uk': 'Того Домініка',
    'bg': 'Того Доминика', 'be': 'Того', 'mk': 'Того', 'sr': 'Того', 'vi': 'Ý Áo Nga Anh Úc', 'ko': '수단 오만 말리 저지',
    'zh': '中非 中美 多米尼克 泽西 澤西', 'th': 'มาลี ชาด', 'ar': 'مالي عمان', 'fa': 'مالی', 'ur': 'مالی', 'hi': 'माली जर्सी चाड',
    'mr': 'माली', 'ne': 'माली', 'ja': 'ジャージー', 'ca': 'Dominica Granada Reunió', 'gl': 'Reunión Granada', 'ro': 'Reunion',
    'tr': 'Mali', 'az': 'Mali', 'uz': 'Mali', 'sk': 'Dominika', 'cs': 'Dominika', 'hr': 'Dominika', 'sl': 'Dominika',
    'nb': 'Man', 'nn': 'Man', 'no': 'Man', 'da': 'Man', 'sv': 'Man',
}


# Whose adjective is the name of a language as well.
TONGUES = ('DE FR ES IT PT NL PL RU CN JP KR GR TR SE DK NO FI HU CZ RO BG HR RS UA EE LV LT SK SI AL VN TH ID GE AM IE IS MN KZ '
           'LU BY MK BD IL NP MY LA KH MM').split()


def rows(name):
    with open(os.path.join(SCHEMA, name), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def spellings(language, code, name):
    """The ways to write one of CLDR's names."""
    name = name.replace('\u00a0', ' ').replace('\u200f', '').replace('\u200e', '').strip()
    names = [name]
    if '(' in name and code in ('MM', 'FK'):  # Myanmar (Birmanie)
        names = [part.strip(' )') for part in name.split('(')]
    if '（' in name:
        names.append(name.replace('（', '(').replace('）', ')'))
    for sign in (' - ', ' – '):
        names += [n.replace(sign, '-') for n in names if sign in n]
    if language == 'ar':  # vowel marks are seldom written, a hamza at a word's beginning often is not
        plain = [''.join(c for c in n if not '\u064b' <= c <= '\u0652') for n in names]
        names += plain + [' '.join(w.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا') for w in n.split()) for n in plain]
    if language in ('hi', 'mr', 'ne'):  # the dot below is often left out
        names += [unicodedata.normalize('NFC', unicodedata.normalize('NFD', n).replace('\u093c', '')) for n in names]
    if language == 'ru':
        names += [n.replace('ё', 'е') for n in names if 'ё' in n]
    if code in REGIONS.values():  # Africa orientale, Afrique de l'Est
        names += [' '.join(w[0].upper() + w[1:] if len(w) > 3 else w for w in n.split()) for n in names if n[0].isupper()]
    names += [n.replace(' о-ва', ' острова') for n in names if ' о-ва' in n]
    return [n for n in names if n and not n.endswith((' -', '-'))]


def cldr_names(folder, locale):
    with open(os.path.join(folder, 'main', locale, 'territories.json'), encoding='utf-8') as file:
        return json.load(file)['main'][locale]['localeDisplayNames']['territories']


def names_of(folder, language, entity_of):
    found = {}

    def add(entity, name):
        for one in spellings(language, entity.split(':')[1], name):
            names = found.setdefault(entity, [])
            if one not in names:
                names.append(one)

    for locale in LANGUAGES[language]:
        for code, name in cldr_names(folder, locale).items():
            if code[:2] in entity_of:
                add(entity_of[code[:2]], name)
            elif code[:2] in ('EU', 'UN') or code in REGIONS:
                if code in ('EU', 'UN') or not code.startswith('UN'):
                    add('region:' + REGIONS[code] if code in REGIONS else 'org:' + code, name)
                else:
                    add('org:UN', name)
    for entity, names in EXTRA.get('nb' if language == 'no' else language, {}).items():
        for name in names.split('|'):
            add(entity, name)
    for entity, by_language in EVERY.items():
        for name in filter(None, by_language.get(language, '').split('|')):
            add(entity, name)
    omit = {name.replace('_', ' ') for name in OMIT.get(language, '').split()}
    return {entity: [n for n in names if n not in omit and len(n) > 1 and not n.isdigit()] for entity, names in found.items()}


def words_of():
    """Adjectives and peoples: {language: {entity: 'adjective,people'}}."""
    with open(os.path.join(HERE, 'country_words.csv'), encoding='utf-8', newline='') as file:
        words = {}
        for row in csv.DictReader(file, delimiter='|'):
            entity = row.pop('entity_id')
            for language, field in row.items():
                if field:
                    words.setdefault(language, {})[entity] = field
    return words


def holds_another(name, entity, *known):
    """Whether a word of it is another entity's name (África do Sul, Guinea Ecuatorial): then it counts in any language."""
    return all(c < '\u0250' for c in name if c.isalpha()) and any(
        names.get(word, {entity}) - {entity} for word in name.replace('-', ' ').split() for names in known)


def main(folder):
    entities = rows('entities.csv')
    entity_of = {e['alpha2']: e['entity_id'] for e in entities if e['alpha2']}
    known, other = {}, {}
    for name in rows('entity_names.csv'):
        if name['kind'] != 'demonym':  # those of English count in English alone
            (other if name['kind'] == 'foreign' else known).setdefault(name['name'], set()).add(name['entity_id'])
    for e in entities:
        known.setdefault(e['name'], set()).add(e['entity_id'])
    words, names_in = words_of(), {language: names_of(folder, language, entity_of) for language in sorted(LANGUAGES)}
    for language in words:
        for entity, names in names_in[language].items():
            for name in names:
                other.setdefault(name, set()).add(entity)
    everywhere = {}
    out = csv.writer(sys.stdout, lineterminator='\n')
    out.writerow(['language', 'entity_id', 'kind', 'exact', 'names'])

    def write(language, entity, kind, exact, names):
        names = [n for n in dict.fromkeys(names) if kind != 'foreign' or entity not in known.get(n, ())]
        if any(c in n for n in names for c in ',"|\n'):
            names = [n for n in names if not any(c in n for c in ',"|\n')]
        if names:
            out.writerow([language, entity, kind, 'true' if exact else 'false', '|'.join(names)])

    for language in names_in:
        for entity, names in sorted(names_in[language].items()):
            forms = [form for name in names for form in country_forms.of_name(language, name)]
            write(language, entity, 'foreign', True, forms)
            for name in names:
                if ' ' in name and holds_another(name, entity, known, other if language in words else {}):
                    everywhere.setdefault(entity, []).append(name)
        stops = [n.replace('_', ' ') for n in STOPS.get(language, '').split()]
        write(language, '', 'phrase', True, [form for n in stops for form in (n, n[0].upper() + n[1:])])
        for entity, field in sorted(words.get(language, {}).items()):
            if ':' not in entity:
                entity = entity_of[entity]
            free, exact, tongues = country_forms.of_words(language, field, entity[-2:] in TONGUES)
            write(language, entity, 'demonym', False, [n for n in free if n not in tongues])
            write(language, entity, 'demonym', True, [n for n in exact if n not in tongues])
            write(language, entity, 'tongue', False, [n for n in tongues if n in free])
            write(language, entity, 'tongue', True, [n for n in tongues if n in exact])
    for entity, names in sorted(everywhere.items()):
        write('', entity, 'alias', True, names)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
